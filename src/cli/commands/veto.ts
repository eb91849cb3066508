import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { examples } from '../examples.ts';
import type { Finish } from '../options.ts';
import {
  answerGoal,
  goalCommand,
  type SearchOptions,
  withReadingsAtOnce,
  withSearch,
} from '../search.ts';

/** `veto GOAL`: who can block a goal for good. */
export function addVeto(program: Command, context: Context, finish: Finish): void {
  const command = goalCommand(program, 'veto')
    .summary('who can block a goal for good')
    .addHelpText(
      'after',
      examples('phasegate veto phaseTwo', 'phasegate veto -A accord phase=phaseTwo'),
    )
    .description(
      'Lists the parties without which no path leads to a goal, and those that can put it out of reach by themselves. Events of which no document says who can bring them about may happen.\nExit code: 0; 1 where what is known is not enough to tell; 2 on an error.',
    );
  withSearch(withReadingsAtOnce(command)).action(async (text: string, _options: SearchOptions) =>
    answerGoal(
      context,
      finish,
      command,
      text,
      async ({ exploring, agreement, searched, request, long }) => {
        const found = await long(exploring.vetoes(agreement, request));
        return {
          text: exploring.vetoText(searched, found),
          object: exploring.vetoJson(searched, found),
          code: 0,
        };
      },
    ),
  );
}
