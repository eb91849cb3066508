import { type Block, forScreen, phrase, type Sign, type Words } from '../explain/document.ts';
import { madeFrom } from './made-from.ts';
import { table } from './table.ts';
import { type Line, line, text, type Tone } from './line.ts';
import type { Theme } from './theme.ts';
import { block } from './paragraph.ts';
import { signOf, signed } from './signs.ts';

type Verdict = Extract<Block, { kind: 'verdict' }>;

/**
 * Draws an answer on the screen: what it says is said once for all that draw it.
 *
 * @param measure how long lines of words are at most; tables may take all the columns
 */
export function blockLines(
  theme: Theme,
  blocks: readonly Block[],
  columns: number,
  measure = columns,
): Line[] {
  const wide = Math.min(columns, measure);
  const lines: Line[] = [];
  /** One blank line, and never two: parts that have nothing to say leave no hole. */
  const part = () => {
    if ((lines.at(-1)?.length ?? 0) > 0) lines.push([]);
  };
  for (const each of forScreen(blocks)) {
    const from = lines.length;
    switch (each.kind) {
      case 'title':
        lines.push(...block(dressed(each.words, 'strong'), wide));
        break;
      case 'heading': {
        part();
        const basis = each.basis === null ? [] : [text(`  ${each.basis}`, 'quiet')];
        lines.push(...block([...dressed(each.words, 'strong'), ...basis], wide, 0, 2));
        break;
      }
      case 'verdict':
        part();
        lines.push(...block(verdictSpans(theme, each), wide, 0, 2));
        break;
      case 'status': {
        const spans = [...signSpans(theme, each.sign, each.word), ...dressed(each.words)];
        lines.push(...block(spans, wide, 2 * each.depth, 2));
        break;
      }
      case 'line':
        lines.push(...block(dressed(each.words), wide, 2 * each.depth, 2));
        break;
      case 'table': {
        const { head, priorities, depth } = each;
        const cells = each.rows.map((row) => row.map((cell) => cellSpans(theme, cell)));
        const rows = head === null ? cells : [head.map((cell) => line(cell, 'quiet')), ...cells];
        lines.push(...table(rows, columns, { indent: 2 * depth, drops: true, priorities }));
        break;
      }
      case 'gap':
        part();
    }
    madeFrom(each, lines.slice(from));
  }
  return lines.at(-1)?.length === 0 ? lines.slice(0, -1) : lines;
}

/** A sign before a line; a screen reader gets the word that stands for it instead. */
function signSpans(theme: Theme, sign: Sign, word: string): Line {
  const [mark, tone] = signOf(theme, sign);
  const said = theme.screenReader ? word && `${word}:` : mark;
  return said === '' ? [] : [text(said, tone), text(' ')];
}

function cellSpans(theme: Theme, words: Words): Line {
  return typeof words === 'string' ? signed(theme, words) : dressed(words);
}

function verdictSpans(theme: Theme, { of, sign, word, more }: Verdict): Line {
  const [mark, tone] = signOf(theme, sign);
  return [
    ...(mark === '' ? [] : [text(`${mark} `, tone)]),
    text(of, 'strong'),
    text(': '),
    text(sign === 'contested' ? word.toUpperCase() : word, tone),
    text(more, 'quiet'),
  ];
}

/** Words in their tones, with what they cite; plain ones in the tone given. */
function dressed(words: Words, tone: Tone = 'plain'): Line {
  const pieces = typeof words === 'string' ? [phrase(words)] : words;
  return pieces
    .filter((each) => each.text !== '')
    .map(({ text: said, tone: own, cites = [] }) => ({
      ...text(said, own === 'plain' ? tone : own),
      ...(cites.length === 0 ? {} : { cites }),
    }));
}

/** An answer without what it begins with: the agreement and the moment, which the screen says by itself. */
export function withoutHead(blocks: readonly Block[]): readonly Block[] {
  const first = blocks.findIndex(({ kind }) => kind === 'heading');
  return blocks.slice(Math.max(0, first));
}
