import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Agreement } from '../../src/model/agreement.ts';
import { leavesOf } from '../../src/model/condition.ts';
import { compiled, type Standpoint } from '../../src/search/compile.ts';
import { joint } from '../../src/search/joint.ts';
import { plan } from '../../src/search/plan.ts';
import { resolve } from '../../src/search/predicate.ts';
import type { StagePair } from '../../src/search/restrict.ts';
import { reachableFrom } from '../../src/search/reachability.ts';
import { Space } from '../../src/search/space.ts';
import { holds, startState, type State, take } from '../../src/search/system.ts';
import { finish } from '../../src/search/work.ts';
import { anyAgreement } from '../../src/testing/any-agreement.ts';
import { anyPredicate, anyStandpoint, READINGS, SMALL } from './invented.ts';

function allLeaves(agreement: Agreement): string[] {
  const conditions = [
    ...agreement.base.values(),
    ...[...agreement.readings.values()].flatMap(({ gates }) =>
      [...gates.values()].flatMap(({ stated }) => (stated === null ? [] : [stated.condition])),
    ),
  ];
  return conditions.flatMap(leavesOf).map(({ id }) => id);
}

/**
 * Every tuple of states that the runs can be in together, by the definition, with its distance.
 *
 * @param avoided a stage that no event may bring a region into, in any run
 */
function jointStates(
  agreement: Agreement,
  views: readonly Standpoint[],
  avoided: StagePair | null = null,
): { runs: readonly State[]; distance: number }[] {
  const systems = views.map((view) => compiled(agreement, view));
  const found = [{ runs: systems.map(startState), distance: 0 }];
  const seen = new Set(found.map(({ runs }) => runs.join(' ')));
  for (const { runs, distance } of found) {
    for (const event of agreement.events.values()) {
      const home = event.moves[event.home] ?? {};
      const next = systems.map((system, run): State | null => {
        const state = runs[run] ?? [];
        const compiledEvent = system.events.find(({ id }) => id === event.id);
        const taken = compiledEvent === undefined ? null : take(compiledEvent, state);
        const at = system.regions.findIndex(({ id }) => id === avoided?.region);
        const there = system.regions[at]?.stages.indexOf(avoided?.stage ?? '') ?? -1;
        const enters = taken !== null && taken[at] === there && state[at] !== there;
        if (taken !== null && !enters) return taken;
        const place = system.regions.findIndex(({ id }) => id === event.home);
        const stage = system.regions[place]?.stages[state[place] ?? 0] ?? '';
        const isAlready = !(stage in home) && Object.values(home).includes(stage);
        return isAlready ? state : null;
      });
      const reached = next.filter((state) => state !== null);
      const key = reached.join(' ');
      if (reached.length < systems.length || seen.has(key)) continue;
      seen.add(key);
      found.push({ runs: reached, distance: distance + 1 });
    }
  }
  return found;
}

const anyJoint = anyAgreement(SMALL).chain((agreement) =>
  fc.record({
    agreement: fc.constant(agreement),
    views: fc.tuple(...READINGS.map((reading) => anyStandpoint(agreement, reading))),
    goal: anyPredicate(agreement),
  }),
);

describe('joint runs', () => {
  it('reach together what their definition says, from equal and from different starts', () => {
    let split = 0;
    fc.assert(
      fc.property(anyJoint, ({ agreement, views }) => {
        const together = joint(agreement, views);
        if (together.parts.length > (together.runs[0]?.system.regions.length ?? 0)) split += 1;
        const space = new Space(together.system);
        const { set } = finish(reachableFrom(space, space.start));
        expect(space.members.count(set)).toBe(BigInt(jointStates(agreement, views).length));
      }),
      { numRuns: 150 },
    );
    expect(split).toBeGreaterThan(20);
  });

  it('need no region twice from one start', () => {
    fc.assert(
      fc.property(anyAgreement(SMALL), (agreement) => {
        const views = READINGS.map((reading) => ({ terms: { reading, day: null, waived: [] } }));
        const together = joint(agreement, views);
        expect(together.system.regions.length).toBe(agreement.statechart.regions.length);
      }),
      { numRuns: 50 },
    );
  });
});

