import { aroundCaret, type Input } from '../input.ts';
import { cutLine, type Line, lineWidth, text, width } from '../../draw/line.ts';
import type { Theme } from '../../draw/theme.ts';

/** A prompt with what was typed, the part around the caret where it is longer than the line. */
export function typedLine(
  theme: Theme,
  asks: string,
  { input, isSuggested = false }: { readonly input: Input; readonly isSuggested?: boolean },
  columns: number,
): Line {
  const prompt = [text(` ${asks} `)];
  const [before, after] = aroundCaret(input);
  const [at, ...rest] = after;
  const room = Math.max(8, columns - lineWidth(prompt) - 1);
  const { ellipsis } = theme.glyphs;
  let shown = before.join('');
  if (width(shown) > room - 1) {
    const parts = [...before];
    while (parts.length > 0 && width(ellipsis + parts.join('')) > room - 1) parts.shift();
    shown = ellipsis + parts.join('');
  }
  const caret = theme.screenReader
    ? []
    : [text(at ?? '_', at === undefined ? 'plain' : 'selected')];
  const spoken = theme.screenReader ? [text(at ?? '', 'strong')] : caret;
  const line = [
    ...prompt,
    text(shown, isSuggested ? 'selected' : 'strong'),
    ...spoken,
    text(rest.join(''), 'strong'),
  ];
  return cutLine(line, columns, ellipsis);
}
