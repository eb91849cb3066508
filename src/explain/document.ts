import type { ConditionStatus } from '../model/condition-status.ts';
import type { Basis } from '../model/shapes/scenario.ts';
import type { Overall } from '../model/standing.ts';
import type { Mark } from './mark.ts';

/** What a piece of text is, for whoever draws it to dress. No meaning hangs on the dress alone: the words say it too. */
export type Tone =
  'plain' | 'strong' | 'quiet' | 'good' | 'bad' | 'unsure' | 'contested' | 'changed';

/** A piece of a line. */
export interface Phrase {
  readonly text: string;
  readonly tone: Tone;
  /** What stands for it where room is short; the text itself where it says nothing else. */
  readonly brief?: string;
  /** What stands for it where no command line is typed; the text itself where it says nothing else. */
  readonly onScreen?: string;
  /** The claims that it cites, which can be followed from it. */
  readonly cites?: readonly string[];
}

/** What a line says: plain, or in pieces of several tones. */
export type Words = string | readonly Phrase[];

/** How something stands: a sign where there are signs, and a word everywhere. */
export type Sign = Overall | ConditionStatus['status'] | Mark;

interface InFull {
  /** Whether it is left out where room is short. */
  readonly isDetail: boolean;
}

/** A part of an answer, before it is drawn as text, as Markdown or on a screen. It does not know how wide that is. */
export type Block =
  | { readonly kind: 'title'; readonly words: Words }
  | ({ readonly kind: 'heading'; readonly words: Words; readonly basis: Basis | null } & InFull)
  /** Who or what it is of, how that stands, and what there is to add to the word. */
  | {
      readonly kind: 'verdict';
      readonly of: string;
      readonly sign: Sign;
      readonly word: string;
      readonly more: string;
    }
  /** A line under the sign of how something stands; its word is empty where the words say it themselves. */
  | {
      readonly kind: 'status';
      readonly sign: Sign;
      readonly word: string;
      readonly words: Words;
      readonly depth: number;
    }
  | ({ readonly kind: 'line'; readonly words: Words; readonly depth: number } & InFull)
  | {
      readonly kind: 'table';
      readonly head: readonly string[] | null;
      readonly rows: readonly (readonly Words[])[];
      readonly depth: number;
      /** How little each column matters: 0, as where nothing is said, for one that stays; 2 for the first to go. */
      readonly priorities: readonly number[];
      /** The same in fewer columns, for where there is no room for all of these; null where there is no such. */
      readonly narrow: Rows | null;
    }
  | { readonly kind: 'gap' };

type Table = Extract<Block, { kind: 'table' }>;

/** Rows under a head. */
export interface Rows {
  readonly head: readonly string[];
  readonly rows: readonly (readonly Words[])[];
}

/** What an answer is called. */
export function title(words: Words): Block {
  return { kind: 'title', words };
}

/** What the blocks below it, up to the next, are about, and what they rest on where all rest on the same. */
export function heading(
  words: Words,
  { basis = null, isDetail = false }: { basis?: Basis | null; isDetail?: boolean } = {},
): Block {
  return { kind: 'heading', words, basis, isDetail };
}

/** A line of prose; nothing where there is nothing to say. A deeper one belongs to the one above it. */
export function line(words: Words, depth = 0): Block[] {
  return plainWords(words) === '' ? [] : [{ kind: 'line', words, depth, isDetail: false }];
}

/** The same for what is left out where room is short. */
export function detailLine(words: Words, depth = 0): Block[] {
  return line(words, depth).map((block) => ({ ...block, isDetail: true }));
}

/** Rows under a head, or without one; nothing where there are no rows. */
export function rows(
  cells: readonly (readonly Words[])[],
  {
    head = null,
    depth = 0,
    priorities = [],
    narrow = null,
  }: {
    head?: readonly string[] | null;
    depth?: number;
    priorities?: readonly number[];
    narrow?: Rows | null;
  } = {},
): Block[] {
  return cells.length === 0
    ? []
    : [{ kind: 'table', head, rows: cells, depth, priorities, narrow }];
}

/** A line under a sign, which says in a word how something stands where nothing else does. */
export function statusLine(
  sign: Sign,
  words: Words,
  { word = '', depth = 0 }: { word?: string; depth?: number } = {},
): Block {
  return { kind: 'status', sign, word, words, depth };
}

/** Blocks set in by so much more; what has no depth stands as it did. */
export function setIn(blocks: readonly Block[], by: number): Block[] {
  return blocks.map((block) => ('depth' in block ? { ...block, depth: block.depth + by } : block));
}

