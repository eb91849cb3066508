/** A part of an answer, before it is drawn as text or as Markdown. Nothing in it knows how wide a screen is. */
export type Block =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'line'; readonly text: string; readonly depth: number }
  | {
      readonly kind: 'table';
      readonly head: readonly string[] | null;
      readonly rows: readonly (readonly string[])[];
      readonly depth: number;
    }
  | { readonly kind: 'gap' };

/** What an answer is called. */
export function title(text: string): Block {
  return { kind: 'title', text };
}

/** What the blocks below it, up to the next, are about. */
export function heading(text: string): Block {
  return { kind: 'heading', text };
}

/** A line of prose; nothing where there is nothing to say. A deeper one belongs to the one above it. */
export function line(text: string, depth = 0): Block[] {
  return text === '' ? [] : [{ kind: 'line', text, depth }];
}

/** Rows under a head, or without one; nothing where there are no rows. */
export function rows(
  cells: readonly (readonly string[])[],
  { head = null, depth = 0 }: { head?: readonly string[] | null; depth?: number } = {},
): Block[] {
  return cells.length === 0 ? [] : [{ kind: 'table', head, rows: cells, depth }];
}

/** Parts what stands above from what stands below. */
export const GAP: Block = { kind: 'gap' };
