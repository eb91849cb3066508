import { Argument, type Command } from 'commander';
import { listJson } from '../../explain/list-json.ts';
import { listText } from '../../explain/list-text.ts';
import { LISTABLE, type ListName } from '../../explain/lists.ts';
import { known } from '../asked.ts';
import { type Context, holdingOf } from '../context.ts';
import { examples } from '../examples.ts';
import { json } from '../options.ts';
import { printBlocks, printJson } from '../terminal.ts';

/** `list [WHAT]`: what there is to ask about. */
export function addList(program: Command, context: Context): void {
  program
    .command('list')
    .addArgument(
      new Argument('[what]', `one of ${LISTABLE.join(', ')}; without it, all of the agreement`),
    )
    .summary(
      'what there is: scenarios, gates, regions, readings, events, sources, parties, agreements',
    )
    .description(
      'Lists what there is in the agreement at hand, with the ids that commands take: scenarios, gates, regions with their stages, readings, events, sources and parties; or the agreements that there are.\nExit code: 0, or 2 on an error.',
    )
    .addHelpText(
      'after',
      examples(
        'phasegate list scenarios',
        'phasegate list gates --json > gates.json',
        'phasegate list agreements',
      ),
    )
    .addOption(json())
    .action(async (what: string | undefined, options: { json?: boolean }, command: Command) => {
      const asked = command.optsWithGlobals<{ agreement?: string }>().agreement;
      const list = what === undefined ? null : known('list', what, LISTABLE);
      if (list === 'agreements') {
        const { listAtHand } = await import('../agreements-at-hand.ts');
        return listAtHand(context, asked, options);
      }
      const holding = await holdingOf(context, asked);
      const only = list as ListName | null;
      const { agreement, scenarios } = holding;
      if (options.json === true)
        await printJson(context.terminal, listJson(agreement, scenarios, only));
      else await printBlocks(context.terminal, listText(agreement, scenarios, only));
    });
}
