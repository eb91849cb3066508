import * as fc from 'fast-check';
import type { Agreement } from '../../src/model/agreement.ts';
import { type Condition, conditionsOf } from '../../src/model/condition.ts';
import { step as stepShape, type StepFile } from '../../src/model/shapes/scenario.ts';
import { type StoryStep, storyStep } from '../../src/model/story.ts';

/** Steps that nobody has written. Printed, they read as a story. */
export interface AnyStory {
  readonly steps: readonly StoryStep[];
}

type Written = Partial<
  Pick<StepFile, 'event' | 'waive' | 'restore' | 'acknowledge' | 'assume' | 'unknown'>
> & {
  disputedBy?: StepFile['disputedBy'];
  /** As a file has it. */
  void?: true;
};
/** What leads up to something and then it, and how many of the interesting days pass before. */
interface Passage {
  /** Left out of the story where this is zero, which is what a failing story shrinks towards. */
  readonly isIn: number;
  /** Where in the story it comes, compared with the others. */
  readonly order: number;
  readonly passes: number;
  readonly written: readonly Written[];
}

/**
 * Almost every event and every gate in any order, with waivers, assumptions and unknown stages in between, over the
 * days on which something is published.
 *
 * Events that follow one another at random are mostly impossible, so most are prepared: their home region is put
 * where they can leave, and before a gate the regions that it asks about are put where they meet it, or do not.
 */
export function anyStory(agreement: Agreement): fc.Arbitrary<AnyStory> {
  const gates = [...agreement.gates.keys()];
  const passages = [
    ...[...agreement.events.keys()].map((event) => eventPassage(agreement, event)),
    ...gates.map((gate) => gatePassage(agreement, gate)),
    ...gates.map((gate) => unknownPassage(agreement, gate)),
  ].map((written) =>
    fc.record({
      isIn: fc.nat({ max: 30 }),
      order: fc.nat({ max: 999 }),
      passes: fc.nat({ max: 2 }).map((roll) => (roll === 2 ? 1 : 0)),
      written,
    }),
  );
  const others = fc.record({
    isIn: fc.constant(1),
    order: fc.nat({ max: 999 }),
    passes: fc.constant(0),
    written: otherPassage(agreement),
  });
  return fc
    .tuple(fc.nat({ max: 7 }), fc.tuple(...passages), fc.array(others, { maxLength: 12 }))
    .map(([isLate, some, rest]) => {
      const kept = [...some, ...rest].filter((passage) => passage.isIn > 0);
      const inOrder = kept.toSorted((left, right) => left.order - right.order);
      return told(agreement, inOrder, isLate > 0);
    });
}

/** Publication days and the days of claims, with the day before each: on those the positions change. */
export function interestingDays(agreement: Agreement): string[] {
  const claims = [...agreement.claims.values()].flatMap(({ date }) => (date ? [date] : []));
  const ranges = [...agreement.sources.map(({ published }) => published), ...claims];
  const days = ranges.flatMap(({ from, to }) => [from, to]);
  const before = days.map((day) =>
    new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10),
  );
  return [...new Set([...days, ...before])].toSorted();
}

/** Every condition that the model or any reading has before a gate's event. */
export function conditionsOfGate(agreement: Agreement, gate: string): Condition[] {
  const event = agreement.gates.get(gate)?.event ?? '';
  const statements = [...agreement.readings.values()].flatMap(
    ({ positions }) => positions.get(event) ?? [],
  );
  const requirement = agreement.events.get(event)?.requirement;
  return [...(requirement ? [requirement] : []), ...statements.map(({ asked }) => asked)].flatMap(
    conditionsOf,
  );
}

/** What a reading can waive before a gate's event: its own conditions and objections. */
function waivableAt(agreement: Agreement, gate: string): { reading: string; condition: string }[] {
  const event = agreement.gates.get(gate)?.event ?? '';
  return [...agreement.readings.values()].flatMap(({ id: reading, positions }) =>
    (positions.get(event) ?? []).flatMap(({ stance, id, asked }) =>
      stance === 'objects'
        ? [{ reading, condition: id }]
        : conditionsOf(asked).map((condition) => ({ reading, condition: condition.id })),
    ),
  );
}

