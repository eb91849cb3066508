import * as z from 'zod';
import { scenarioFile } from '../../model/shapes/scenario.ts';
import { differing } from './diff.ts';
import type { Output } from './output.ts';
import { citations, envelope, moment } from './parts.ts';
import { readings, step } from './steps.ts';

/** `what-if SCENARIO --json`. The moment is the one that it branches off at. */
export const whatIfOutput = z.strictObject({
  ...envelope,
  ...moment,
  success: z
    .boolean()
    .describe('Some party with a position recognises each of its own events, and every one does.'),
  readings,
  steps: z.array(step),
  ...differing,
  token: z
    .string()
    .nullable()
    .describe(
      'Null where no scenario says as much as the branch: under --known-by, or where a step may have happened.',
    ),
  file: z.string().nullable(),
  branch: scenarioFile,
  citations,
});

export type WhatIfOutput = Output<typeof whatIfOutput>;
