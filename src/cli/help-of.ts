import type { Command } from 'commander';

/** What a command's `--help` prints, its examples included. */
export function helpOf(command: Command): string {
  let text = '';
  const { writeOut } = command.configureOutput();
  command.configureOutput({ writeOut: (part) => (text += part) });
  command.outputHelp();
  command.configureOutput(writeOut === undefined ? {} : { writeOut });
  return text;
}
