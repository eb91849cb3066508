import { Argument, type Command } from 'commander';
import { type ListName, LISTS, listJson, listText } from '../../report/list.ts';
import { known } from '../asked.ts';
import { type Context, holdingOf } from '../context.ts';
import { json } from '../options.ts';
import { printJson, printLines } from '../terminal.ts';

/** `list [WHAT]`: what there is to ask about. */
export function addList(program: Command, context: Context): void {
  program
    .command('list')
    .addArgument(new Argument('[what]', `one of ${LISTS.join(', ')}; without it, all of them`))
    .summary('what there is: scenarios, gates, regions, readings, events, sources, parties')
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
      else
        await printLines(
          context.terminal,
          listText(agreement, scenarios, only, context.terminal.width),
        );
    });
}
