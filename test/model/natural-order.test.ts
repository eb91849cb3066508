import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { inNaturalOrder } from '../../src/model/natural-order.ts';

it('counts as people do', () => {
  const sorted = [
    'c1',
    'c2',
    'c10',
    'document-2.c4',
    'document-2.c10',
    'document-10.c1',
    'x',
    'x1',
  ];
  expect(sorted.toReversed().toSorted(inNaturalOrder)).toEqual(sorted);
});

it('is an order', () => {
  const name = fc.string({
    unit: fc.constantFrom('a', 'B', '-', ' ', '0', '1', '9'),
    maxLength: 6,
  });
  fc.assert(
    fc.property(name, name, name, (first, second, third) => {
      const [low, middle, high] = [first, second, third].toSorted(inNaturalOrder);
      expect(inNaturalOrder(low ?? '', high ?? '')).toBeLessThanOrEqual(0);
      expect(inNaturalOrder(low ?? '', middle ?? '')).toBeLessThanOrEqual(0);
      expect(inNaturalOrder(first, second) === 0).toBe(first === second);
      expect(Math.sign(inNaturalOrder(first, second))).toBe(
        -Math.sign(inNaturalOrder(second, first)) + 0,
      );
    }),
  );
});
