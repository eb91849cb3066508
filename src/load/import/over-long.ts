import type { Found } from '../findings.ts';
import { isTooLarge, tooLarge } from '../largest-file.ts';

/** That a text is longer than a file may be; null where it is not. It may have been handed in, and never have been a file. */
export function overLong(text: string): Found | null {
  if (!isTooLarge(text)) return null;
  return { line: null, column: null, code: 'too-large', ...tooLarge().error };
}
