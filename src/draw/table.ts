import { columns } from './columns.ts';

/** Cuts a line to a width in terminal columns, marking the cut. */
export function fit(text: string, width: number): string {
  if (columns(text) <= width) return text;
  let kept = '';
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    if (columns(kept + segment) > width - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}

/** Fills a text up to a width in terminal columns. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columns(text)));
}

/** Wraps words to a width, every line indented; a word longer than a line is cut. */
export function wrap(text: string, width: number, indent = ''): string[] {
  return wrapAt(text, Math.max(20, width - columns(indent))).map((line) => indent + line);
}

function wrapAt(text: string, room: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/[ \n]+/).flatMap((each) => cut(each, room))) {
    if (line !== '' && columns(line) + 1 + columns(word) > room) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

function cut(word: string, room: number): string[] {
  if (columns(word) <= room) return [word];
  const parts: string[] = [];
  let part = '';
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(word)) {
    if (columns(part + segment) > room) {
      parts.push(part);
      part = '';
    }
    part += segment;
  }
  return [...parts, part];
}

/** No column gets narrower than this, or than its longest word where that is shorter still. */
const NARROWEST = 12;
/** A last column that would get narrower than this stands below its row instead. */
const NARROWEST_LAST = 24;

/**
 * Rows as aligned columns, two blanks apart. Where they do not fit, the widest columns give way first, and what is in
 * them wraps; words are broken only where there is no room for them at all. A last column without room for a few
 * words goes below its row.
 */
export function table(rows: readonly (readonly string[])[], width: number, indent = ''): string[] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  // A line break in a cell becomes a blank when the cell is wrapped, and takes a column as one.
  const cells = (column: number) => rows.map((row) => (row[column] ?? '').replaceAll('\n', ' '));
  const widths = Array.from({ length: count }, (_, column) =>
    Math.max(0, ...cells(column).map(columns)),
  );
  const least = widths.map((natural, column) => {
    const longest = Math.max(0, ...cells(column).flatMap((cell) => cell.split(/\s+/).map(columns)));
    return Math.min(natural, Math.max(NARROWEST, longest));
  });
  const room = width - columns(indent) - 2 * (count - 1);
  shrink(widths, least, room);
  shrink(
    widths,
    widths.map((each) => Math.min(each, NARROWEST)),
    room,
  );
  const last = widths.at(-1) ?? 0;
  const natural = Math.max(0, ...cells(count - 1).map(columns));
  if (count > 2 && last < NARROWEST_LAST && last < natural) {
    const heads = rows.map((row) => row.slice(0, count - 1));
    const lines = table(heads, width, indent);
    const heights = heads.map(
      (head) => table([...heads, head], width, indent).length - lines.length,
    );
    let from = 0;
    return rows.flatMap((row, index) => {
      const head = lines.slice(from, from + (heights[index] ?? 1));
      from += heights[index] ?? 1;
      const below = row[count - 1] ?? '';
      return below === '' ? head : [...head, ...wrap(below, width, `${indent}    `)];
    });
  }
  return rows.flatMap((row) => {
    const wrapped = widths.map((each, column) => wrapAt(row[column] ?? '', each));
    const height = Math.max(1, ...wrapped.map((lines) => lines.length));
    return Array.from({ length: height }, (_, at) =>
      (
        indent +
        wrapped.map((lines, column) => pad(lines[at] ?? '', widths[column] ?? 0)).join('  ')
      ).trimEnd(),
    );
  });
}

/** Takes from the widest columns until all fit, or none can give more. */
function shrink(widths: number[], least: readonly number[], room: number): void {
  for (let over = widths.reduce((sum, each) => sum + each, 0) - room; over > 0; over -= 1) {
    const slack = widths.map((each, column) => (each > (least[column] ?? 0) ? each : 0));
    const widest = slack.indexOf(Math.max(...slack));
    if ((slack[widest] ?? 0) === 0) return;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
}
