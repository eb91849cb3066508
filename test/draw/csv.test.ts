import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asCsv } from '../../src/draw/csv.ts';
import { type Cell } from '../../src/explain/sheet.ts';
import { HOSTILE } from '../explain/hostile.ts';
import { parseCsv } from './parse-csv.ts';

const drawn = (columns: readonly string[], rows: readonly (readonly Cell[])[]) =>
  asCsv({ columns, rows })
    .map((line) => `${line}\r\n`)
    .join('');

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.constantFrom(',', '"', ' ', '\n', '\r', '\t', '=', '+', '-', '@', "'", 'a', 'é', '|'))
    .map((parts) => parts.join('')),
);
const anyCell = fc.oneof(anyText, fc.integer(), fc.boolean(), fc.constant(null));

describe('comma-separated values', () => {
  it('are read back as they were, but for blanks and the mark before formulas', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }).chain((count) => {
          const row = fc.array(anyCell, { minLength: count, maxLength: count });
          return fc.tuple(
            fc.array(fc.stringMatching(/^[a-z_]+$/), { minLength: count, maxLength: count }),
            fc.array(row),
          );
        }),
        ([columns, rows]) => {
          const [head, ...read] = parseCsv(drawn(columns, rows));
          expect(head).toEqual(columns);
          const expected = rows.map((row) =>
            row.map((cell) => {
              if (typeof cell !== 'string') return cell === null ? '' : `${cell}`;
              const text = cell.trim().replaceAll(/\s+/g, ' ');
              return '=+-@'.includes(text[0] ?? '?') ? `'${text}` : text;
            }),
          );
          expect(read).toEqual(expected);
        },
      ),
    );
  });

  it('never begin a text as a spreadsheet begins a formula, and leave numbers alone', () => {
    const texts = ['=1+1', '+1', '-1', '@cmd', '  =1', '\t=1', '\r\n@x', '=HYPERLINK("x","y")'];
    const [row = []] = parseCsv(drawn(texts.map(String), [texts])).slice(1);
    expect(row.filter((cell) => !cell.startsWith("'"))).toEqual([]);
    expect(asCsv({ columns: ['n'], rows: [[-1], [null], [true]] })).toEqual([
      'n',
      '-1',
      '',
      'true',
    ]);
  });

  it('take one line a record, whatever is in them', () => {
    const lines = asCsv({
      columns: ['a', 'b'],
      rows: [
        [HOSTILE, 'x'],
        ['a,b', 'say "so"'],
      ],
    });
    expect(lines).toHaveLength(3);
    expect(lines.filter((line) => /[\r\n]/.test(line))).toEqual([]);
    expect(lines[2]).toBe('"a,b","say ""so"""');
  });
});