/** Parts what stands above from what stands below. */
export const GAP: Block = { kind: 'gap' };

/** A piece of a line, of a tone. */
export function phrase(
  text: string,
  tone: Tone = 'plain',
  more: Pick<Phrase, 'brief' | 'cites'> = {},
): Phrase {
  return { text, tone, ...more };
}

/** Words put together from a template: what is put into it keeps its tone, and what it cites. */
export function phrased(
  texts: TemplateStringsArray,
  ...parts: readonly (string | Phrase | readonly Phrase[])[]
): Phrase[] {
  const pieces = texts.flatMap((text, index) => {
    const part = parts[index] ?? [];
    return [phrase(text), ...(typeof part === 'string' ? [phrase(part)] : [part].flat())];
  });
  return pieces.filter(({ text }) => text !== '');
}

/** Words one after the other, with a text between them. */
export function joined(parts: readonly (readonly Phrase[])[], between: string): Phrase[] {
  return parts.flatMap((part, index) => (index === 0 ? part : phrased`${between}${part}`));
}

/** The same as a list: `a`, `a and b`, `a, b and c`. */
export function listedWords(parts: readonly (readonly Phrase[])[]): Phrase[] {
  const [last = []] = parts.slice(-1);
  return parts.length <= 1 ? [...last] : phrased`${joined(parts.slice(0, -1), ', ')} and ${last}`;
}

/** Words that begin with a capital letter. */
export function capitalised([first, ...others]: readonly Phrase[]): Phrase[] {
  if (first === undefined) return [];
  const { text } = first;
  return [{ ...first, text: `${text.charAt(0).toUpperCase()}${text.slice(1)}` }, ...others];
}

/** A piece that is left out where room is short. */
export function detail(text: string): Phrase {
  return { text, tone: 'quiet', brief: '' };
}

/**
 * What names a command or an option of one, and what says the same to somebody who works with a screen: its words, or
 * nothing where the screen has it without being told.
 */
export function typed(text: string, onScreen: string): Phrase {
  return { text, tone: 'plain', onScreen };
}

/** The blocks as a screen shows them, on which no command line is typed. */
export function forScreen(blocks: readonly Block[]): Block[] {
  return blocks.map((block) => reworded(block, ({ onScreen, text }) => onScreen ?? text));
}

/** What a line says, without its tones. */
export function plainWords(words: Words): string {
  return typeof words === 'string' ? words : words.map(({ text }) => text).join('');
}

/** More rows than a comparison of any shipped scenario has. */
const BRIEF_ROWS = 40;

/** The blocks that stand where room is short, each with what it says there. */
export function inBrief(blocks: readonly Block[]): Block[] {
  const kept: Block[] = [];
  /** How deep the line was that was left out last, as long as what stood under it goes on. */
  let under: number | null = null;
  for (const block of blocks) {
    if ('isDetail' in block && block.isDetail) continue;
    const brief = blockInBrief(block);
    if (!('depth' in brief) || (under !== null && brief.depth <= under)) under = null;
    if ('words' in brief && plainWords(brief.words) === '') {
      if ('depth' in brief) under ??= brief.depth;
      continue;
    }
    // What stood under a line that is left out takes its place.
    const placed =
      under !== null && 'depth' in brief ? { ...brief, depth: brief.depth - 1 } : brief;
    kept.push(...(placed.kind === 'table' ? firstRows(placed) : [placed]));
  }
  return kept;
}

/** So many rows of a table as somebody reads through, and how many more there are. */
function firstRows(table: Table): Block[] {
  const { rows: all, narrow, depth } = table;
  const left = all.length - BRIEF_ROWS;
  if (left <= 0) return [table];
  return [
    {
      ...table,
      rows: all.slice(0, BRIEF_ROWS),
      narrow: narrow === null ? null : { ...narrow, rows: narrow.rows.slice(0, BRIEF_ROWS) },
    },
    ...line(`And ${left} more.`, depth),
  ];
}

function blockInBrief(block: Block): Block {
  return reworded(block, ({ brief, text }) => brief ?? text);
}

/** A block with another text for each of its phrases. */
function reworded(block: Block, textOf: (phrase: Phrase) => string): Block {
  const again = (words: Words): Words =>
    typeof words === 'string' ? words : words.map((each) => ({ ...each, text: textOf(each) }));
  if ('words' in block) return { ...block, words: again(block.words) };
  if (block.kind !== 'table') return block;
  return { ...block, rows: block.rows.map((row) => row.map(again)) };
}
