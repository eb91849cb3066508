import * as fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import bundledStringWidth from '../../src/build/string-width.ts';
import { columns, isNarrow } from '../../src/draw/columns.ts';
import { line, plain } from '../../src/draw/line.ts';
import { table } from '../../src/draw/table.ts';
import { wrapped } from '../../src/draw/text.ts';

/** Text of the scripts that names and claims are written in, accents and emoji included. */
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'plain words',
        'Türkiye',
        'Kalın',
        'é',
        'e\u0301',
        'ﬁ',
        '“quoted”',
        '━━▶',
        '│',
        '◐',
        '●',
        '▮▯',
        '…',
      ),
      fc.constantFrom(
        'مرحبا',
        'שלום',
        '漢字',
        'かな',
        '한국',
        'ไทย',
        '👍',
        '👍🏽',
        '👩‍👩‍👧',
        '🇪🇬',
        '✓',
        '✗',
        '①',
        'ａ',
      ),
      fc.string({
        unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCodePoint(code)),
      }),
    ),
  )
  .map((parts) => parts.join(''));

/** Written out before it is drawn. */
const SOFT_HYPHEN = '\u00AD';

const drawn = (rows: string[][], ...shape: [number, Parameters<typeof table>[2]?]) =>
  table(
    rows.map((row) => row.map((cell) => line(cell))),
    ...shape,
  ).map(plain);

describe('columns', () => {
  it('counts as string-width does', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(columns(text)).toBe(stringWidth(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('knows text of which each unit is a character of its own, one column wide', () => {
    const units = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
    const narrow = units.filter((unit) => isNarrow(unit));
    expect(narrow.length).toBeGreaterThan(600);
    const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
    // Each beside itself and beside a letter, since what joins does so to what stands before it.
    for (const unit of narrow) {
      const text = `a${unit}${unit}a`;
      expect([...segmenter.segment(text)].map(({ segment }) => segment)).toEqual([...text]);
      if (unit !== SOFT_HYPHEN) expect(stringWidth(unit)).toBe(1);
    }
  });

  it('leaves escape sequences out where Ink measures', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const styled = `\u001B[1m${text}\u001B[22m`;
        expect(bundledStringWidth(styled)).toBe(stringWidth(styled));
      }),
    );
  });
});

describe('lines', () => {
  it('are never wider than asked, and lose no word', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 20, max: 120 }), (text, width) => {
        const lines = wrapped(text, width);
        for (const each of lines) expect(columns(each)).toBeLessThanOrEqual(width);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(/ /g, ''));
      }),
    );
  });

  it('stand in columns', () => {
    expect(
      drawn(
        [
          ['a', 'bb', 'c'],
          ['aaa', 'b', 'words that go on and on until they wrap'],
        ],
        36,
      ),
    ).toEqual(['a    bb  c', 'aaa  b   words that go on and on', '         until they wrap']);
  });

  it('leave out the columns that matter least where words would be broken, if they may', () => {
    const rows = [
      ['2 Mar 2031', 'wreck-first', 'Northquay wants the wreck', 'sourced'],
      ['5 Jan 2031', 'phase-one-begins', 'Both cities sign', 'sourced'],
    ];
    const priorities = [0, 2, 0, 1];
    expect(drawn(rows, 80, { drops: true, priorities })[0]).toContain('wreck-first');
    expect(drawn(rows, 36, { drops: true, priorities })).toEqual([
      '2 Mar 2031  Northquay wants  sourced',
      '            the wreck',
      '5 Jan 2031  Both cities      sourced',
      '            sign',
    ]);
    expect(drawn(rows, 28, { drops: true, priorities }).join('')).not.toContain('sourced');
    expect(drawn(rows, 28, { priorities }).join('')).toContain('sourced');
  });
});
