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
  const room = Math.max(20, width - columns(indent));
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/[ \n]+/).flatMap((each) => cut(each, room))) {
    if (line !== '' && columns(line) + 1 + columns(word) > room) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((each) => indent + each);
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

/**
 * Rows as aligned columns, two blanks apart. The last column takes what room is left and wraps there; rows whose
 * other cells are longer than their column never lose anything, they only push the rest aside.
 */
export function table(rows: readonly (readonly string[])[], width: number, indent = ''): string[] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, column) =>
    Math.max(0, ...rows.map((row) => columns(row[column] ?? ''))),
  );
  const before = widths.slice(0, -1).reduce((sum, each) => sum + each + 2, indent.length);
  const room = Math.max(24, width - before);
  return rows.flatMap((row) => {
    const head = row
      .slice(0, count - 1)
      .map((cell, column) => `${pad(cell, widths[column] ?? 0)}  `);
    const [first = '', ...more] = wrap(row[count - 1] ?? '', room);
    const start =
      indent +
      Array.from(
        { length: count - 1 },
        (_, column) => head[column] ?? ' '.repeat((widths[column] ?? 0) + 2),
      ).join('');
    return [(start + first).trimEnd(), ...more.map((line) => ' '.repeat(columns(start)) + line)];
  });
}
