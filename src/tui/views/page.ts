import { type Line, line, text } from '../../draw/line.ts';
import { counted } from '../../explain/words.ts';
import type { Theme } from '../../draw/theme.ts';

/** Lines of words are no longer than this where a screen has all the columns. */
export const WIDEST_TEXT = 110;

/** What a pane or an overlay has to say, however long; a window of it is shown. */
export interface Page {
  readonly lines: readonly Line[];
  /** First and last line of what is chosen; null where nothing is to choose. */
  readonly cursor: readonly [first: number, last: number] | null;
  /** First and last line of each row that can be chosen, in their order; left out where there are none. */
  readonly rows?: readonly (readonly [first: number, last: number])[];
}

export function page(lines: readonly Line[]): Page {
  return { lines, cursor: null };
}

/** The first line to show: as near as can be to the one wanted, with no blank rows at the end and the cursor in view. */
export function settledTop(of: Page, wanted: number, height: number): number {
  let top = wanted;
  if (of.cursor !== null) {
    const [first, end] = of.cursor;
    // Behind the last row there is nothing more to choose: what stands there comes into view with it.
    const isLastRow = of.rows?.at(-1)?.[1] === end;
    const last = isLastRow ? of.lines.length - 1 : end;
    if (last >= top + height) top = last - height + 1;
    if (first < top) top = first;
  }
  return Math.max(0, Math.min(top, of.lines.length - height));
}

/**
 * What is out of view, above and below; empty where everything is in view.
 *
 * @param inWords whether there is room to say it in words
 */
export function moreText(theme: Theme, above: number, below: number, inWords = false): string {
  const { glyphs, screenReader } = theme;
  if (inWords && !screenReader && below > 0) {
    const over = above > 0 ? `${glyphs.above}${above} ` : '';
    return `${over}${glyphs.below} more below: ${counted(below, 'line')}`;
  }
  if (screenReader) {
    const parts = [
      above > 0 ? `${above} lines above` : '',
      below > 0 ? `${below} lines below` : '',
    ];
    return parts.filter((part) => part !== '').join(', ');
  }
  return [above > 0 ? `${glyphs.above}${above}` : '', below > 0 ? `${glyphs.below}${below}` : '']
    .filter((part) => part !== '')
    .join(' ');
}

/** A heading within a page, with a note of where its lines come from. */
export function heading(content: string, basis = ''): Line {
  return basis === ''
    ? line(content, 'strong')
    : [text(content, 'strong'), text(`  ${basis}`, 'quiet')];
}
