import { graphemes, type Line, type Tone, width } from './line.ts';
import { type Palette, paletteOf } from './palette.ts';

const UNICODE = {
  met: '✓',
  unmet: '✗',
  unknown: '?',
  waived: '~',
  notAsked: '–',
  unstated: '·',
  later: '»',
  contested: '◐',
  here: '●',
  ahead: '○',
  behind: '•',
  full: '▮',
  empty: '▯',
  selected: '▸',
  changed: '*',
  differs: '≠',
  arrow: '→',
  dash: '–',
  middle: '·',
  bullet: '•',
  ellipsis: '…',
  rule: '─',
  heavyRule: '━',
  upright: '│',
  corner: '└─',
  tee: '├─',
  apart: '┊',
  above: '↑',
  below: '↓',
};

/** Signs by what they stand for. */
export type Glyphs = Readonly<Record<keyof typeof UNICODE, string>>;

const ASCII: Glyphs = {
  met: '+',
  unmet: 'x',
  unknown: '?',
  waived: '~',
  notAsked: '-',
  unstated: '.',
  later: '>',
  contested: '%',
  here: '@',
  ahead: 'o',
  behind: '+',
  full: '#',
  empty: '-',
  selected: '>',
  changed: '*',
  differs: '!',
  arrow: '->',
  dash: '-',
  middle: '-',
  bullet: '-',
  ellipsis: '..',
  rule: '-',
  heavyRule: '=',
  upright: '|',
  corner: '`-',
  tee: '|-',
  apart: '|',
  above: '^',
  below: 'v',
};

/** How a session looks: fixed while it runs. */
export interface Theme {
  readonly glyphs: Glyphs;
  /** Whether words are drawn with ASCII characters, too. */
  readonly ascii: boolean;
  readonly color: boolean;
  readonly palette: Palette;
  /** One pane at a time, and words where others see signs and frames. */
  readonly screenReader: boolean;
}

export function makeTheme(options: {
  ascii: boolean;
  color: boolean;
  screenReader: boolean;
  /** The default one where it is left out. */
  palette?: Palette;
}): Theme {
  return {
    glyphs: options.ascii || options.screenReader ? ASCII : UNICODE,
    ascii: options.ascii,
    color: options.color,
    palette: options.palette ?? DEFAULT_PALETTE,
    screenReader: options.screenReader,
  };
}

type Dress = readonly [on: string, off: string];

const BOLD: Dress = ['1', '22'];
const FAINT: Dress = ['2', '22'];
const INVERSE: Dress = ['7', '27'];

/** How each tone is dressed, coloured or not. What has a colour has a sign or a word as well. */
const DRESSES: Readonly<Record<Tone, readonly Dress[]>> = {
  plain: [],
  strong: [BOLD],
  quiet: [FAINT],
  title: [BOLD],
  selected: [INVERSE],
  good: [],
  bad: [],
  unsure: [],
  contested: [BOLD],
  changed: [BOLD],
};

const DEFAULT_PALETTE = paletteOf('default', {}, 16);

function dressesOf({ screenReader, color, palette }: Theme, tone: Tone): readonly Dress[] {
  if (screenReader) return [];
  const code = color ? ((palette as Partial<Record<Tone, string | null>>)[tone] ?? null) : null;
  return code === null ? DRESSES[tone] : [...DRESSES[tone], [code, '39']];
}

const LIKE: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '…': '.',
  ß: 's',
  æ: 'a',
  ø: 'o',
  đ: 'd',
  ı: 'i',
  ł: 'l',
};

/** A text in ASCII, as wide as it was: letters without their marks, a question mark for what there is no letter for. */
export function inAscii(content: string): string {
  // oxlint-disable-next-line no-control-regex
  if (/^[\x00-\x7f]*$/.test(content)) return content;
  return graphemes(content)
    .map((grapheme) => {
      const like = LIKE[grapheme.toLowerCase()];
      const plain = like ?? grapheme.normalize('NFKD').replaceAll(/\p{M}/gu, '');
      const isSame = /^[\x20-\x7e]+$/.test(plain) && plain.length === width(grapheme);
      return isSame ? plain : '?'.repeat(width(grapheme));
    })
    .join('');
}

/** A line as the terminal takes it. Without colour, bold, faint and inverse stay. */
export function paint(theme: Theme, spans: Line): string {
  let painted = '';
  for (const span of spans) {
    const dresses = dressesOf(theme, span.tone);
    const on = dresses.map(([code]) => `\x1b[${code}m`).join('');
    const off = dresses.map(([, code]) => `\x1b[${code}m`).join('');
    const words = theme.ascii ? inAscii(span.text) : span.text;
    painted += words === '' ? '' : on + words + off;
  }
  return painted;
}
