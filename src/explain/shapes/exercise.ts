import * as z from 'zod';
import type { Output } from './output.ts';
import { citations, claims, envelope } from './parts.ts';
import { taskMarkedShape, taskShape } from './task.ts';

/** A question, and what is right of it once it has been answered. */
const question = z.strictObject({
  id: z.string(),
  kind: z.enum(['outcome', 'condition', 'verdict']),
  prompt: z.string(),
  after: z.string().describe('The step after which it is asked.'),
  position: z.int(),
  gate: z.string().nullable(),
  reading: z.string().nullable(),
  readingTitle: z.string().nullable(),
  choices: z.array(z.strictObject({ id: z.string(), title: z.string() })),
  takesSeveral: z.boolean(),
  answer: z
    .strictObject({
      given: z.array(z.string()),
      isRight: z.boolean(),
      right: z.array(z.string()),
      enough: z.array(z.array(z.string())),
      claims,
    })
    .nullable()
    .describe('null: not answered, and nothing is given away.'),
});

/** `exercise [SCENARIO] --json`. */
export const exerciseOutput = z.strictObject({
  ...envelope,
  scenario: z.string(),
  scenarioTitle: z.string(),
  questions: z.array(question),
  score: z.strictObject({ right: z.int(), of: z.int() }),
  tasks: z.array(taskShape),
  tried: taskMarkedShape.nullable().describe('null: no branch was held against a task.'),
  citations,
});

export type ExerciseOutput = Output<typeof exerciseOutput>;
