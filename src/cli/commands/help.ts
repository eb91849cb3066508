import type { Command } from 'commander';
import { known } from '../asked.ts';
import { commandNames } from '../command-names.ts';
import type { Context } from '../context.ts';
import type { Finish } from '../options.ts';

/** `help [COMMAND]`: what `--help` prints, asked for as one asks for anything else. */
export function addHelp(program: Command, context: Context, _finish: Finish): void {
  program
    .command('help')
    .argument('[command]', 'the command to explain; without it, all of them are listed')
    .summary('explain a command, or list them all')
    .description(
      'Explains a command, as its --help does, or lists all commands.\n' +
        'For example: phasegate help check\n' +
        'Exit code: 0, or 2 on an error.',
    )
    .action(async (name: string | undefined) => {
      if (name === undefined) return context.terminal.write(program.helpInformation());
      known('command', name, commandNames(program));
      const command = program.commands.find((each) => each.name() === name) ?? program;
      return context.terminal.write(command.helpInformation());
    });
}
