import type { Day, DayRange } from './shapes/days.ts';

export type { Day, DayRange } from './shapes/days.ts';

/** A day before all others that an agreement can name. */
export const BEGINNING: Day = '0000-01-01';

/** Whether all of the range lies on or before the day. */
export function endsBy(range: DayRange, day: Day): boolean {
  return range.to <= day;
}

/** Whether the range has begun by the day but may not have ended. */
export function straddles(range: DayRange, day: Day): boolean {
  return range.from <= day && day < range.to;
}

/** The later of two days, where null stands for no day at all. */
export function later(left: Day | null, right: Day | null): Day | null {
  if (left === null) return right;
  if (right === null) return left;
  return left > right ? left : right;
}

/** The range that ends first, and of those the one that begins first; null of none. */
export function earliest(ranges: readonly DayRange[]): DayRange | null {
  let best: DayRange | null = null;
  for (const range of ranges) {
    if (best === null || range.to < best.to || (range.to === best.to && range.from < best.from))
      best = range;
  }
  return best;
}

/** Whether a text is a calendar day that exists, written `YYYY-MM-DD` (Gregorian calendar). */
export function dayExists(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year = 0, month = 0, date = 0] = text.split('-').map(Number);
  return date >= 1 && date <= monthLength(year, month);
}

/** The day after another. */
export function dayAfter(day: Day): Day {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  if (date < monthLength(year, month)) return written(year, month, date + 1);
  return month < 12 ? written(year, month + 1, 1) : written(year + 1, 1, 1);
}

/** The day before another. */
export function dayBefore(day: Day): Day {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  if (date > 1) return written(year, month, date - 1);
  return month > 1
    ? written(year, month - 1, monthLength(year, month - 1))
    : written(year - 1, 12, 31);
}

/** A day with the one before it and the one after it, in order. */
export function aroundDay(day: Day): Day[] {
  return [dayBefore(day), day, dayAfter(day)];
}

function written(year: number, month: number, date: number): Day {
  return [
    String(year).padStart(4, '0'),
    ...[month, date].map((part) => String(part).padStart(2, '0')),
  ].join('-');
}

/** How many days a month has; none where there is no such month. */
export function monthLength(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** The number of a day among all days, so that days can be counted: consecutive days have consecutive numbers. */
export function dayNumber(day: Day): number {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  let number = daysBefore(year) + date;
  for (let before = 1; before < month; before += 1) number += monthLength(year, before);
  return number;
}

/** The day that has a number, of the years 0 to 9999; see {@link dayNumber}. */
export function dayOfNumber(number: number): Day {
  // Never too late a year, and only some years too early.
  let year = Math.max(0, Math.floor((number - 1) / 366));
  while (daysBefore(year + 1) < number) year += 1;
  let date = number - daysBefore(year);
  let month = 1;
  for (; date > monthLength(year, month); month += 1) date -= monthLength(year, month);
  return written(year, month, date);
}

/** How many days all years before one have together. */
function daysBefore(year: number): number {
  const last = year - 1;
  // The year 0 is a leap year, and the first.
  const leapYears =
    year === 0 ? 0 : 1 + Math.floor(last / 4) - Math.floor(last / 100) + Math.floor(last / 400);
  return year * 365 + leapYears;
}
