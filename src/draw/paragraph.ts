import { type Line, plain, type Span, text, wrap } from './line.ts';
import { madeFrom } from './made-from.ts';

/** A paragraph of one tone, set in by so many columns. */
export function paragraph(
  content: string,
  columns: number,
  indent = 0,
  tone: Span['tone'] = 'plain',
): Line[] {
  return block([text(content, tone)], columns, indent);
}

/** A paragraph of several tones, set in, its further lines by `hang` more. */
export function block(spans: Line, columns: number, indent = 0, hang = 0): Line[] {
  const margin = text(' '.repeat(indent));
  const lines = wrap(spans, columns - indent, hang);
  const set = indent === 0 ? lines : lines.map((one): Line => [margin, ...one]);
  if (set.length < 2) return set;
  const depth = Math.ceil(indent / 2);
  return madeFrom({ kind: 'line', words: plain(spans), depth, isDetail: false }, set);
}
