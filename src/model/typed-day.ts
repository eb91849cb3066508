import { type Day, dayExists } from './days.ts';

/** A day that somebody typed, or what is wrong with it. */
export type TypedDay =
  { readonly ok: true; readonly day: Day } | { readonly ok: false; readonly problem: string };

const MONTHS =
  'january february march april may june july august september october november december'.split(
    ' ',
  );

/**
 * Reads a day as people write it: `5 January 2031`, `5 Jan 2031`, `Jan 5, 2031`, `25 dec`, `2031-01-05`.
 *
 * @param near where no year is written: the day on or after which it is meant; null where the year must be written
 */
export function typedDay(typed: string, near: Day | null = null): TypedDay {
  const words = typed.trim().replaceAll(/[\s,]+/g, ' ');
  const day = inNumbers(words) ?? inWords(words, near);
  if (day === null) return { ok: false, problem: `"${typed.trim()}" is no day. ${DAY_FORM}` };
  if (day === 'noYear')
    return { ok: false, problem: `"${typed.trim()}" needs a year. ${DAY_FORM}` };
  return dayExists(day) ? { ok: true, day } : { ok: false, problem: `There is no day ${day}.` };
}

/** How a day is written. */
export const DAY_FORM = 'Write it as 5 Jan 2031 or 2031-01-05.';

function inNumbers(words: string): Day | null {
  const [, year = '', month = '', date = ''] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(words) ?? [];
  return year === '' ? null : `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}

function inWords(words: string, near: Day | null): Day | 'noYear' | null {
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})\.?(?: (\d{4}))?$/i.exec(words);
  const monthFirst = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?$/i.exec(words);
  const date = dayFirst?.[1] ?? monthFirst?.[2] ?? '';
  const name = dayFirst?.[2] ?? monthFirst?.[1] ?? '';
  const month = MONTHS.findIndex((each) => name !== '' && each.startsWith(name.toLowerCase()));
  if (month < 0) return null;
  const inYear = (year: number | string) =>
    `${year}-${`${month + 1}`.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const year = dayFirst?.[3] ?? monthFirst?.[3];
  if (year !== undefined) return inYear(year);
  if (near === null) return 'noYear';
  const first = Number(near.slice(0, 4));
  // 29 February is meant in the next leap year.
  const years = Array.from({ length: 9 }, (_, index) => first + index);
  return years.map(inYear).find((day) => day >= near && dayExists(day)) ?? inYear(first);
}
