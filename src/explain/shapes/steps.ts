import * as z from 'zod';
import { STEP_STATUSES } from '../../model/shapes/scenario.ts';
import { outcome, overall } from './judged.ts';
import { basis, claims, date } from './parts.ts';

const reading = { reading: z.string(), readingTitle: z.string() };
const event = { event: z.string(), eventTitle: z.string() };
const region = { region: z.string(), regionTitle: z.string() };

/** What a step does. */
export const action = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('event'), ...event }),
    z.strictObject({ kind: z.literal('waive'), ...reading, condition: z.string() }),
    z.strictObject({ kind: z.literal('restore'), ...reading, condition: z.string() }),
    z.strictObject({ kind: z.literal('acknowledge'), ...reading, ...event }),
    z.strictObject({
      kind: z.literal('assume'),
      ...region,
      stage: z.string(),
      stageTitle: z.string(),
    }),
    z.strictObject({ kind: z.literal('unknown'), ...region }),
    z.strictObject({ kind: z.literal('note') }),
  ])
  .meta({ id: 'Action' });

/** A step as it stands in a scenario. */
export const written = {
  id: z.string(),
  title: z.string(),
  scenario: z.string().describe('The scenario that it is written in.'),
  date,
  status: z.enum(STEP_STATUSES),
  basis,
  action,
  by: z.array(z.string()),
  claims: claims.describe('Those that report it.'),
  bearing: claims.describe('Those that bear on it without reporting it.'),
  inference: z.string().nullable(),
  because: z
    .string()
    .nullable()
    .describe("Why the author of the scenario assumes it: their own reason, and no party's."),
  note: z.string().nullable().describe("The author's own remark on it."),
};

const stages = z.record(z.string(), z.string()).describe('A stage by region, or `unknown`.');

/** A step as played. */
export const step = z
  .strictObject({
    ...written,
    index: z.int().describe('In the scenario, from 0.'),
    narrative: z.string().nullable(),
    replayed: z.boolean(),
    isCertain: z.boolean().describe('false: it may or may not have happened by the day.'),
    disputedBy: z
      .array(z.strictObject({ ...reading, claims }))
      .describe('Who denies that it happened; of a void attempt, who holds that it did.'),
    void: z
      .strictObject({ claims })
      .nullable()
      .describe('Its event was attempted and came to nothing, by these claims beside its own.'),
    verdict: overall
      .nullable()
      .describe('How its event stands afterwards, over the parties; null where it is no event.'),
    outcomes: z.record(z.string(), outcome).describe('By reading.'),
    reportedOutcome: outcome,
    state: z.record(z.string(), stages).describe('Where each run stands afterwards, by reading.'),
    reported: stages.describe('Where things stand afterwards as reported.'),
  })
  .meta({ id: 'Step' });

/** The readings that an answer speaks of. */
export const readings = z.array(
  z.strictObject({ ...reading, kind: z.enum(['party', 'terms']), party: z.string().nullable() }),
);
