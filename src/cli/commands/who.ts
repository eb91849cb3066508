import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { collect, type Finish, json } from '../options.ts';
import { answering, type ExploreOptions, FROM, READING } from '../search.ts';

/** Who can bring a goal about or keep it away, and who waits for whom: coalitions, veto and waits. */
export function addWho(program: Command, context: Context, finish: Finish): void {
  const answer = answering(context, finish);

  program
    .command('coalitions')
    .argument('<goal>', 'a gate (to be passed), or region=stage')
    .summary('which sets of parties can reach a goal on their own')
    .description(
      'Two answers: the smallest sets that suffice on what the documents say of who can bring what about, where nobody brings about an event of which no document says so; and the sets that would suffice if such events came about by themselves, with those that each of them takes.\nExit code: 0 when some set suffices on what the documents say (with --free: once such events come about by themselves), 1 when none does, 2 on an error.',
    )
    .option(...READING, collect)
    .option(...FROM)
    .option(
      '--free',
      'only the second answer: events of which no document says who controls them come about by themselves',
    )
    .addOption(json())
    .action(async (goal: string, options: ExploreOptions, command: Command) =>
      answer(
        command,
        options,
        async ({ exploring, agreement, standing, readings, long, width }) => {
          const request = {
            standpoints: exploring.standpointsOf(standing, readings),
            goal: exploring.goalAsked(agreement, goal),
          };
          const isFree = options.free === true;
          const found = await long(exploring.coalitions(agreement, request));
          const free = found.helped?.map(({ parties }) => parties) ?? found.minimal;
          const minimal = isFree ? free : found.minimal;
          return {
            text: exploring.coalitionsText(agreement, goal, readings, found, width, isFree),
            object: { goal, ...found, minimal, unstated: isFree ? 'free' : 'nobody' },
            code: minimal.length > 0 ? 0 : 1,
          };
        },
      ),
    );

  program
    .command('veto')
    .argument('<goal>', 'a gate (to be passed), or region=stage')
    .summary('who can block a goal for good')
    .description(
      'The parties without which there is no way to a goal, or who can put it out of reach by themselves. Events of which no document says who controls them may happen.\nExit code: 0, or 2 on an error.',
    )
    .option(...READING, collect)
    .option(...FROM)
    .addOption(json())
    .action(async (goal: string, options: ExploreOptions, command: Command) =>
      answer(
        command,
        options,
        async ({ exploring, agreement, standing, readings, long, width }) => {
          const request = {
            standpoints: exploring.standpointsOf(standing, readings),
            goal: exploring.goalAsked(agreement, goal),
          };
          const found = await long(exploring.vetoes(agreement, request));
          return {
            text: exploring.vetoText(agreement, goal, readings, found, width),
            object: { goal, ...found },
            code: 0,
          };
        },
      ),
    );

  program
    .command('waits')
    .summary('who waits for whom, and where that goes in a circle')
    .description(
      'A party waits for another where its own reading refuses an event that it has a hand in until the other has acted.\nExit code: 0, or 2 on an error.',
    )
    .option(...FROM)
    .option('--later', 'also gates of events that cannot be taken yet')
    .addOption(json())
    .action(async (options: ExploreOptions & { later?: boolean }, command: Command) =>
      answer(command, options, async ({ exploring, agreement, standing, readings, width }) => {
        const standpoints = exploring.oneStandpointEach(standing, readings);
        const found = exploring.waits(agreement, {
          standpoints,
          alsoLater: options.later === true,
        });
        return {
          text: exploring.waitsText(agreement, found, width),
          object: { ...found },
          code: 0,
        };
      }),
    );
}
