import type { Line } from '../draw/line.ts';
import type { Mode, Pane } from './state.ts';

/** What lies at a place of the screen: part of a pane, or of what lies over the panes. */
export interface Target {
  readonly on: Mode | Pane;
  /** The row that can be chosen, counted as what is chosen is; null for what is no row. */
  readonly row: number | null;
  /** The part that a name in the rule stands for; null where there is none. */
  readonly tab: number | null;
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
