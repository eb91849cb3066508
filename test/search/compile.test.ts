import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Agreement } from '../../src/model/agreement.ts';
import { Runner } from '../../src/model/runner.ts';
import { barriersOf, REPORTED, type Terms } from '../../src/model/terms.ts';
import { compile, compiled } from '../../src/search/compile.ts';
import { explore } from '../../src/search/exploration.ts';
import {
  allOf,
  ALWAYS,
  type CompiledEvent,
  type Guard,
  namedState,
  startState,
  type State,
  type System,
  take,
} from '../../src/search/system.ts';
import { finish } from '../../src/search/work.ts';
import { anyAgreement } from '../../src/testing/any-agreement.ts';
import { anyTerms } from '../../src/testing/arbitraries.ts';
import { takeUnder } from '../../src/testing/take-under.ts';
import { loadHarbour } from '../fixtures/harbour/load.ts';
import { LARGE, READINGS, termsOf } from './invented.ts';
import { loadFiveDocuments } from '../five-documents.ts';

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
    const expected = takeUnder(runner, agreement, terms, namedState(system, state), event.id);
    const next = take(event, state);
    const got = next === null ? null : namedState(system, next);
    if (JSON.stringify(got) !== JSON.stringify(expected))
      return `${event.id} leads to ${JSON.stringify(got)}, XState says ${JSON.stringify(expected)}`;
    if (next !== null) state = [...next];
  }
  return null;
}

/** Terms of a reading, or as reported, where nobody asks anything. */
function anyView(agreement: Agreement): fc.Arbitrary<Terms> {
  return fc.oneof(
    { weight: 5, arbitrary: anyTerms(agreement) },
    { weight: 1, arbitrary: fc.constant(termsOf(REPORTED)) },
  );
}

/** An event that the compiled system and XState judge differently, or all that both were seen to do. */
interface Walked {
  readonly difference: string | null;
  readonly taken: ReadonlySet<string>;
  /** Events that a position or a requirement alone kept from happening. */
  readonly refused: ReadonlySet<string>;
}

interface Way {
  readonly agreement: Agreement;
  readonly runner: Runner;
  readonly view: Terms;
  readonly choices: readonly number[];
  /** The reachable state from which a step goes on where the walk is to leave its corner. */
  readonly elsewhere: (step: number) => State;
}

/**
 * Offers every event to both at every step, then goes on by one of those that were taken; now and then, and where none
 * was, it goes on from another of the reachable states, so that a walk sees more than the corner that it started in.
 */
function walkFar(system: System, { agreement, runner, view, choices, elsewhere }: Way): Walked {
  const taken = new Set<string>();
  const refused = new Set<string>();
  const pack = (stages: object | null): string => JSON.stringify(stages);
  let state = startState(system);
  for (const [step, choice] of choices.entries()) {
    const before = namedState(system, state);
    const nexts: State[] = [];
    for (const event of system.events) {
      const expected = takeUnder(runner, agreement, view, before, event.id);
      const next = take(event, state);
      if (pack(next === null ? null : namedState(system, next)) !== pack(expected)) {
        const said = `${event.id} at ${pack(before)}: XState says ${pack(expected)}`;
        return { difference: said, taken, refused };
      }
      if (next !== null) nexts.push(next);
      if (next !== null) taken.add(event.id);
      else if (event.from.includes(state[event.home] ?? -1)) refused.add(event.id);
    }
    const isOver = nexts.length === 0 || step % 40 === 39;
    state = (isOver ? undefined : nexts[choice % nexts.length]) ?? elsewhere(step);
  }
  return { difference: null, taken, refused };
}

function hasAny(guard: Guard): boolean {
  return guard.kind !== 'in' && (guard.kind === 'any' || guard.of.some(hasAny));
}

/** The guard with every `any` in it made an `all`. */
function withoutAny(guard: Guard): Guard {
  return guard.kind === 'in' ? guard : { kind: 'all', of: guard.of.map(withoutAny) };
}

const walk = fc.array(fc.nat(), { minLength: 1, maxLength: 12 });
const anyStages = fc.array(fc.nat(), { minLength: 30, maxLength: 30 });

const agreements: [string, Agreement][] = [
  ['a rich agreement', loadFiveDocuments().agreement],
  ['the harbour accord', loadHarbour().agreement],
];

