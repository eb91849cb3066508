import * as z from 'zod';
import { day, dayOrRange } from './days.ts';
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
  z.strictObject({
    refused: conditionSets.describe(
      'Refused, with the sets of conditions of which one would do, or the objections, each by its id.',
    ),
  }),
  z.strictObject({
    held: conditionSets.describe(
      'Held by what the model requires, with the sets of conditions of which one would do.',
    ),
  }),
]);
export const verdictExpectation = z.union([
  z.enum(VERDICTS),
  z.strictObject({
    closed: conditionSets.describe(
      'Closed, with the sets of conditions of which one would do, or the objections, each by its id.',
    ),
  }),
]);

/** A gate by its event, or by the alias that the event gives it. */
const gateName = refersTo('alias', 'event');

const expectedBy = <T extends z.ZodType>(expectation: T) =>
  z.record(z.union([z.literal('every'), refersTo('reading')]), expectation);

/** A condition or an objection of the reading's own, by its id. */
const waiver = z.strictObject({
  reading: refersTo('reading').describe('The reading of the party.'),
  condition: refersTo('condition', 'objection').describe(
    'The condition or the objection, one of its own.',
  ),
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

/** A step, whatever is to be said of its title. */
const stepWith = <T extends z.ZodType>(title: T) =>
  z
    .strictObject({
      id: idOf('step').describe('The id of the step; no other step of its story has it.'),
      date: dayOrRange
        .optional()
        .describe('The day on which it happened, or the first and the last on which it can have.'),
      title,
      narrative: prose.optional().describe('More of it, in a sentence or two.'),
      because: prose
        .optional()
        .describe(
          "Of an assumed step: why the author of the scenario assumes it, in a sentence. It is the author's own reason, and no party's.",
        ),
      note: prose.optional().describe("The author's own remark on the step; it moves nothing."),
      by: z
        .array(refersTo('party'))
        .default([])
        .describe('Who did it, where that is known. By default nobody is named.'),
      status: z
        .enum(STEP_STATUSES)
        .default('happened')
        .describe(
          'Whether it happened as reported, is only scheduled or expected, or is assumed by the author. By default it happened.',
        ),
      claims: z
        .array(refersTo('claim'))
        .default([])
        .describe('The claims that report it. By default none.'),
      bearing: z
        .array(refersTo('claim'))
        .default([])
        .describe(
          'Claims that bear on it without reporting it, those that speak against it among them. By default none.',
        ),
      inference: prose
        .optional()
        .describe('How the step follows from the claims, where they do not say it outright.'),
      event: refersTo('event')
        .optional()
        .describe(
          'The event that it is. A step without one of event, waive, restore, acknowledge, assume and unknown is a note, and moves nothing.',
        ),
      waive: waiver.optional().describe('A party drops a condition or an objection of its own.'),
      restore: waiver.optional().describe('A party takes up again what it waived.'),
      acknowledge: z
        .strictObject({
          reading: refersTo('reading').describe('The reading of the party.'),
          event: refersTo('event').describe('What it grants to have happened.'),
        })
        .optional()
        .describe('A party grants that something has happened, whatever it asks or objects to.'),
      assume: z
        .strictObject({
          region: refersTo('region').describe('The region.'),
          stage: refersTo('stage').describe('The stage that it is taken to be in.'),
        })
        .optional()
        .describe('A region is taken to be in a stage, however it came there.'),
      unknown: z
        .strictObject({ region: refersTo('region').describe('The region.') })
        .optional()
        .describe('From here on it is not known in which stage a region is.'),
      void: attempt
        .optional()
        .describe(
          'Beside `event`: it was attempted and came to nothing, so it moves nothing in any run. `disputedBy` then names the readings whose party holds that it did happen.',
        ),
      disputedBy: z
        .array(
          z.strictObject({
            reading: refersTo('reading').describe('The reading of the party.'),
            claims: z.array(refersTo('claim')).min(1).describe('The claims by which it says so.'),
          }),
        )
        .default([])
        .describe(
          'Readings whose party denies that the event happened, in whose runs it is not applied; of a void attempt, those whose party holds that it did, in whose runs it is. By default nobody.',
        ),
      expect: expectedBy(outcomeExpectation)
        .optional()
        .describe(
          'What each reading is to say of the step, written from the documents; `every` is for those not named. validate holds it against what comes out.',
        ),
      gates: z
        .record(gateName, expectedBy(verdictExpectation))
        .optional()
        .describe(
          'How gates are to stand under each reading once the step is over; `every` is for those not named.',
        ),
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
    )
    .refine(({ because, status }) => because === undefined || status === 'assumed', {
      error:
        'has a reason (because), which is for assumed steps: give it `status: assumed`, or say in `inference` how it follows from its claims',
    });

const WHAT_HAPPENED = 'What happened, as it is printed.';

export const step = stepWith(prose.describe(WHAT_HAPPENED));

/** A step as a file may have it: where it has no title, that is to be its event's. */
export const writtenStep = stepWith(
  prose
    .optional()
    .describe(
      `${WHAT_HAPPENED} By default the title of its event; what is no event, and an attempt that came to nothing, must have one.`,
    ),
)
  .refine(({ title, event }) => title !== undefined || event !== undefined, {
    path: ['title'],
    params: { mend: 'say what happened: title: ...; only an event has a title of its own' },
  })
  .refine(
    ({ title, event, void: attempted }) =>
      title !== undefined || event === undefined || attempted === undefined,
    {
      path: ['title'],
      params: {
        mend: 'say what was attempted: title: ...; the title of the event would say that it happened',
      },
    },
  );

const asked = {
  id: idOf('question').describe('The id of the question.'),
  after: refersTo('step').describe('The step after which it is asked.'),
  prompt: prose.describe('The question in neutral words; it must not give the answer away.'),
};

/** A question to whoever learns from the scenario. Its answer is computed, and so never written down. */
export const question = z.discriminatedUnion('kind', [
  z.strictObject({
    id: asked.id,
    kind: z
      .literal('outcome')
      .describe(
        'outcome: what a reading will make of the next step. condition: which conditions of a gate are unmet. verdict: how a gate stands.',
      ),
    after: asked.after,
    reading: refersTo('reading')
      .optional()
      .describe('By whose reading. By default it is asked which readings will recognise the step.'),
    prompt: asked.prompt,
  }),
  z.strictObject({
    id: asked.id,
    kind: z
      .literal('condition')
      .describe('condition: which conditions of a gate are unmet under a reading.'),
    after: asked.after,
    gate: gateName.describe('The gate, by its event or its alias.'),
    reading: refersTo('reading').describe('By whose reading.'),
    prompt: asked.prompt,
  }),
  z.strictObject({
    id: asked.id,
    kind: z.literal('verdict').describe('verdict: how a gate stands under a reading.'),
    after: asked.after,
    gate: gateName.describe('The gate, by its event or its alias.'),
    reading: refersTo('reading').describe('By whose reading.'),
    prompt: asked.prompt,
  }),
]);

/** What a task can demand of a gate under a reading. */
export const TASK_GOALS = [
  /** Its event has happened, and the party's position let it pass. */
  'recognised',
  /** The verdict is open: nothing that the party asks is unmet. */
  'open',
  /** The verdict is passed: it has happened as the party recognises it. */
  'passed',
] as const;

/** What a task can do without. */
export const TASK_LIMITS = ['waivers', 'grants', 'assumptions', 'refusals'] as const;

/** A task to whoever learns from the scenario: steps to be found, which the model marks. */
export const task = z.strictObject({
  id: idOf('task').describe('The id of the task.'),
  text: prose.describe('What is to be found, in the words of who sets it.'),
  after: refersTo('step')
    .optional()
    .describe(
      'The step of the scenario up to which nothing may be changed; the steps to be found come after it. By default the last one.',
    ),
  gates: z
    .record(gateName, expectedBy(z.enum(TASK_GOALS)))
    .refine((gates) => Object.values(gates).some((goals) => Object.keys(goals).length > 0), {
      error: 'must name a gate and a reading',
    })
    .describe(
      "What must hold after the steps, by gate and by reading; `every` is for the parties' readings not named. recognised: it has happened, and the party's position let it pass. open: nothing that the party asks is unmet. passed: it has happened as the party recognises it.",
    ),
  before: day
    .optional()
    .describe('Every step lies before this day, as YYYY-MM-DD. By default any day will do.'),
  without: z
    .array(z.enum(TASK_LIMITS))
    .default([])
    .describe(
      "What may not be made use of. waivers: no party drops a condition or an objection. grants: no party is only made to grant that something happened. assumptions: no stage is taken for granted or left unknown. refusals: no step that a party's position refuses. By default all of it may be.",
    ),
  most: z
    .int()
    .min(1)
    .max(99)
    .optional()
    .describe('How many steps it may take at most; notes are not counted. By default any number.'),
});

/** A scenario: dated steps, on their own or branching off another scenario's step. */
const scenarioWith = <A extends z.ZodType, S extends z.ZodType>(agreement: A, each: S) =>
  z.strictObject({
    agreement,
    id: idOf('scenario').describe('The id of the scenario, which is the name of its file.'),
    kind: z
      .enum(SCENARIO_KINDS)
      .default('hypothetical')
      .describe(
        'documented: what happened, by claims. projected: how a party or a plan has it. hypothetical: what might be. By default hypothetical.',
      ),
    title: prose.describe('What the scenario is called in what is printed.'),
    summary: prose.optional().describe('What it tells, in a sentence or two. By default nothing.'),
    branchesFrom: z
      .strictObject({
        scenario: refersTo('scenario').describe('The scenario that it branches off.'),
        step: refersTo('step').describe('The last step that it shares with it.'),
      })
      .optional()
      .describe(
        'The scenario and the step after which this one goes its own way. By default it begins at the start.',
      ),
    steps: z.array(each).default([]).describe('What happens, in the order of the days.'),
    replay: z
      .strictObject({
        scenario: refersTo('scenario').describe('The scenario whose steps they are.'),
        after: refersTo('step')
          .optional()
          .describe('The step after which they begin. By default they begin with the first.'),
        until: refersTo('step')
          .optional()
          .describe('The last of them. By default they go on to the end.'),
        without: z
          .array(refersTo('step'))
          .min(1)
          .optional()
          .describe('Those among them that are left out. By default none.'),
      })
      .optional()
      .describe('Steps of another scenario, played on afterwards.'),
    questions: z
      .array(question)
      .min(1)
      .optional()
      .describe('An exercise on the scenario, in the order in which it is asked.'),
    tasks: z
      .array(task)
      .min(1)
      .optional()
      .describe('Steps to be found that go on from the scenario, to be marked by the model.'),
  });

const WHOSE = 'The agreement that it is of.';

/** A scenario with all that its file may leave out. */
export const scenarioFile = scenarioWith(refersTo('agreement').describe(WHOSE), step);

/** `scenarios/*.yaml`: what its place and its events say need not be said again. */
export const writtenScenario = scenarioWith(
  refersTo('agreement').optional().describe(`${WHOSE} By default that in whose folder it lies.`),
  writtenStep,
);

/** A scenario as its file has it. */
export type WrittenScenario = z.output<typeof writtenScenario>;
export type WrittenStep = z.output<typeof writtenStep>;
/** A scenario as its file has it, with what may be left out filled in. */
export type ScenarioFile = z.output<typeof scenarioFile>;
export type QuestionFile = z.output<typeof question>;
export type TaskFile = z.output<typeof task>;
export type TaskGoal = (typeof TASK_GOALS)[number];
export type TaskLimit = (typeof TASK_LIMITS)[number];
export type StepFile = z.output<typeof step>;
export type ScenarioKind = ScenarioFile['kind'];
export type Basis = (typeof BASES)[number];
export type StepStatus = StepFile['status'];
export type OutcomeStatus = (typeof OUTCOME_STATUSES)[number];
export type Verdict = (typeof VERDICTS)[number];
export type OutcomeExpectation = z.output<typeof outcomeExpectation>;
export type VerdictExpectation = z.output<typeof verdictExpectation>;
