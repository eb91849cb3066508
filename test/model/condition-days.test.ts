import { describe, expect, it } from 'vitest';
import { askedSpan, conditionSpan, type Span } from '../../src/model/position.ts';
import type { Condition } from '../../src/model/condition.ts';

const held: Span = {
  certainFrom: '2031-01-20',
  possibleFrom: '2031-01-10',
  until: '2031-06-30',
  isDated: true,
};

const condition = (days: Partial<Pick<Condition, 'from' | 'until'>>): Condition =>
  ({ id: 'raised', from: null, until: null, ...days }) as Condition;
const on = (day: string) => ({ from: day, to: day });
const all = (...of: Condition[]) => ({
  asked: {
    kind: 'all' as const,
    of: of.map((one) => ({ kind: 'condition' as const, condition: one })),
  },
});

describe('from when a condition is asked', () => {
  it('is its own first day where that comes later than the position, else the day of the position', () => {
    expect(conditionSpan(held, condition({ from: on('2031-02-10') }))).toMatchObject({
      certainFrom: '2031-02-10',
      possibleFrom: '2031-02-10',
      until: '2031-06-30',
    });
    expect(conditionSpan(held, condition({ from: on('2031-01-05') }))).toEqual(held);
    expect(conditionSpan(held, condition({}))).toEqual(held);
  });

  it('ends with what ends first', () => {
    expect(conditionSpan(held, condition({ until: on('2031-03-01') })).until).toBe('2031-03-01');
    expect(conditionSpan(held, condition({ until: on('2031-07-01') })).until).toBe('2031-06-30');
  });

  it('is for a whole statement the day of the first of its conditions', () => {
    const late = condition({ from: on('2031-02-10') });
    const later = condition({ from: on('2031-03-10') });
    expect(askedSpan(held, all(later, late)).certainFrom).toBe('2031-02-10');
    expect(askedSpan(held, all(later, condition({}))).certainFrom).toBe('2031-01-20');
    expect(askedSpan(held, all())).toEqual(held);
  });
});
