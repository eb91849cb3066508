import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REPORTED } from '../../src/model/runner.ts';
import { canReach, coalitions } from '../../src/search/coalitions.ts';
import { compiled } from '../../src/search/compile.ts';
import { canBringAbout } from '../../src/search/controllers.ts';
import { gatePassed } from '../../src/search/goal.ts';
import { minimalSets } from '../../src/search/minimal-sets.ts';
import { pivots } from '../../src/search/pivots.ts';
import { plan } from '../../src/search/plan.ts';
import { resolve } from '../../src/search/predicate.ts';
import { cyclesAmong } from '../../src/search/strongly-connected.ts';
import { holds, startState, type State } from '../../src/search/system.ts';
import { unblock } from '../../src/search/unblock.ts';
import { vetoes } from '../../src/search/veto.ts';
import { withoutClaim, withoutLeaf } from '../../src/search/without.ts';
import { finish, type Work } from '../../src/search/work.ts';
import { anyAgreement } from '../../src/testing/any-agreement.ts';
import { loadHarbour } from '../fixtures/harbour/load.ts';
import {
  anyQuestion,
  anyStandpoint,
  canReachExplicitly,
  reachableStates,
  READINGS,
  replay,
  SMALL,
  standpoint as readingFrom,
  startingIn,
} from './invented.ts';

function subsetsOf<Item>(items: readonly Item[]): Item[][] {
  return items.reduce<Item[][]>(
    (sets, item) => [...sets, ...sets.map((set) => [...set, item])],
    [[]],
  );
}

function isSubset<Item>(set: readonly Item[], other: readonly Item[]): boolean {
  return set.every((item) => other.includes(item));
}

describe('unblock', () => {
  it('lists the minimal sets of stages that open a gate, as trying every one does', () => {
    let found = 0;
    const cases = anyAgreement(SMALL).chain((agreement) =>
      fc.record({
        agreement: fc.constant(agreement),
        views: fc
          .subarray(READINGS, { minLength: 1 })
          .chain((readings) =>
            fc.tuple(...readings.map((reading) => anyStandpoint(agreement, reading))),
          ),
      }),
    );
    fc.assert(
      fc.property(cases, ({ agreement, views }) => {
        for (const gate of agreement.gates.keys()) {
          const systems = views.map((view) => compiled(agreement, view));
          const opens = (change: readonly (number | null)[]): boolean =>
            systems.every((system) => {
              const asked = system.events.find((event) => event.gate === gate)?.asked;
              const state = startState(system).map((stage, region) => change[region] ?? stage);
              return asked !== undefined && holds(asked, state);
            });
          const regions = systems[0]?.regions ?? [];
          const changes = regions.reduce<(number | null)[][]>(
            (all, { stages }) =>
              all.flatMap((change) => [null, ...stages.keys()].map((stage) => [...change, stage])),
            [[]],
          );
          const opening = changes.filter(opens);
          const isWithin = (
            change: readonly (number | null)[],
            other: readonly (number | null)[],
          ) => change.every((stage, region) => stage === null || stage === other[region]);
          const minimal = opening.filter(
            (change) => !opening.some((other) => other !== change && isWithin(other, change)),
          );
          const expected = minimal.map((change) =>
            change.flatMap((stage, region) =>
              stage === null ? [] : [`${regions[region]?.id}=${regions[region]?.stages[stage]}`],
            ),
          );
          const answer = finish(unblock(agreement, gate, views));
          const listed = answer.sets.map(({ stages }) =>
            stages.map(({ region, stage }) => `${region}=${stage}`).toSorted(),
          );
          // An open gate needs the empty set, which is not listed.
          const sets = answer.open ? [[]] : listed;
          expect(sets.map(String).toSorted()).toEqual(
            expected.map((set) => String(set.toSorted())).toSorted(),
          );
          expect(listed.map((set) => set.length)).toEqual(
            listed.map((set) => set.length).toSorted((left, right) => left - right),
          );
          found += listed.length;
          if (views.length > 1) continue;
          const [system] = systems;
          if (system === undefined) continue;
          const asked = system.events.find((event) => event.gate === gate)?.asked;
          const states = reachableStates(system);
          for (const { stages, reachable } of answer.sets) {
            const guard = resolve(
              {
                kind: 'all',
                of: stages.map(({ region, stage }) => ({ kind: 'in', region, stages: [stage] })),
              },
              system,
            );
            const isReached = states.some(
              (state) => holds(guard, state) && asked !== undefined && holds(asked, state),
            );
            expect(reachable).toBe(isReached);
          }
        }
      }),
      { numRuns: 150 },
    );
    expect(found).toBeGreaterThan(10);
  });
});

