import * as z from 'zod';
import { dayOrRange } from './days.ts';
import { idOf, prose, refersTo } from './identifier.ts';

const stagesAsked = z.strictObject({
  id: idOf('condition').describe(
    'The id of the condition; no other condition or objection has it.',
  ),
  region: refersTo('region').describe('The region that is asked about.'),
  stages: z.array(refersTo('stage')).min(1).describe('The stages of it that would do.'),
  claims: z
    .array(refersTo('claim'))
    .optional()
    .describe('The claims behind it. By default those of its position.'),
  inference: prose
    .optional()
    .describe('How it follows from the claims, where they do not say it outright.'),
  from: dayOrRange
    .optional()
    .describe(
      'The day, or the first and last day between which, the party began to ask for it; with its position where this is left out.',
    ),
  until: dayOrRange
    .optional()
    .describe('The last day on which the party asks for it, or the days between which that lies.'),
});

/** One condition as written: stages of a region. */
export type StagesAskedFile = z.output<typeof stagesAsked>;

/** What is asked as written: a condition, or `all` and `any` over conditions. */
export type ConditionFile = StagesAskedFile | { all: ConditionFile[] } | { any: ConditionFile[] };

export const conditionFile: z.ZodType<ConditionFile> = z.lazy(() =>
  z.union([
    stagesAsked,
    z.strictObject({ all: z.array(conditionFile).min(1).describe('All of these.') }),
    z.strictObject({ any: z.array(conditionFile).min(1).describe('At least one of these.') }),
  ]),
);
