import { type Command, Option } from 'commander';
import type { Sheet } from '../explain/sheet.ts';
import type { Block } from '../explain/document.ts';
import { json } from './options.ts';
import { printBlocks, printJson, printLines, type Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** In what form an answer is asked for; plain text where none is named. */
export interface FormatOptions {
  json?: boolean;
  csv?: boolean;
  markdown?: boolean;
}

/** An answer in each form that it can be printed in. */
export interface Printable {
  readonly text: () => readonly Block[];
  readonly json: () => unknown;
  readonly sheet: () => Sheet | Promise<Sheet>;
}

/** The forms of an answer that is a table too, one of them at a time. */
export function withFormats(command: Command): Command {
  return command
    .addOption(json())
    .addOption(new Option('--csv', 'print a table as comma-separated values (RFC 4180)'))
    .addOption(new Option('--markdown', 'print Markdown'));
}

/**
 * Prints an answer in the form asked for.
 *
 * @throws UsageError where several forms are asked for at once
 */
export async function printAnswer(
  terminal: Terminal,
  options: FormatOptions,
  answer: Printable,
): Promise<void> {
  const asked = (['json', 'csv', 'markdown'] as const).filter((form) => options[form] === true);
  const [form, other] = asked;
  if (form !== undefined && other !== undefined)
    throw new UsageError(
      'keys-at-odds',
      `--${form} and --${other} ask for two forms of one answer`,
      'name one of them, and run it once for each form',
    );
  switch (form) {
    case 'json':
      return printJson(terminal, answer.json());
    case 'csv': {
      const { asCsv } = await import('../draw/csv.ts');
      return printLines(terminal, asCsv(await answer.sheet()), '\r\n');
    }
    case 'markdown': {
      const { asMarkdown } = await import('../draw/markdown.ts');
      return printLines(terminal, asMarkdown(answer.text()));
    }
    case undefined:
      return printBlocks(terminal, answer.text());
  }
}
