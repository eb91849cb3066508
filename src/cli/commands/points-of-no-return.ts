import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { examples } from '../examples.ts';
import type { Finish } from '../options.ts';
import {
  answerSearch,
  goalCommand,
  type SearchOptions,
  withEachReading,
  withSearch,
} from '../search.ts';

/** `points-of-no-return GOAL`: which events put a goal out of reach for good. */
export function addPointsOfNoReturn(program: Command, context: Context, finish: Finish): void {
  const command = goalCommand(program, 'points-of-no-return')
    .summary('which events put a goal out of reach for good')
    .addHelpText(
      'after',
      examples(
        'phasegate points-of-no-return phaseTwo',
        'phasegate points-of-no-return -A accord exchange=complete',
      ),
    )
    .description(
      'Lists the events that can put a goal out of reach, in how many states each does so, and how soon it can come to that.\nExit code: 0; 1 where what is known is not enough to tell; 2 on an error.',
    );
  withSearch(withEachReading(command)).action(async (text: string, _options: SearchOptions) =>
    answerSearch(
      context,
      finish,
      command,
      async ({ exploring, agreement, moment, readings, long }) => {
        const goal = exploring.goalAsked(agreement, text);
        const found = [];
        const unknown = [];
        for (const reading of readings) {
          const from = exploring.standpointsOf(moment, [reading], [goal]);
          if (!from.ok) return from;
          unknown.push(...from.unknown);
          const request = { standpoints: from.standpoints, goal };
          // One after the other: each can be stopped.
          // oxlint-disable-next-line no-await-in-loop
          const answer = await long(exploring.pointsOfNoReturn(agreement, request));
          found.push({ reading, answer });
        }
        const searched = { moment, goal: text, readings };
        return {
          ok: true,
          unknown,
          text: exploring.noReturnText(searched, found),
          object: exploring.noReturnJson(searched, found),
          code: 0,
        };
      },
    ),
  );
}
