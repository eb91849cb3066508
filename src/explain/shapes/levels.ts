import * as z from 'zod';
import { REGION_KINDS } from '../../model/region-kinds.ts';
import { day } from '../../model/shapes/days.ts';
import { STEP_STATUSES } from '../../model/shapes/scenario.ts';
import { PERIODS } from '../../answer/levels.ts';
import type { Output } from './output.ts';
import { basis, citations, claims, envelope, moment } from './parts.ts';

/** `levels --json`. */
export const levelsOutput = z.strictObject({
  ...envelope,
  ...moment,
  run: z.string().describe('A reading, or `reported`: by whose facts.'),
  runTitle: z.string(),
  every: z.enum(PERIODS),
  periods: z.array(z.strictObject({ from: day, to: day })),
  provisions: z.array(
    z.strictObject({
      region: z.string(),
      regionTitle: z.string(),
      kind: z.enum(REGION_KINDS),
      cells: z
        .array(
          z.strictObject({
            level: z
              .strictObject({ min: z.int(), max: z.int() })
              .nullable()
              .describe("The author's own coding of the stage, derived; null: not coded."),
            stages: z.array(z.string()),
            stageTitles: z.array(z.string()),
            step: z.string().nullable(),
            status: z.enum(STEP_STATUSES).nullable(),
            basis,
            claims,
          }),
        )
        .describe('One for each period, as it was on its last day.'),
    }),
  ),
  citations,
});

export type LevelsOutput = Output<typeof levelsOutput>;
