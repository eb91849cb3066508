import type { Command } from 'commander';

/** The commands that the help lists; others are for shells alone. */
export function commandNames(program: Command): string[] {
  return program
    .createHelp()
    .visibleCommands(program)
    .map((command) => command.name());
}
