import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Agreement } from '../../src/model/agreement.ts';
import { every, some, type Truth } from '../../src/model/kleene.ts';
import { asCertain, play } from '../../src/model/run.ts';
import type { RunState } from '../../src/model/run-state.ts';
import { type Verdict } from '../../src/model/shapes/scenario.ts';
import type { PartyStanding } from '../../src/model/standing.ts';
import { type StoryStep, storyStep } from '../../src/model/story.ts';
import { type World, worldsOver } from '../../src/model/worlds.ts';
import { anyAgreement } from '../../src/testing/any-agreement.ts';
import { SUBJECTS } from './subjects.ts';
import { verdictUnder } from './verdict-under.ts';

interface Ending {
  readonly agreement: Agreement;
  readonly steps: readonly StoryStep[];
}

/** Some regions are not known, and then some events happen, so that what is unknown hangs together. */
function endingOf(agreement: Agreement): fc.Arbitrary<Ending> {
  const regions = fc.uniqueArray(fc.constantFrom(...agreement.regions.keys()), {
    minLength: 1,
    maxLength: 3,
  });
  const events = fc.array(fc.constantFrom(...agreement.events.keys()), { maxLength: 6 });
  return fc.tuple(regions, events).map(([unknown, happened]) => {
    const steps = [
      ...unknown.map((region) => stepOf({ unknown: { region } }, `${region} unknown`)),
      ...happened.map((event) => stepOf({ event }, event)),
    ];
    const text = steps.map((step) => step.title).join(', ');
    return { agreement, steps, [fc.toStringMethod]: () => `in ${agreement.id}: ${text}` } as Ending;
  });
}

function stepOf(action: Parameters<typeof storyStep>[1] | object, title: string): StoryStep {
  const written = {
    id: 'step',
    title,
    status: 'assumed' as const,
    by: [],
    claims: [],
    bearing: [],
    disputedBy: [],
  };
  return storyStep({ id: 'any-ending' }, { ...written, ...action });
}

const small = anyAgreement({ regions: { min: 2, max: 4 }, stages: { min: 2, max: 3 } });
const endings: readonly [string, fc.Arbitrary<Ending>, runs: number][] = [
  ...SUBJECTS.map(({ name, agreement }): [string, fc.Arbitrary<Ending>, number] => [
    name,
    endingOf(agreement),
    5,
  ]),
  ['any agreement', small.chain(endingOf), 60],
];

interface Judged {
  readonly event: string;
  readonly judged: PartyStanding;
  readonly alone: readonly Verdict[];
  readonly worlds: readonly World[];
  readonly state: RunState;
}

/** Every gate under every reading at the end, and in each of its worlds by itself. */
function judgedAtEnd({ agreement, steps }: Ending): Judged[] {
  const played = play(agreement, asCertain(steps));
  const states = played.steps.at(-1)?.states ?? played.start;
  return [...agreement.gates.values()].flatMap(({ event }) =>
    [...agreement.readings.keys()].map((reading): Judged => {
      const state = states[reading] as RunState;
      const judge = (worlds: RunState['worlds']) =>
        verdictUnder(agreement, reading, event, { ...state, worlds }, null);
      const worlds = worldsOver(state.worlds, [
        ...agreement.regions.keys(),
        ...agreement.events.keys(),
      ]);
      const alone = worlds.map((known) => judge({ known, open: [] }).verdict);
      return { event, judged: judge(state.worlds), alone, worlds, state };
    }),
  );
}

describe.each(endings)('unknown stages of %s', (_name, ending, numRuns) => {
  it('give the verdict that every possible value gives, and unknown where they differ', () => {
    let unknown = 0;
    fc.assert(
      fc.property(ending, (end) => {
        for (const { judged, alone } of judgedAtEnd(end)) {
          const lets = alone.map((verdict): Truth => verdict !== 'closed');
          const isSure = every(lets) === some(lets);
          expect(judged.verdict === 'unknown').toBe(!isSure);
          // Open and passed together let the event's target come about either way, so they are open.
          const found = [judged.verdict, ...alone];
          expect(isSure && !found.includes('open') ? new Set(found).size : 1).toBe(1);
          unknown += isSure ? 0 : 1;
        }
      }),
      { numRuns },
    );
    expect(unknown).toBeGreaterThan(0);
  });

  it('are told apart exactly: those that some smallest settling set needs, and those that none does', () => {
    let both = 0;
    fc.assert(
      fc.property(ending, (end) => {
        for (const { event, judged, alone, worlds, state } of judgedAtEnd(end)) {
          const unknown = [...end.agreement.regions.keys()].filter(
            (region) => state.facts[region]?.stage === 'unknown',
          );
          // Whether the event has been taken can be what is not known, too; it is no region.
          const facts = [...unknown, event];
          const pairs = worlds.flatMap((left, i) =>
            worlds
              .filter((_, j) => (alone[i] === 'closed') !== (alone[j] === 'closed'))
              .map((right) => facts.filter((fact) => left[fact] !== right[fact])),
          );
          const settles = (known: readonly string[]): boolean =>
            pairs.every((apart) => apart.some((fact) => known.includes(fact)));
          // A fact is needed by some smallest set exactly when it completes one that does not settle it without.
          const needed = unknown.filter((region) =>
            subsets(facts.filter((other) => other !== region)).some(
              (others) => !settles(others) && settles([...others, region]),
            ),
          );
          expect(judged.unknownFacts).toEqual({
            deciding: needed,
            irrelevant: unknown.filter((region) => !needed.includes(region)),
          });
          both += needed.length > 0 && needed.length < unknown.length ? 1 : 0;
        }
      }),
      { numRuns },
    );
    expect(both).toBeGreaterThan(0);
  });
});

it.each(SUBJECTS)('unknown stages everywhere stay apart, in $name', ({ agreement }) => {
  const regions = [...agreement.regions.keys()];
  const steps = regions.map((region) => stepOf({ unknown: { region } }, region));
  const last = play(agreement, asCertain(steps)).steps.at(-1);
  const open = last?.states['reported']?.worlds.open ?? [];
  expect(open.map(({ keys }) => keys)).toEqual(regions.map((region) => [region]));
});

function subsets<T>(items: readonly T[]): T[][] {
  return items.reduce<T[][]>((sets, item) => [...sets, ...sets.map((set) => [...set, item])], [[]]);
}
