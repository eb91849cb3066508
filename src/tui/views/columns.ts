import { type Line, type Span, text, width } from '../../draw/line.ts';
import { shortName } from '../model/wording.ts';

/** A reading's column in a matrix: what stands above it, and how wide it is. */
export interface ColumnHead {
  readonly name: string;
  readonly columns: number;
}

const INITIALS = 3;
const GAP = 2;

/**
 * Heads for the readings' columns, their names where there is room for all of them, else their first letters.
 *
 * @param room columns for all of them together
 * @param least the widest thing that will stand in a column
 */
export function columnHeads(titles: readonly string[], room: number, least = 1): ColumnHead[] {
  const full = titles.map((title) => shortName(title, Number.POSITIVE_INFINITY));
  const wide = full.map((name) => Math.max(width(name), least) + GAP);
  if (wide.reduce((sum, columns) => sum + columns, 0) <= room) {
    return full.map((name, index) => ({ name, columns: wide[index] ?? 0 }));
  }
  return titles.map((title) => ({ name: shortName(title, INITIALS), columns: INITIALS + 1 }));
}

/** Something at the right end of so many columns. */
export function right(span: Span, columns: number): Line {
  return [text(' '.repeat(Math.max(0, columns - width(span.text)))), span];
}