describe('minimal sets', () => {
  it('are those that trying every set finds', () => {
    const items = [0, 1, 2, 3, 4, 5];
    fc.assert(
      fc.property(fc.array(fc.subarray(items), { maxLength: 6 }), (wanted) => {
        const passes = (set: readonly number[]): boolean =>
          wanted.some((needed) => isSubset(needed, set));
        const answer = finish(
          minimalSets(items, function* (set): Work<boolean> {
            yield { doing: 'a test', done: 0, nodes: 0 };
            return passes(set);
          }),
        );
        const all = subsetsOf(items).filter(passes);
        const minimal = all.filter(
          (set) => !all.some((other) => other.length < set.length && isSubset(other, set)),
        );
        expect(answer.complete).toBe(true);
        expect(answer.sets.map(String).toSorted()).toEqual(
          minimal.map((set) => String(set.toSorted())).toSorted(),
        );
      }),
    );
  });
});

describe('coalitions and vetoes', () => {
  const atoms = ['north', 'south', 'east'];

  it('say for every set of parties what plain search says', () => {
    const seen = new Set<boolean>();
    fc.assert(
      fc.property(
        anyQuestion,
        fc.constantFrom('nobody' as const, 'free' as const),
        ({ agreement, view, goal }, unstated) => {
          const system = compiled(agreement, view);
          const guard = resolve(goal, system);
          const answer = finish(coalitions(agreement, { standpoints: [view], goal }));
          const free = answer.helped?.map((set) => set.parties) ?? answer.minimal;
          const minimal = unstated === 'free' ? free : answer.minimal;
          for (const parties of subsetsOf(atoms)) {
            const coalition = new Set(parties);
            const expected = canReachExplicitly(
              system,
              (state) => holds(guard, state),
              ({ controllers }) => canBringAbout(agreement, controllers, coalition, unstated),
            );
            expect(canReach(minimal, coalition)).toBe(expected);
            seen.add(expected);
          }
          const contained = minimal.filter((set) =>
            minimal.some((other) => other !== set && isSubset(other, set)),
          );
          expect(contained).toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
    expect(seen.size).toBe(2);
  });

  it('name the events that have to come about by themselves, as trying every set of them does', () => {
    const seen = { needed: 0, free: 0 };
    fc.assert(
      fc.property(anyQuestion, ({ agreement, view, goal }) => {
        const system = compiled(agreement, view);
        const guard = resolve(goal, system);
        const { helped, unstatedEvents } = finish(
          coalitions(agreement, { standpoints: [view], goal }),
        );
        expect(helped === null).toBe(unstatedEvents.length === 0);
        if (helped === null || unstatedEvents.length > 5) return;
        for (const { parties, events } of helped) {
          for (const chosen of subsetsOf(unstatedEvents)) {
            const expected = canReachExplicitly(
              system,
              (state) => holds(guard, state),
              ({ id, controllers }) =>
                chosen.includes(id) ||
                canBringAbout(agreement, controllers, new Set(parties), 'nobody'),
            );
            expect(canReach(events, new Set(chosen))).toBe(expected);
          }
          if (events.some((set) => set.length > 0)) seen.needed += 1;
          else seen.free += 1;
        }
      }),
      { numRuns: 200 },
    );
    expect(Math.min(seen.needed, seen.free)).toBeGreaterThan(0);
  });

  it('find the parties without whom, or against whom, there is no way', () => {
    const seen = { withholding: 0 };
    fc.assert(
      fc.property(anyQuestion, ({ agreement, view, goal }) => {
        const system = compiled(agreement, view);
        const guard = resolve(goal, system);
        const isGoal = (state: State): boolean => holds(guard, state);
        const answer = finish(vetoes(agreement, { standpoints: [view], goal }));
        const able = (parties: readonly string[]) =>
          canReachExplicitly(system, isGoal, ({ controllers }) =>
            canBringAbout(agreement, controllers, new Set(parties), 'free'),
          );
        expect(answer.reachable).toBe(able(atoms));
        if (!answer.reachable) return;
        for (const party of atoms) {
          const veto = answer.vetoes.find((entry) => entry.party === party);
          const isNeeded = !able(atoms.filter((other) => other !== party));
          expect(veto?.byWithholding ?? false).toBe(isNeeded);
          const alone = reachableStates({
            ...system,
            events: system.events.filter(({ controllers }) =>
              canBringAbout(agreement, controllers, new Set([party]), 'nobody'),
            ),
          });
          const isHopeless = (state: State) =>
            !canReachExplicitly(startingIn(system, state), isGoal);
          const spoils = alone.some(isHopeless);
          expect((veto?.bySpoiling ?? null) !== null).toBe(spoils);
          if (isNeeded) seen.withholding += 1;
          if (!spoils) continue;
          const end = replay(system, veto?.bySpoiling ?? []);
          expect(end !== null && isHopeless(end)).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
    expect(seen.withholding).toBeGreaterThan(0);
  });

  it('find who can spoil the harbour accord, and who has to have a hand in it', () => {
    const { agreement } = loadHarbour();
    const [reading = ''] = agreement.readings.keys();
    const goal = gatePassed(agreement, 'settlement');
    const begun = { phase: 'phaseOne', calm: 'holding' };
    const standpoints = [readingFrom(reading, begun)];
    const answer = finish(vetoes(agreement, { standpoints, goal }));
    expect(answer.reachable).toBe(true);
    expect(answer.vetoes.some(({ byWithholding }) => byWithholding)).toBe(true);
    const spoiling = answer.vetoes.filter(({ bySpoiling }) => bySpoiling !== null);
    expect(spoiling.map(({ bySpoiling }) => bySpoiling)).toContainEqual(['calm.broke']);
  });
});

describe('plans by some, avoiding some', () => {
  it('exist where plain search finds them', () => {
    const seen = new Set<string>();
    const cases = anyQuestion.chain((question) =>
      fc.record({
        question: fc.constant(question),
        by: fc.option(fc.subarray(['north', 'south', 'east', 'both'])),
        events: fc.subarray([...question.agreement.events.keys()], { maxLength: 1 }),
        stages: fc.subarray(
          question.agreement.statechart.regions.flatMap((region) =>
            region.stages.map((stage) => ({ region: region.id, stage: stage.id })),
          ),
          { maxLength: 2 },
        ),
      }),
    );
    fc.assert(
      fc.property(cases, ({ question: { agreement, view, goal }, by, events, stages }) => {
        const system = compiled(agreement, view);
        const guard = resolve(goal, system);
        const coalition = new Set(
          (by ?? []).flatMap((party) => (party === 'both' ? ['north', 'south'] : [party])),
        );
        const allowed = system.events.filter(
          ({ id, controllers }) =>
            !events.includes(id) &&
            (by === null || canBringAbout(agreement, controllers, coalition, 'nobody')),
        );
        const enters = (before: State, after: State): boolean =>
          stages.some(({ region, stage }) => {
            const place = system.regions.findIndex(({ id }) => id === region);
            const number = system.regions[place]?.stages.indexOf(stage);
            return after[place] === number && before[place] !== number;
          });
        const found = [startState(system)];
        const known = new Set(found.map(String));
        for (const state of found)
          for (const event of allowed) {
            const next = holds(event.guard, state)
              ? replay(startingIn({ ...system, events: [event] }, state), [event.id])
              : null;
            if (next === null || enters(state, next) || known.has(String(next))) continue;
            known.add(String(next));
            found.push(next);
          }
        const expected = found.some((state) => holds(guard, state)) ? 'found' : 'impossible';
        const answer = finish(
          plan(agreement, { standpoints: [view], goal, by, avoid: { events, stages } }),
        );
        expect(answer.kind).toBe(expected);
        seen.add(answer.kind);
      }),
      { numRuns: 200 },
    );
    expect(seen.size).toBe(2);
  });
});

describe('pivots', () => {
  it('change the goals that plain search on the changed agreement changes', () => {
    const seen = { leaf: 0, claim: 0 };
    const cases = anyAgreement(SMALL).chain((agreement) =>
      fc
        .constantFrom(...READINGS)
        .chain((reading) => fc.tuple(fc.constant(agreement), anyStandpoint(agreement, reading))),
    );
    fc.assert(
      fc.property(cases, ([agreement, standpoint]) => {
        const goals = [...agreement.gates.keys()].map((id) => ({
          id,
          goal: gatePassed(agreement, id),
        }));
        const reachableIn = (version: typeof agreement): string[] => {
          const system = compiled(version, standpoint);
          return goals
            .filter(({ goal }) =>
              canReachExplicitly(system, (state) => holds(resolve(goal, system), state)),
            )
            .map(({ id }) => id);
        };
        const before = reachableIn(agreement);
        const answer = finish(pivots(agreement, { standpoint, goals }));
        for (const { dropped, goals: changed } of answer.pivots) {
          const version =
            dropped.kind === 'leaf'
              ? withoutLeaf(agreement, dropped.id)
              : withoutClaim(agreement, dropped.id);
          const after = reachableIn(version);
          for (const { goal, reachableAfter } of changed) {
            seen[dropped.kind] += 1;
            expect(after.includes(goal)).toBe(reachableAfter);
            expect(before.includes(goal)).toBe(!reachableAfter);
          }
          const unchanged = goals.filter(({ id }) => !changed.some(({ goal }) => goal === id));
          for (const { id } of unchanged) expect(after.includes(id)).toBe(before.includes(id));
        }
      }),
      { numRuns: 200 },
    );
    expect(Math.min(seen.leaf, seen.claim)).toBeGreaterThan(0);
  });

  it('find nothing to drop as reported, where no gate asks anything', () => {
    fc.assert(
      fc.property(anyAgreement(SMALL), (agreement) => {
        const goals = [...agreement.gates.keys()].map((id) => ({
          id,
          goal: gatePassed(agreement, id),
        }));
        const standpoint = { terms: { reading: REPORTED, day: null, waived: [] } };
        const answer = finish(pivots(agreement, { standpoint, goals }));
        expect(answer.pivots.flatMap(({ goals: changed }) => changed)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});

describe('cycles', () => {
  it('are the sets of names that lead to each other', () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const name = fc.constantFrom(...names);
    fc.assert(
      fc.property(fc.array(fc.tuple(name, name), { maxLength: 10 }), (edges) => {
        const leads = (from: string, to: string): boolean => {
          const reached = new Set(edges.filter(([start]) => start === from).map(([, end]) => end));
          for (const known of reached)
            for (const [start, end] of edges) if (start === known) reached.add(end);
          return reached.has(to);
        };
        const found = cyclesAmong(edges);
        for (const one of names)
          for (const other of names) {
            const isTogether = found.some((cycle) => cycle.includes(one) && cycle.includes(other));
            expect(isTogether).toBe(leads(one, other) && leads(other, one));
          }
      }),
    );
  });
});
