import type { Cell, Sheet } from '../explain/sheet.ts';

/** Texts that a spreadsheet would take for a formula, which may send what stands beside it to anywhere. */
const FORMULA = /^\s*[=+\-@]/;
/** What would break a cell in two or close it. */
const QUOTED = /[",]|^\s|\s$/;

/**
 * A table as comma-separated values (RFC 4180): a head, then a record a line. Line breaks and other blanks in a text
 * become single ones, so that a record never takes two lines. A text that a spreadsheet would take for a formula has an
 * apostrophe before it, as the Open Worldwide Application Security Project advises; numbers stand as they are.
 *
 * @returns the lines, without their ends
 */
export function asCsv({ columns, rows }: Sheet): string[] {
  return [columns, ...rows].map((row) => row.map(written).join(','));
}

function written(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return `${cell}`;
  const text = cell.replaceAll(/\s+/g, ' ').trim();
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