describe('compile', () => {
  it('takes the events that XState takes, to the same states, on invented agreements', () => {
    const seen = { open: 0, objected: 0 };
    const cases = anyAgreement().chain((agreement) =>
      fc.tuple(fc.constant(agreement), anyView(agreement), anyStages, walk),
    );
    fc.assert(
      fc.property(cases, ([agreement, terms, stages, choices]) => {
        const system = compiled(agreement, { terms });
        expect(difference(agreement, system, terms, stages, choices)).toBeNull();
        for (const event of agreement.events.keys()) {
          const barriers = barriersOf(agreement, event, terms);
          if (barriers.length > 1) seen.open += 1;
          if (barriers.some(({ objections }) => objections.length > 0)) seen.objected += 1;
        }
      }),
      { numRuns: 250 },
    );
    // Positions that may or may not be in force have to be among them, and objections.
    expect(Math.min(seen.open, seen.objected)).toBeGreaterThan(20);
  });

  it.each(agreements)('does so on %s, from any state', (_, agreement) => {
    fc.assert(
      fc.property(anyView(agreement), anyStages, walk, (terms, stages, choices) => {
        const system = compiled(agreement, { terms });
        expect(difference(agreement, system, terms, stages, choices)).toBeNull();
      }),
      { numRuns: 60 },
    );
  });

  describe('on machines of 100,000 reachable states and more', () => {
    const STEPS = 240;
    // To shrink one of these takes minutes, so a failure stays as it was found.
    const anyLarge = anyAgreement(LARGE)
      .chain((agreement) =>
        fc.constantFrom(...READINGS).map((reading) => {
          const view = termsOf(reading);
          return { agreement, view, exploration: finish(explore(agreement, { terms: view })) };
        }),
      )
      .filter(({ exploration }) => exploration.states >= 100_000n);
    const steps = { minLength: STEPS, maxLength: STEPS };
    const anyWalk = fc
      .tuple(
        anyLarge,
        fc.array(fc.nat(), steps),
        fc.array(fc.bigInt({ min: 0n, max: 2n ** 64n }), steps),
      )
      .map(([{ agreement, view, exploration }, choices, places]) => {
        const { system, space, reachable, states } = exploration;
        const elsewhere = (step: number): State =>
          space.at(reachable.set, (places[step] ?? 0n) % states);
        const runner = new Runner(agreement);
        return { system, states, way: { agreement, runner, view, choices, elsewhere } };
      });

    it('takes what XState takes, every event at every step', () => {
      let largest = 0n;
      let [taken, refused] = [0, 0];
      fc.assert(
        fc.property(anyWalk, ({ system, states, way }) => {
          const seen = walkFar(system, way);
          expect(seen.difference).toBeNull();
          taken += seen.taken.size;
          refused += seen.refused.size;
          if (states > largest) largest = states;
        }),
        { numRuns: 5, endOnFailure: true },
      );
      expect(largest).toBeGreaterThanOrEqual(100_000n);
      expect(taken).toBeGreaterThan(5 * 15);
      expect(refused).toBeGreaterThan(5 * 2);
    });

    it('would be caught with one bug planted, in a move, in a guard or in an `any`', () => {
      const planted = { move: 0, guard: 0, any: 0 };
      fc.assert(
        fc.property(anyWalk, ({ system, way }) => {
          const { taken, refused } = walkFar(system, way);
          const isCaught = (event: CompiledEvent): boolean => {
            const events = system.events.map((each) => (each.id === event.id ? event : each));
            return walkFar({ ...system, events }, way).difference !== null;
          };
          for (const event of system.events.filter(({ id }) => taken.has(id)).slice(0, 5)) {
            const moves = event.moves.map(({ region, to }) => ({
              region,
              to: to.map((stage) => (stage + 1) % to.length),
            }));
            expect([event.id, isCaught({ ...event, moves })]).toEqual([event.id, true]);
            planted.move += 1;
          }
          for (const event of system.events.filter(({ id }) => refused.has(id)).slice(0, 5)) {
            const guard: Guard = { kind: 'in', region: event.home, stages: event.from };
            expect([event.id, isCaught({ ...event, guard })]).toEqual([event.id, true]);
            planted.guard += 1;
          }
          for (const event of system.events.filter(({ asked }) => hasAny(asked)).slice(0, 5))
            if (isCaught({ ...event, guard: withoutAny(event.guard) })) planted.any += 1;
        }),
        { numRuns: 2, endOnFailure: true },
      );
      expect(Math.min(planted.move, planted.guard, planted.any)).toBeGreaterThan(0);
    });
  });

  it('would be caught with one transition changed', () => {
    const agreement = loadFiveDocuments().agreement;
    const terms = termsOf(REPORTED);
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
    const { agreement } = loadHarbour();
    const assumed = { phase: 'three', lighthouse: 'lit' };
    const result = compile(agreement, { terms: termsOf('nobody'), assumed });
    expect(result).toEqual({
      ok: false,
      problems: [
        'there is no reading nobody',
        'phase cannot start in three',
        'there is no region lighthouse to assume a stage of',
      ],
    });
  });

  it('keeps what the model requires apart from what is asked, and thinks either away', () => {
    const seen = { requirement: 0, positions: 0 };
    fc.assert(
      fc.property(anyAgreement(), fc.constantFrom(...READINGS), (agreement, reading) => {
        const terms = termsOf(reading);
        const whole = compiled(agreement, { terms });
        const free = compiled(agreement, { terms, without: { positions: true } });
        const unbound = compiled(agreement, {
          terms,
          without: { positions: true, requirements: true },
        });
        for (const [index, event] of whole.events.entries()) {
          expect(free.events[index]?.requirement).toEqual(event.requirement);
          expect(free.events[index]?.asked).toEqual(ALWAYS);
          const home: Guard = { kind: 'in', region: event.home, stages: event.from };
          expect(unbound.events[index]?.guard).toEqual(allOf([home]));
          if (event.requirement !== ALWAYS) seen.requirement += 1;
          if (event.asked !== ALWAYS) seen.positions += 1;
        }
      }),
      { numRuns: 50 },
    );
    expect(Math.min(seen.requirement, seen.positions)).toBeGreaterThan(0);
  });
});
