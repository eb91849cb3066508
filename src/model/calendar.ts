import type { Day } from './shapes/days.ts';
import { dayNumber, dayOfNumber, monthLength } from './days.ts';

export const PERIOD_UNITS = ['days', 'weeks', 'months', 'years'] as const;

/** A length of time as agreements give it. */
export interface Period {
  readonly count: number;
  readonly unit: (typeof PERIOD_UNITS)[number];
}

/** No day is written with more than four digits of a year. */
const LAST_DAY: Day = '9999-12-31';

/**
 * The day that lies a period after another, in the Gregorian calendar and in civil days: no hours, no time zones.
 *
 * Days and weeks are counted, so that one day after 31 January is 1 February. Months and years lead to the same day of
 * the later month, or to that month's last where it has no such day: one month after 31 January is 28 February, or 29
 * in a leap year; one year after 29 February is 28 February. Of two days the later never leads to an earlier one. What
 * would lie beyond the year 9999 is that year's last day.
 */
export function dayIn(day: Day, { count, unit }: Period): Day {
  if (unit === 'days' || unit === 'weeks')
    return capped(dayNumber(day) + count * (unit === 'weeks' ? 7 : 1));
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const months = year * 12 + (month - 1) + count * (unit === 'years' ? 12 : 1);
  const [toYear, toMonth] = [Math.floor(months / 12), (months % 12) + 1];
  if (toYear > 9999) return LAST_DAY;
  const first = `${String(toYear).padStart(4, '0')}-${String(toMonth).padStart(2, '0')}-01`;
  return dayOfNumber(dayNumber(first) + Math.min(date, monthLength(toYear, toMonth)) - 1);
}

function capped(number: number): Day {
  return number >= dayNumber(LAST_DAY) ? LAST_DAY : dayOfNumber(number);
}

/** How many days lie from one day to another: 0 for the same, 1 for the next, less than 0 for one before. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}
