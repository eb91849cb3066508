import type { Block, Sign, Words } from '../explain/document.ts';
import type { Note } from '../explain/report-text.ts';
import { show } from '../load/show.ts';
import { signOf } from './signs.ts';
import { makeTheme } from './theme.ts';

const THEME = makeTheme({ ascii: false, color: true, screenReader: false });

/**
 * Draws an answer as HTML, with nothing in the agreement's own texts taken for markup. Its classes are those that the
 * page's style knows.
 *
 * @param notes to which the claims that are cited lead: see {@link notesHtml}
 */
export function asHtml(blocks: readonly Block[], notes: readonly Note[] = []): string {
  const numbers = new Map(notes.map(({ reference, number }) => [reference, number]));
  const words = (said: Words) => wordsHtml(said, numbers);
  return blocks.map((block) => blockHtml(block, words)).join('\n');
}

/** The notes under their numbers, each with the id that `asHtml` links to. */
export function notesHtml(notes: readonly Note[]): string {
  const items = notes.map(
    ({ number, text }) => `<li id="${noteId(number)}" value="${number}">${textHtml(text)}</li>`,
  );
  return `<ol class="notes">\n${items.join('\n')}\n</ol>`;
}

/** The id of the element of a note. */
export function noteId(number: number): string {
  return `note-${number}`;
}

/** A text as it may stand in HTML, between tags and in a quoted attribute. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

function blockHtml(block: Block, words: (said: Words) => string): string {
  switch (block.kind) {
    case 'title':
      return `<h1 class="block-title">${words(block.words)}</h1>`;
    case 'heading': {
      const basis = block.basis === null ? '' : ` <span class="basis">${block.basis}</span>`;
      return `<h2 class="block-heading">${words(block.words)}${basis}</h2>`;
    }
    case 'verdict':
      return `<p class="block-verdict"><strong>${textHtml(block.of)}</strong> ${signHtml(block.sign)} <em>${textHtml(block.word)}</em>${textHtml(block.more)}</p>`;
    case 'status': {
      const word = block.word === '' ? '' : ` <strong>${textHtml(block.word)}:</strong>`;
      return `<p class="block-status" data-depth="${block.depth}">${signHtml(block.sign)}${word} ${words(block.words)}</p>`;
    }
    case 'line':
      return `<p class="block-line" data-depth="${block.depth}">${words(block.words)}</p>`;
    case 'table': {
      const cells = (row: readonly Words[], tag: string) =>
        `<tr>${row.map((cell) => `<${tag}>${words(cell)}</${tag.slice(0, 2)}>`).join('')}</tr>`;
      const head =
        block.head === null ? '' : `<thead>${cells(block.head, 'th scope="col"')}</thead>`;
      const rows = block.rows.map((row) => cells(row, 'td')).join('\n');
      return `<div class="table" data-depth="${block.depth}"><table>${head}<tbody>\n${rows}\n</tbody></table></div>`;
    }
    case 'gap':
      return '';
  }
}

/** A text on one line, as itself: nothing in it is markup, or turns what stands beside it around. */
function textHtml(text: string): string {
  return escaped(show(text.replaceAll(/\s+/g, ' ')));
}

function wordsHtml(words: Words, numbers: ReadonlyMap<string, number>): string {
  if (typeof words === 'string') return textHtml(words);
  return words
    .map(({ text, tone, cites = [] }) => {
      const number = numbers.get(cites[0] ?? '');
      if (number !== undefined)
        return `<a class="cites" href="#${noteId(number)}">${textHtml(text)}</a>`;
      return tone === 'plain'
        ? textHtml(text)
        : `<span data-tone="${tone}">${textHtml(text)}</span>`;
    })
    .join('');
}

function signHtml(sign: Sign): string {
  const [glyph, tone] = signOf(THEME, sign);
  return `<span class="sign" data-tone="${tone}" aria-hidden="true">${textHtml(glyph)}</span>`;
}
