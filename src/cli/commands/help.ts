import type { Command } from 'commander';
import { known } from '../asked.ts';
import { commandNames } from '../command-names.ts';
import type { Context } from '../context.ts';
import { examples } from '../examples.ts';
import { helpOf } from '../help-of.ts';
import type { Finish } from '../options.ts';
import { printBlocks } from '../terminal.ts';
import { TOPICS } from '../topics.ts';

/** `help [TOPIC]`: what `--help` prints, asked for as one asks for anything else. */
export function addHelp(program: Command, context: Context, _finish: Finish): void {
  program
    .command('help')
    .argument(
      '[topic]',
      'the command to explain; or words, the words that answers use; or keys, those of the UI; without it, all commands are listed',
    )
    .summary('explain a command, the words of answers or the keys, or list all commands')
    .addHelpText(
      'after',
      examples(
        'phasegate help check',
        'phasegate help words',
        'phasegate help --man > phasegate.1',
      ),
    )
    .description(
      'Explains a command, as its --help does; the words that answers use; or the keys of the UI. Without a topic it lists all commands.\n' +
        'Exit code: 0, or 2 on an error.',
    )
    .option('--man', 'print the manual page instead, in roff: all commands')
    .action(async (name: string | undefined, options: { man?: boolean }) => {
      const topic = TOPICS.find((each) => each === name);
      if (topic !== undefined) {
        const { topicText } = await import('../help-topics.ts');
        return printBlocks(context.terminal, await topicText(topic, context));
      }
      if (name !== undefined) known('command', name, [...commandNames(program), ...TOPICS]);
      if (options.man === true) {
        const { manPage } = await import('../man-page.ts');
        return context.terminal.write(manPage(program));
      }
      const command = program.commands.find((each) => each.name() === name) ?? program;
      return context.terminal.write(helpOf(command));
    });
}
