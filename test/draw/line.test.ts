import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cut,
  cutLine,
  fill,
  lineWidth,
  plain,
  spread,
  text,
  TONES,
  width,
  withoutEnd,
  wrap,
} from '../../src/draw/line.ts';

const anyText = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.constantFrom(
        'word',
        'مرحبا',
        'שלום',
        '漢字',
        '🚢',
        '⚠️',
        '👩‍👧',
        'e\u0301',
        'a-very-long-word',
      ),
    )
    .map((words) => words.join(' ')),
);
const anyLine = fc.array(
  fc
    .record({ content: anyText, tone: fc.constantFrom(...TONES) })
    .map(({ content, tone }) => text(content, tone)),
  { maxLength: 5 },
);
const columns = fc.integer({ min: 1, max: 60 });

describe('text', () => {
  it('writes out what a terminal would obey', () => {
    expect(text('a\x1b]52;c;x\x07b\u202Ec').text).toBe('a\\u{1b}]52;c;x\\u{07}b\\u{202e}c');
  });

  it('leaves other scripts alone', () => {
    for (const fine of ['لقاء السفراء', 'חלוקה', '漢字', 'Türkiye', '🔍'])
      expect(text(fine).text).toBe(fine);
  });

  it('takes joined emoji apart, since terminals disagree on their width', () => {
    expect(text('👩‍👧⚠️').text).toBe('👩👧⚠');
  });

  it('never lets a control character through, nor changes on a second time', () => {
    fc.assert(
      fc.property(anyText, (content) => {
        const safe = text(content).text;
        expect(safe).not.toMatch(/[\p{Cc}\u2028-\u202E\u2066-\u2069]/u);
        expect(text(safe).text).toBe(safe);
      }),
    );
  });
});

describe('widths', () => {
  it('counts the columns that a terminal uses', () => {
    expect(width('abc')).toBe(3);
    expect(width('漢字')).toBe(4);
    expect(width('🚢')).toBe(2);
    expect(width('e\u0301')).toBe(1);
    expect(width('مرحبا')).toBe(5);
  });

  it('cuts to what fits and says so', () => {
    expect(cut('abcdef', 4, '…')).toBe('abc…');
    expect(cut('漢字漢字', 4, '…')).toBe('漢…');
    expect(cut('abc', 3, '…')).toBe('abc');
  });

  it('never exceeds the columns given', () => {
    fc.assert(
      fc.property(anyLine, columns, (spans, room) => {
        expect(lineWidth(cutLine(spans, room, '…'))).toBeLessThanOrEqual(room);
        expect(lineWidth(fill(spans, room, '…'))).toBe(room);
        expect(lineWidth(spread(spans, spans, room, '…'))).toBe(room);
      }),
    );
  });
});

describe('the end of a line', () => {
  it('is where its last mark is, and nothing else goes', () => {
    fc.assert(
      fc.property(anyLine, columns, (spans, room) => {
        const ended = withoutEnd(fill(spans, room, '…'));
        const whole = plain(fill(spans, room, '…'));
        expect(whole.startsWith(plain(ended))).toBe(true);
        expect(whole.slice(plain(ended).length).trim()).toBe('');
        if (ended.at(-1)?.tone === 'plain') expect(plain(ended)).not.toMatch(/ $/);
      }),
    );
    // What is dressed is seen, blank or not.
    expect(plain(withoutEnd([text('a '), text('  ', 'selected'), text('   ')]))).toBe('a   ');
  });
});

describe('wrap', () => {
  it('breaks between words, and hangs further lines', () => {
    expect(wrap([text('one two three')], 8, 2).map(plain)).toEqual(['one two', 'three']);
    expect(wrap([text('one two three four')], 12, 2).map(plain)).toEqual([
      'one two',
      '  three four',
    ]);
  });

  it('keeps tones on both sides of a break', () => {
    const lines = wrap([text('one '), text('two', 'bad'), text(' three')], 7);
    expect(lines.map((line) => line.map(({ tone }) => tone))).toEqual([
      ['plain', 'bad'],
      ['plain'],
    ]);
  });

  it('loses nothing but blanks, and never exceeds the columns', () => {
    const solid = (content: string) => content.replaceAll(' ', '');
    fc.assert(
      fc.property(
        anyLine,
        fc.integer({ min: 12, max: 60 }),
        fc.integer({ min: 0, max: 6 }),
        (spans, room, hang) => {
          const lines = wrap(spans, room, hang);
          expect(solid(lines.map(plain).join(''))).toBe(solid(plain(spans)));
          for (const one of lines) expect(lineWidth(one)).toBeLessThanOrEqual(room);
        },
      ),
    );
  });
});
