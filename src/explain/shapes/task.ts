import * as z from 'zod';
import { day } from '../../model/shapes/days.ts';
import { TASK_GOALS, TASK_LIMITS } from '../../model/shapes/scenario.ts';
import { objection, outcome, verdict } from './judged.ts';
import type { Output } from './output.ts';
import { sets } from './parts.ts';

const goal = {
  gate: z.string().describe('As the task names it.'),
  event: z.string(),
  reading: z.string(),
  says: z.enum(TASK_GOALS),
};

/** A task as it is set. */
export const taskShape = z
  .strictObject({
    id: z.string(),
    text: z.string(),
    after: z.string().nullable().describe('null: the last step of the scenario.'),
    position: z.int().describe('Index of the last step that may not be changed.'),
    goals: z.array(z.strictObject({ ...goal, readingTitle: z.string(), words: z.string() })),
    before: day.nullable(),
    without: z.array(z.enum(TASK_LIMITS)),
    most: z.int().nullable(),
  })
  .meta({ id: 'Task' });

const said = {
  isMet: z.boolean(),
  words: z.string(),
  reason: z.string().nullable().describe('null where there is no more to say.'),
};

const demand = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('begins'),
    ...said,
    step: z.string().nullable(),
    shared: z.string().nullable().describe('The last step in common with the scenario.'),
  }),
  z.strictObject({
    kind: z.literal('gate'),
    ...said,
    ...goal,
    verdict: verdict.describe('At the end of the branch.'),
    unmet: sets,
    objections: z.array(objection),
    last: z
      .strictObject({ step: z.string(), outcome })
      .nullable()
      .describe("The last step that is the gate's event; null where none is."),
  }),
  z.strictObject({
    kind: z.literal('before'),
    ...said,
    day,
    late: z.array(z.strictObject({ step: z.string(), day: day.nullable() })),
  }),
  z.strictObject({
    kind: z.literal('without'),
    ...said,
    limit: z.enum(TASK_LIMITS),
    found: z.array(z.strictObject({ step: z.string(), reading: z.string().nullable() })),
  }),
  z.strictObject({ kind: z.literal('most'), ...said, most: z.int(), taken: z.int() }),
]);

/** A branch held against a task. */
export const taskMarkedShape = z
  .strictObject({
    task: z.string(),
    scenario: z.string(),
    scenarioTitle: z.string(),
    steps: z.array(z.string()).describe('Its own steps, notes left out.'),
    isMet: z.boolean(),
    demands: z.array(demand),
  })
  .meta({ id: 'MarkedTask' });

export type TaskOutput = Output<typeof taskShape>;
export type TaskMarkedOutput = Output<typeof taskMarkedShape>;
export type TaskDemandOutput = TaskMarkedOutput['demands'][number];
