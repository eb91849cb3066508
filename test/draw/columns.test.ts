import * as fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import bundledStringWidth from '../../src/build/string-width.ts';
import { columns } from '../../src/draw/columns.ts';
import { fit, table, wrap } from '../../src/draw/table.ts';

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

describe('columns', () => {
  it('counts as string-width does', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(columns(text)).toBe(stringWidth(text));
      }),
      { numRuns: 2000 },
    );
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
        const lines = wrap(text, width);
        for (const line of lines) expect(columns(line)).toBeLessThanOrEqual(width);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(/ /g, ''));
      }),
    );
  });

  it('are cut with a mark', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 2, max: 40 }), (text, width) => {
        const cut = fit(text, width);
        expect(columns(cut)).toBeLessThanOrEqual(width);
        expect(cut === text || cut.endsWith('…')).toBe(true);
      }),
    );
  });

  it('stand in columns', () => {
    expect(
      table(
        [
          ['a', 'bb', 'c'],
          ['aaa', 'b', 'words that go on and on until they wrap'],
        ],
        36,
      ),
    ).toEqual(['a    bb  c', 'aaa  b   words that go on and on', '         until they wrap']);
  });
});
