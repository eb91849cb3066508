import { daySpellings, dayText } from './day-words.ts';
import { type Day, dayExists, dayNumber } from './days.ts';

/** A day that somebody typed; or what is wrong with it, and how it can be written. */
export type TypedDay =
  | { readonly ok: true; readonly day: Day }
  | { readonly ok: false; readonly problem: string; readonly mend: string };

const MONTHS =
  'january february march april may june july august september october november december'.split(
    ' ',
  );

/**
 * Reads a day as people write it: `5 January 2031`, `5 Jan 2031`, `Jan 5, 2031`, `25 dec`, `2031-01-05`.
 *
 * Without a year it is the first such day on or after the one that it is near to. Where the last such day before is
 * nearer, either may be meant, and the year has to be written.
 *
 * @param near where no year is written: the day on or after which it is meant; null where the year must be written
 */
export function typedDay(typed: string, near: Day | null = null): TypedDay {
  const words = typed.trim().replaceAll(/[\s,]+/g, ' ');
  const said = `"${typed.trim()}"`;
  const wrong = (problem: string): TypedDay => ({ ok: false, problem, mend: dayForm(near) });
  const days = inNumbers(words) ?? inWords(words, near);
  if (days === null) return wrong(`${said} is no day.`);
  if (days === 'noYear') return wrong(`${said} needs a year.`);
  const [day, orElse] = days;
  if (!dayExists(day)) return wrong(`There is no day ${day}.`);
  if (orElse === undefined) return { ok: true, day };
  const problem = `${said} may be ${dayText(orElse)} or ${dayText(day)}.`;
  return { ok: false, problem, mend: 'Write the year.' };
}

/** How a day is written, by one that needs no explanation. */
function dayForm(near: Day | null): string {
  const [iso, long] = daySpellings(near);
  return `Write it as ${long} or ${iso}.`;
}

/** The day that is meant, and where there is one, another that may be. */
type Meant = readonly [day: Day, orElse?: Day];

function inNumbers(words: string): Meant | null {
  const [, year = '', month = '', date = ''] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(words) ?? [];
  return year === '' ? null : [`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`];
}

function inWords(words: string, near: Day | null): Meant | 'noYear' | null {
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})\.?(?: (\d{4}))?$/i.exec(words);
  const monthFirst = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?$/i.exec(words);
  const date = dayFirst?.[1] ?? monthFirst?.[2] ?? '';
  const name = dayFirst?.[2] ?? monthFirst?.[1] ?? '';
  const month = MONTHS.findIndex((each) => name !== '' && each.startsWith(name.toLowerCase()));
  if (month < 0) return null;
  const inYear = (year: number | string): Day =>
    `${`${year}`.padStart(4, '0')}-${`${month + 1}`.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const year = dayFirst?.[3] ?? monthFirst?.[3];
  if (year !== undefined) return [inYear(year)];
  if (near === null) return 'noYear';
  const nearYear = Number(near.slice(0, 4));
  // 29 February is meant in a leap year.
  const years = Array.from({ length: 17 }, (_, index) => nearYear - 8 + index);
  const days = years.map(inYear).filter(dayExists);
  const first = days.find((day) => day >= near);
  const last = days.findLast((day) => day < near);
  if (first === undefined) return [inYear(nearYear)];
  const far = (day: Day) => Math.abs(dayNumber(day) - dayNumber(near));
  return last !== undefined && far(last) < far(first) ? [first, last] : [first];
}
