import { type Line, type Span, text } from '../../draw/line.ts';
import type { Session } from '../session.ts';
import { block } from '../../draw/paragraph.ts';
import { type Page } from './page.ts';

/** A row to choose, with what stands above it where a new part of the list begins. */
export interface ListRow {
  readonly spans: Line;
  /** What stands between the mark and the text. */
  readonly sign?: Span;
  readonly indent?: number;
  readonly above?: readonly Line[];
  /** What follows it, set in: said of every row, chosen or not. */
  readonly below?: readonly Line[];
}

/** A list with the chosen row marked, and kept in view. */
export function listPage(
  session: Session,
  rows: readonly ListRow[],
  selected: number,
  columns: number,
): Page {
  const { glyphs, screenReader } = session.theme;
  const lines: Line[] = [];
  let cursor: Page['cursor'] = null;
  const places: (readonly [number, number])[] = [];
  for (const [index, { spans, sign, indent = 0, above = [], below = [] }] of rows.entries()) {
    const isChosen = index === selected;
    // What a part of the list begins with comes into view with its first row.
    const first = index === 0 ? 0 : lines.length;
    lines.push(...above);
    const mark = screenReader
      ? isChosen
        ? 'chosen: '
        : ''
      : `${isChosen ? glyphs.selected : ' '} `;
    const signed = sign === undefined || sign.text === '' ? [] : [sign, text(' ')];
    const [head, ...rest] = spans;
    const dressed: Line =
      head === undefined ? [] : [isChosen ? { ...head, tone: 'selected' } : head, ...rest];
    const own = lines.length;
    lines.push(...block([text(mark), ...signed, ...dressed], columns, indent, 4), ...below);
    places.push([own, lines.length - 1]);
    if (isChosen) cursor = [first, lines.length - 1];
  }
  return { lines, cursor, rows: places };
}
