import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changed,
  either,
  MOST_WORLDS,
  soleValue,
  TooManyWorldsError,
  valuesOf,
  type World,
  type Worlds,
  worldsOver,
} from '../../src/model/worlds.ts';

const KEYS = ['dock', 'lock', 'quay', 'tide', 'dock.opened'];

/** One thing that happens: to the worlds in which a key has a value, another key gets one of some values. */
interface Change {
  readonly looked: string;
  readonly at: string;
  readonly moved: string;
  readonly to: readonly string[];
  readonly isPerhaps: boolean;
}

const anyChange: fc.Arbitrary<Change> = fc.record({
  looked: fc.constantFrom(...KEYS),
  at: fc.constantFrom('a', 'b'),
  moved: fc.constantFrom(...KEYS),
  to: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 2 }),
  isPerhaps: fc.boolean(),
});

const START: World = { dock: 'a', lock: 'a', quay: 'a', tide: 'a' };

function step({ looked, at, moved, to }: Change, world: World): World[] {
  return world[looked] === at ? to.map((value) => ({ ...world, [moved]: value })) : [world];
}

/** The same, in worlds that are all written out. */
function written(worlds: readonly World[], change: Change): World[] {
  const after = worlds.flatMap((world) => step(change, world));
  return distinct(change.isPerhaps ? [...worlds, ...after] : after);
}

function distinct(worlds: readonly World[]): World[] {
  return [...new Map(worlds.map((world) => [textOf(world), world])).values()];
}

function textOf(world: World): string {
  return KEYS.map((key) => world[key] ?? '-').join(' ');
}

function factored(worlds: Worlds, change: Change): Worlds {
  const keys = [change.looked, change.moved];
  const after = changed(worlds, keys, (world) => step(change, world));
  return change.isPerhaps ? either(worlds, after, keys) : after;
}

describe('worlds', () => {
  it('are the same kept in parts as all written out', () => {
    let open = 0;
    fc.assert(
      fc.property(fc.array(anyChange, { maxLength: 8 }), (changes) => {
        let parts: Worlds = { known: START, open: [] };
        let all: World[] = [START];
        for (const change of changes) {
          parts = factored(parts, change);
          all = written(all, change);
        }
        const texts = worldsOver(parts, KEYS).map(textOf);
        expect(new Set(texts)).toEqual(new Set(all.map(textOf)));
        for (const key of KEYS)
          expect(new Set(valuesOf(parts, key))).toEqual(new Set(all.map((world) => world[key])));
        open += parts.open.length;
      }),
    );
    expect(open).toBeGreaterThan(50);
  });

  it('stay apart as long as nothing ties them together', () => {
    let worlds: Worlds = { known: START, open: [] };
    for (const key of ['dock', 'lock', 'quay', 'tide'])
      worlds = changed(worlds, [key], (world) =>
        ['a', 'b', 'c'].map((value) => ({ ...world, [key]: value })),
      );
    expect(worlds.open.map(({ keys }) => keys)).toEqual([['dock'], ['lock'], ['quay'], ['tide']]);
    expect(worldsOver(worlds, ['dock', 'tide'])).toHaveLength(9);
    expect(soleValue(worlds, 'dock')).toBe('unknown');
    expect(
      soleValue(
        changed(worlds, ['dock'], (w) => [{ ...w, dock: 'b' }]),
        'dock',
      ),
    ).toBe('b');
  });

  it('are refused once a question needs too many of them', () => {
    const many = Array.from({ length: 13 }, (_, index) => `key${index}`);
    let worlds: Worlds = { known: Object.fromEntries(many.map((key) => [key, 'a'])), open: [] };
    for (const key of many)
      worlds = changed(worlds, [key], (world) => [world, { ...world, [key]: 'b' }]);
    expect(2 ** 13).toBeGreaterThan(MOST_WORLDS);
    expect(worldsOver(worlds, many.slice(0, 12))).toHaveLength(2 ** 12);
    expect(() => worldsOver(worlds, many)).toThrow(TooManyWorldsError);
  });
});
