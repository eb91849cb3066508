import type { Block } from '../explain/document.ts';
import { table } from './table.ts';
import { type Line, line, plain, text } from './line.ts';
import type { Theme } from './theme.ts';
import { block } from './paragraph.ts';
import { signed } from './signs.ts';

/** Draws an answer on the screen: what it says is said once for all that draw it. */
export function blockLines(theme: Theme, blocks: readonly Block[], columns: number): Line[] {
  const lines: Line[] = [];
  /** One blank line, and never two: parts that have nothing to say leave no hole. */
  const part = () => {
    if ((lines.at(-1)?.length ?? 0) > 0) lines.push([]);
  };
  for (const each of blocks) {
    switch (each.kind) {
      case 'title':
        lines.push(...block([text(each.text, 'strong')], columns));
        break;
      case 'heading':
        part();
        lines.push(...block([text(each.text, 'strong')], columns, 0, 2));
        break;
      case 'line': {
        const [first, ...rest] = cited(each.text);
        const spans = first === undefined ? [] : [...signed(theme, first.text), ...rest];
        lines.push(...block(spans, columns, 2 * each.depth, 2));
        break;
      }
      case 'table': {
        const cells = each.rows.map((row) => row.map((cell) => plain(signed(theme, cell))));
        const rows = each.head === null ? cells : [each.head, ...cells];
        lines.push(...table(rows, columns, '  '.repeat(each.depth)).map((row) => line(row)));
        break;
      }
      case 'gap':
        part();
    }
  }
  return lines.at(-1)?.length === 0 ? lines.slice(0, -1) : lines;
}

/** What a line says, and in a quieter tone what it rests on: that stands in square brackets. */
function cited(words: string): Line {
  return words
    .split(/(\[[^\]]*\])/)
    .filter((part) => part !== '')
    .map((part) => text(part, part.startsWith('[') ? 'quiet' : 'plain'));
}

/** An answer without what it begins with: the agreement and the moment, which the screen says by itself. */
export function withoutHead(blocks: readonly Block[]): readonly Block[] {
  const first = blocks.findIndex(({ kind }) => kind === 'heading');
  return blocks.slice(Math.max(0, first));
}
