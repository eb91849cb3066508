import * as z from 'zod';
import { objection } from './judged.ts';
import type { Output } from './output.ts';
import { askedCondition, claims, controllers } from './parts.ts';
import { casesOf, planStep, searchOutput, stage } from './search.ts';

const held = z.strictObject({ condition: askedCondition, isCertain: z.boolean() });

const from = {
  event: z.string(),
  eventTitle: z.string(),
  gate: z.string().nullable(),
  behind: z
    .array(z.string())
    .describe(
      'The readings in whose runs it has been taken, or what it leads to stands: nothing is left to do in them.',
    ),
  state: z
    .enum(['behind', 'open', 'closed'])
    .nullable()
    .describe(
      'Taken in every run; possible at once; or neither, and then sets are listed. null: it differs by case.',
    ),
  reachable: z
    .boolean()
    .nullable()
    .describe('Whether there is a plan to it, in every case; null: not known.'),
  sets: z
    .array(
      z.strictObject({
        stages: z.array(
          z.strictObject({
            ...stage,
            from: z.string(),
            fromTitle: z.string(),
            readings: z.array(z.string()).describe('In whose runs.'),
            isHome: z.boolean().describe('Whether the event is taken from this stage.'),
            required: z.array(z.string()).describe("The model's own conditions that it meets."),
            asked: z.array(z.string()).describe("The readings' conditions that it meets."),
            controllers,
            takingPart: claims,
            unheldBefore: z
              .string()
              .nullable()
              .describe('An event before the last that no document gives to anybody.'),
          }),
        ),
        reachable: z.boolean().nullable(),
        way: z.array(planStep).nullable().describe('The shortest, the event itself last.'),
      }),
    )
    .describe('Smallest sets of stages with which it can happen, all else as it is.'),
  required: z.array(askedCondition),
  asked: z.array(held),
  objections: z
    .array(z.strictObject({ objection, isCertain: z.boolean() }))
    .describe('No stages open it against one of these.'),
  complete: z.boolean(),
};
const found = {
  ...from,
  cases: casesOf(z.strictObject(from)).describe(
    'Where it depends on what is not known, the answer in each case; empty where one does for all.',
  ),
};

/** `unblock GATE --json`. */
export const unblockOutput = searchOutput(found);
const unblockFound = z.strictObject(found);
export type UnblockFound = Output<typeof unblockFound>;
