import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeKeyReader } from '../../src/tui/key-reader.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** The keys that are left of some pieces, with so many milliseconds before each: one taken back is gone. */
function keysOf(...pieces: readonly (readonly [after: number, piece: string])[]): string[] {
  const keys: string[] = [];
  const reader = makeKeyReader((read, takesBack) => {
    if (takesBack) keys.pop();
    keys.push(...read);
  });
  for (const [after, piece] of pieces) {
    vi.advanceTimersByTime(after);
    reader.read(piece);
  }
  vi.advanceTimersByTime(5000);
  return keys;
}

const KEYS = [
  ['\x1b[C', 'right'],
  ['\x1bOA', 'up'],
  ['\x1b[1;5D', 'left'],
  ['\x1b[6~', 'pageDown'],
] as const;

describe('a key that a slow line splits', () => {
  it.each(KEYS)('%j is one key wherever and however long it is split', (sent, key) => {
    for (let cut = 1; cut < sent.length; cut += 1)
      for (const wait of [1, 30, 60, 250])
        expect([cut, wait, ...keysOf([0, sent.slice(0, cut)], [wait, sent.slice(cut)])]).toEqual([
          cut,
          wait,
          key,
        ]);
  });

  it.each(KEYS)('%j is one key where every byte comes by itself', (sent, key) => {
    expect(keysOf([0, 'j'], ...[...sent].map((byte) => [120, byte] as const), [400, 'k'])).toEqual([
      'j',
      key,
      'k',
    ]);
  });
});

describe('the escape key', () => {
  it('is read once nothing follows it', () => {
    expect(keysOf([0, '\x1b'])).toEqual(['escape']);
    expect(keysOf([0, '\x1b'], [400, '[C'])).toEqual(['escape', '[', 'C']);
  });

  it('leaves what is typed behind it what it is', () => {
    for (const wait of [60, 250])
      expect(keysOf([0, '\x1b'], [wait, 'n'], [wait, 'q'])).toEqual(['escape', 'n', 'q']);
    expect(keysOf([0, '\x1b'], [100, '['])).toEqual(['escape', '[']);
    expect(keysOf([0, '\x1b'], [100, 'O'], [100, 's'], [50, 'x'])).toEqual([
      'escape',
      'O',
      's',
      'x',
    ]);
    expect(keysOf([0, '\x1b'], [100, '\r'])).toEqual(['escape', 'enter']);
  });
});

describe('the answers of a terminal', () => {
  it.each([
    '\x1b]11;rgb:1e1e/1e1e/1e1e\x07',
    '\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\',
    '\x1bP>|XTerm(390)\x1b\\',
    '\x1bP1+r544e=787465726d\x1b\\',
    '\x1b_Gi=31;OK\x1b\\',
    '\x1b[?64;1;2;6;22c',
    '\x1b[24;80R',
    '\x1b[?2026;2$y',
    '\x1b[I',
  ])('%j is no key, in one piece or two', (answer) => {
    expect(keysOf([0, `j${answer}k`])).toEqual(['j', 'k']);
    for (let cut = 1; cut < answer.length; cut += 1)
      for (const wait of [5, 60])
        expect(keysOf([0, answer.slice(0, cut)], [wait, answer.slice(cut)], [400, 'k'])).toEqual([
          'k',
        ]);
  });

  it('is given up where its end never comes, and what is typed then is typed', () => {
    expect(keysOf([0, '\x1b]11;rgb:'], [2000, 'q'])).toEqual(['q']);
    expect(keysOf([0, '\x1b['], [2000, 'q'])).toEqual(['q']);
  });
});
