import type { ProblemCode } from './problem-codes.ts';
import { cut, show } from './show.ts';

/** Something wrong in a file, where it is, and how to mend it. */
export interface Problem {
  readonly file: string;
  /** From 1; null where the problem is of the file as a whole. */
  readonly line: number | null;
  /** From 1, in UTF-16 units as editors count them. */
  readonly column: number | null;
  /** What kind of thing is wrong: it stays when the message is worded anew. */
  readonly code: ProblemCode;
  readonly message: string;
  readonly hint: string | null;
}

/** A spot in a file, both counted from 1. */
export interface Place {
  /** The file, where that is another than the one that is being looked at. */
  readonly file?: string;
  readonly line: number;
  readonly column: number;
}

/** A problem as printed: `file:line:column: message [code]`, the hint below it, safe for any terminal. */
export function formatProblem(problem: Problem): string {
  const place = [problem.file, problem.line, problem.column].filter((part) => part !== null);
  const first = cut(show(`${place.join(':')}: ${problem.message}`), LONGEST_LINE);
  const coded = `${first} [${problem.code}]`;
  return problem.hint === null ? coded : `${coded}\n    ${cut(show(problem.hint), LONGEST_LINE)}`;
}

/** Whoever mends a file begins with what comes first in it; more of them would push that off the screen. */
const MOST_SHOWN = 20;

/** Problems as printed, the first of them; and how many more there are, 0 where these are all. */
export function firstProblems(problems: readonly Problem[]): {
  readonly lines: readonly string[];
  readonly more: number;
} {
  const lines = problems.slice(0, MOST_SHOWN).flatMap((each) => formatProblem(each).split('\n'));
  return { lines, more: Math.max(0, problems.length - MOST_SHOWN) };
}

/** No sentence of ours is so long; an id that somebody wrote may be a megabyte. */
const LONGEST_LINE = 1000;

/** Problems in the order of their places: by file, then from top to bottom. */
export function inOrder(problems: readonly Problem[]): Problem[] {
  return problems.toSorted(
    (left, right) =>
      compare(left.file, right.file) ||
      (left.line ?? 0) - (right.line ?? 0) ||
      (left.column ?? 0) - (right.column ?? 0),
  );
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
