/** A file may have this many bytes. Content by hand is a tenth of it; YAML of 10 MB takes 15 s and 1 GB. */
export const LARGEST_FILE = 1024 * 1024;

/** What is said of a file, or of standard input, that is larger than {@link LARGEST_FILE}. */
export function tooLarge(): {
  readonly ok: false;
  readonly error: { readonly message: string; readonly hint: string };
} {
  return {
    ok: false,
    error: {
      message: `is larger than ${LARGEST_FILE / 1024} KiB`,
      hint: 'split it, or check that it is the file you meant',
    },
  };
}

/** Whether a text would make a larger file than that, in UTF-8. */
export function isTooLarge(text: string): boolean {
  if (text.length > LARGEST_FILE) return true;
  // A code unit takes three bytes at most.
  return text.length * 3 > LARGEST_FILE && new TextEncoder().encode(text).length > LARGEST_FILE;
}
