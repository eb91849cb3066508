import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { examples } from '../examples.ts';
import type { Finish } from '../options.ts';
import { answerSearch, type SearchOptions, withSearch } from '../search.ts';

interface WaitsOptions extends SearchOptions {
  later?: boolean;
}

/** `waits`: who waits for whom, and where that goes in a circle. */
export function addWaits(program: Command, context: Context, finish: Finish): void {
  const command = program
    .command('waits')
    .summary('who waits for whom, and where that goes in a circle')
    .addHelpText(
      'after',
      examples('phasegate waits', 'phasegate waits --later --json > waits.json'),
    )
    .description(
      'Lists who waits for whom. A party waits for another if it can help to bring an event about, but its own reading refuses the event until the other has acted.\nExit code: 0; 1 where what is known is not enough to tell; 2 on an error.',
    )
    .option('--later', 'also gates of events that cannot be taken yet');
  withSearch(command).action(async (options: WaitsOptions) =>
    answerSearch(context, finish, command, async ({ exploring, moment, readings }) => {
      const found = exploring.waits(moment, { readings, alsoLater: options.later === true });
      return {
        ok: true,
        unknown: [],
        text: exploring.waitsText(moment, found),
        object: exploring.waitsJson(moment, found),
        code: 0,
      };
    }),
  );
}
