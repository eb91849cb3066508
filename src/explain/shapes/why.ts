import * as z from 'zod';
import { ending, verdict } from './judged.ts';
import type { Output } from './output.ts';
import { citations, claims, condition, envelope, fact, moment } from './parts.ts';

const event = {
  event: z.string(),
  eventTitle: z.string(),
  gate: z.string().nullable(),
};

/** `why REGION[=STAGE] --json`. */
export const whyOutput = z.strictObject({
  ...envelope,
  ...moment,
  region: z.string(),
  regionTitle: z.string(),
  stage: z.string().nullable(),
  stageTitle: z.string().nullable(),
  facts: z
    .array(z.strictObject({ runs: z.array(z.string()), fact }))
    .describe('Where it stands: runs that stand alike together, `reported` among them.'),
  heldUp: z.array(
    z.strictObject({
      ...event,
      reading: z.string(),
      readingTitle: z.string(),
      statement: z.string(),
      force: z.enum(['certain', 'perhaps', 'notYet', 'over']),
      ended: ending
        .nullable()
        .describe('How it came to be asked no longer; null where it did not.'),
      condition,
      verdict,
      blocks: z.boolean().describe('Whether the event waits for it under that reading.'),
    }),
  ),
  required: z
    .array(z.strictObject({ ...event, condition, blocks: z.boolean() }))
    .describe("What the model itself requires: no party's position."),
  inTheWay: z.array(z.strictObject({ ...event, claims })),
  claims: claims.describe('All that speak of the region.'),
  citations,
});

export type WhyOutput = Output<typeof whyOutput>;
