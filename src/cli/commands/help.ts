import type { Command } from 'commander';
import { known } from '../asked.ts';
import { commandNames } from '../command-names.ts';
import type { Context } from '../context.ts';
import { examples } from '../examples.ts';
import { helpOf } from '../help-of.ts';
import type { Finish } from '../options.ts';

/** `help [COMMAND]`: what `--help` prints, asked for as one asks for anything else. */
export function addHelp(program: Command, context: Context, _finish: Finish): void {
  program
    .command('help')
    .argument('[command]', 'the command to explain; without it, all of them are listed')
    .summary('explain a command, or list them all')
    .addHelpText('after', examples('phasegate help check', 'phasegate help --man > phasegate.1'))
    .description(
      'Explains a command, as its --help does, or lists all commands.\n' +
        'Exit code: 0, or 2 on an error.',
    )
    .option('--man', 'print the manual page instead, in roff: all commands')
    .action(async (name: string | undefined, options: { man?: boolean }) => {
      if (name !== undefined) known('command', name, commandNames(program));
      if (options.man === true) {
        const { manPage } = await import('../man-page.ts');
        return context.terminal.write(manPage(program));
      }
      const command = program.commands.find((each) => each.name() === name) ?? program;
      return context.terminal.write(helpOf(command));
    });
}
