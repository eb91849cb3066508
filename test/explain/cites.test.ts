import { expect, it, vi } from 'vitest';
import type * as Text from '../../src/draw/text.ts';
import { type Block, type Phrase, phrase, type Words } from '../../src/explain/document.ts';
import { harbourgate, phasegate } from '../cli/command-line.ts';

const drawn = vi.hoisted((): { blocks: Block[] } => ({ blocks: [] }));

vi.mock('../../src/draw/text.ts', async (original) => {
  const text = await original<typeof Text>();
  return {
    ...text,
    asText(blocks: readonly Block[], width: number) {
      drawn.blocks.push(...blocks);
      return text.asText(blocks, width);
    },
  };
});

const ASKED = [
  'waits --later',
  'timeline canalOpening',
  'timeline phaseTwo --as-of 2031-02-20',
  'check canalOpening --verbose',
  'check --unmet',
  'why wreck=raised',
  'why canal',
  'play harbour-record',
  'play wreck-never-raised',
  'what-if harbour-record --event canalOpening --event settlement',
  'diff harbour-record wreck-never-raised',
  'diff harbour-record guild-sequence',
  'plan settlement',
  'plan phaseTwo --by northquay',
  'unblock settlement',
  'unblock canalOpening',
  'coalitions tollSharing',
  'veto phaseTwo',
  'points-of-no-return phaseTwo',
  'pivots',
  'verify --verbose',
  'duties --verbose',
  'list',
  'claims',
  'claim gazette-3.c2',
];

const SHIPPED = ['exercise record --answer us-on-phase-two=open', 'timeline phaseTwo', 'waits'];

/** A citation as it stands in a text: `(gazette-3.c1, c4)`. */
const CITED = /\(([\w-]+)\.(c\d+(?:, c\d+)*)/g;

function phrasesOf(block: Block): Phrase[] {
  const pieces = (words: Words) => (typeof words === 'string' ? [phrase(words)] : words);
  if ('words' in block) return [...pieces(block.words)];
  if (block.kind === 'table') return block.rows.flat().flatMap(pieces);
  return block.kind === 'verdict' ? [phrase(`${block.of}${block.more}`)] : [];
}

const all = [
  ...ASKED.map((asked) => [asked, harbourgate] as const),
  ...SHIPPED.map((asked) => [asked, phasegate] as const),
];

it.each(all)('%s: a claim that is named is one that can be followed', async (asked, gate) => {
  drawn.blocks = [];
  const { code, error } = await gate(asked.split(' '));
  expect([code > 1, error]).toEqual([false, '']);
  const phrases = drawn.blocks.flatMap(phrasesOf);
  expect(phrases.length).toBeGreaterThan(3);
  const lost = phrases.filter(({ text, cites = [] }) =>
    [...text.matchAll(CITED)].some(([, source = '', ids = '']) =>
      ids.split(', ').some((id) => !cites.includes(`${source}.${id}`)),
    ),
  );
  expect(lost).toEqual([]);
});
