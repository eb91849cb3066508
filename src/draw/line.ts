import type { Tone as DocumentTone } from '../explain/document.ts';
import { show } from '../load/show.ts';
import { columns as columnsOf, isNarrow } from './columns.ts';

/** What a piece of text is, for the theme to dress: the tones of documents, and those of what a screen adds. */
export const TONES = [
  'plain',
  'strong',
  'quiet',
  'title',
  'selected',
  'good',
  'bad',
  'unsure',
  'contested',
  'changed',
] as const satisfies readonly Tone[];
export type Tone = DocumentTone | 'title' | 'selected';

/** A piece of one line. Its text is safe to print: only {@link text} makes one. */
export interface Span {
  readonly text: string;
  readonly tone: Tone;
  /** The claims that it cites, which can be followed from it; not there where it cites none. */
  readonly cites?: readonly string[];
}

export type Line = readonly Span[];

export const BLANK: Line = [];

const ASCII = /^[\x20-\x7e]*$/;
/** Variation selectors and joins that make emoji: terminals disagree on the width of the result. */
const UNSTEADY = /[\uFE0E\uFE0F\u20E3]|(?<=\p{Extended_Pictographic}\p{Emoji_Modifier}?)\u200D/gu;
let segmenter: Intl.Segmenter | null = null;
const widths = new Map<string, number>();
const MOST_WIDTHS = 4096;

/**
 * The one way from any text to the screen: what could act on a terminal is written out, and joined emoji come
 * apart into single ones, whose widths all terminals agree on.
 */
export function text(content: string, tone: Tone = 'plain'): Span {
  const safe = ASCII.test(content) ? content : show(content.replaceAll(UNSTEADY, ''));
  return { text: safe, tone };
}

/** A line of one tone. */
export function line(content: string, tone: Tone = 'plain'): Line {
  return [text(content, tone)];
}

/** Columns that a text takes. */
export function width(content: string): number {
  if (isNarrow(content)) return content.length;
  let known = widths.get(content);
  if (known === undefined) {
    known = columnsOf(content);
    if (widths.size >= MOST_WIDTHS) widths.clear();
    widths.set(content, known);
  }
  return known;
}

export function lineWidth(spans: Line): number {
  return spans.reduce((sum, span) => sum + width(span.text), 0);
}

export function plain(spans: Line): string {
  return spans.map((span) => span.text).join('');
}

/** User-perceived characters, which are never split. */
export function graphemes(content: string): string[] {
  if (isNarrow(content)) return [...content];
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return [...segmenter.segment(content)].map(({ segment }) => segment);
}

/** As much of a text as fits into so many columns; where it does not all fit, the mark ends it. */
export function cut(content: string, columns: number, mark: string): string {
  if (width(content) <= columns) return content;
  if (columns <= 0) return '';
  const room = columns - width(mark);
  if (room < 0) return '';
  if (isNarrow(content)) return content.slice(0, room) + mark;
  let kept = '';
  let used = 0;
  for (const grapheme of graphemes(content)) {
    const wide = width(grapheme);
    if (used + wide > room) break;
    kept += grapheme;
    used += wide;
  }
  return kept + mark;
}

/** The line cut to so many columns. */
export function cutLine(spans: Line, columns: number, mark: string): Line {
  if (lineWidth(spans) <= columns) return spans;
  const kept: Span[] = [];
  let left = columns;
  for (const [index, span] of spans.entries()) {
    const rest = lineWidth(spans.slice(index + 1));
    const wide = width(span.text);
    if (wide + Math.min(rest, width(mark)) <= left) {
      kept.push(span);
      left -= wide;
      continue;
    }
    // The mark must be seen even where the text would just have fitted but what follows does not.
    const shortened = wide <= left ? cut(`${span.text} `, left, mark) : cut(span.text, left, mark);
    kept.push({ ...span, text: shortened });
    break;
  }
  return kept;
}

