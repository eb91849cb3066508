import { mendOf } from '../load/mend-of.ts';
import type { ProblemCode } from '../load/problem-codes.ts';

/** Something the user can mend in what was asked: printed as a message with its code, and a hint; exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';

  readonly hint: string;

  /** @param hint how to mend it; where null is known of the very thing, it is that of its kind */
  constructor(
    readonly code: ProblemCode,
    message: string,
    hint: string | null,
  ) {
    super(message);
    this.hint = hint ?? mendOf(code);
  }
}
