import { type Line, lineWidth, plain, type Span, width, wrap } from './line.ts';

/** What a table is set in by, and which of its columns matter less. */
interface TableShape {
  readonly indent?: number;
  /** Whether columns of lesser priority go where there is no room for all. */
  readonly drops?: boolean;
  /** How little each column matters: 0, the default, for one that stays whatever the room; 2 for the first to go. */
  readonly priorities?: readonly number[];
  /** Whether the first row says what the columns are. */
  readonly isHeaded?: boolean;
  /** The same in fewer columns, to be set where there is no room for all. */
  readonly narrow?: readonly (readonly Line[])[] | null;
}

/** No column gets narrower than this, or than its longest word where that is shorter still. */
const NARROWEST = 12;
/** A last column that would get narrower than this stands below its row instead. */
const NARROWEST_LAST = 24;
/** A column that matters as little goes before anything else wraps. */
const FIRST_TO_GO = 2;
/** How far a last column that stands below its row is set in from it. */
const BELOW = 4;
/** Where nothing is wrapped, what is wider than this is not read as rows any more, where it has a cell like this. */
const WIDEST = 160;
const PARAGRAPH = 60;

/**
 * Rows as aligned columns, two blanks apart. Where they do not fit, the columns that matter least go, if they may; then
 * the widest give way, and what is in them wraps. A last column without room for a few words goes below its row. Where
 * words would have to be broken all the same, and it is said what the columns are, the same in fewer columns is set, where
 * there is such; else each row stands as a paragraph: its first cell, and below it the others with what they are.
 */
export function table(
  rows: readonly (readonly Line[])[],
  columns: number,
  shape: TableShape = {},
): Line[] {
  const { indent = 0, isHeaded = false, drops = false, narrow = null } = shape;
  if (isHeaded && !drops && narrow !== null && crowdsFirst(rows, columns - indent))
    return table(narrow, columns, { ...shape, narrow: null });
  if (isHeaded && !drops && !fitsUnbroken(rows, columns - indent))
    return narrow === null
      ? paragraphs(rows, columns, indent)
      : table(narrow, columns, { ...shape, narrow: null });
  if (isHeaded && columns === Infinity) {
    const widths = naturalOf(rows);
    if (indent + sum(widths) > WIDEST && Math.max(...widths.slice(1)) > PARAGRAPH)
      return unbroken(rows, indent);
  }
  return laidOut(rows, columns, shape).flat();
}

/** Whether so much has to give way that the first column, which says what each row is, would be a narrow one. */
function crowdsFirst(rows: readonly (readonly Line[])[], room: number): boolean {
  const widths = naturalOf(rows);
  return sum(widths) - 2 - room > (widths[0] ?? 0) / 3;
}

/** Whether columns have room for their longest words; a long last one can go below its row. */
function fitsUnbroken(rows: readonly (readonly Line[])[], room: number): boolean {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const cells = Array.from({ length: count }, (_, column) => rows.map((row) => row[column] ?? []));
  const isLong = Math.max(0, ...(cells.at(-1) ?? []).map(lineWidth)) >= NARROWEST_LAST;
  const kept = isLong ? cells.slice(0, -1) : cells;
  const words = kept.map((column) => Math.max(0, ...column.map(longestWord)));
  return sum(words) + 2 * (kept.length - 1) <= room;
}

/** How wide each column is with the blanks behind it. */
function naturalOf(rows: readonly (readonly Line[])[]): number[] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  return Array.from(
    { length: count },
    (_, column) => 2 + Math.max(0, ...rows.map((row) => lineWidth(row[column] ?? []))),
  );
}

/** Rows without a wrapped line: the last column below them, or all but the first; short rows that begin alike stand together. */
function unbroken(rows: readonly (readonly Line[])[], indent: number): Line[] {
  const heads = rows.map((row) => row.slice(0, -1));
  if (indent + sum(naturalOf(heads)) <= WIDEST)
    return withLastBelow(laidOut(heads, Infinity, { indent }), rows, {
      inset: indent + BELOW,
      most: Infinity,
      isHeaded: true,
    }).flat();
  const [head = [], ...others] = rows;
  let above = '';
  return others.flatMap(([first = [], ...cells]) => {
    const told = cells.flatMap((cell, at) =>
      lineWidth(cell) === 0 ? [] : [titled(head[at + 1] ?? [], cell)],
    );
    const isShort = cells.every((cell) => lineWidth(cell) <= PARAGRAPH);
    const isSame = plain(first) === above;
    above = plain(first);
    return [
      ...(isSame && isShort ? [] : [[blank(indent), ...first]]),
      ...(isShort ? [inOneLine(told)] : told).map((each) => [blank(indent + BELOW), ...each]),
    ];
  });
}

/** Lines one after the other. */
function inOneLine(lines: readonly Line[]): Line {
  return lines.flatMap((each, at): Line =>
    at === 0 ? each : [{ text: '; ', tone: 'plain' }, ...each],
  );
}

function longestWord(cell: Line): number {
  return Math.max(...plain(cell).split(/\s+/).map(width));
}

