import type { Place, Problem } from './problem.ts';
import type { ProblemCode } from './problem-codes.ts';

/** A problem of one file, before its name is put to it. */
export type Found = Omit<Problem, 'file'>;

/** More problems than this in one text help nobody, and a hostile text has a million. */
const MOST_FINDINGS = 100;

/** Collects the problems of one text by offset. */
export class Findings {
  readonly found: Found[] = [];
  readonly #text: string;
  /** Where each line begins. */
  readonly #lines: number[] = [0];

  constructor(text: string) {
    this.#text = text;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1))
      this.#lines.push(end + 1);
  }

  /** The line and column of an offset; one past the end counts as the end. */
  at(offset: number): Place {
    const inside = Math.max(0, Math.min(offset, this.#text.length));
    let [first, last] = [0, this.#lines.length - 1];
    while (first < last) {
      const middle = Math.ceil((first + last) / 2);
      if ((this.#lines[middle] ?? 0) <= inside) first = middle;
      else last = middle - 1;
    }
    return { line: first + 1, column: inside - (this.#lines[first] ?? 0) + 1 };
  }

  report(offset: number, code: ProblemCode, message: string, hint: string | null = null): void {
    if (this.found.length < MOST_FINDINGS)
      this.found.push({ ...this.at(offset), code, message, hint });
  }

  get isFull(): boolean {
    return this.found.length >= MOST_FINDINGS;
  }
}
