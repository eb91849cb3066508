import * as z from 'zod';
import { dayOrRange } from './days.ts';
import { idOf, prose, refersTo } from './identifier.ts';

export const SCENARIO_KINDS = ['documented', 'projected', 'hypothetical'] as const;
export const BASES = ['sourced', 'derived', 'assumed'] as const;
/** What a step is: happened as reported, only scheduled, only expected, or the author's assumption. */
export const STEP_STATUSES = ['happened', 'scheduled', 'expected', 'assumed'] as const;
/** What a run makes of a step. */
export const OUTCOME_STATUSES = [
  /** The party's position is open: it asks nothing that is unmet, or backs the step. */
  'recognised',
  /** The party states nothing: the step is taken for want of an objection. */
  'unopposed',
  /** The party objects, or asks for something that is unmet. */
  'refused',
  /** A requirement of the model is unmet. */
  'held',
  /** The party denies that it happened. */
  'disputed',
  /** It was attempted and came to nothing. */
  'void',
  'already',
  'impossible',
  'unknown',
] as const;
export const VERDICTS = ['open', 'passed', 'closed', 'unknown', 'unstated'] as const;

/** Sets of unmet conditions, or the objection that refuses: each by its id. */
const conditionSets = z.array(z.array(refersTo('condition', 'objection')).min(1)).min(1);

export const outcomeExpectation = z.union([
  z.enum(OUTCOME_STATUSES),
  z.strictObject({ refused: conditionSets }),
  z.strictObject({ held: conditionSets }),
]);
export const verdictExpectation = z.union([
  z.enum(VERDICTS),
  z.strictObject({ closed: conditionSets }),
]);

/** A gate by its event, or by the alias that the event gives it. */
const gateName = refersTo('alias', 'event');

const expectedBy = <T extends z.ZodType>(expectation: T) =>
  z.record(z.union([z.literal('every'), refersTo('reading')]), expectation);

/** A condition or an objection of the reading's own, by its id. */
const waiver = z.strictObject({
  reading: refersTo('reading'),
  condition: refersTo('condition', 'objection'),
});

/** That an attempt came to nothing: by the claims that say so, or by those that report the step. */
const attempt = z.union([
  z.literal(true).transform((): { claims: string[] } => ({ claims: [] })),
  z.strictObject({
    claims: z
      .array(refersTo('claim'))
      .describe('The claims that say so; none where those that report the step do.'),
  }),
]);

export const step = z
  .strictObject({
    id: idOf('step'),
    date: dayOrRange.optional(),
    title: prose,
    narrative: prose.optional(),
    by: z.array(refersTo('party')).default([]),
    status: z.enum(STEP_STATUSES).default('happened'),
    /** The claims that report it. */
    claims: z.array(refersTo('claim')).default([]),
    /** Claims that bear on it without reporting it, those that speak against it among them. */
    bearing: z.array(refersTo('claim')).default([]),
    /** How the step follows from the claims, where they do not say it outright. */
    inference: prose.optional(),
    event: refersTo('event').optional(),
    waive: waiver.optional(),
    restore: waiver.optional(),
    /** A party grants that something has happened, whatever it asks or objects to. */
    acknowledge: z
      .strictObject({ reading: refersTo('reading'), event: refersTo('event') })
      .optional(),
    assume: z.strictObject({ region: refersTo('region'), stage: refersTo('stage') }).optional(),
    unknown: z.strictObject({ region: refersTo('region') }).optional(),
    void: attempt
      .optional()
      .describe(
        'Beside `event`: it was attempted and came to nothing, so it moves nothing in any run. `disputedBy` then names the readings whose party holds that it did happen.',
      ),
    /**
     * Readings whose party denies that the event happened, in whose runs it is not applied; of a void attempt, those
     * whose party holds that it did happen, in whose runs it is.
     */
    disputedBy: z
      .array(
        z.strictObject({ reading: refersTo('reading'), claims: z.array(refersTo('claim')).min(1) }),
      )
      .default([]),
    /** What each reading is to say of the event, written from the documents; `every` speaks for those not named. */
    expect: expectedBy(outcomeExpectation).optional(),
    /** What each reading is to say of a gate once the step is over. */
    gates: z.record(gateName, expectedBy(verdictExpectation)).optional(),
  })
  .refine(
    (written) =>
      [
        written.event,
        written.waive,
        written.restore,
        written.acknowledge,
        written.assume,
        written.unknown,
      ].filter((action) => action !== undefined).length <= 1,
    {
      error:
        'does more than one thing; give each of event, waive, restore, acknowledge, assume and unknown a step of its own',
    },
  );

const asked = {
  id: idOf('question'),
  /** The step behind which it is asked. */
  after: refersTo('step'),
  /** In neutral words; it must not give the answer away. */
  prompt: prose,
};

/** A question to whoever learns from the scenario. Its answer is computed, and so never written down. */
export const question = z.discriminatedUnion('kind', [
  /** What a reading will make of the next step; without a reading: which of them will recognise it. */
  z.strictObject({ kind: z.literal('outcome'), ...asked, reading: refersTo('reading').optional() }),
  /** Which conditions of a gate are unmet under a reading. */
  z.strictObject({
    kind: z.literal('condition'),
    ...asked,
    gate: gateName,
    reading: refersTo('reading'),
  }),
  /** How a gate stands under a reading. */
  z.strictObject({
    kind: z.literal('verdict'),
    ...asked,
    gate: gateName,
    reading: refersTo('reading'),
  }),
]);

/** `scenarios/*.yaml`: dated steps, on their own or branching off another scenario's step. */
export const scenarioFile = z.strictObject({
  agreement: refersTo('agreement'),
  id: idOf('scenario'),
  kind: z.enum(SCENARIO_KINDS),
  title: prose,
  summary: prose,
  /** The scenario and the step after which this one goes its own way. */
  branchesFrom: z
    .strictObject({ scenario: refersTo('scenario'), step: refersTo('step') })
    .optional(),
  steps: z.array(step).default([]),
  /** Steps of another scenario played on afterwards, from behind `after` (or its first) up to and with `until`. */
  replay: z
    .strictObject({
      scenario: refersTo('scenario'),
      after: refersTo('step').optional(),
      until: refersTo('step').optional(),
    })
    .optional(),
  /** An exercise on the scenario, in the order in which it is asked. */
  questions: z.array(question).min(1).optional(),
});

/** A scenario as its file has it, with what may be left out filled in. */
export type ScenarioFile = z.output<typeof scenarioFile>;
export type QuestionFile = z.output<typeof question>;
export type StepFile = z.output<typeof step>;
export type ScenarioKind = ScenarioFile['kind'];
export type Basis = (typeof BASES)[number];
export type StepStatus = StepFile['status'];
export type OutcomeStatus = (typeof OUTCOME_STATUSES)[number];
export type Verdict = (typeof VERDICTS)[number];
export type OutcomeExpectation = z.output<typeof outcomeExpectation>;
export type VerdictExpectation = z.output<typeof verdictExpectation>;
