import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aroundDay, dayAfter, dayBefore, dayExists } from '../../src/model/days.ts';

const inMilliseconds = (days: number) =>
  new Date(Date.UTC(1900, 0, 1) + days * 86_400_000).toISOString().slice(0, 10);

describe('days', () => {
  it('follow each other as in the calendar, over the ends of months, years and leap days', () => {
    fc.assert(
      fc.property(fc.nat({ max: 200_000 }), (days) => {
        const day = inMilliseconds(days);
        expect(dayExists(day)).toBe(true);
        expect(dayAfter(day)).toBe(inMilliseconds(days + 1));
        expect(dayBefore(dayAfter(day))).toBe(day);
        expect(aroundDay(dayAfter(day))).toEqual([
          day,
          inMilliseconds(days + 1),
          inMilliseconds(days + 2),
        ]);
      }),
    );
    expect(dayBefore('1900-03-01')).toBe('1900-02-28');
    expect(dayAfter('2031-12-31')).toBe('2032-01-01');
    expect([dayAfter('2032-02-28'), dayAfter('2032-02-29')]).toEqual(['2032-02-29', '2032-03-01']);
    expect([dayAfter('1900-02-28'), dayAfter('2000-02-28')]).toEqual(['1900-03-01', '2000-02-29']);
  });

  it('that are none do not exist', () => {
    for (const text of ['2031-02-29', '2031-13-01', '2031-00-10', '2031-04-31', '2031-4-1', ''])
      expect([text, dayExists(text)]).toEqual([text, false]);
  });
});
