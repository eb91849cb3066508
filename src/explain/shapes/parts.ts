import * as z from 'zod';
import { day, dayRange } from '../../model/shapes/days.ts';
import { BASES, STEP_STATUSES } from '../../model/shapes/scenario.ts';

/** Claims by their ids; `citations` has where each was published. */
export const claims = z
  .array(z.string())
  .describe('Claims by their ids; `citations` has the source and the day of each.');

export const truth = z.boolean().nullable().describe('null: not known');

export const controllers = z
  .array(z.array(z.string()))
  .nullable()
  .describe(
    'Who can bring it about: alternatives, each a set of parties acting together. Empty: nobody; null: no document says.',
  );

export const basis = z.enum(BASES);
export const date = dayRange.nullable().describe('null: undated');

/** What every answer begins with. */
export const envelope = {
  schemaVersion: z.literal(2),
  agreement: z.string(),
  agreementTitle: z.string(),
  recordEnds: day
    .nullable()
    .describe(
      'The last day on which any source can have been published; null where there is none.',
    ),
};

/** Where the claims that an answer names were published, by their ids. */
export const citations = z
  .record(
    z.string(),
    z.strictObject({
      id: z.string(),
      source: z.string(),
      published: dayRange,
      citation: z.string().describe('As it is cited: publisher and day first, id second.'),
    }),
  )
  .meta({ id: 'Citations' });

/** A step as other things name it. */
export const stepName = z
  .strictObject({ id: z.string(), title: z.string(), date })
  .meta({ id: 'StepName' });

/** The moment that an answer is about. */
export const moment = {
  scenario: z.string(),
  scenarioTitle: z.string(),
  step: z
    .string()
    .nullable()
    .describe('The last step that certainly counts; null before the first.'),
  stepTitle: z.string().nullable(),
  stepIndex: z.int(),
  asOf: day.nullable(),
  knownBy: day.nullable(),
  day: day
    .nullable()
    .describe('The day that positions are taken at; null where nothing gives one.'),
  assuming: z.array(
    z.strictObject({
      region: z.string(),
      regionTitle: z.string(),
      stage: z.string(),
      stageTitle: z.string(),
    }),
  ),
  perhaps: z
    .array(stepName)
    .describe('May or may not have happened by the day: what they would have moved is unknown.'),
  notKnown: z
    .array(stepName)
    .describe('Left out: nothing that reports them had certainly been published by the day.'),
  perhapsKnown: z.array(stepName).describe('Of these, what may have been published by then.'),
  nothingPublished: z.boolean(),
  laterControllers: z
    .array(
      z.strictObject({
        event: z.string(),
        eventTitle: z.string(),
        from: day.describe('The first day on which they can.'),
        controllers,
        claims,
      }),
    )
    .describe(
      'Who can bring events about from a later day on, where that changes; an answer goes by who can at its moment.',
    ),
};

/** Where a region stands in a run, and what says so. */
export const fact = z
  .strictObject({
    stage: z.string().describe('`unknown` where it may stand in several.'),
    stageTitle: z.string().nullable(),
    possible: z.array(z.string()),
    possibleTitles: z.array(z.string()),
    since: date,
    claims,
    basis,
    step: z.string().nullable().describe('The step that brought it about; null from the start.'),
    status: z
      .enum(STEP_STATUSES)
      .nullable()
      .describe('What that step is: unless it happened, this is no fact.'),
    disputedBy: z.array(z.string()).describe('Parties whose claims dispute those behind it.'),
  })
  .meta({ id: 'Fact' });

/** What a condition is, whoever looks at it from where. */
const asked = {
  id: z.string(),
  region: z.string(),
  regionTitle: z.string(),
  stages: z.array(z.string()),
  stageTitles: z.array(z.string()),
  reading: z.string().nullable().describe("null: the model's own requirement, no party's"),
  readingTitle: z.string().nullable(),
  claims,
  basis,
  inference: z.string().nullable(),
};

/** A condition as it is asked. */
export const askedCondition = z.strictObject(asked).meta({ id: 'AskedCondition' });

/** A condition as it stands in a run. */
export const condition = z
  .strictObject({
    ...asked,
    status: z.enum(['met', 'unmet', 'unknown', 'waived']),
    isCertain: z.boolean().describe('false: it may or may not be asked by the day.'),
    controllers,
    takingPart: claims,
    unheldBefore: z
      .string()
      .nullable()
      .describe(
        'The first event on every path there, before the last, that no document gives to anybody.',
      ),
    path: z
      .array(
        z.strictObject({
          event: z.string(),
          eventTitle: z.string(),
          controllers,
          claims,
          inference: z.string().nullable(),
        }),
      )
      .describe('The shortest path there within its region, whatever stands before the events.'),
    fact,
  })
  .meta({ id: 'Condition' });

/** Sets of conditions, any one of which is enough, by their ids. */
export const sets = z.array(z.array(z.string()));

/** What is asked as a whole: a condition by its id, or all or any of several. */
export type AskedTree = string | { all: AskedTree[] } | { any: AskedTree[] };
export const askedTree: z.ZodType<AskedTree> = z.lazy(() =>
  z.union([
    z.string(),
    z.strictObject({ all: z.array(askedTree) }),
    z.strictObject({ any: z.array(askedTree) }),
  ]),
);

/** Which overlay a source comes from. */
export const addedBy = z
  .string()
  .nullable()
  .describe("The id of what is laid over the agreement and adds it; null for the agreement's own.");
