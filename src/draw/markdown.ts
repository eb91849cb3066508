import { type Block, plainWords, type Words } from '../explain/document.ts';
import { headingText, statusText, verdictText } from './text.ts';

/** Characters that mean something in Markdown, wherever on a line they stand. */
const MARKUP = /[\\`*_{}[\]<>#|~&!$]/g;
/** What begins a list, a heading's underline or a rule at the beginning of a line. */
const AT_THE_BEGINNING = /^(\s*)([-+=]|\d+[.)])/;

/** Draws an answer as Markdown, with nothing in the agreement's own texts taken for markup. */
export function asMarkdown(blocks: readonly Block[]): string[] {
  const lines: string[] = [];
  let before: Block['kind'] | null = null;
  for (const block of blocks) {
    const isList = (block.kind === 'line' || block.kind === 'status') && block.depth > 0;
    // Lines of a list stand together, right below what they belong to.
    if (
      lines.length > 0 &&
      !(isList && (before === 'line' || before === 'status')) &&
      lines.at(-1) !== ''
    )
      lines.push('');
    switch (block.kind) {
      case 'title':
        lines.push(`# ${written(plainWords(block.words))}`);
        break;
      case 'heading':
        lines.push(`## ${written(headingText(block))}`);
        break;
      case 'verdict':
        lines.push(`## ${written(verdictText(block))}`);
        break;
      case 'line':
      case 'status': {
        const said = block.kind === 'status' ? statusText(block) : plainWords(block.words);
        lines.push(isList ? `${'  '.repeat(block.depth - 1)}- ${written(said)}` : written(said));
        break;
      }
      case 'table':
        lines.push(...markdownTable(block.head, block.rows));
        break;
      case 'gap':
        break;
    }
    before = block.kind;
  }
  return lines;
}

function markdownTable(
  head: readonly string[] | null,
  rows: readonly (readonly Words[])[],
): string[] {
  const count = Math.max(...[head ?? [], ...rows].map((row) => row.length));
  const row = (cells: readonly Words[]) =>
    `| ${Array.from({ length: count }, (_, at) => written(plainWords(cells[at] ?? ''))).join(' | ')} |`;
  return [
    row(head ?? []),
    `| ${Array.from({ length: count }, () => '---').join(' | ')} |`,
    ...rows.map(row),
  ];
}

/** A text on one line, as itself. */
function written(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(MARKUP, (character) => `\\${character}`)
    .replace(AT_THE_BEGINNING, (_, blank: string, mark: string) =>
      /^\d/.test(mark) ? `${blank}${mark.slice(0, -1)}\\${mark.at(-1)}` : `${blank}\\${mark}`,
    );
}
