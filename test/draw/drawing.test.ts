import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asMarkdown } from '../../src/draw/markdown.ts';
import { asText, statusText, verdictText } from '../../src/draw/text.ts';
import { columns } from '../../src/draw/columns.ts';
import {
  type Block,
  detail,
  detailLine,
  GAP,
  heading,
  inBrief,
  line,
  phrase,
  plainWords,
  rows,
  statusLine,
  title,
} from '../../src/explain/document.ts';

const anyText = fc.oneof(
  fc.string({ minLength: 1 }),
  fc
    .array(
      fc.constantFrom('|', '\\', '`', '\n', '# ', '- ', '1. ', '<b>', '*', '_', '[x](y)', '&amp;'),
    )
    .map((parts) => `a${parts.join('')}`),
  fc.constantFrom('قناة', 'תעלה', '\u202Eabc', '\u0007\u001B[31m', '漢字', 'two  blanks'),
);

const anyBlock: fc.Arbitrary<Block[]> = fc.oneof(
  anyText.map((text) => [title(text)]),
  anyText.map((text) => [heading(text)]),
  anyText.map((text) => [heading([phrase(text, 'strong'), detail(' (id)')], { basis: 'derived' })]),
  anyText.map((text) => detailLine([phrase(text, 'bad', { brief: 'short' })])),
  fc
    .tuple(anyText, fc.constantFrom('open', 'closed', 'contested'))
    .map(([of, sign]): Block[] => [{ kind: 'verdict', of, sign, word: sign, more: '' }]),
  fc
    .tuple(anyText, fc.constantFrom('met', 'unmet', 'unknown', 'waived'))
    .map(([words, sign]) => [statusLine(sign, words, { word: sign, depth: 1 })]),
  fc.tuple(anyText, fc.nat({ max: 3 })).map(([text, depth]) => line(text, depth)),
  fc
    .tuple(
      fc.option(fc.tuple(anyText, anyText)),
      fc.array(fc.tuple(anyText, anyText), { maxLength: 3 }),
      fc.nat({ max: 2 }),
    )
    .map(([head, cells, depth]) => rows(cells, { head, depth })),
  fc.constant<Block[]>([GAP]),
);
const anyBlocks = fc.array(anyBlock, { maxLength: 8 }).map((blocks) => blocks.flat());

/** A text on one line, as both drawings have it. */
const onOneLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

/** Takes the escapes out again. */
const unescaped = (markdown: string) => markdown.replaceAll(/\\(.)/g, '$1');

/** What a block of words says, drawn on one line. */
function textOf(block: Exclude<Block, { kind: 'gap' | 'table' }>): string {
  if (block.kind === 'verdict') return verdictText(block);
  return block.kind === 'status' ? statusText(block) : plainWords(block.words);
}

describe('an answer drawn as text', () => {
  it('has one line for what it says where nobody looks through a terminal', () => {
    fc.assert(
      fc.property(anyBlocks, (blocks) => {
        const lines = asText(blocks, Infinity);
        // What consists of blanks alone is drawn as a blank line.
        const isSaid = (text: string) => onOneLine(text) !== '';
        const said = blocks.flatMap((block): readonly string[][] => {
          if (block.kind === 'gap') return [];
          if (block.kind !== 'table') return [[textOf(block)]];
          return [
            ...(block.head === null ? [] : [[...block.head]]),
            ...block.rows.map((row) => row.map(plainWords)),
          ];
        });
        expect(lines.filter(isSaid).length).toBe(said.filter((row) => row.some(isSaid)).length);
        expect(lines.filter((text) => text.includes('\n'))).toEqual([]);
      }),
    );
  });

  it('is never wider than its terminal where that has room for a few words', () => {
    fc.assert(
      fc.property(anyBlocks, fc.integer({ min: 60, max: 120 }), (blocks, width) => {
        for (const text of asText(blocks, width)) expect(columns(text)).toBeLessThanOrEqual(width);
      }),
    );
  });

  it('parts its sections by one blank line, and begins and ends without one', () => {
    const blocks = [
      GAP,
      title('Title'),
      heading('One'),
      ...line('a', 1),
      GAP,
      GAP,
      heading('Two'),
      GAP,
    ];
    expect(asText(blocks, 80)).toEqual(['Title', '', 'One', '  a', '', 'Two']);
  });

  it('sets rows in columns below their head, and indents what belongs to something', () => {
    const blocks = [
      heading('Gates'),
      ...rows([['canal', 'open']], { head: ['Gate', 'Verdict'], depth: 1 }),
      ...rows([]),
      ...line('deeper', 2),
      ...line(''),
    ];
    expect(asText(blocks, 80)).toEqual([
      'Gates',
      '  Gate   Verdict',
      '  canal  open',
      '    deeper',
    ]);
  });
});

