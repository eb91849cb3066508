import * as z from 'zod';
import type { Output } from './output.ts';
import { casesOf, conditionBefore, conflict, goal, planStep, searchOutput } from './search.ts';

const kinds = [
  z.strictObject({
    kind: z.literal('found'),
    length: z.int(),
    plans: z.array(z.array(planStep)),
    every: z.boolean().describe('Whether these are all paths of that length.'),
  }),
  z.strictObject({
    kind: z.literal('impossible'),
    reason: z
      .enum(['positions', 'requirements', 'events'])
      .nullable()
      .describe(
        'What excludes it: what parties hold; what the model requires; or that the model has no event that leads there, which is no finding about the world. null: not known, as the work was stopped.',
      ),
    conflicts: z.array(conflict),
    requirements: z.array(conditionBefore),
    complete: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('unfinished'), atLeast: z.int() }),
] as const;

const found = {
  ...goal,
  by: z.array(z.string()).nullable().describe('Only these parties act; null: everybody.'),
  avoid: z.array(z.string()),
  plan: z.discriminatedUnion('kind', [
    ...kinds,
    z.strictObject({
      kind: z
        .enum(['fromEach', 'fromSome', 'fromNone'])
        .describe(
          'No one row of events does for all that is possible here, but by itself each, or some, of what is possible has a path; or none has, for reasons that differ.',
        ),
      beginnings: z.int().describe('In how many ways things may stand here.'),
      cases: casesOf(z.discriminatedUnion('kind', [...kinds])),
    }),
  ]),
  withoutLimits: z
    .array(planStep)
    .nullable()
    .describe('The path there would be without `by` and `avoid`, where these alone exclude it.'),
  saves: z.string().nullable(),
};

/** `plan GOAL --json`. */
export const planOutput = searchOutput(found);
const planFound = z.strictObject(found);
export type PlanFound = Output<typeof planFound>;