describe('plans for everyone', () => {
  it('are as short as the definition allows, and every run recognises each step', () => {
    const seen = { found: 0, impossible: 0, byStages: 0 };
    fc.assert(
      fc.property(anyJoint, ({ agreement, views, goal }) => {
        const systems = views.map((view) => compiled(agreement, view));
        const isReached = (runs: readonly State[]): boolean =>
          runs.every((state, run) => {
            const system = systems[run];
            return system !== undefined && holds(resolve(goal, system), state);
          });
        const first = jointStates(agreement, views).find(({ runs }) => isReached(runs));
        const answer = finish(plan(agreement, { standpoints: views, goal, alternatives: 2 }));
        if (answer.kind === 'unfinished') throw new Error('Nobody stopped it.');
        seen[answer.kind] += 1;
        expect(answer.kind).toBe(first === undefined ? 'impossible' : 'found');
        const known = new Set(jointStates(agreement, views).map(({ runs }) => runs.join(' ')));
        for (const steps of answer.kind === 'found' ? answer.plans : []) {
          expect(steps.length).toBe(first?.distance);
          let runs = systems.map(startState);
          for (const step of steps) {
            runs = runs.map((state, run) => {
              const event = systems[run]?.events.find(({ id }) => id === step.event);
              return (event && take(event, state)) ?? state;
            });
            expect(known.has(runs.join(' '))).toBe(true);
            expect(step.changes.length).toBeGreaterThan(0);
          }
          expect(isReached(runs)).toBe(true);
        }
        if (answer.kind === 'found') return;
        // Each conflict is one, and is minimal: any of its readings left out, the others can reach the goal.
        const can = (chosen: readonly string[]): boolean => {
          const some = views.filter(({ terms }) => chosen.includes(terms.reading));
          const places = some.map((view) => views.indexOf(view));
          return jointStates(agreement, some).some(({ runs }) =>
            runs.every((state, run) => {
              const system = systems[places[run] ?? 0];
              return system !== undefined && holds(resolve(goal, system), state);
            }),
          );
        };
        // Either what the readings ask excludes it, or no events lead there whatever they ask.
        const nothingAsked = views.map(({ terms, ...rest }) => ({
          ...rest,
          terms: { ...terms, waived: allLeaves(agreement) },
        }));
        const free = nothingAsked.map((view) => compiled(agreement, view));
        const isByStages = !jointStates(agreement, nothingAsked).some(({ runs }) =>
          runs.every((state, run) => {
            const system = free[run];
            return system !== undefined && holds(resolve(goal, system), state);
          }),
        );
        expect([answer.isByStages, answer.conflicts.length > 0]).toEqual([isByStages, !isByStages]);
        if (isByStages) seen.byStages += 1;
        for (const { readings } of answer.conflicts) {
          const chosen = readings.map(([reading = '']) => reading);
          expect(can(chosen)).toBe(false);
          for (const left of chosen) {
            const others = chosen.filter((reading) => reading !== left);
            expect(others.length === 0 || can(others)).toBe(true);
          }
        }
      }),
      { numRuns: 150 },
    );
    expect(Math.min(seen.found, seen.impossible, seen.byStages)).toBeGreaterThan(0);
    expect(seen.impossible).toBeGreaterThan(seen.byStages);
  });

  it('bring no run into a stage that is to be avoided', () => {
    const seen = { found: 0, avoided: 0 };
    const cases = anyJoint.chain((joined) =>
      fc.record({
        joined: fc.constant(joined),
        avoided: fc
          .constantFrom(...joined.agreement.statechart.regions)
          .chain(({ id, stages }) =>
            fc.constantFrom(...stages).map((stage) => ({ region: id, stage: stage.id })),
          ),
      }),
    );
    fc.assert(
      fc.property(cases, ({ joined: { agreement, views, goal }, avoided }) => {
        const systems = views.map((view) => compiled(agreement, view));
        const isReached = (runs: readonly State[]): boolean =>
          runs.every((state, run) => {
            const system = systems[run];
            return system !== undefined && holds(resolve(goal, system), state);
          });
        const first = jointStates(agreement, views, avoided).find(({ runs }) => isReached(runs));
        const request = { standpoints: views, goal, avoid: { stages: [avoided] } };
        const answer = finish(plan(agreement, request));
        expect(answer.kind).toBe(first === undefined ? 'impossible' : 'found');
        if (answer.kind !== 'found') return;
        seen.found += 1;
        expect(answer.length).toBe(first?.distance);
        const free = finish(plan(agreement, { standpoints: views, goal }));
        if (free.kind === 'found' && free.length < answer.length) seen.avoided += 1;
      }),
      { numRuns: 300 },
    );
    expect(Math.min(seen.found, seen.avoided)).toBeGreaterThan(0);
  });
});
