/** Something the user can mend in what was asked: printed as a message and a hint, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';

  constructor(
    message: string,
    readonly hint: string | null = null,
  ) {
    super(message);
  }
}
