import * as z from 'zod';
import { day, dayRange } from '../../model/shapes/days.ts';
import { STEP_STATUSES } from '../../model/shapes/scenario.ts';
import { PERIOD_UNITS } from '../../model/calendar.ts';
import { DUTY_STATUSES } from '../../answer/duties.ts';
import type { Output } from './output.ts';
import { basis, citations, claims, envelope, moment, truth } from './parts.ts';

const openRange = z
  .strictObject({ from: day.nullable(), to: day.nullable() })
  .describe('null: nothing bounds it on that side.')
  .meta({ id: 'OpenRange' });

const dayCount = z
  .strictObject({ least: z.int().nullable(), most: z.int().nullable() })
  .describe('null: nothing bounds it on that side.')
  .meta({ id: 'DayCount' });

const happening = z
  .strictObject({
    days: openRange,
    isCertain: z.boolean().describe('false: it may or may not have happened by the day.'),
    step: z.string(),
    status: z.enum(STEP_STATUSES).describe('Unless it happened, this is no fact.'),
    isUndone: z.boolean().describe('Whether something has undone it since.'),
  })
  .meta({ id: 'Happening' });

const heldRole = {
  role: z.string(),
  roleTitle: z.string(),
  party: z.string().nullable(),
  partyTitle: z.string().nullable(),
};

/** A duty as it stands at a moment, run by run. */
export const duty = z
  .strictObject({
    id: z.string(),
    event: z.string(),
    eventTitle: z.string(),
    gate: z.string().nullable(),
    binds: z
      .array(z.string())
      .nullable()
      .describe('null: no document says whom, or nobody is known to hold the roles that it binds.'),
    bindsTitles: z.array(z.string()).nullable(),
    roles: z
      .array(z.strictObject({ ...heldRole, from: day.nullable(), until: day.nullable(), claims }))
      .describe(
        'Who holds the roles that it binds while it runs, one after another. `party` null: nobody is known to hold it then.',
      ),
    by: dayRange.nullable().describe('The last day on which it is met in time.'),
    within: z
      .strictObject({
        count: z.int(),
        unit: z.enum(PERIOD_UNITS),
        of: z.string(),
        ofTitle: z.string(),
      })
      .nullable(),
    isBinding: truth.describe('Whether it binds by the day.'),
    certainFrom: day.nullable(),
    possibleFrom: day.nullable(),
    claims,
    basis,
    inference: z.string().nullable(),
    runs: z.array(
      z.strictObject({
        run: z.string().describe('A reading, or `reported`.'),
        runTitle: z.string(),
        status: z.enum([...DUTY_STATUSES, 'unknown']),
        possible: z.array(z.enum(DUTY_STATUSES)).describe('The ways in which it may stand.'),
        due: openRange.nullable().describe('null: its time does not run.'),
        start: happening.nullable().describe('What the time counts from.'),
        met: happening.nullable(),
        left: dayCount.nullable(),
        late: dayCount.nullable(),
        overdueSince: openRange.nullable(),
      }),
    ),
  })
  .meta({ id: 'Duty' });

/** `duties --json`. */
export const dutiesOutput = z.strictObject({
  ...envelope,
  ...moment,
  isAnyOverdue: z.boolean().describe('Whether something is overdue in some run, or may be.'),
  duties: z.array(duty),
  citations,
});

export type DutiesOutput = Output<typeof dutiesOutput>;
