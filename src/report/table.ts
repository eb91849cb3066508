import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';

/** Cuts a line to a width in terminal columns, marking the cut. */
export function fit(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let kept = '';
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    if (stringWidth(kept + segment) > width - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}

/** Fills a text up to a width in terminal columns. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}

/** Wraps words to a width, every line indented. */
export function wrap(text: string, width: number, indent = ''): string[] {
  const room = Math.max(20, width - indent.length);
  return wrapAnsi(text, room, { trim: true, hard: true })
    .split('\n')
    .map((line) => indent + line);
}

/**
 * Rows as aligned columns, two blanks apart. The last column takes what room is left and wraps there; rows whose
 * other cells are longer than their column never lose anything, they only push the rest aside.
 */
export function table(rows: readonly (readonly string[])[], width: number, indent = ''): string[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(0, ...rows.map((row) => stringWidth(row[column] ?? ''))),
  );
  const before = widths.slice(0, -1).reduce((sum, each) => sum + each + 2, indent.length);
  const room = Math.max(24, width - before);
  return rows.flatMap((row) => {
    const head = row
      .slice(0, columns - 1)
      .map((cell, column) => `${pad(cell, widths[column] ?? 0)}  `);
    const [first = '', ...more] = wrap(row[columns - 1] ?? '', room);
    const start =
      indent +
      Array.from(
        { length: columns - 1 },
        (_, column) => head[column] ?? ' '.repeat((widths[column] ?? 0) + 2),
      ).join('');
    return [
      (start + first).trimEnd(),
      ...more.map((line) => ' '.repeat(stringWidth(start)) + line),
    ];
  });
}