describe('an answer drawn as Markdown', () => {
  it('takes nothing in a text for markup, and loses nothing of it', () => {
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        const [head = '', rule, row = '', ...more] = asMarkdown(
          rows([[one, other]], { head: [other, one] }),
        );
        expect(more).toEqual([]);
        expect(rule).toBe('| --- | --- |');
        for (const [drawn, cells] of [
          [head, [other, one]],
          [row, [one, other]],
        ] as const) {
          // A bar that a backslash stands before is part of a cell.
          const parts = drawn.slice(2, -2).split(/(?<=(?<!\\)(?:\\\\)*) \| /);
          expect(parts.map((part) => unescaped(part).trim())).toEqual(cells.map(onOneLine));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('says of a heading what all below it rests on, before a colon', () => {
    const heads = [heading('One:', { basis: 'derived' }), heading('Two', { basis: 'sourced' })];
    expect(asText(heads, 80)).toEqual(['One, derived:', '', 'Two, sourced']);
    expect(asMarkdown(heads)).toEqual(['## One, derived:', '', '## Two, sourced']);
  });

  it('keeps titles, headings and lines on a line of their own, none of them taken for another', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const lines = asMarkdown([title(text), heading(text), ...line(text), ...line(text, 1)]);
        const [first = '', , second = '', , third = '', fourth = '', ...more] = lines;
        expect(more).toEqual([]);
        expect(unescaped(first.slice(2)).trim()).toBe(onOneLine(text));
        expect(unescaped(second.slice(3)).trim()).toBe(onOneLine(text));
        expect(unescaped(third)).toBe(onOneLine(text));
        expect(unescaped(fourth.slice(2)).trim()).toBe(onOneLine(text));
        expect(third).not.toMatch(/^(?:#|[-+=] |\d+[.)] |>|\||```)/);
      }),
      { numRuns: 500 },
    );
  });

  it('writes a bar, a backtick, a list and a link out', () => {
    const said = '- a | b `c` [d](e) *f* <g>';
    expect(asMarkdown(line(said))).toEqual(['\\- a \\| b \\`c\\` \\[d\\](e) \\*f\\* \\<g\\>']);
    expect(asMarkdown(line('12. first\nand second'))).toEqual(['12\\. first and second']);
  });

  it('keeps a list together, and parts everything else', () => {
    const blocks = [
      title('T'),
      ...line('Intro:'),
      ...line('a', 1),
      ...line('b', 2),
      heading('H'),
      ...rows([['x', 'y'], ['z']]),
    ];
    expect(asMarkdown(blocks)).toEqual([
      '# T',
      '',
      'Intro:',
      '- a',
      '  - b',
      '',
      '## H',
      '',
      '|  |  |',
      '| --- | --- |',
      '| x | y |',
      '| z |  |',
    ]);
  });
});

describe('an answer in brief', () => {
  it('leaves out details, and says of a piece what stands for it where room is short', () => {
    const blocks = [
      heading([phrase('The canal opens'), detail(' (canal.opened)')]),
      ...line([
        phrase('Asks'),
        phrase(' [The Gazette, 2 Mar 2031 (gazette-3.c1)]', 'quiet', { brief: ' [The Gazette]' }),
      ]),
      ...detailLine('Would open with: wreckRaised'),
    ];
    expect(asText(blocks, Infinity)).toEqual([
      'The canal opens (canal.opened)',
      'Asks [The Gazette, 2 Mar 2031 (gazette-3.c1)]',
      'Would open with: wreckRaised',
    ]);
    expect(asText(inBrief(blocks), Infinity)).toEqual(['The canal opens', 'Asks [The Gazette]']);
  });

  it('puts what stood under a line that is left out in its place', () => {
    const blocks = [
      ...line([detail('Can it happen? It has happened already.')]),
      ...line('As recognised by Northquay, it can happen.', 1),
      ...line('Northquay: closed'),
      ...line('Asks', 1),
    ];
    expect(asText(inBrief(blocks), Infinity)).toEqual([
      'As recognised by Northquay, it can happen.',
      'Northquay: closed',
      '  Asks',
    ]);
  });

  it.each([
    [40, 40, 'Step 39'],
    [41, 41, 'And 1 more.'],
    [1000, 41, 'And 960 more.'],
  ])(
    'shows 40 of %i rows of a table at most, and says how many more there are',
    (many, lines, last) => {
      const table = rows(
        Array.from({ length: many }, (_, index) => [`Step ${index}`]),
        { depth: 0 },
      );
      const drawn = asText(inBrief(table), Infinity);
      expect(drawn).toHaveLength(lines);
      expect(drawn.at(-1)).toBe(last);
    },
  );
});
