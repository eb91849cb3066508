import * as z from 'zod';
import { day } from '../../model/shapes/days.ts';
import { STATED } from '../../model/statement.ts';
import { objection, outcome, overall, stance, verdict } from './judged.ts';
import type { Output } from './output.ts';
import { citations, envelope, fact, moment, sets, stepName } from './parts.ts';
import { written } from './steps.ts';

const reading = { reading: z.string(), readingTitle: z.string() };
const run = { run: z.string().describe('A reading, or `reported`.'), runTitle: z.string() };
const gate = { gate: z.string(), gateTitle: z.string(), event: z.string() };

/** How a gate stands under a reading on one of the sides. */
const gateSide = z.strictObject({
  verdict,
  stance,
  unmet: sets,
  objections: z.array(objection),
  holds: z
    .array(
      z.strictObject({
        stance: z.enum(STATED),
        isCertain: z.boolean(),
        conditions: z.array(z.string()).describe('Ids of what it asks, or may ask.'),
      }),
    )
    .describe('What it holds, or may hold.'),
});

/** A step that only one side has. */
const onlyThere = z.strictObject({
  ...written,
  isCertain: z.boolean(),
  isLater: z.boolean().describe('Whether the other has it too, further on than it is compared at.'),
});

/** What two moments make of gates and events, each on a day. */
const standings = {
  verdicts: z
    .array(z.strictObject({ ...gate, left: overall, right: overall }))
    .describe('Gates whose verdict over the parties differs.'),
  gates: z
    .array(z.strictObject({ ...gate, ...reading, left: gateSide, right: gateSide }))
    .describe('Gates that stand otherwise under a reading.'),
  events: z
    .array(
      z.strictObject({
        event: z.string(),
        eventTitle: z.string(),
        ...run,
        left: outcome,
        right: outcome,
      }),
    )
    .describe('Events that a run would take on one side and not on the other.'),
};

/** What differs where two moments stand. */
export const differing = {
  stages: z.array(
    z.strictObject({
      ...run,
      region: z.string(),
      regionTitle: z.string(),
      left: fact,
      right: fact,
    }),
  ),
  ...standings,
  byDay: z
    .strictObject({
      side: z.enum(['left', 'right']).describe('Which side is the earlier one.'),
      from: day.nullable().describe('Its own day.'),
      to: day.nullable().describe('The day of the other side, on which both are compared.'),
      ...standings,
    })
    .nullable()
    .describe(
      'What stands otherwise on the earlier side because the day is later, with no step more: its own day is the left, the later one the right. Of two scenarios `verdicts`, `gates` and `events` are compared on one day, and this is none of it. Null where there is nothing, and of two moments of one scenario.',
    ),
};

/** `diff A B --json`. */
export const diffOutput = z.strictObject({
  ...envelope,
  left: z.strictObject(moment),
  right: z.strictObject(moment),
  differs: z.boolean().describe('Whether they stand differently, however they were come to.'),
  sharedSteps: z.int(),
  onlyLeft: z.array(onlyThere),
  onlyRight: z.array(onlyThere),
  moved: z
    .array(z.strictObject({ left: stepName, right: stepName }))
    .describe('Steps that both have at another place.'),
  judged: z
    .array(
      z.strictObject({
        left: stepName,
        right: stepName,
        ...reading,
        outcomes: z.strictObject({ left: outcome, right: outcome }),
      }),
    )
    .describe('Steps of both of which a reading makes something else.'),
  ...differing,
  citations,
});

export type DiffOutput = Output<typeof diffOutput>;
