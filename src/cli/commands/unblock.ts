import type { Command } from 'commander';
import { askedEvent } from '../asked.ts';
import type { Context } from '../context.ts';
import { examples } from '../examples.ts';
import type { Finish } from '../options.ts';
import { answerSearch, type SearchOptions, withReadingsAtOnce, withSearch } from '../search.ts';

/** `unblock GATE`: which smallest sets of stages let its event happen from here. */
export function addUnblock(program: Command, context: Context, finish: Finish): void {
  const command = program
    .command('unblock')
    .argument('<gate>', 'a gate or any event')
    .summary('which smallest sets of stages open a gate')
    .addHelpText(
      'after',
      examples('phasegate unblock phaseTwo', 'phasegate unblock -A accord withdrawal.completed'),
    )
    .description(
      'Finds every smallest set of stages that would let an event happen under all readings asked, with all else as it is. Says who could bring each about, and whether events lead there.\nExit code: 0 when it can happen, at once or once some set has come about, or has happened; 1 when not, or when that depends on something that is not known here; 2 on an error.',
    );
  withSearch(withReadingsAtOnce(command)).action(async (gate: string, _options: SearchOptions) =>
    answerSearch(
      context,
      finish,
      command,
      async ({ exploring, agreement, moment, readings, long }) => {
        const { id } = askedEvent(agreement, gate);
        const from = exploring.standpointsOf(moment, readings, [exploring.eventGoal(id)]);
        if (!from.ok) return from;
        const found = await long(exploring.unblock(agreement, id, from.standpoints));
        const searched = { moment, goal: gate, readings };
        return {
          ok: true,
          unknown: from.unknown,
          text: exploring.unblockText(searched, found),
          object: exploring.unblockJson(searched, found),
          code: found.reachable === true ? 0 : 1,
        };
      },
    ),
  );
}
