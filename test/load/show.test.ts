import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatProblem, inOrder, type Problem } from '../../src/load/problem.ts';
import { cut, quote, show } from '../../src/load/show.ts';
import { didYouMean, didYouMeanOneOf, nearest } from '../../src/load/suggest.ts';

/** Text with what a terminal would obey in it. */
const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('\u001B]52;c;aGk=\u0007', '\u001B[2J', '\u009B', '\b\r', '\u202E', '\u2028'),
      fc.constantFrom('\uD800', '\u200D', '\u{E0041}', '\uFEFF', 'سلام', '🏳️‍🌈'),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

const UNSAFE = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C\uFEFF]/u;

describe('show', () => {
  it.each([
    ['\u001B[2J', '\\u{1b}[2J'],
    ['a\r\n\tb', 'a\\r\\n\\tb'],
    ['\u202Eabc', '\\u{202e}abc'],
    ['\uD800', '\\u{d800}'],
    ['سلام שלום 🏳️‍🌈 می‌خواهم', 'سلام שלום 🏳️‍🌈 می‌خواهم'],
  ])('writes %j as %s', (text, shown) => {
    expect(show(text)).toBe(shown);
  });

  it('lets nothing through that moves a cursor, hides or reorders, and is its own fixed point', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(show(text)).not.toMatch(UNSAFE);
        expect(show(show(text))).toBe(show(text));
      }),
    );
  });
});

describe('quote', () => {
  it.each([
    ['x', '"x"'],
    ['', '""'],
    [5, '5'],
    [true, 'true'],
    [null, 'nothing'],
    [[], 'an empty list'],
    [[1], 'a list'],
    [{}, 'keys and values'],
    ['x'.repeat(61), `"${'x'.repeat(59)}…"`],
  ])('writes %j as %s', (value, quoted) => {
    expect(quote(value)).toBe(quoted);
  });

  it('keeps it safe and short', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(quote(text.repeat(40))).not.toMatch(UNSAFE);
        expect([...quote(text.repeat(40))].length).toBeLessThanOrEqual(62);
      }),
    );
  });

  it('cuts between characters', () => {
    expect(cut('🕊🕊🕊', 2)).toBe('🕊…');
    expect(cut('🕊🕊', 2)).toBe('🕊🕊');
  });
});

describe('formatProblem', () => {
  const problem: Problem = {
    file: 'a.yaml',
    line: 3,
    column: 5,
    code: 'unknown-id',
    message: 'no',
    hint: null,
  };

  it('writes place, message, code and hint', () => {
    expect(formatProblem(problem)).toBe('a.yaml:3:5: no [unknown-id]');
    expect(formatProblem({ ...problem, line: null, column: null, hint: 'mend it' })).toBe(
      'a.yaml: no [unknown-id]\n    mend it',
    );
  });

  it('gives a terminal nothing to obey, wherever it comes from', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (file, message, hint) => {
        const lines = formatProblem({ ...problem, file, message, hint }).split('\n');
        expect(lines).toHaveLength(2);
        for (const line of lines) expect(line).not.toMatch(UNSAFE);
      }),
    );
  });

  it('is cut before it floods the screen', () => {
    const long = 'x'.repeat(1_000_000);
    expect(formatProblem({ ...problem, message: long, hint: long }).length).toBeLessThan(2100);
  });

  it('goes from top to bottom', () => {
    const other = { ...problem, line: 1 };
    expect(inOrder([problem, { ...problem, file: 'B' }, other])).toEqual([
      { ...problem, file: 'B' },
      other,
      problem,
    ]);
  });
});

describe('the nearest name', () => {
  const names = ['canal', 'calm', 'wreck', 'phaseTwo', 'envoys-meet'];

  it.each([
    ['cannal', 'canal'],
    ['wrekc', 'wreck'],
    ['phase-two', 'phaseTwo'],
    ['PHASETWO', 'phaseTwo'],
    ['envoysMeet', 'envoys-meet'],
    ['c', null],
    ['batteries', null],
    ['x'.repeat(100_000), null],
  ])('of %s is %s', (written, name) => {
    expect(nearest(written, names)).toBe(name);
    expect(didYouMean(written, names)).toBe(name === null ? null : `did you mean ${name}?`);
  });

  it('may be part of one that begins where a word of it does, and nowhere else', () => {
    const ids = ['board.beganOperating', 'canalOpening', 'weapons.frozen'];
    expect(didYouMean('opening', ids)).toBe('did you mean canalOpening?');
    expect(didYouMean('weapons.fr', ids)).toBe('did you mean weapons.frozen?');
    expect(didYouMean('nope', ids)).toBeNull();
  });

  it('gives way to the whole list where that is short', () => {
    expect(didYouMeanOneOf('tolls', names)).toBe(
      'known here: canal, calm, wreck, phaseTwo, envoys-meet',
    );
    expect(didYouMeanOneOf('tolls', [])).toBeNull();
    expect(
      didYouMeanOneOf(
        'tolls',
        Array.from({ length: 13 }, (_, index) => `name${index}`),
      ),
    ).toBeNull();
  });

  it('does not depend on the text being sensible', () => {
    fc.assert(
      fc.property(hostile, fc.array(hostile), (written, list) => {
        expect([null, ...list]).toContain(nearest(written, list));
      }),
    );
  });
});
