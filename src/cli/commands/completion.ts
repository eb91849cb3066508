import { type Command, Argument } from 'commander';
import { show } from '../../load/show.ts';
import { known } from '../asked.ts';
import type { Context } from '../context.ts';
import { examples } from '../examples.ts';
import type { Finish } from '../options.ts';

/** `completion SHELL`: what a shell runs to complete command lines, and what it then asks at each of them. */
export function addCompletion(program: Command, context: Context, _finish: Finish): void {
  program
    .command('completion')
    .argument('<shell>', 'bash, zsh or fish')
    .summary('print what makes a shell complete commands, options and values')
    .addHelpText(
      'after',
      examples(
        'phasegate completion bash > phasegate.bash',
        'phasegate completion fish > phasegate.fish',
      ),
    )
    .description(
      'Prints a script for a shell, which then completes commands, options and values: the scenarios, gates, events, ' +
        'readings and whatever else there is in the agreement at hand, also the one that -A names on the line.\n' +
        'For bash: source <(phasegate completion bash)\n' +
        'For fish: phasegate completion fish | source\n' +
        'Exit code: 0, or 2 on an error.',
    )
    .action(async (name: string) => {
      const { scriptFor, SHELLS } = await import('../completion/scripts.ts');
      known('script for the shell', name, SHELLS);
      const shell = SHELLS.find((each) => each === name) ?? 'bash';
      await context.terminal.write(scriptFor(shell));
    });
  program
    .command('__complete', { hidden: true })
    .addArgument(new Argument('[words...]'))
    .action(async (words: readonly string[]) => {
      const { complete } = await import('../completion/complete.ts');
      const { values, onDisk } = await complete(program, words, (asked) => ({
        holding: async () => (await context.open(asked)).holding,
        shipped: context.shipped,
      })).catch(() => NOTHING);
      const lines = values.map(({ value, said }) => `${show(value)}\t${show(inOneLine(said))}\n`);
      await context.terminal.write(
        [...lines, ...(onDisk === null ? [] : [`:${onDisk}\n`])].join(''),
      );
    });
}

/** Whatever goes wrong, somebody is in the middle of a line: no more is said than that nothing is known. */
const NOTHING = { values: [], onDisk: null };

const LONGEST = 70;

/** What there is room for beside a value. */
function inOneLine(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1)}…`;
}
