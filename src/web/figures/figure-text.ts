/** How text is set in figures, in their own units: `figures.css` has the same size. */
export const LINE_HEIGHT = 17;
/** As wide as a letter is on the average, with some room. */
const LETTER = 6.9;

/** The room between two things that are said at one place. */
export const BETWEEN = 6;

/** A text in lines of at most so many letters; a longer word has a line of its own. */
export function inLines(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((each) => each !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** How much room lines take. */
export function sizeOf(lines: readonly string[]): { width: number; height: number } {
  const longest = Math.max(0, ...lines.map(({ length }) => length));
  return { width: Math.ceil(longest * LETTER), height: lines.length * LINE_HEIGHT };
}

/** How much room several things take that are said below each other. */
export function sizeOfAll(said: readonly (readonly string[])[]): { width: number; height: number } {
  const { width, height } = sizeOf(said.flat());
  return { width, height: height + Math.max(0, said.length - 1) * BETWEEN };
}

/** Where each of several things begins that are said below each other. */
export function topsOf(said: readonly (readonly string[])[], top: number): number[] {
  return said.map(
    (_, index) => top + sizeOfAll(said.slice(0, index)).height + (index === 0 ? 0 : BETWEEN),
  );
}