/** Each row as its first cell and, below it, what the others are and say; empty ones are left out. */
function paragraphs(
  [head = [], ...rows]: readonly (readonly Line[])[],
  columns: number,
  indent: number,
): Line[] {
  const inset = indent + BELOW;
  return rows.flatMap(([first = [], ...others]) => {
    const told = others.flatMap((cell, at): Line[] =>
      lineWidth(cell) === 0 ? [] : [titled(head[at + 1] ?? [], cell)],
    );
    return [
      ...(lineWidth(first) === 0 ? [] : wrap(first, Math.max(1, columns - indent))).map((one) => [
        blank(indent),
        ...one,
      ]),
      ...wrap(inOneLine(told), Math.max(20, columns - inset)).map((one) => [blank(inset), ...one]),
    ];
  });
}

/** The lines of each row. */
function laidOut(
  rows: readonly (readonly Line[])[],
  columns: number,
  { indent = 0, drops = false, priorities = [], isHeaded = false }: TableShape,
): Line[][] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const natural = Array.from({ length: count }, (_, column) =>
    Math.max(0, ...rows.map((row) => lineWidth(row[column] ?? []))),
  );
  const least = natural.map((most, column) => {
    const words = rows.flatMap((row) => plain(row[column] ?? []).split(/\s+/));
    return Math.min(most, Math.max(NARROWEST, ...words.map(width)));
  });
  const room = columns - indent - 2 * (count - 1);
  const dropped = drops ? leastOf(natural.map((_, column) => priorities[column] ?? 0)) : -1;
  // What goes at the first want of room may not make anything else wrap; other columns stay until words would be broken.
  const needed = (priorities[dropped] ?? 0) >= FIRST_TO_GO ? natural : least;
  if (dropped >= 0 && sum(needed) > room) {
    const kept = rows.map((row) => row.filter((_, column) => column !== dropped));
    const left = natural.flatMap((_, at) => (at === dropped ? [] : [priorities[at] ?? 0]));
    return laidOut(kept, columns, { indent, drops, priorities: left, isHeaded });
  }
  const widths = shrunk(natural, least, room);
  const last = widths.at(-1) ?? 0;
  if (count <= 2 || last >= NARROWEST_LAST || last >= (natural.at(-1) ?? 0))
    return rows.map((row) => setRow(row, widths, indent));
  const heads = rows.map((row) => row.slice(0, count - 1));
  const inset = indent + BELOW;
  return withLastBelow(laidOut(heads, columns, { indent, isHeaded }), rows, {
    inset,
    most: Math.max(20, columns - inset),
    isHeaded,
  });
}

/** Rows whose last column stands below them. A row that has nothing else goes on with the one above it. */
function withLastBelow(
  heads: readonly Line[][],
  rows: readonly (readonly Line[])[],
  {
    inset,
    most,
    isHeaded,
  }: { readonly inset: number; readonly most: number; readonly isHeaded: boolean },
): Line[][] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const [title = []] = isHeaded ? rows.map((row) => row[count - 1] ?? []) : [];
  return heads.map((lines, index) => {
    const row = rows[index] ?? [];
    const cell = row[count - 1] ?? [];
    // What stands below its row says what it is there, and not over all of them.
    const isHead = isHeaded && index === 0;
    const isMore = row.slice(0, count - 1).every((each) => lineWidth(each) === 0);
    const below = isHead || lineWidth(cell) === 0 ? [] : titled(isMore ? [] : title, cell);
    if (lineWidth(below) === 0) return lines;
    return [...(isMore ? [] : lines), ...wrap(below, most).map((one) => [blank(inset), ...one])];
  });
}

/** A cell after what it is. */
function titled(title: Line, cell: Line): Line {
  return title.length === 0 ? cell : [...title, { text: ': ', tone: 'quiet' }, ...cell];
}

/** One row, its cells wrapped to the widths of the columns. */
function setRow(row: readonly Line[], widths: readonly number[], indent: number): Line[] {
  const cells = widths.map((each, column) => wrap(row[column] ?? [], each));
  const height = Math.max(1, ...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, at) => {
    const spans: Span[] = [];
    let gap = indent;
    for (const [column, lines] of cells.entries()) {
      const cell = lines[at] ?? [];
      const wide = lineWidth(cell);
      if (wide > 0) spans.push(...(gap > 0 ? [blank(gap)] : []), ...cell);
      // Blanks go before what follows them, so that no line ends in any.
      gap = (wide > 0 ? 0 : gap) + Math.max(0, (widths[column] ?? 0) - wide) + 2;
    }
    return spans;
  });
}

function blank(columns: number): Span {
  return { text: ' '.repeat(columns), tone: 'plain' };
}

function sum(widths: readonly number[]): number {
  return widths.reduce((all, each) => all + each, 0);
}

/** The place of the column that matters least, the last of several; -1 where all have to stay. */
function leastOf(priorities: readonly number[]): number {
  const most = Math.max(0, ...priorities);
  return most === 0 ? -1 : priorities.lastIndexOf(most);
}

/** Takes from the widest columns until all fit: down to their longest words, and where that is not enough, further. */
function shrunk(natural: readonly number[], least: readonly number[], room: number): number[] {
  const widths = [...natural];
  shrink(widths, least, room);
  shrink(
    widths,
    widths.map((each) => Math.min(each, NARROWEST)),
    room,
  );
  return widths;
}

/** Takes from the widest columns until all fit, or none can give more. */
function shrink(widths: number[], least: readonly number[], room: number): void {
  for (let over = sum(widths) - room; over > 0; over -= 1) {
    const slack = widths.map((each, column) => (each > (least[column] ?? 0) ? each : 0));
    const widest = slack.indexOf(Math.max(...slack));
    if ((slack[widest] ?? 0) === 0) return;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
}
