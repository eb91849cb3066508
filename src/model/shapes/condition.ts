import * as z from 'zod';
import { dayOrRange } from './days.ts';
import { idOf, prose, refersTo } from './identifier.ts';

const stagesAsked = z.strictObject({
  id: idOf('condition'),
  region: refersTo('region'),
  stages: z.array(refersTo('stage')).min(1),
  /** The claims behind it; those of the position that it stands in where it names none. */
  claims: z.array(refersTo('claim')).optional(),
  /** How it follows from the claims, where they do not say it outright. */
  inference: prose.optional(),
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
    z.strictObject({ all: z.array(conditionFile).min(1) }),
    z.strictObject({ any: z.array(conditionFile).min(1) }),
  ]),
);
