import { type Block, plainWords } from '../explain/document.ts';
import { CONDITION_WORDS } from '../explain/words.ts';
import { table, wrap } from './table.ts';

const INDENT = '  ';

/**
 * Draws an answer as lines of text.
 *
 * @param width columns of the terminal; `Infinity` where nobody looks at it through one, so that nothing is wrapped
 */
export function asText(blocks: readonly Block[], width: number): string[] {
  const lines: string[] = [];
  for (const block of blocks) {
    switch (block.kind) {
      case 'title':
        lines.push(...wrap(plainWords(block.words), width));
        break;
      case 'heading':
        part(lines);
        lines.push(...wrap(plainWords(block.words), width));
        break;
      case 'verdict':
        part(lines);
        lines.push(...wrap(verdictText(block), width));
        break;
      case 'status':
        lines.push(...wrap(statusText(block), width, INDENT.repeat(block.depth)));
        break;
      case 'line':
        lines.push(...wrap(plainWords(block.words), width, INDENT.repeat(block.depth)));
        break;
      case 'table':
        lines.push(
          ...table(
            block.head === null ? block.rows : [block.head, ...block.rows],
            width,
            INDENT.repeat(block.depth),
          ),
        );
        break;
      case 'gap':
        part(lines);
    }
  }
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

/** `Northquay: closed`. */
export function verdictText({ of, word, more }: Extract<Block, { kind: 'verdict' }>): string {
  return `${of}: ${word}${more}`;
}

/** `✗ unmet: wreck: raised`. */
export function statusText({ sign, words }: Extract<Block, { kind: 'status' }>): string {
  const { mark, word } = CONDITION_WORDS[sign];
  return `${mark} ${word}: ${plainWords(words)}`;
}

/** One blank line, and never two: parts that have nothing to say leave no hole. */
function part(lines: string[]): void {
  if (lines.length > 0 && lines.at(-1) !== '') lines.push('');
}
