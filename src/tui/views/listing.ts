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
  const lines: Line[] = [];
  let cursor: Page['cursor'] = null;
  const places: (readonly [number, number])[] = [];
  for (const [index, row] of rows.entries()) {
    const isChosen = index === selected;
    // What a part of the list begins with comes into view with its first row.
    const first = index === 0 ? 0 : lines.length;
    lines.push(...(row.above ?? []));
    const own = lines.length;
    lines.push(
      ...(isChosen ? rowLines(session, row, true, columns) : unchosen(session, row, columns)),
    );
    places.push([own, lines.length - 1]);
    if (isChosen) cursor = [first, lines.length - 1];
  }
  return { lines, cursor, rows: places };
}

/** Rows that were laid out, at the width that they were laid out for. */
const laid = new WeakMap<ListRow, { readonly columns: number; readonly lines: readonly Line[] }>();

/** A row that is not chosen. Where a long list keeps its rows, all but two of them are as they were before the key. */
function unchosen(session: Session, row: ListRow, columns: number): readonly Line[] {
  const before = laid.get(row);
  if (before?.columns === columns) return before.lines;
  const lines = rowLines(session, row, false, columns);
  laid.set(row, { columns, lines });
  return lines;
}

function rowLines(
  { theme }: Session,
  { spans, sign, indent = 0, below = [] }: ListRow,
  isChosen: boolean,
  columns: number,
): readonly Line[] {
  const { glyphs, screenReader } = theme;
  const mark = screenReader ? (isChosen ? 'chosen: ' : '') : `${isChosen ? glyphs.selected : ' '} `;
  // A blank sign only keeps a column, which is nothing to be read out.
  const isBlank = sign === undefined || (screenReader ? sign.text.trim() : sign.text) === '';
  const signed = isBlank ? [] : [sign, text(' ')];
  const [head, ...rest] = spans;
  const dressed: Line =
    head === undefined ? [] : [isChosen ? { ...head, tone: 'selected' } : head, ...rest];
  return [...block([text(mark), ...signed, ...dressed], columns, indent, 4), ...below];
}
