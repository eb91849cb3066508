import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flushKeys, isText, type Key, pastedText, readKeys } from '../../src/tui/keys.ts';

/** All keys of some chunks, with whatever was left over taken for what it is. */
function keysOf(...chunks: string[]): Key[] {
  let rest = '';
  const keys: Key[] = [];
  for (const chunk of chunks) {
    const read = readKeys(rest, chunk);
    keys.push(...read.keys);
    rest = read.rest;
  }
  return [...keys, ...flushKeys(rest)];
}

describe('readKeys', () => {
  it('splits several keys in one chunk', () => {
    expect(keysOf('jj\x03')).toEqual(['j', 'j', 'ctrl+c']);
    expect(keysOf('\x1b[C\x1b[C\x1b[D')).toEqual(['right', 'right', 'left']);
    expect(keysOf('a\r\tq')).toEqual(['a', 'enter', 'tab', 'q']);
  });

  it.each([
    ['\x1b[A', 'up'],
    ['\x1bOB', 'down'],
    ['\x1b[1;2C', 'right'],
    ['\x1b[H', 'home'],
    ['\x1b[1~', 'home'],
    ['\x1bOF', 'end'],
    ['\x1b[4~', 'end'],
    ['\x1b[5~', 'pageUp'],
    ['\x1b[6;5~', 'pageDown'],
    ['\x1b[Z', 'backTab'],
    ['\x1b[3~', 'delete'],
    ['\x7f', 'backspace'],
    ['\x1a', 'ctrl+z'],
    ['\x0c', 'ctrl+l'],
    ['\x1b', 'escape'],
  ])('knows %j as %s', (sent, key) => {
    expect(keysOf(sent)).toEqual([key]);
  });

  it('drops sequences that are none of ours, letters and all', () => {
    expect(keysOf('\x1b[?1;2c', 'x')).toEqual(['x']);
    expect(keysOf('\x1b[201~q')).toEqual(['q']);
  });

  it('takes what is pasted as one thing, in however many chunks, and not as keys', () => {
    const pasted = (...chunks: string[]) => keysOf(...chunks).map((key) => pastedText(key) ?? key);
    expect(pasted('a\x1b[200~q\rq\x1b[201~b')).toEqual(['a', 'q\rq', 'b']);
    expect(pasted('\x1b[200~one', ' two\x1b[20', '1~j')).toEqual(['one two', 'j']);
    expect(pasted('\x1b[200~never ended')).toEqual(['never ended']);
  });

  it('keeps what a person sees as one character together', () => {
    expect(keysOf('e\u0301👩‍👧س')).toEqual(['e\u0301', '👩‍👧', 'س']);
  });

  it('drops what a terminal answers with', () => {
    expect(keysOf('j\x1b]11;rgb:1e1e/1e1e/1e1e\x07k')).toEqual(['j', 'k']);
    expect(keysOf('\x1bP>|XTerm(390)\x1b', '\\k')).toEqual(['k']);
  });

  it('knows a key that came in two chunks', () => {
    expect(keysOf('\x1b', '[C')).toEqual(['right']);
    expect(keysOf('\x1b[5', '~')).toEqual(['pageUp']);
  });

  it('reads the same keys however the chunks fall', () => {
    const sent = fc.array(
      fc.constantFrom('j', 'q', ' ', '\r', '\x1b[C', '\x1bOA', '\x1b[6~', '\x03', '?', '1'),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(sent, fc.array(fc.nat({ max: 40 }), { maxLength: 4 }), (pieces, breaks) => {
        const whole = pieces.join('');
        const cuts = [
          0,
          ...breaks.map((at) => Math.min(at, whole.length)).toSorted((a, b) => a - b),
          whole.length,
        ];
        const chunks = cuts.slice(1).map((end, index) => whole.slice(cuts[index], end));
        expect(keysOf(...chunks)).toEqual(keysOf(whole));
      }),
    );
  });

  it('never throws, and never takes a control character for text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (chunks) => {
        const typed = keysOf(...chunks).filter(isText);
        expect(typed.filter((key) => /^\p{Cc}/u.test(key))).toEqual([]);
      }),
    );
  });
});
