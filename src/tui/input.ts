import { graphemes } from '../draw/line.ts';

/** What is being typed on one line, and before which of its characters the next one goes. */
export interface Input {
  readonly text: string;
  /** In user-perceived characters from the start. */
  readonly caret: number;
}

export const NOTHING_TYPED: Input = { text: '', caret: 0 };

/** A line that stands there to be changed, the caret at its end. */
export function inputOf(text: string): Input {
  return { text, caret: graphemes(text).length };
}

/** The line in two: what is before the caret, and what is from it on. */
export function aroundCaret({ text, caret }: Input): [before: string[], after: string[]] {
  const all = graphemes(text);
  return [all.slice(0, caret), all.slice(caret)];
}

/** What keys do to a line; {@link inserted} is the rest of it. */
export const EDITS = {
  erase: (before: string[], after: string[]) => [before.slice(0, -1), after],
  eraseNext: (before: string[], after: string[]) => [before, after.slice(1)],
  eraseWord: (before: string[], after: string[]) => [before.slice(0, wordStart(before)), after],
  clear: (_: string[], after: string[]) => [[], after],
  eraseRest: (before: string[]) => [before, []],
  caretLeft: (before: string[], after: string[]) => [
    before.slice(0, -1),
    [...before.slice(-1), ...after],
  ],
  caretRight: (before: string[], after: string[]) => [
    [...before, ...after.slice(0, 1)],
    after.slice(1),
  ],
  caretToStart: (before: string[], after: string[]) => [[], [...before, ...after]],
  caretToEnd: (before: string[], after: string[]) => [[...before, ...after], []],
} as const satisfies Record<string, (before: string[], after: string[]) => string[][]>;
export type Edit = keyof typeof EDITS;

export function edited(input: Input, edit: Edit): Input {
  const [before = [], after = []] = EDITS[edit](...aroundCaret(input));
  return { text: [...before, ...after].join(''), caret: before.length };
}

/**
 * The line with a text put in at the caret. Line breaks and tabs become blanks, and what else controls a terminal is
 * left out.
 *
 * @param longest as many characters as the line may have; of what is more nothing is put in
 * @returns null where there is no room for it
 */
export function inserted(input: Input, text: string, longest: number): Input | null {
  const [before, after] = aroundCaret(input);
  const plain = text.replaceAll(/\s+/g, ' ').replaceAll(/\p{Cc}/gu, '');
  const all = [...before, ...graphemes(plain)];
  if (all.length + after.length > longest) return null;
  // Characters put together may be one: the caret is counted in the whole.
  const whole = [...all, ...after].join('');
  return { text: whole, caret: graphemes(all.join('')).length };
}

/** Where the last word begins, the blanks behind it with it. */
function wordStart(characters: readonly string[]): number {
  let start = characters.length;
  while (start > 0 && characters[start - 1] === ' ') start -= 1;
  while (start > 0 && !/[\s/\\]/.test(characters[start - 1] ?? ' ')) start -= 1;
  // A path goes folder by folder.
  return start === characters.length ? Math.max(0, start - 1) : start;
}
