import * as z from 'zod';
import { SCENARIO_KINDS } from '../../model/shapes/scenario.ts';
import type { Output } from './output.ts';
import { citations, envelope, moment } from './parts.ts';
import { readings, step } from './steps.ts';

/** `play --json`, and `resume --json` where there is no terminal. */
export const playOutput = z.strictObject({
  ...envelope,
  ...moment,
  kind: z.enum(SCENARIO_KINDS),
  summary: z.string().nullable(),
  branchesFrom: z.strictObject({ scenario: z.string(), step: z.string() }).nullable(),
  readings,
  steps: z.array(step),
  citations,
});

export type PlayOutput = Output<typeof playOutput>;
