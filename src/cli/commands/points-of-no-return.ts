import type { Command } from 'commander';
import type { Context } from '../context.ts';
import type { Finish } from '../options.ts';
import { answerSearch, type SearchOptions, withEachReading, withSearch } from '../search.ts';

/** `points-of-no-return GOAL`: which events put a goal out of reach for good. */
export function addPointsOfNoReturn(program: Command, context: Context, finish: Finish): void {
  const command = program
    .command('points-of-no-return')
    .argument('<goal>', 'a gate or any event (to be taken), or region=stage')
    .summary('which events put a goal out of reach for good')
    .description(
      'The events after which a goal cannot be reached any more from some reachable state, in how many states, and the soonest.\nExit code: 0, 1 where that cannot be told from what is known, or 2 on an error.',
    );
  withSearch(withEachReading(command)).action(async (text: string, _options: SearchOptions) =>
    answerSearch(
      context,
      finish,
      command,
      async ({ exploring, agreement, moment, readings, long, width }) => {
        const goal = exploring.goalAsked(agreement, text);
        const from = exploring.oneStandpointEach(moment, readings);
        if (!from.ok) return exploring.tooMuchUnknown(agreement, from.unknown);
        const found = [];
        for (const [index, standpoint] of from.standpoints.entries()) {
          // One after the other: each can be stopped.
          // oxlint-disable-next-line no-await-in-loop
          found.push({
            reading: readings[index] ?? '',
            answer: await long(exploring.noReturn(agreement, standpoint, goal)),
          });
        }
        return {
          text: found.flatMap(({ reading, answer }) => [
            `${agreement.readings.get(reading)?.title ?? reading}:`,
            ...exploring.noReturnText(agreement, text, answer, width),
          ]),
          object: {
            goal: text,
            points: exploring.plainNumbers(
              found.map(({ reading, answer }) => ({
                reading,
                ...answer,
                points: answer.points.map((point) => ({
                  ...point,
                  claims: agreement.events.get(point.event)?.claims ?? [],
                })),
              })),
            ),
          },
          code: 0,
        };
      },
    ),
  );
}
