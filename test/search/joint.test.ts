import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Standpoint, ThoughtAway } from '../../src/search/compile.ts';
import type { Goal } from '../../src/search/goal.ts';
import { joint } from '../../src/search/joint.ts';
import { reachableFrom } from '../../src/search/reachability.ts';
import { Space } from '../../src/search/space.ts';
import { finish } from '../../src/search/work.ts';
import { anyAgreement } from '../../src/testing/any-agreement.ts';
import { ByDefinition } from './by-definition.ts';
import { anyAim, READINGS, SMALL, standpoint } from './invented.ts';
import { plan } from '../../src/search/plan.ts';

function without(views: readonly Standpoint[], away: ThoughtAway): Standpoint[] {
  return views.map((view) => ({ ...view, without: away }));
}

describe('joint runs', () => {
  it('reach together what their definition says, from equal and from different starts', () => {
    let split = 0;
    fc.assert(
      fc.property(anyAim, ({ agreement, views }) => {
        const together = joint(agreement, views);
        if (together.parts.length > agreement.statechart.regions.length) split += 1;
        const space = new Space(together.system);
        const { set } = finish(reachableFrom(space, space.start));
        const states = new ByDefinition(agreement, views).from();
        // Standpoints that are the same share a run, and tuples that differ in nothing else are one state.
        expect(space.members.count(set)).toBe(BigInt(states.length));
      }),
      { numRuns: 300 },
    );
    expect(split).toBeGreaterThan(40);
  });

  it('need no region twice from one start', () => {
    fc.assert(
      fc.property(anyAgreement(SMALL), (agreement) => {
        const together = joint(
          agreement,
          READINGS.map((reading) => standpoint(reading)),
        );
        expect(together.system.regions.length).toBe(agreement.statechart.regions.length);
      }),
      { numRuns: 50 },
    );
  });

  it('keep every event, those that can never happen as well', () => {
    fc.assert(
      fc.property(anyAim, ({ agreement, views }) => {
        const ids = joint(agreement, views).system.events.map(({ id }) => id);
        expect([...new Set(ids)]).toEqual([...agreement.events.keys()]);
      }),
      { numRuns: 50 },
    );
  });
});

