import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayIn, daysBetween, PERIOD_UNITS } from '../../src/model/calendar.ts';
import { dayAfter, dayBefore, dayExists, monthLength } from '../../src/model/days.ts';

const anyDay = fc
  .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 1, max: 12 }), fc.nat({ max: 30 }))
  .map(([year, month, date]) =>
    [
      String(year).padStart(4, '0'),
      String(month).padStart(2, '0'),
      String(1 + (date % monthLength(year, month))).padStart(2, '0'),
    ].join('-'),
  );
const anyPeriod = fc.record({
  count: fc.integer({ min: 1, max: 100 }),
  unit: fc.constantFrom(...PERIOD_UNITS),
});

describe('a period after a day', () => {
  it.each([
    ['2031-01-05', 1, 'days', '2031-01-06'],
    ['2031-01-31', 1, 'days', '2031-02-01'],
    ['2031-01-05', 30, 'days', '2031-02-04'],
    ['2031-01-05', 2, 'weeks', '2031-01-19'],
    ['2031-01-31', 1, 'months', '2031-02-28'],
    ['2032-01-31', 1, 'months', '2032-02-29'],
    ['2031-01-28', 1, 'months', '2031-02-28'],
    ['2031-08-31', 1, 'months', '2031-09-30'],
    ['2031-12-05', 1, 'months', '2032-01-05'],
    ['2031-11-30', 15, 'months', '2033-02-28'],
    ['2032-02-29', 1, 'years', '2033-02-28'],
    ['2032-02-29', 4, 'years', '2036-02-29'],
    ['2031-01-05', 1, 'years', '2032-01-05'],
    ['0000-02-29', 1, 'years', '0001-02-28'],
    ['0099-12-31', 1, 'days', '0100-01-01'],
    ['9999-12-01', 100, 'years', '9999-12-31'],
    ['9999-12-01', 100, 'weeks', '9999-12-31'],
  ] as const)('%s and %i %s is %s', (day, count, unit, expected) => {
    expect(dayIn(day, { count, unit })).toBe(expected);
  });

  it('exists, comes after the day unless the calendar ends, and keeps the order of days', () => {
    fc.assert(
      fc.property(anyDay, anyPeriod, (day, period) => {
        const later = dayIn(day, period);
        expect(dayExists(later)).toBe(true);
        expect(later > day || later === '9999-12-31').toBe(true);
        if (day > '0000-01-01') expect(dayIn(dayBefore(day), period) <= later).toBe(true);
      }),
    );
  });

  it('of days is that day counted one by one', () => {
    fc.assert(
      fc.property(
        anyDay.filter((day) => day < '9998'),
        fc.integer({ min: 1, max: 100 }),
        (day, count) => {
          let later = day;
          for (let index = 0; index < count; index += 1) later = dayAfter(later);
          expect(dayIn(day, { count, unit: 'days' })).toBe(later);
          expect([daysBetween(day, later), daysBetween(later, day)]).toEqual([count, -count]);
        },
      ),
    );
  });

  it('of months stays on the same day of the month, or on the last of a shorter one', () => {
    fc.assert(
      fc.property(
        anyDay.filter((day) => day < '9990'),
        fc.integer({ min: 1, max: 100 }),
        (day, count) => {
          const [year = 0, month = 0, date = 0] = dayIn(day, { count, unit: 'months' })
            .split('-')
            .map(Number);
          const [fromYear = 0, fromMonth = 0, fromDate = 0] = day.split('-').map(Number);
          expect((year - fromYear) * 12 + month - fromMonth).toBe(count);
          expect(date).toBe(Math.min(fromDate, monthLength(year, month)));
        },
      ),
    );
  });
});
