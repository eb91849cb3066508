import { type Line, lineWidth, width } from '../draw/line.ts';
import type { Mode, Pane } from './state.ts';
import type { Page } from './views/page.ts';

/** What lies at a place of the screen: part of a pane, or of what lies over the panes. */
export interface Target {
  readonly on: Mode | Pane;
  /** The row that can be chosen, counted as what is chosen is; null for what is no row. */
  readonly row: number | null;
  /** The part that a name in the rule stands for; null where there is none. */
  readonly tab: number | null;
  /** The claims that are cited there; not there where none are. */
  readonly cites?: readonly string[];
}

/** A rectangle of the screen, and what it is of. */
export interface Spot {
  readonly left: number;
  readonly top: number;
  readonly columns: number;
  readonly rows: number;
  readonly target: Target;
}

/** Lines, and what lies where in them: of two spots at one place, the later one counts. */
export interface Drawn {
  readonly lines: readonly Line[];
  readonly spots: readonly Spot[];
}

/** The same spots, further to the right and further down. */
export function shifted(spots: readonly Spot[], columns: number, rows: number): Spot[] {
  return spots.map((spot) => ({ ...spot, left: spot.left + columns, top: spot.top + rows }));
}

/** What lies at a column and a row, both from 0; null where nothing does. */
export function targetIn(spots: readonly Spot[], column: number, row: number): Target | null {
  const found = spots.findLast(
    ({ left, top, columns, rows }) =>
      column >= left && column < left + columns && row >= top && row < top + rows,
  );
  return found?.target ?? null;
}

/** What lies where in a box: the box itself, the names in its rule, and of its page in view the rows and the citations. */
export function boxSpots(
  on: Mode | Pane,
  page: Page,
  top: number,
  [sign, ...titles]: Line,
  columns: number,
  rows: number,
): Spot[] {
  const whole = { left: 0, top: 0, columns, rows: rows + 1, target: { on, row: null, tab: null } };
  let left = width(sign?.text ?? '');
  const names = titles.map((title, tab): Spot => {
    const wide = width(title.text);
    left += wide;
    return { left: left - wide, top: 0, columns: wide, rows: 1, target: { on, row: null, tab } };
  });
  const chosen = (page.rows ?? []).flatMap(([first, last], row): Spot[] => {
    const from = Math.max(first, top);
    const to = Math.min(last, top + rows - 1);
    const target = { on, row, tab: null };
    return from > to
      ? []
      : [{ left: 0, top: from - top + 1, columns, rows: to - from + 1, target }];
  });
  const cited = page.lines
    .slice(top, top + rows)
    .flatMap((line, at) => citeSpots(on, line, at + 1, columns));
  return [whole, ...(titles.length > 1 ? names : []), ...chosen, ...cited];
}

/** What a line of a box cites, by where it stands: behind the column that the mark of a match has. */
function citeSpots(on: Mode | Pane, line: Line, top: number, columns: number): Spot[] {
  return line.flatMap(({ text, cites }, index): Spot[] => {
    const left = 1 + lineWidth(line.slice(0, index));
    if (cites === undefined || left >= columns) return [];
    const target = { on, row: null, tab: null, cites };
    return [{ left, top, columns: Math.min(width(text), columns - left), rows: 1, target }];
  });
}
