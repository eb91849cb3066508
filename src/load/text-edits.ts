/** A part of a text, by offsets, and what is to stand in its place. */
export interface TextEdit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A text with edits made to it, none of which reaches into another; all that they do not name stays to the byte. */
export function withEdits(text: string, edits: readonly TextEdit[]): string {
  const inOrder = edits.toSorted((left, right) => left.from - right.from);
  let at = 0;
  let edited = '';
  for (const { from, to, text: instead } of inOrder) {
    if (from < at) throw new Error(`Two edits of one part of a text, at ${from}.`);
    edited += text.slice(at, from) + instead;
    at = to;
  }
  return edited + text.slice(at);
}