/** The objections of the readings to a gate's event. */
function objectionsAt(agreement: Agreement, gate: string) {
  return waivableAt(agreement, gate).filter(({ condition }) => agreement.objections.has(condition));
}

function eventPassage(agreement: Agreement, event: string): fc.Arbitrary<Written[]> {
  return fc
    .record({
      isPrepared: fc.nat({ max: 4 }),
      from: fc.nat({ max: 9 }),
      disputes: fc.option(fc.constantFrom(...agreement.readings.keys()), { freq: 9 }),
      isVoid: fc.nat({ max: 9 }).map((roll) => roll === 9),
    })
    .map(({ isPrepared, from, disputes, isVoid }) => [
      ...(isPrepared > 0 ? [leaving(agreement, event, from)] : []),
      {
        event,
        ...(isVoid ? { void: true } : {}),
        disputedBy: disputes === null ? [] : [{ reading: disputes, claims: ['a.c1'] }],
      },
    ]);
}

function gatePassage(agreement: Agreement, gate: string): fc.Arbitrary<Written[]> {
  const event = agreement.gates.get(gate)?.event ?? '';
  const regions = [...new Set(conditionsOfGate(agreement, gate).map(({ region }) => region))];
  const waivers = objectionsAt(agreement, gate).map((waive): Written => ({ waive }));
  return fc
    .record({
      isPlaced: fc.boolean(),
      from: fc.nat({ max: 9 }),
      stages: fc.array(fc.nat({ max: 9 }), {
        minLength: regions.length,
        maxLength: regions.length,
      }),
    })
    .map(({ isPlaced, from, stages }) => [
      leaving(agreement, event, from),
      ...(isPlaced ? regions : []).map((region, index): Written => {
        const ids = stageIds(agreement, region);
        return { assume: { region, stage: ids[(stages[index] ?? 0) % ids.length] ?? '' } };
      }),
      { event },
      leaving(agreement, event, from),
      ...regions.map((region): Written => ({
        assume: { region, stage: bestStage(agreement, gate, region) },
      })),
      ...waivers,
      { event },
    ]);
}

/** A region that the gate turns on is not known; it is again afterwards, so that values do not multiply without end. */
function unknownPassage(agreement: Agreement, gate: string): fc.Arbitrary<Written[]> {
  const event = agreement.gates.get(gate)?.event ?? '';
  const home = agreement.events.get(event)?.home ?? '';
  const conditions = conditionsOfGate(agreement, gate);
  const asked = conditions.map(({ region }) => region);
  // A verdict is a party's: what the model alone requires makes none unknown.
  const byParties = conditions.flatMap(({ region, reading }) => (reading === null ? [] : [region]));
  const restored = waivableAt(agreement, gate).map((restore): Written => ({ restore }));
  return fc
    .tuple(fc.constantFrom(...byParties, home), fc.nat({ max: 9 }), fc.nat({ max: 30 }))
    .map(([region, index, isPlaced]) => {
      // Where the event's own region is unknown the gate has to be shut, and open where another is, to tell them apart.
      const isBest = region !== home;
      const around = asked
        .filter((id) => id !== home)
        .map((id): Written => {
          const stage = bestStage(agreement, gate, id, isBest ? 1 : -1);
          return { assume: { region: id, stage } };
        });
      const back = (id: string): Written => {
        const ids = stageIds(agreement, id);
        return { assume: { region: id, stage: ids[index % ids.length] ?? '' } };
      };
      return [
        ...restored,
        ...(isPlaced > 0 ? [leaving(agreement, event, index), ...around] : []),
        { unknown: { region } },
        { event },
        back(region),
        back(home),
      ];
    });
}

