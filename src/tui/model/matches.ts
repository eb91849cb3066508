import { type Line, plain } from '../../draw/line.ts';
import { folded } from '../../explain/filter.ts';

/** The lines of a page in which some words begin as they stand, wrapped into the next line or not. */
export function matchingLines(lines: readonly Line[], words: string): number[] {
  const wanted = inOneLine(words);
  if (wanted === '') return [];
  const texts = lines.map((each) => inOneLine(plain(each)));
  return texts.flatMap((text, index) => {
    const at = `${text} ${texts[index + 1] ?? ''}`.indexOf(wanted);
    return at >= 0 && at < text.length ? [index] : [];
  });
}

function inOneLine(text: string): string {
  return folded(text).replaceAll(/\s+/g, ' ').trim();
}
