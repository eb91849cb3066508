import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAfter, dayExists, type DayRange } from '../../src/model/days.ts';
import { dayText, publishedText, rangeText } from '../../src/model/day-words.ts';
import { typedDay } from '../../src/model/typed-day.ts';

const DAY = 86_400_000;

/** A day as many days after 1 January 1600, by the calendar of JavaScript: our words are made without it. */
const dayAt = (count: number) =>
  new Date(Date.UTC(1600, 0, 1) + count * DAY).toISOString().slice(0, 10);
const count = fc.integer({ min: 0, max: 3_000_000 });

/** Ranges of every length that matters to the words: none, one day, some days, weeks, years. */
const range = fc
  .tuple(count, fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 800 })))
  .map(([from, days]): DayRange => ({ from: dayAt(from), to: dayAt(from + days) }));

/** The day that words stand for. */
function dayTyped(words: string): string {
  const read = typedDay(words);
  return read.ok ? read.day : `${read.problem} ${read.mend}`;
}

/** The range that words stand for, read back: month and year are the second day's where the first has none. */
function readBack(words: string, joint: RegExp): DayRange {
  const [first = '', second = first] = words.split(joint);
  const [date = '', month = '', year = ''] = second.split(' ');
  const [ownDate = '', ownMonth = month, ownYear = year] = first.split(' ');
  return {
    from: dayTyped(`${ownDate} ${ownMonth} ${ownYear}`),
    to: dayTyped(`${date} ${month} ${year}`),
  };
}

describe('the days', () => {
  it('follow one another as in the calendar', () => {
    fc.assert(
      fc.property(count, (at) => {
        expect(dayAfter(dayAt(at))).toBe(dayAt(at + 1));
        expect(dayExists(dayAt(at))).toBe(true);
      }),
    );
  });

  it.each([
    ['2031-01-05', '2031-01-06'],
    ['2031-04-30', '2031-05-01'],
    ['2031-02-28', '2031-03-01'],
    ['2032-02-28', '2032-02-29'],
    ['2032-02-29', '2032-03-01'],
    ['2000-02-28', '2000-02-29'],
    ['2100-02-28', '2100-03-01'],
    ['2031-12-31', '2032-01-01'],
    ['0999-12-31', '1000-01-01'],
  ])('%s is followed by %s', (day, next) => {
    expect(dayAfter(day)).toBe(next);
  });
});

describe('the words for a day', () => {
  it('are read back as the same day', () => {
    fc.assert(
      fc.property(count, (at) => {
        expect(dayTyped(dayText(dayAt(at)))).toBe(dayAt(at));
      }),
    );
  });

  it('have every month, and no noughts before the date', () => {
    const months = Array.from({ length: 12 }, (_, at) => `${at + 1}`.padStart(2, '0'));
    expect(months.map((month) => dayText(`2031-${month}-09`))).toEqual(
      'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'
        .split(' ')
        .map((month) => `9 ${month} 2031`),
    );
    expect(dayText('2031-01-10')).toBe('10 Jan 2031');
  });
});

describe('the words for a range of days', () => {
  it.each([
    ['2031-01-05', '2031-01-05', '5 Jan 2031', '5 Jan 2031'],
    ['2031-01-05', '2031-01-06', '5 to 6 Jan 2031', '5–6 Jan 2031'],
    ['2031-01-06', '2031-01-08', '6 to 8 Jan 2031', '6–8 Jan 2031'],
    ['2031-01-01', '2031-01-31', '1 to 31 Jan 2031', '1–31 Jan 2031'],
    ['2031-01-31', '2031-02-01', '31 Jan to 1 Feb 2031', '31 Jan – 1 Feb 2031'],
    ['2031-02-25', '2031-03-01', '25 Feb to 1 Mar 2031', '25 Feb – 1 Mar 2031'],
    ['2031-01-05', '2032-01-05', '5 Jan 2031 to 5 Jan 2032', '5 Jan 2031 – 5 Jan 2032'],
    ['2030-12-31', '2031-01-01', '31 Dec 2030 to 1 Jan 2031', '31 Dec 2030 – 1 Jan 2031'],
  ])('%s to %s: %s', (from, to, words, dashed) => {
    expect(rangeText({ from, to })).toBe(words);
    expect(rangeText({ from, to }, '–')).toBe(dashed);
  });

  it('are read back as the same range, whatever joins them', () => {
    fc.assert(
      fc.property(range, (days) => {
        expect(readBack(rangeText(days), / to /)).toEqual(days);
        expect(readBack(rangeText(days, '-'), / ?- ?/)).toEqual(days);
      }),
    );
  });

  it('say where there is none', () => {
    expect(rangeText(null)).toBe('undated');
  });
});

