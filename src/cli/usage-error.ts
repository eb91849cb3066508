import type { ProblemCode } from '../load/problem-codes.ts';

/** Something the user can mend in what was asked: printed as a message with its code, and a hint; exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';

  constructor(
    readonly code: ProblemCode,
    message: string,
    readonly hint: string | null = null,
  ) {
    super(message);
  }
}
