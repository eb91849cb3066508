import * as z from 'zod';
import { day } from '../../model/shapes/days.ts';
import { STATED } from '../../model/statement.ts';
import { canHappen, overall, stance, taken, verdict } from './judged.ts';
import type { Output } from './output.ts';
import { askedTree, basis, citations, claims, envelope, sets, stepName, truth } from './parts.ts';

/** A day on which something about the event changed. */
const change = z.strictObject({
  day: day
    .nullable()
    .describe(
      'The first is the day before any step can have happened; null: steps that nothing dates, in their order.',
    ),
  verdict: overall,
  success: z.boolean(),
  canHappen,
  taken,
  requirement: truth.describe('Whether what the model requires is met, as reported.'),
  changedAsReported: z.boolean(),
  readings: z.array(
    z.strictObject({
      reading: z.string(),
      readingTitle: z.string(),
      kind: z.enum(['party', 'terms']),
      verdict,
      stance,
      unmet: sets,
      objections: z.array(z.string()),
      changed: z.boolean(),
    }),
  ),
  happened: z
    .array(stepName)
    .describe('Certain to have happened by this day, not by the one before.'),
  perhaps: z.array(stepName).describe('May have happened by this day, and not by the one before.'),
  statements: z.array(
    z.strictObject({
      id: z.string(),
      reading: z.string(),
      readingTitle: z.string(),
      stance: z.enum(STATED),
      asked: askedTree.nullable(),
      condition: z
        .string()
        .nullable()
        .describe('The condition of it that changed by its own days; null: the statement.'),
      drops: z
        .array(z.string())
        .describe('What it drops, by id; none where it drops all or nothing.'),
      change: z.enum(['certain', 'perhaps', 'over']),
      isInferred: z.boolean(),
      claims,
      basis,
    }),
  ),
});

/** `timeline GATE --json`. It looks at every day of a scenario, and so at no single moment. */
export const timelineOutput = z.strictObject({
  ...envelope,
  scenario: z.string(),
  scenarioTitle: z.string(),
  asOf: day.nullable(),
  knownBy: day.nullable(),
  nothingPublished: z.boolean(),
  event: z.string(),
  eventTitle: z.string(),
  gate: z.string().nullable(),
  changes: z.array(change),
  citations,
});

export type TimelineOutput = Output<typeof timelineOutput>;