function otherPassage(agreement: Agreement): fc.Arbitrary<Written[]> {
  const assume = fc
    .tuple(fc.constantFrom(...agreement.regions.keys()), fc.nat({ max: 9 }))
    .map(([region, index]): Written[] => {
      const ids = stageIds(agreement, region);
      return [{ assume: { region, stage: ids[index % ids.length] ?? '' } }];
    });
  const gates = [...agreement.gates.keys()];
  const all = gates.flatMap((gate) => waivableAt(agreement, gate));
  const granted = fc
    .tuple(
      fc.constantFrom(...agreement.readings.keys()),
      fc.constantFrom(...agreement.events.keys()),
      fc.nat({ max: 9 }),
    )
    .map(([reading, event, from]): Written[] => [
      leaving(agreement, event, from),
      { acknowledge: { reading, event } },
    ]);
  // Parties may only back things, or have dropped all that they held.
  if (all.length === 0) return fc.oneof(assume, granted);
  const waivable = fc.constantFrom(...all);
  return fc.oneof(
    assume,
    granted,
    waivable.map((one): Written[] => [{ waive: one }]),
    waivable.map((one): Written[] => [{ restore: one }]),
  );
}

/** The stage of a region that meets the most of a gate's conditions, or with -1 the fewest. */
function bestStage(agreement: Agreement, gate: string, region: string, sign: 1 | -1 = 1): string {
  const conditions = conditionsOfGate(agreement, gate).filter((one) => one.region === region);
  const met = (stage: string) => conditions.filter((one) => one.stages.includes(stage)).length;
  const ids = stageIds(agreement, region);
  return ids.toSorted((left, right) => sign * (met(right) - met(left)))[0] ?? '';
}

function stageIds(agreement: Agreement, region: string): string[] {
  return agreement.regions.get(region)?.stages.map((stage) => stage.id) ?? [];
}

function leaving(agreement: Agreement, event: string, index: number): Written {
  const home = agreement.events.get(event)?.home ?? '';
  const stages = Object.keys(agreement.events.get(event)?.moves[home] ?? {});
  return { assume: { region: home, stage: stages[index % stages.length] ?? '' } };
}

function told(agreement: Agreement, passages: readonly Passage[], isLate: boolean): AnyStory {
  const days = interestingDays(agreement);
  // The readings change on the way, or have all been stated when the story begins.
  let day = isLate ? days.length - 1 : 0;
  const steps: StoryStep[] = [];
  for (const passage of passages) {
    day = Math.min(day + passage.passes, days.length - 1);
    const to = days[day] ?? '2025-01-01';
    for (const written of passage.written) {
      const id = `step-${steps.length + 1}`;
      const date = steps.length % 3 === 2 ? {} : { date: { from: to, to } };
      const read = stepShape.parse({
        id,
        title: inWords(written),
        status: 'assumed',
        ...written,
        ...date,
      });
      steps.push(storyStep({ id: 'any-story' }, read));
    }
  }
  const text = steps
    .map((step) => `  ${step.id} ${step.date?.to ?? '(no day)  '} ${step.title}`)
    .join('\n');
  return {
    steps,
    [fc.toStringMethod]: () => `a story of ${steps.length} steps:\n${text}`,
  } as AnyStory;
}

function inWords({
  event,
  waive,
  restore,
  acknowledge,
  assume,
  unknown,
  disputedBy = [],
  void: isVoid,
}: Written): string {
  if (waive) return `${waive.reading} waives ${waive.condition}`;
  if (restore) return `${restore.reading} takes ${restore.condition} up again`;
  if (acknowledge) return `${acknowledge.reading} grants ${acknowledge.event}`;
  if (assume) return `${assume.region} is taken to be ${assume.stage}`;
  if (unknown) return `nobody knows where ${unknown.region} stands`;
  const denied = disputedBy.map(({ reading }) => `, which ${reading} denies`).join('');
  return `${event ?? 'nothing'}${isVoid === true ? ', which came to nothing' : ''}${denied}`;
}
