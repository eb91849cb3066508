import { type Day, dayAfter, type DayRange } from './days.ts';

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** A day as people write it: `5 Jan 2031`. It is made of the day's own parts, so no time zone or locale changes it. */
export function dayText(day: Day): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${Number(date)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

/** A day in each way in which one may be typed: `2031-01-05`, `5 Jan 2031`, `5 jan`; some day where there is none. */
export function daySpellings(day: Day | null): readonly [iso: Day, long: string, short: string] {
  const iso = day ?? '2031-01-05';
  const long = dayText(iso);
  return [iso, long, long.replace(/ \d+$/, '').toLowerCase()];
}

/**
 * A day, or the days between which it lies, with month and year said once where they are the same: `6 to 8 Jan 2031`,
 * `25 Feb to 1 Mar 2031`, `30 Dec 2030 to 2 Jan 2031`.
 *
 * @param joint what stands between the two days: a word, or a dash, which is set close between mere numbers
 */
export function rangeText(range: DayRange | null, joint = 'to'): string {
  if (range === null) return 'undated';
  if (range.from === range.to) return dayText(range.to);
  const [fromYear, fromMonth] = range.from.split('-');
  const [toYear, toMonth] = range.to.split('-');
  const [date = '', month = '', year = ''] = dayText(range.from).split(' ');
  if (fromYear !== toYear) return `${date} ${month} ${year} ${joint} ${dayText(range.to)}`;
  if (fromMonth !== toMonth) return `${date} ${month} ${joint} ${dayText(range.to)}`;
  const between = /^\w/.test(joint) ? ` ${joint} ` : joint;
  return `${date}${between}${dayText(range.to)}`;
}

/**
 * When something was published, that is, on which one day of a range: the day itself, either of two, or by the last
 * of more than two, since all that is certain then is that it was out by that day.
 */
export function publishedText(range: DayRange): string {
  if (range.from === range.to) return dayText(range.to);
  if (dayAfter(range.from) === range.to) return rangeText(range, 'or');
  return `by ${dayText(range.to)}`;
}
