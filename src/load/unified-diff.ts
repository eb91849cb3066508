/** Lines of context around a change. */
const CONTEXT = 3;

/** A text before and after a change, and under which name. */
export interface ChangedText {
  readonly path: string;
  /** The name that it gets; the same where it is left out. */
  readonly newPath?: string;
  readonly before: string;
  readonly after: string;
}

/**
 * The difference of two texts as a unified diff, which people read and `patch` applies; no lines where there is none.
 * (The format is that of POSIX `diff -u`.)
 */
export function unifiedDiff({ path, newPath = path, before, after }: ChangedText): string[] {
  const head = [`--- ${path}`, `+++ ${newPath}`];
  if (before === after) return path === newPath ? [] : head;
  const lines = compare(linesOf(before), linesOf(after));
  const changed = lines.flatMap(({ mark }, index) => (mark === ' ' ? [] : [index]));
  const hunks: { from: number; to: number }[] = [];
  for (const index of changed) {
    const last = hunks.at(-1);
    const from = Math.max(0, index - CONTEXT);
    const to = Math.min(lines.length, index + CONTEXT + 1);
    if (last !== undefined && from <= last.to) last.to = to;
    else hunks.push({ from, to });
  }
  return [...head, ...hunks.flatMap(({ from, to }) => hunk(lines, from, to))];
}

interface Line {
  readonly mark: ' ' | '-' | '+';
  readonly text: string;
}

function hunk(lines: readonly Line[], from: number, to: number): string[] {
  const within = lines.slice(from, to);
  const count = (of: readonly Line[], mark: '-' | '+') =>
    of.filter((line) => line.mark === ' ' || line.mark === mark).length;
  const span = (mark: '-' | '+') => {
    const [before, length] = [count(lines.slice(0, from), mark), count(within, mark)];
    return `${mark}${length === 0 ? before : before + 1},${length}`;
  };
  return [
    `@@ ${span('-')} ${span('+')} @@`,
    ...within.flatMap(({ mark, text }) => (mark + text).split('\n')),
  ];
}

/** A text's lines; one that does not end its last line says so, as diffs do. */
function linesOf(text: string): string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  else lines.push(`${lines.pop() ?? ''}\n\\ No newline at end of file`);
  return lines;
}

/**
 * The shortest way from one list of lines to another: E. W. Myers, "An O(ND) Difference Algorithm and Its Variations",
 * Algorithmica 1 (1986). Its cost grows with the square of the lines that differ.
 */
function compare(left: readonly string[], right: readonly string[]): Line[] {
  const furthest = new Map<number, number>([[1, 0]]);
  const trail: Map<number, number>[] = [];
  const at = (of: ReadonlyMap<number, number>, diagonal: number) => of.get(diagonal) ?? -1;
  search: for (let edits = 0; ; edits += 1) {
    trail.push(new Map(furthest));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const isDown = goesDown(furthest, diagonal, edits);
      let x = isDown ? at(furthest, diagonal + 1) : at(furthest, diagonal - 1) + 1;
      while (x < left.length && x - diagonal < right.length && left[x] === right[x - diagonal])
        x += 1;
      furthest.set(diagonal, x);
      if (x >= left.length && x - diagonal >= right.length) break search;
    }
  }
  const lines: Line[] = [];
  let [x, y] = [left.length, right.length];
  for (const [edits, before] of [...trail.entries()].toReversed()) {
    const diagonal = x - y;
    const from = goesDown(before, diagonal, edits) ? diagonal + 1 : diagonal - 1;
    const startX = at(before, from);
    const startY = startX - from;
    while (x > Math.max(startX, 0) && y > Math.max(startY, 0) && left[x - 1] === right[y - 1]) {
      lines.push({ mark: ' ', text: left[x - 1] ?? '' });
      [x, y] = [x - 1, y - 1];
    }
    if (edits === 0) break;
    if (x === startX) lines.push({ mark: '+', text: right[y - 1] ?? '' });
    else lines.push({ mark: '-', text: left[x - 1] ?? '' });
    [x, y] = [startX, startY];
  }
  return lines.toReversed();
}

function goesDown(furthest: ReadonlyMap<number, number>, diagonal: number, edits: number): boolean {
  if (diagonal === -edits) return true;
  if (diagonal === edits) return false;
  return (furthest.get(diagonal - 1) ?? -1) < (furthest.get(diagonal + 1) ?? -1);
}