/** The line at exactly so many columns: cut, or filled up with blanks. */
export function fill(spans: Line, columns: number, mark: string): Line {
  const fitted = cutLine(spans, columns, mark);
  const rest = columns - lineWidth(fitted);
  return rest > 0 ? [...fitted, { text: ' '.repeat(rest), tone: 'plain' }] : fitted;
}

/** The line without plain blanks at its end, where nobody sees them. */
export function withoutEnd(spans: Line): Line {
  const last = spans.findLastIndex(({ text: said, tone }) => tone !== 'plain' || !isBlank(said));
  const end = spans[last];
  if (end === undefined || (last === spans.length - 1 && !end.text.endsWith(' ')))
    return spans.slice(0, last + 1);
  const kept = end.tone === 'plain' ? { ...end, text: end.text.trimEnd() } : end;
  return [...spans.slice(0, last), kept];
}

function isBlank(content: string): boolean {
  return /^ *$/.test(content);
}

/** One line with something at its left and something at its right end; the right one wins where both do not fit. */
export function spread(left: Line, right: Line, columns: number, mark: string): Line {
  const end = cutLine(right, columns, mark);
  const room = columns - lineWidth(end);
  return [...fill(left, room, mark), ...end];
}

/**
 * Breaks a line into lines of at most so many columns, between words where it can. Nothing is lost but the
 * blanks at the breaks.
 *
 * @param hang columns that all lines but the first are set in
 */
export function wrap(spans: Line, columns: number, hang = 0): Line[] {
  if (lineWidth(spans) <= columns) return [spans];
  const inset = Math.max(0, Math.min(hang, columns - 8));
  const lines: Span[][] = [[]];
  let used = 0;
  let gap: Span | null = null;
  const room = () => Math.max(1, columns - (lines.length === 1 ? 0 : inset));
  const put = (span: Span) => {
    const current = lines.at(-1) as Span[];
    const last = current.at(-1);
    if (last?.tone === span.tone && last.cites === span.cites)
      current[current.length - 1] = { ...last, text: last.text + span.text };
    else current.push(span);
    used += width(span.text);
  };
  const breakLine = () => {
    lines.push([]);
    used = 0;
    gap = null;
  };
  for (const word of words(spans)) {
    const wide = word.reduce((sum, part) => sum + width(part.text), 0);
    if (word[0] !== undefined && isGap(word[0].text)) {
      if (used === 0 && lines.length === 1) put(word[0]);
      else gap = word[0];
      continue;
    }
    const before: Span | null = used > 0 ? gap : null;
    if (used + (before === null ? 0 : width(before.text)) + wide <= room()) {
      if (before !== null) put(before);
      for (const part of word) put(part);
      gap = null;
      continue;
    }
    if (used > 0) breakLine();
    if (wide <= room()) {
      for (const part of word) put(part);
      continue;
    }
    for (const part of word) {
      for (const grapheme of graphemes(part.text)) {
        if (used > 0 && used + width(grapheme) > room()) breakLine();
        put({ ...part, text: grapheme });
      }
    }
    gap = null;
  }
  const margin: Span = { text: ' '.repeat(inset), tone: 'plain' };
  return lines.map((spansOfLine, index) =>
    index === 0 || inset === 0 ? spansOfLine : [margin, ...spansOfLine],
  );
}

function isGap(content: string): boolean {
  return content.startsWith(' ');
}

/** Words, each of one or more spans, and the gaps between them. */
function words(spans: Line): Span[][] {
  const found: Span[][] = [];
  for (const span of spans) {
    for (const [piece] of span.text.matchAll(/ +|[^ ]+/g)) {
      const last = found.at(-1);
      const first = last?.[0];
      if (first === undefined || isGap(piece) !== isGap(first.text))
        found.push([{ ...span, text: piece }]);
      else if (isGap(piece)) last?.splice(0, 1, { ...first, text: first.text + piece });
      else last?.push({ ...span, text: piece });
    }
  }
  return found;
}
