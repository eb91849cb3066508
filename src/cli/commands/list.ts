import { Argument, type Command } from 'commander';
import { listJson } from '../../report/list-json.ts';
import { listText } from '../../report/list-text.ts';
import { type ListName, LISTS } from '../../report/lists.ts';
import { known } from '../asked.ts';
import { type Context, holdingOf } from '../context.ts';
import { examples } from '../examples.ts';
import { json } from '../options.ts';
import { printBlocks, printJson } from '../terminal.ts';

/** `list [WHAT]`: what there is to ask about. */
export function addList(program: Command, context: Context): void {
  program
    .command('list')
    .addArgument(new Argument('[what]', `one of ${LISTS.join(', ')}; without it, all of them`))
    .summary('what there is: scenarios, gates, regions, readings, events, sources, parties')
    .addHelpText(
      'after',
      examples('phasegate list scenarios', 'phasegate list gates --json > gates.json'),
    )
    .addOption(json())
    .action(async (what: string | undefined, options: { json?: boolean }, command: Command) => {
      const holding = await holdingOf(
        context,
        command.optsWithGlobals<{ agreement?: string }>().agreement,
      );
      const only = what === undefined ? null : (known('list', what, LISTS) as ListName);
      const { agreement, scenarios } = holding;
      if (options.json === true)
        await printJson(context.terminal, listJson(agreement, scenarios, only));
      else await printBlocks(context.terminal, listText(agreement, scenarios, only));
    });
}