describe('the words for when something was published', () => {
  it.each([
    ['2031-01-05', '2031-01-05', '5 Jan 2031'],
    ['2031-01-05', '2031-01-06', '5 or 6 Jan 2031'],
    ['2031-01-05', '2031-01-07', 'by 7 Jan 2031'],
    ['2031-01-31', '2031-02-01', '31 Jan or 1 Feb 2031'],
    ['2031-01-31', '2031-02-02', 'by 2 Feb 2031'],
    ['2030-12-31', '2031-01-01', '31 Dec 2030 or 1 Jan 2031'],
    ['2030-12-31', '2031-01-02', 'by 2 Jan 2031'],
    ['2031-02-28', '2031-03-01', '28 Feb or 1 Mar 2031'],
    ['2032-02-28', '2032-03-01', 'by 1 Mar 2032'],
    ['2031-01-05', '2032-01-05', 'by 5 Jan 2032'],
    ['2031-01-05', '2031-02-05', 'by 5 Feb 2031'],
  ])('%s to %s: %s', (from, to, words) => {
    expect(publishedText({ from, to })).toBe(words);
  });

  it('name the day, or both of two', () => {
    fc.assert(
      fc.property(count, fc.integer({ min: 0, max: 1 }), (at, days) => {
        const published = { from: dayAt(at), to: dayAt(at + days) };
        expect(readBack(publishedText(published), / or /)).toEqual(published);
      }),
    );
  });

  it('name the last of more than two, and no other', () => {
    fc.assert(
      fc.property(count, fc.integer({ min: 2, max: 800 }), (at, days) => {
        const published = { from: dayAt(at), to: dayAt(at + days) };
        expect(publishedText(published)).toBe(`by ${dayText(published.to)}`);
      }),
    );
  });
});

describe('a day as people type it', () => {
  it.each([
    ['5 January 2031', '2031-01-05'],
    ['5 jan. 2031', '2031-01-05'],
    ['January 5, 2031', '2031-01-05'],
    ['Sept 3rd 2031', '2031-09-03'],
    ['2031-1-5', '2031-01-05'],
    ['  2031-01-05 ', '2031-01-05'],
    ['1 Smarch 2031', /^"1 Smarch 2031" is no day\. Write it as /],
    ['jam 5 2031', /is no day/],
    ['tomorrow', /is no day/],
    ['30 Feb 2031', /^There is no day 2031-02-30\. Write it as 5 Jan 2031 or/],
    ['25 dec', /needs a year/],
  ])('%s', (typed, expected) => {
    if (typeof expected === 'string') expect(dayTyped(typed)).toBe(expected);
    else expect(dayTyped(typed)).toMatch(expected);
  });

  it('without a year is the first such day from the one that it is near to', () => {
    fc.assert(
      fc.property(count, fc.integer({ min: 0, max: 182 }), (at, days) => {
        const [near, meant] = [dayAt(at), dayAt(at + days)];
        if (meant.endsWith('-02-29')) return;
        expect(typedDay(withoutYear(meant), near)).toEqual({ ok: true, day: meant });
      }),
    );
    expect(typedDay('29 feb', '2031-01-01')).toEqual({ ok: true, day: '2032-02-29' });
  });

  it('without a year needs one where the same day of the year before is nearer', () => {
    fc.assert(
      fc.property(count, fc.integer({ min: 1, max: 182 }), (at, days) => {
        const [meant, near] = [dayAt(at), dayAt(at + days)];
        if (meant.endsWith('-02-29')) return;
        const next = `${`${Number(meant.slice(0, 4)) + 1}`.padStart(4, '0')}${meant.slice(4)}`;
        expect(typedDay(withoutYear(meant), near)).toEqual({
          ok: false,
          problem: `"${withoutYear(meant)}" may be ${dayText(meant)} or ${dayText(next)}.`,
          mend: 'Write the year.',
        });
      }),
    );
  });
});

function withoutYear(day: string): string {
  return dayText(day).split(' ').slice(0, 2).join(' ');
}
