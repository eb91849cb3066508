import type { Block } from '../explain/document.ts';
import type { Line } from './line.ts';

/** What lines were drawn of, for as long as they are there. */
const blocks = new WeakMap<Line, Block>();

/** Notes what lines were drawn of, so that they can be taken away as that, and not as they happened to be wrapped. */
export function madeFrom<Lines extends readonly Line[]>(block: Block, lines: Lines): Lines {
  for (const line of lines) if (line.length > 0) blocks.set(line, block);
  return lines;
}

/** What a line was drawn of; null where that is not known. */
export function blockOf(line: Line): Block | null {
  return blocks.get(line) ?? null;
}
