import { type Block, plainWords, type Words } from '../explain/document.ts';
import { type Line, plain, width as widthOf, wrap } from './line.ts';
import { signOf } from './signs.ts';
import { table } from './table.ts';
import { makeTheme } from './theme.ts';

const INDENT = '  ';
/** Lines are wrapped to no fewer columns than this. */
const NARROWEST = 20;
const THEME = makeTheme({ ascii: false, color: false, screenReader: false });

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
        lines.push(...wrapped(plainWords(block.words), width));
        break;
      case 'heading':
        part(lines);
        lines.push(...wrapped(headingText(block), width));
        break;
      case 'verdict':
        part(lines);
        lines.push(...wrapped(verdictText(block), width));
        break;
      case 'status':
        lines.push(...wrapped(statusText(block), width, INDENT.repeat(block.depth)));
        break;
      case 'line':
        lines.push(...wrapped(plainWords(block.words), width, INDENT.repeat(block.depth)));
        break;
      case 'table': {
        const { head, depth, narrow } = block;
        const rows = (head === null ? block.rows : [head, ...block.rows]).map(cellsOf);
        const shape = { indent: INDENT.length * depth, isHeaded: head !== null };
        const fewer = narrow === null ? null : [narrow.head, ...narrow.rows].map(cellsOf);
        lines.push(...table(rows, width, { ...shape, narrow: fewer }).map(plain));
        break;
      }
      case 'gap':
        part(lines);
    }
  }
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

function cellsOf(row: readonly Words[]): Line[] {
  return row.map(lineOf);
}

/** A text wrapped to a width, every line set in; its own line breaks are blanks, and several blanks one. */
export function wrapped(text: string, width: number, indent = ''): string[] {
  const room = Math.max(NARROWEST, width - widthOf(indent));
  return wrap(lineOf(text), room).map((spans) => indent + plain(spans));
}

/** Words as they are: nothing here acts on a terminal, whoever prints them sees to that. */
function lineOf(words: Words): Line {
  return [{ text: plainWords(words).replaceAll(/[ \n]+/g, ' '), tone: 'plain' }];
}

/** `What can move it from here, derived`: what it is about, and what all below it rests on where that is the same. */
export function headingText({ words, basis }: Extract<Block, { kind: 'heading' }>): string {
  const said = plainWords(words);
  if (basis === null) return said;
  return said.endsWith(':') ? `${said.slice(0, -1)}, ${basis}:` : `${said}, ${basis}`;
}

/** `Northquay: closed`. */
export function verdictText({ of, word, more }: Extract<Block, { kind: 'verdict' }>): string {
  return `${of}: ${word}${more}`;
}

/** `✗ unmet: wreck: raised`. */
export function statusText({ sign, word, words }: Extract<Block, { kind: 'status' }>): string {
  const [mark] = signOf(THEME, sign);
  return `${mark} ${word === '' ? '' : `${word}: `}${plainWords(words)}`;
}

/** One blank line, and never two: parts that have nothing to say leave no hole. */
function part(lines: string[]): void {
  if (lines.length > 0 && lines.at(-1) !== '') lines.push('');
}