describe('plans for everyone', () => {
  it('are as short as the definition allows, and no run refuses a step', () => {
    const seen = { found: 0, done: 0, events: 0, states: 0 };
    fc.assert(
      fc.property(anyAim, ({ agreement, views, goal }) => {
        const plain = new ByDefinition(agreement, views);
        const expected = plain.distance(goal);
        const answer = finish(plan(agreement, { standpoints: views, goal, alternatives: 2 }));
        expect(answer.kind).toBe(expected === null ? 'impossible' : 'found');
        if (answer.kind !== 'found') return;
        expect(answer.length).toBe(expected);
        seen.found += 1;
        if (answer.length === 0) seen.done += 1;
        else seen[goal.kind === 'event' ? 'events' : 'states'] += 1;
        for (const steps of answer.plans) {
          expect(steps.length).toBe(expected);
          let runs = plain.start;
          for (const [index, step] of steps.entries()) {
            const isLast = goal.kind === 'event' && index === steps.length - 1;
            if (isLast) {
              expect(step.event).toBe(goal.event);
              expect(plain.isReady(goal, runs)).toBe(true);
            } else {
              const next = plain.after(runs, step.event);
              expect(next).not.toBeNull();
              runs = next ?? runs;
            }
            // What may happen again may leave everything where it is.
            const mayStay = agreement.events.get(step.event)?.again === true;
            expect(mayStay || step.changes.length > 0).toBe(true);
          }
          if (goal.kind === 'state') expect(plain.isReady(goal, runs)).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
    expect(Math.min(seen.done, seen.events, seen.states)).toBeGreaterThan(20);
  });

  it('give one of three reasons where there is none, and name who excludes it, none needlessly', () => {
    const seen = { positions: 0, requirements: 0, events: 0, several: 0, objections: 0 };
    fc.assert(
      fc.property(anyAim, ({ agreement, views, goal }) => {
        const answer = finish(plan(agreement, { standpoints: views, goal }));
        if (answer.kind !== 'impossible') return;
        const can = (some: readonly Standpoint[], asked: Goal = goal): boolean =>
          new ByDefinition(agreement, some).distance(asked) !== null;
        const reason = can(without(views, { positions: true }))
          ? 'positions'
          : can(without(views, { positions: true, requirements: true }))
            ? 'requirements'
            : 'events';
        expect(answer.reason).toBe(reason);
        expect(answer.complete).toBe(true);
        seen[reason] += 1;
        expect(answer.conflicts.length > 0).toBe(reason === 'positions');
        expect(answer.requirements.length > 0).toBe(reason === 'requirements');
        for (const { readings, conditions, objections } of answer.conflicts) {
          const chosen = readings.map(([reading = '']) => reading);
          const of = (some: readonly string[]) =>
            views.filter(({ terms }) => some.includes(terms.reading));
          expect(can(of(chosen))).toBe(false);
          for (const left of chosen) {
            const others = of(chosen.filter((reading) => reading !== left));
            expect(others.length === 0 || can(others)).toBe(true);
          }
          // Each statement is needed: waived, it leaves the others a way once all else that is held is waived too.
          const ids = [
            ...conditions.map(({ condition }) => condition.id),
            ...objections.map(({ id }) => id),
          ];
          expect(ids.length).toBeGreaterThan(0);
          const all = [...agreement.conditions.keys(), ...agreement.objections.keys()];
          const holding = (kept: readonly string[]): Standpoint[] =>
            of(chosen).map((view) => ({
              ...view,
              terms: { ...view.terms, waived: all.filter((id) => !kept.includes(id)) },
            }));
          expect(can(holding(ids))).toBe(false);
          for (const id of ids)
            expect(can(holding(ids.filter((other) => other !== id)))).toBe(true);
          if (chosen.length > 1) seen.several += 1;
          if (objections.length > 0) seen.objections += 1;
        }
        const required = answer.requirements.map(({ condition }) => condition.id);
        const model = [...agreement.conditions.values()].filter((each) => each.reading === null);
        const requiring = (kept: readonly string[]): Standpoint[] =>
          without(views, {
            positions: true,
            requirements: model.map(({ id }) => id).filter((id) => !kept.includes(id)),
          });
        if (required.length > 0) expect(can(requiring(required))).toBe(false);
        for (const id of required)
          expect(can(requiring(required.filter((other) => other !== id)))).toBe(true);
      }),
      { numRuns: 500 },
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
  });

  it('bring no run into a stage that is to be avoided', () => {
    const seen = { found: 0, avoided: 0 };
    const cases = anyAim.chain((aimed) =>
      fc.record({
        aimed: fc.constant(aimed),
        avoided: fc
          .constantFrom(...aimed.agreement.statechart.events)
          .chain(({ moves }) => fc.constantFrom(...Object.entries(moves)))
          .chain(([region, to]) =>
            fc.constantFrom(...Object.values(to)).map((stage) => ({ region, stage })),
          ),
      }),
    );
    fc.assert(
      fc.property(cases, ({ aimed: { agreement, views, goal }, avoided }) => {
        const expected = new ByDefinition(agreement, views, { avoided: [avoided] }).distance(goal);
        const request = { standpoints: views, goal, avoid: { stages: [avoided] } };
        const answer = finish(plan(agreement, request));
        expect(answer.kind).toBe(expected === null ? 'impossible' : 'found');
        if (answer.kind !== 'found') return;
        seen.found += 1;
        expect(answer.length).toBe(expected);
        const free = finish(plan(agreement, { standpoints: views, goal }));
        if (free.kind === 'found' && free.length < answer.length) seen.avoided += 1;
      }),
      { numRuns: 800 },
    );
    expect(Math.min(seen.found, seen.avoided)).toBeGreaterThan(0);
  });
});
