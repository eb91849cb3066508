import { describe, expect, it } from 'vitest';
import { smallest } from '../../src/model/smallest.ts';

describe('the smallest of some sets', () => {
  it('contain no other, each once and in the order given', () => {
    const sets = [
      ['south', 'envoy'],
      ['north', 'guild'],
      ['south'],
      ['guild', 'north'],
      ['league'],
    ];
    expect(smallest(sets, (set) => set)).toEqual([['north', 'guild'], ['south'], ['league']]);
  });
});
