import * as z from 'zod';
import { objection } from './judged.ts';
import type { Output } from './output.ts';
import { askedCondition, citations, claims, controllers, envelope, moment } from './parts.ts';

/** What every answer of a search has about it. */
const about = {
  ...envelope,
  ...moment,
  readings: z
    .array(z.strictObject({ reading: z.string(), readingTitle: z.string() }))
    .describe('Under which it was asked; `reported` asks nothing.'),
  unknown: z
    .array(
      z.strictObject({
        region: z.string(),
        regionTitle: z.string(),
        stages: z.array(z.string()),
        stageTitles: z.array(z.string()),
        readings: z.array(z.string()).describe('In whose runs.'),
      }),
    )
    .describe(
      'Regions whose stage is not known and bears on the answer, which does for all that they may be, or names the cases that it is for. Where there is no answer they would have to be known.',
    ),
  stopped: z.boolean().describe('Whether the work was stopped before its end.'),
  stoppedAt: z.string().nullable(),
};

/** A goal as it was written, and in titles. */
export const goal = { goal: z.string(), goalTitle: z.string() };

/** A stage of a region. */
export const stage = {
  region: z.string(),
  regionTitle: z.string(),
  stage: z.string(),
  stageTitle: z.string(),
};

/** An answer that hangs on what is not known: what is said where things stand so. */
export function casesOf<Answer extends z.ZodType>(answer: Answer) {
  return z.array(
    z.strictObject({
      where: z
        .array(z.array(z.strictObject({ ...stage, readings: z.array(z.string()) })))
        .describe(
          'The ways in which what is not known may stand that come to this, in whose runs.',
        ),
      answer,
    }),
  );
}

/** A condition, and the event that it is asked before. */
export const conditionBefore = z.strictObject({
  event: z.string(),
  eventTitle: z.string(),
  condition: askedCondition,
});

/** A way that was found, event by event. */
export const planStep = z
  .strictObject({
    event: z.string(),
    eventTitle: z.string(),
    gate: z.string().nullable(),
    controllers,
    claims,
    takingPart: claims,
    assumed: z.string().nullable().describe('What the model assumes by having the event at all.'),
    changes: z.array(
      z.strictObject({
        ...stage,
        from: z.string(),
        fromTitle: z.string(),
        readings: z.array(z.string()).describe('In whose runs.'),
      }),
    ),
    recognised: z.array(z.string()),
    unopposed: z.array(z.string()).describe('No position reported: no agreement of theirs.'),
    already: z.array(z.string()).describe('In whose runs it has happened already.'),
    perhaps: z
      .array(z.strictObject({ id: z.string(), reading: z.string(), readingTitle: z.string() }))
      .describe('Statements counted though they may not be in force.'),
    round: z.array(z.string()).describe('Gates round which it leads.'),
  })
  .meta({ id: 'PlanStep' });

/** Readings that exclude a goal together, and what of all that they hold does. */
export const conflict = z
  .strictObject({
    readings: z.array(z.array(z.string())).describe('One of each group is enough.'),
    conditions: z.array(conditionBefore),
    objections: z.array(objection),
    requirements: z.array(conditionBefore).describe("The model's own that it takes beside that."),
    complete: z.boolean(),
  })
  .meta({ id: 'Conflict' });

/** A search that was not made. */
const unanswered = z.strictObject({
  ...about,
  unanswered: z.enum(['nothingPublished', 'tooMuchUnknown']),
  citations,
});

export type UnansweredOutput = Output<typeof unanswered>;

/** The answer of a search: what it found, or why it was not made. */
export function searchOutput<Found extends z.ZodRawShape>(found: Found) {
  return z.union([
    unanswered,
    z.strictObject({ ...about, unanswered: z.null(), ...found, citations }),
  ]);
}
