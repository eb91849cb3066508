import * as z from 'zod';
import { PERIOD_UNITS } from '../calendar.ts';
import { day, dayOrRange } from './days.ts';
import { idOf, prose, refersTo } from './identifier.ts';

/** A whole number of a unit, at most a hundred years of it. */
const count = (most: number) =>
  z
    .int({ error: 'must be a whole number' })
    .min(1, { error: 'must be at least 1' })
    .max(most, { error: `must be at most ${most}` })
    .optional();

/** How long after an event: one number of one unit. */
const within = z
  .strictObject({
    days: count(36_500).describe('Civil days.'),
    weeks: count(5_200).describe('Weeks of seven civil days.'),
    months: count(1_200).describe(
      "Calendar months: to the same day of a later month, or to that month's last.",
    ),
    years: count(100).describe('Calendar years; 29 February becomes 28 in a year without one.'),
    of: refersTo('event').describe('The event whose first happening the time counts from.'),
  })
  .refine((period) => PERIOD_UNITS.filter((unit) => period[unit] !== undefined).length === 1, {
    error:
      'must give one number of days, weeks, months or years, such as { days: 30, of: calm.began }',
  });

/** What somebody is bound to bring about, from when, and within what time or by which day. */
export const duty = z
  .strictObject({
    id: idOf('duty')
      .optional()
      .describe(
        'Names it among all duties; by itself the id of its event, numbered after the first.',
      ),
    binds: z
      .union([
        z.literal('unstated').transform(() => null),
        z
          .array(refersTo('party', 'role'))
          .min(1, { error: 'must name a party; where no document says who: unstated' }),
      ])
      .describe('Whom it binds: parties or roles, all of them together; or unstated.'),
    by: dayOrRange
      .optional()
      .describe(
        'The last day on which it is met in time, or the days between which that day lies.',
      ),
    within: within.optional().describe('Within what time of which event.'),
    from: day
      .optional()
      .describe('The first day on which it binds, where the days of its claims do not tell.'),
    claims: z
      .array(refersTo('claim'))
      .default([])
      .describe('The claims that state it; without one it is assumed, and said to be.'),
    inference: prose
      .optional()
      .describe('How it follows from the claims, where none says so outright.'),
  })
  .refine(({ by, within: period }) => (by === undefined) !== (period === undefined), {
    error: 'must say `by` which day or `within` what time of an event, and not both',
  });

/** In files a single duty may stand without a list around it. */
export const duties = z
  .union([duty, z.array(duty).min(1)])
  .describe('What somebody is bound to bring about by the event, with its deadline.');

export type DutyFile = z.output<typeof duty>;
