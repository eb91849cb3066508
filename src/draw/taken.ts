import type { Block } from '../explain/document.ts';
import { show } from '../load/show.ts';
import { type Line, plain } from './line.ts';
import { blockOf } from './made-from.ts';
import { asMarkdown } from './markdown.ts';
import { asText } from './text.ts';

/**
 * Lines of a screen as a text to be taken elsewhere: what was drawn of a document as that document has it, unwrapped, its
 * tables in Markdown; all else as it is drawn.
 *
 * @param isPart whether they are part of what they were drawn of: then a table is not taken whole
 */
export function taken(lines: readonly Line[], { isPart = false } = {}): string {
  const written: string[] = [];
  let last: Block | null = null;
  for (const line of lines) {
    const block = blockOf(line);
    if (block === null || (isPart && block.kind === 'table')) written.push(plain(line).trimEnd());
    else if (block.kind === 'table' && block !== last)
      // A table in Markdown stands by itself.
      written.push('', ...asMarkdown([block]), '');
    else if (block !== last) written.push(...asText([block], Infinity));
    last = block;
  }
  return written
    .map((each) => show(each))
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .replaceAll(/^\n+|\s+$/g, '');
}
