import { show } from '../load/show.ts';
import { asText } from '../draw/text.ts';
import type { Block } from '../explain/document.ts';

/** What a command needs of the world: where it prints, how wide, and whether a person sits there. */
export interface Terminal {
  /** Writes to standard output and settles once it is out. */
  readonly write: (text: string) => Promise<void>;
  readonly writeError: (text: string) => Promise<void>;
  /** Columns for text answers; `Infinity` where they go whole, into a pipe or a file. */
  readonly width: number;
  /** Whether the terminal UI can run: both ends are terminals and the terminal is not dumb. */
  readonly isInteractive: boolean;
  /** Whether a person watches standard error, so that a line of progress is of use. */
  readonly isErrorTerminal: boolean;
}

/** Prints lines, each made safe for a terminal: content from files never reaches it raw. */
export async function printLines(
  terminal: Terminal,
  lines: readonly string[],
  end: '\n' | '\r\n' = '\n',
): Promise<void> {
  await terminal.write(`${lines.map(show).join(end)}${end}`);
}

/** Prints an answer as text. */
export async function printBlocks(terminal: Terminal, blocks: readonly Block[]): Promise<void> {
  await printLines(terminal, asText(blocks, terminal.width));
}

/** Prints one JSON object. JSON escapes control characters by itself; what is left of formatting ones is escaped too. */
export async function printJson(terminal: Terminal, answer: unknown): Promise<void> {
  const text = JSON.stringify(answer, null, 2).replaceAll(
    /[\u007F-\u009F\u00AD\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  await terminal.write(`${text}\n`);
}
