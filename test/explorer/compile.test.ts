import * as fc from 'fast-check';
import { createMachine } from 'xstate';
import { describe, expect, it } from 'vitest';
import type { Agreement } from '../../src/agreement/agreement.ts';
import { leavesOf } from '../../src/agreement/condition.ts';
import { REPORTED, Runner } from '../../src/agreement/runner.ts';
import { effectiveCondition, type Terms } from '../../src/agreement/terms.ts';
import { compile, compiled } from '../../src/explorer/compile.ts';
import { namedState, take, type System } from '../../src/explorer/system.ts';
import { anyAgreement, DAY_BETWEEN } from '../../src/testing/any-agreement.ts';
import { shippedAgreement } from './shipped.ts';

/** Where the compiled system and XState part, on the way that the choices lead. */
function difference(
  agreement: Agreement,
  system: System,
  terms: Terms,
  stages: readonly number[],
  choices: readonly number[],
): string | null {
  const runner = new Runner(agreement);
  let state = system.regions.map((region, index) => (stages[index] ?? 0) % region.stages.length);
  for (const choice of choices) {
    const event = system.events[choice % system.events.length];
    if (event === undefined) return 'no event';
    const expected = runner.take(terms, namedState(system, state), event.id);
    const next = take(event, state);
    const got = next === null ? null : namedState(system, next);
    if (JSON.stringify(got) !== JSON.stringify(expected))
      return `${event.id} leads to ${JSON.stringify(got)}, XState says ${JSON.stringify(expected)}`;
    if (next !== null) state = [...next];
  }
  return null;
}

function anyTerms(agreement: Agreement): fc.Arbitrary<Terms> {
  const readings = [...agreement.readings.keys(), REPORTED];
  const leaves = readings.flatMap((reading) =>
    [...agreement.gates.keys()].flatMap((gate) =>
      leavesOf(
        effectiveCondition(agreement, gate, { reading, day: null, waived: [] }).condition,
      ).map(({ id }) => id),
    ),
  );
  return fc.record({
    reading: fc.constantFrom(...readings),
    day: fc.constantFrom(null, DAY_BETWEEN, '2025-10-01'),
    waived: fc.subarray([...new Set(leaves)]),
  });
}

const walk = fc.array(fc.nat(), { minLength: 1, maxLength: 12 });
const anyStages = fc.array(fc.nat(), { minLength: 30, maxLength: 30 });

describe('compile', () => {
  it('takes the events that XState takes, to the same states, on invented agreements', () => {
    const cases = anyAgreement().chain((agreement) =>
      fc.tuple(fc.constant(agreement), anyTerms(agreement), anyStages, walk),
    );
    fc.assert(
      fc.property(cases, ([agreement, terms, stages, choices]) => {
        const system = compiled(agreement, { terms });
        expect(difference(agreement, system, terms, stages, choices)).toBeNull();
      }),
      { numRuns: 250 },
    );
  });

  it('does so on the agreement that ships, from any state', () => {
    const agreement = shippedAgreement();
    fc.assert(
      fc.property(anyTerms(agreement), anyStages, walk, (terms, stages, choices) => {
        const system = compiled(agreement, { terms });
        expect(difference(agreement, system, terms, stages, choices)).toBeNull();
      }),
      { numRuns: 60 },
    );
  });

  it('would be caught with one transition changed', () => {
    const agreement = shippedAgreement();
    const terms = { reading: REPORTED, day: null, waived: [] };
    const system = compiled(agreement, { terms });
    for (const [planted, event] of system.events.entries()) {
      const from = event.from[0] ?? 0;
      const moves = event.moves.map((move) =>
        move.region === event.home
          ? { ...move, to: move.to.with(from, ((move.to[from] ?? 0) + 1) % move.to.length) }
          : move,
      );
      const events = system.events.with(planted, { ...event, moves });
      const stages = system.regions.map((_, region) => (region === event.home ? from : 0));
      const found = difference(agreement, { ...system, events }, terms, stages, [planted]);
      expect([event.id, found]).not.toEqual([event.id, null]);
    }
  });

  it('names what it cannot represent', () => {
    const shipped = shippedAgreement();
    const meta = { title: 'x', kind: 'provision', level: 0 };
    const machine = createMachine({
      type: 'parallel',
      states: {
        a: {
          meta,
          initial: 'one',
          states: {
            one: {
              meta,
              after: { 1000: 'two' },
              on: { 'a.went': { target: 'two', guard: () => true } },
            },
            two: { meta },
          },
        },
      },
    });
    const terms = { reading: 'nobody', day: null, waived: [] };
    const result = compile({ ...shipped, machine }, { terms, assumed: { a: 'three', b: 'one' } });
    expect(result.ok).toBe(false);
    const problems = result.ok ? [] : result.problems;
    expect(problems.join('\n')).toContain('stage a.one uses after');
    expect(problems.join('\n')).toContain('a.went');
    expect(problems).toContain('there is no reading nobody');
    expect(problems).toContain('a cannot start in three');
    expect(problems).toContain('there is no region b to assume a stage of');
  });

  it.each(['*', 'a.*', 'a*', '*.went', 'a.*.went'])(
    'refuses %s as the name of an event, since XState has wildcards',
    (wildcard) => {
      const meta = { title: 'x', kind: 'provision', level: 0 };
      const machine = createMachine({
        type: 'parallel',
        states: {
          a: {
            meta,
            initial: 'one',
            states: {
              one: { meta, on: { [wildcard]: 'two', 'a.came': 'two' } },
              two: { meta, on: { 'a.went': 'one' } },
            },
          },
        },
      });
      const terms = { reading: REPORTED, day: null, waived: [] };
      const result = compile({ ...shippedAgreement(), machine }, { terms });
      expect(result).toEqual({
        ok: false,
        problems: [
          `stage a.one has a transition on ${wildcard}, a wildcard; an agreement names each event`,
        ],
      });
    },
  );
});
