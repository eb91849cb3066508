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

interface CoalitionsOptions extends SearchOptions {
  free?: boolean;
}

/** `coalitions GOAL`: which sets of parties can reach a goal on their own. */
export function addCoalitions(program: Command, context: Context, finish: Finish): void {
  const command = goalCommand(program, 'coalitions')
    .summary('which sets of parties can reach a goal on their own')
    .addHelpText(
      'after',
      examples('phasegate coalitions phaseTwo', 'phasegate coalitions -A accord phaseTwo --free'),
    )
    .description(
      'Finds which sets of parties can reach a goal on their own. It gives two answers. The first goes by what the documents say of who can bring an event about; where no document says, nobody can. The second lets such events come about by themselves, and names those that each set needs.\nExit code: 0 when some set suffices by the first answer (with --free: by the second); 1 when none does, or when that depends on something that is not known here; 2 on an error.',
    )
    .option(
      '--free',
      'only the second answer: events of which no document says who controls them come about by themselves',
    );
  withSearch(withReadingsAtOnce(command)).action(async (text: string, options: CoalitionsOptions) =>
    answerGoal(
      context,
      finish,
      command,
      text,
      async ({ exploring, agreement, searched, request, long }) => {
        const isFree = options.free === true;
        const found = await long(exploring.coalitions(agreement, request));
        const minimal = isFree ? (found.helped ?? found.minimal) : found.minimal;
        return {
          text: exploring.coalitionsText(searched, found, isFree),
          object: exploring.coalitionsJson(searched, found, isFree),
          code: found.isReached || minimal.length > 0 ? 0 : 1,
        };
      },
    ),
  );
}
