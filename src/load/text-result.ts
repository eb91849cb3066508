/** What came of reading a file: `src/node` gives it, and tests give their own. */
export type TextResult<T = string> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly error: { readonly message: string; readonly hint: string | null };
    };
