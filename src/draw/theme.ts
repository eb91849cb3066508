import { graphemes, type Line, type Tone, width } from './line.ts';

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
  /** One pane at a time, and words where others see signs and frames. */
  readonly screenReader: boolean;
}

export function makeTheme(options: {
  ascii: boolean;
  color: boolean;
  screenReader: boolean;
}): Theme {
  return {
    glyphs: options.ascii || options.screenReader ? ASCII : UNICODE,
    ascii: options.ascii,
    color: options.color,
    screenReader: options.screenReader,
  };
}

type Dress = readonly [on: string, off: string];

const BOLD: Dress = ['1', '22'];
const FAINT: Dress = ['2', '22'];
const INVERSE: Dress = ['7', '27'];
const colored = (code: number): Dress => [String(code), '39'];

/** The terminal's own sixteen colours only, so that whoever chose them can read them. */
const DRESSES: Readonly<Record<Tone, { always: readonly Dress[]; color: readonly Dress[] }>> = {
  plain: { always: [], color: [] },
  strong: { always: [BOLD], color: [] },
  quiet: { always: [FAINT], color: [] },
  title: { always: [BOLD], color: [colored(36)] },
  selected: { always: [INVERSE], color: [] },
  good: { always: [], color: [colored(32)] },
  bad: { always: [], color: [colored(31)] },
  unsure: { always: [], color: [colored(33)] },
  contested: { always: [BOLD], color: [colored(35)] },
  changed: { always: [BOLD], color: [colored(36)] },
};

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
    const { always, color } = DRESSES[span.tone];
    const dresses = theme.screenReader ? [] : theme.color ? [...always, ...color] : always;
    const on = dresses.map(([code]) => `\x1b[${code}m`).join('');
    const off = dresses.map(([, code]) => `\x1b[${code}m`).join('');
    const words = theme.ascii ? inAscii(span.text) : span.text;
    painted += words === '' ? '' : on + words + off;
  }
  return painted;
}
