import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { examples } from '../examples.ts';
import type { Finish } from '../options.ts';
import { answerSearch, type SearchOptions, withReadingsAtOnce, withSearch } from '../search.ts';

/** `veto GOAL`: who can block a goal for good. */
export function addVeto(program: Command, context: Context, finish: Finish): void {
  const command = program
    .command('veto')
    .argument('<goal>', 'a gate or any event (to be taken), or region=stage')
    .summary('who can block a goal for good')
    .addHelpText(
      'after',
      examples('phasegate veto phaseTwo', 'phasegate veto -A accord phase=phaseTwo'),
    )
    .description(
      'Lists the parties without which no path leads to a goal, and those that can put it out of reach by themselves. Events of which no document says who controls them may happen.\nExit code: 0; 1 where what is known is not enough to tell; 2 on an error.',
    );
  withSearch(withReadingsAtOnce(command)).action(async (text: string, _options: SearchOptions) =>
    answerSearch(
      context,
      finish,
      command,
      async ({ exploring, agreement, moment, readings, long }) => {
        const goal = exploring.goalAsked(agreement, text);
        const from = exploring.standpointsOf(moment, readings, [goal]);
        if (!from.ok) return from;
        const searched = { moment, goal: text, readings };
        const request = { standpoints: from.standpoints, goal };
        const found = await long(exploring.vetoes(agreement, request));
        return {
          ok: true,
          unknown: from.unknown,
          text: exploring.vetoText(searched, found),
          object: exploring.vetoJson(searched, found),
          code: 0,
        };
      },
    ),
  );
}
