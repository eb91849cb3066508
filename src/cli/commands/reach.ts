import path from 'node:path';
import type { Command } from 'commander';
import { type Agreement, partyTitle } from '../../model/agreement.ts';
import { listed } from '../../report/words.ts';
import { known } from '../asked.ts';
import type { Context } from '../context.ts';
import { collect, type Finish, json } from '../options.ts';
import { answering, type ExploreOptions, FROM, READING, saveBranch, whole } from '../search.ts';

/** What can be reached, and how: verify, plan, unblock, pivots and points-of-no-return. */
export function addReach(program: Command, context: Context, finish: Finish): void {
  const answer = answering(context, finish);

  program
    .command('verify')
    .argument('[property]', 'one property; all of them without it')
    .summary('whether the agreement’s properties hold in every reachable state')
    .description(
      'Counts the reachable states of each reading exactly and checks the agreement’s properties in all of them. A property that is for certain readings is checked under those; name it and --reading to check it under others.\nExit code: 0 when all hold, 1 when one fails (a shortest counterexample is printed), 2 on an error.',
    )
    .option(
      '--reading <id,...>',
      'under these readings only, each in turn; `everyone` is all parties at once (default: all of them)',
      collect,
    )
    .option('--save <folder>', 'save each counterexample there as a scenario that can be played')
    .option('--force', 'replace files that are there')
    .addOption(json())
    .option('--verbose', 'add why each property matters')
    .action(async (property: string | undefined, options: ExploreOptions, command: Command) =>
      answer(command, options, async ({ exploring, holding, agreement, long, width }) => {
        const properties = exploring.propertiesAsked(holding, property, options.reading);
        const perspectives = exploring.perspectivesAsked(agreement, options.reading);
        const verified = await long(exploring.verifyAll(agreement, properties, perspectives));
        const scenarios =
          options.save === undefined
            ? []
            : exploring.counterexamplesOf(agreement, verified, perspectives);
        const files = scenarios.map(({ id }) => path.join(options.save ?? '', `${id}.yaml`));
        const verdicts = verified.properties.flatMap(({ answers }) =>
          answers.map((each) => each.answer.verdict),
        );
        return {
          text: exploring.verifyText(agreement, verified, {
            width,
            verbose: options.verbose === true,
          }),
          object: { ...exploring.verifyJson(verified), saves: files },
          save: async () => {
            for (const [index, scenario] of scenarios.entries())
              // One after the other: the first that cannot be saved ends it.
              // oxlint-disable-next-line no-await-in-loop
              await saveBranch(
                context,
                holding,
                scenario,
                files[index] ?? '',
                options.force === true,
              );
            return files.map((file) => `Saved ${file}; phasegate play ${file} plays it.`);
          },
          code: verdicts.every((verdict) => verdict === 'holds') ? 0 : 1,
        };
      }),
    );

  program
    .command('plan')
    .argument('<goal>', 'a gate (to be passed), or region=stage')
    .summary('the shortest way to a goal that no reading asked refuses')
    .description(
      'The fewest events that lead to a goal, each recognised by every reading asked or behind it already; or why there is none.\nExit code: 0 when there is a way, 1 when there is none, 2 on an error.',
    )
    .option(...READING, collect)
    .option(...FROM)
    .option('--by <party,...>', 'only these parties act')
    .option('--avoid <event|region=stage>', 'must not happen; may be repeated', collect)
    .option('--alternatives <n>', 'look for up to so many ways of that length')
    .option('--free', 'with --by: events of which no document says who controls them may happen')
    .option('--save <file>', 'save the way as a scenario that can be played')
    .option('--force', 'replace the file if it is there')
    .addOption(json())
    .action(async (goal: string, options: ExploreOptions, command: Command) =>
      answer(
        command,
        options,
        async ({ exploring, holding, agreement, standing, readings, long, width }) => {
          const by =
            options.by
              ?.split(',')
              .map((party) => known('party', party.trim(), agreement.parties.keys())) ?? null;
          const avoided = options.avoid ?? [];
          const events = avoided
            .filter((text) => !text.includes('='))
            .map((text) => known('event', text, agreement.events.keys()));
          const stages = avoided
            .filter((text) => text.includes('='))
            .map((text) => exploring.stageAsked(agreement, text));
          const request = {
            standpoints: exploring.standpointsOf(standing, readings),
            goal: exploring.goalAsked(agreement, goal),
            alternatives: whole('--alternatives', options.alternatives, 1),
          };
          const limit = {
            by,
            unstated: options.free === true ? ('free' as const) : ('nobody' as const),
            avoid: { events, stages },
          };
          const found = await long(exploring.plan(agreement, { ...request, ...limit }));
          const limits = spokenLimits(agreement, by, avoided);
          // Where a limit is why there is none, no reading's demand is to blame; what the way without it takes says more.
          const free =
            found.kind === 'impossible' && limits !== ''
              ? await long(exploring.plan(agreement, request))
              : null;
          const [steps] = free?.kind === 'found' ? free.plans : [];
          const text =
            steps === undefined
              ? // Where there is none without the limit either, the limit is not why.
                exploring.planText(
                  agreement,
                  goal,
                  readings,
                  free ?? found,
                  width,
                  free === null ? limits : `${limits}, nor without that limit,`,
                )
              : exploring.limitedText(
                  agreement,
                  goal,
                  limits,
                  steps,
                  exploring.ruledOut(agreement, steps, limit),
                  width,
                );
          const [way] = found.kind === 'found' ? found.plans : [];
          const file =
            options.save !== undefined && way !== undefined && way.length > 0 ? options.save : null;
          return {
            text: [...text, exploring.AS_ASKED],
            object: {
              goal,
              by,
              avoid: avoided,
              plan: found,
              withoutLimits: steps ?? null,
              saves: file,
            },
            code: found.kind === 'found' ? 0 : 1,
            save: async () => {
              if (file === null || way === undefined) return [];
              const id = file.replace(/^.*[/\\]/, '').replace(/\.ya?ml$/, '');
              const branch = exploring.wayAsBranch(
                standing,
                { id, title: `A way to ${goal}` },
                way.map((step) => step.event),
              );
              await saveBranch(context, holding, branch, file, options.force === true);
              return [`Saved ${file}: play it with phasegate play ${file}`];
            },
          };
        },
      ),
    );

  program
    .command('unblock')
    .argument('<gate>', 'a gate')
    .summary('which smallest sets of stages open a gate')
    .description(
      'Every smallest set of stages that would open a gate under all readings asked, all else as it is, with who could bring each about and whether events lead there.\nExit code: 0 when the gate is open or some set that events lead to opens it, 1 when not, 2 on an error.',
    )
    .option(...READING, collect)
    .option(...FROM)
    .addOption(json())
    .action(async (gate: string, options: ExploreOptions, command: Command) =>
      answer(
        command,
        options,
        async ({ exploring, agreement, standing, readings, long, width }) => {
          const gateId = known('gate', gate, agreement.gates.keys());
          const found = await long(
            exploring.unblock(agreement, gateId, exploring.standpointsOf(standing, readings)),
          );
          const opens = found.open || found.sets.some((set) => set.reachable === true);
          return {
            text: exploring.unblockText(agreement, found, width),
            object: { ...found },
            code: opens ? 0 : 1,
          };
        },
      ),
    );

  program
    .command('pivots')
    .argument('[gate]', 'compare the verdict of this gate; of all gates without it')
    .summary('which single leaf or claim a verdict turns on')
    .description(
      'Drops every condition and every claim behind a reading in turn, and says which verdicts change, and what can be reached that could not be, or no longer.\nExit code: 0, or 2 on an error.',
    )
    .option('--reading <id,...>', 'under each of these readings (default: each party’s)', collect)
    .option(
      '--goal <goal>',
      'whether this can be reached; may be repeated (default: each gate that is compared)',
      collect,
    )
    .option(...FROM)
    .addOption(json())
    .action(async (gate: string | undefined, options: ExploreOptions, command: Command) =>
      answer(
        command,
        options,
        async ({ exploring, agreement, standing, readings, long, width }) => {
          const gates =
            gate === undefined ? {} : { gates: [known('gate', gate, agreement.gates.keys())] };
          // Unless told otherwise: whether the gates that are compared could still be passed.
          const asked = options.goal ?? (gate === undefined ? [...agreement.gates.keys()] : [gate]);
          const goals = asked.map((text) => ({
            id: text,
            goal: exploring.goalAsked(agreement, text),
          }));
          const found = [];
          for (const [index, standpoint] of exploring
            .oneStandpointEach(standing, readings)
            .entries()) {
            // One after the other: each can be stopped.
            // oxlint-disable-next-line no-await-in-loop
            found.push({
              reading: readings[index] ?? '',
              answer: await long(exploring.pivots(agreement, { standpoint, goals, ...gates })),
            });
          }
          return {
            text: found.flatMap(({ reading, answer: each }) =>
              exploring.pivotsText(agreement, reading, each, width),
            ),
            object: { pivots: found.map(({ reading, answer: each }) => ({ reading, ...each })) },
            code: 0,
          };
        },
      ),
    );

  program
    .command('points-of-no-return')
    .argument('<goal>', 'a gate (to be passed), or region=stage')
    .summary('which events put a goal out of reach for good')
    .description(
      'The events after which a goal cannot be reached any more from some reachable state, in how many states, and the soonest.\nExit code: 0, or 2 on an error.',
    )
    .option('--reading <id,...>', 'under each of these readings (default: each party’s)', collect)
    .option(...FROM)
    .addOption(json())
    .action(async (goal: string, options: ExploreOptions, command: Command) =>
      answer(
        command,
        options,
        async ({ exploring, agreement, standing, readings, long, width }) => {
          const found = [];
          for (const [index, standpoint] of exploring
            .oneStandpointEach(standing, readings)
            .entries()) {
            // One after the other: each can be stopped.
            // oxlint-disable-next-line no-await-in-loop
            found.push({
              reading: readings[index] ?? '',
              answer: await long(
                exploring.noReturn(agreement, standpoint, exploring.goalAsked(agreement, goal)),
              ),
            });
          }
          return {
            text: found.flatMap(({ reading, answer: each }) => [
              `${agreement.readings.get(reading)?.title ?? reading}:`,
              ...exploring.noReturnText(agreement, goal, each, width),
            ]),
            object: {
              goal,
              points: exploring.plainNumbers(
                found.map(({ reading, answer: each }) => ({
                  reading,
                  ...each,
                  points: each.points.map((point) => ({
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

/** `, by A and B alone, without C`: the limits that the user set, empty where there are none. */
function spokenLimits(
  agreement: Agreement,
  by: readonly string[] | null,
  avoided: readonly string[],
): string {
  const alone =
    by === null ? '' : `, by ${listed(by.map((party) => partyTitle(agreement, party)))} alone`;
  return `${alone}${avoided.length === 0 ? '' : `, without ${listed(avoided)}`}`;
}
