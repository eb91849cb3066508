import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { SECTIONS } from '../../src/explain/what-if-choices.ts';
import { partyReadings } from '../../src/model/agreement.ts';
import { FIRST_SEEN, type Seen } from '../../src/web/seen.ts';
import { keepLeft, keepSeen, keptLeft, keptSeen } from '../../src/web/seen-kept.ts';
import { loadHarbour } from '../fixtures/harbour/load.ts';

const { agreement } = loadHarbour();
const text = fc.string({ unit: 'grapheme' });

const anySeen: fc.Arbitrary<Seen> = fc.record({
  section: fc.constantFrom(...SECTIONS),
  filter: text,
  comparedAt: fc.option(fc.nat()),
  sought: fc.record({
    speaker: text,
    region: text,
    kind: text,
    isDisputed: fc.boolean(),
    words: text,
  }),
  hasAllLanes: fc.boolean(),
  whose: fc.constantFrom(null, '', ...partyReadings(agreement).map(({ id }) => id)),
  exercise: fc.option(fc.string({ minLength: 1 })),
  who: text,
  opened: fc.dictionary(text, fc.boolean()),
  wholeBranch: fc.option(fc.string({ minLength: 1 })),
});

/** A tab that holds one text. */
function tabWith(held: string | null = null) {
  let kept = held;
  return {
    getItem: () => kept,
    setItem: (_: string, written: string) => {
      kept = written;
    },
  };
}

it('is read as it was kept', () => {
  fc.assert(
    fc.property(anySeen, (seen) => {
      const tab = tabWith();
      keepSeen(() => tab, agreement, seen);
      expect(JSON.stringify(keptSeen(() => tab, agreement))).toBe(JSON.stringify(seen));
    }),
  );
});

it('is as at first in what is not there, or is something else', () => {
  expect(keptSeen(() => tabWith(), agreement)).toEqual(FIRST_SEEN);
  const odd = fc.record(
    Object.fromEntries(Object.keys(FIRST_SEEN).map((name) => [name, fc.object()])),
    { requiredKeys: [] },
  );
  const written = fc.oneof(
    fc.json(),
    text,
    odd.map((each) => JSON.stringify(each)),
  );
  fc.assert(
    fc.property(written, (held) => {
      const { opened, ...rest } = keptSeen(() => tabWith(held), agreement);
      expect({ ...rest, opened: {} }).toEqual(FIRST_SEEN);
      expect(Object.values(opened).every((each) => typeof each === 'boolean')).toBe(true);
    }),
  );
});

it('keeps how far down each view was left', () => {
  const tab = tabWith();
  const left = new Map([
    ['time', 400],
    ['whatIf', 0.5],
  ] as const);
  keepLeft(() => tab, agreement, left);
  expect(keptLeft(() => tab, agreement)).toEqual(left);
  for (const held of [null, '[]', '{"time":"far"}', '{"nowhere":3}', '{'])
    expect(keptLeft(() => tabWith(held), agreement)).toEqual(new Map());
});

it('does without a browser that keeps nothing', () => {
  const refused = () => {
    throw new Error('The operation is insecure.');
  };
  expect(() => keepSeen(refused, agreement, FIRST_SEEN)).not.toThrow();
  expect(() => keepLeft(refused, agreement, new Map())).not.toThrow();
  expect(keptLeft(refused, agreement)).toEqual(new Map());
  expect(keptSeen(refused, agreement)).toEqual(FIRST_SEEN);
});
