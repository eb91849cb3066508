import type { Command } from 'commander';
import { REPORTED } from '../../agreement/runner.ts';
import type { Standing } from '../../analysis/standing.ts';
import { standAt } from '../../analysis/standing.ts';
import type { Holding } from '../../content/library.ts';
import type { Work } from '../../explorer/work.ts';
import { envelope } from '../../report/envelope.ts';
import { recordLine } from '../../report/words.ts';
import type * as Searching from '../exploring.ts';
import { askedDay, askedStep, known } from '../asked.ts';
import { type Context, holdingOf, storyOf } from '../context.ts';
import { collect, type Finish, json, verbose } from '../options.ts';
import { printJson, printLines } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

interface ExploreOptions {
  agreement?: string;
  from?: string;
  reading?: string[];
  by?: string;
  avoid?: string[];
  alternatives?: string;
  free?: boolean;
  goal?: string[];
  slice?: string;
  format?: string;
  json?: boolean;
  verbose?: boolean;
}

/** Where a search starts: `SCENARIO`, `SCENARIO@STEP` or `SCENARIO@DAY`; the end of the default scenario where unsaid. */
async function standingFrom(
  context: Context,
  holding: Holding,
  from: string | undefined,
): Promise<Standing> {
  const split = from?.lastIndexOf('@') ?? -1;
  const name = split < 0 ? from : from?.slice(0, split);
  const at = split < 0 ? undefined : from?.slice(split + 1);
  const { agreement, story } = await storyOf(context, holding, name === '' ? undefined : name);
  const view = { asOf: null, knownBy: null, assume: [] };
  if (at === undefined) return standAt(agreement, story, view);
  if (/^\d{4}-/.test(at))
    return standAt(agreement, story, { ...view, asOf: askedDay('--from', at) });
  return standAt(agreement, story, view, undefined, askedStep(story, '--from', at));
}

function whole(option: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  if (!/^[1-9]\d{0,2}$/.test(text))
    throw new UsageError(`${option} takes a whole number from 1 to 999, not "${text}"`);
  return Number(text);
}

const FROM = [
  '--from <scenario[@step|day]>',
  'where the search starts (default: the end of the record)',
] as const;
const READING = [
  '--reading <id,...>',
  'under these readings at once (default: everyone, the parties together)',
] as const;

/**
 * The commands that search every reachable state: verify, plan, unblock, coalitions, veto, waits, pivots,
 * points-of-no-return and export. Each says whether its answer is COMPLETE or PARTIAL, and Ctrl-C stops it.
 */
export function addExplore(program: Command, context: Context, finish: Finish): void {
  /** Runs a search and prints its answer; exit code 130 where the user stopped it. */
  const answer = async (
    command: Command,
    options: ExploreOptions,
    respond: (
      tools: Tools,
    ) => Promise<{ text: readonly string[]; object: Record<string, unknown>; code: number }>,
  ): Promise<void> => {
    const holding = await holdingOf(context, command.optsWithGlobals<ExploreOptions>().agreement);
    const exploring = await import('../exploring.ts');
    const standing = await standingFrom(context, holding, options.from);
    let stopped = false;
    const long: Tools['long'] = async (work) => {
      const done = await exploring.doLongWork(work, context.terminal);
      stopped ||= done.stopped;
      return done.result;
    };
    const { agreement } = holding;
    const readings = exploring.readingsAsked(agreement, options.reading);
    const { text, object, code } = await respond({
      exploring,
      holding,
      agreement,
      standing,
      readings,
      long,
      width: context.terminal.width,
    });
    const last = standing.played.steps.at(-1)?.step.id ?? null;
    if (options.json === true) {
      const from = { scenario: standing.story.scenario.id, step: last, day: standing.day };
      await printJson(context.terminal, {
        ...envelope(agreement),
        from,
        readings,
        ...object,
        stopped,
      });
    } else {
      const place = `From scenario ${standing.story.scenario.id}, ${last === null ? 'before its first step' : `after step ${last}`}.`;
      await printLines(context.terminal, [
        ...(options.from === undefined && command.name() === 'verify' ? [] : [place]),
        ...text,
        recordLine(agreement),
      ]);
    }
    finish(stopped ? 130 : code);
  };

  program
    .command('verify')
    .argument('[property]', 'one property; all of them without it')
    .summary('whether the agreement’s properties hold in every reachable state')
    .description(
      'Counts the reachable states of each reading exactly and checks the agreement’s properties in all of them.\nExit code: 0 when all hold, 1 when one fails (a shortest counterexample is printed), 2 on an error.',
    )
    .option(
      '--reading <id,...>',
      'under these readings only (default: each reading in turn)',
      collect,
    )
    .addOption(json())
    .addOption(verbose())
    .action(async (property: string | undefined, options: ExploreOptions, command: Command) =>
      answer(command, options, async ({ exploring, holding, agreement, readings, long, width }) => {
        const asked = options.reading === undefined ? [...agreement.readings.keys()] : readings;
        const verified = await long(exploring.verifyAll(holding, property ?? null, asked));
        const verdicts = verified.properties.flatMap(({ answers }) =>
          answers.map((each) => each.answer.verdict),
        );
        return {
          text: exploring.verifyText(agreement, verified, {
            width,
            verbose: options.verbose === true,
          }),
          object: exploring.verifyJson(verified),
          code: verdicts.every((verdict) => verdict === 'holds') ? 0 : 1,
        };
      }),
    );

  program
    .command('plan')
    .argument('<goal>', 'a gate (to be passed), or region=stage')
    .summary('the shortest way to a goal that every reading asked recognises')
    .option(...READING, collect)
    .option(...FROM)
    .option('--by <party,...>', 'only these parties act')
    .option('--avoid <event|region=stage>', 'must not happen; may be repeated', collect)
    .option('--alternatives <n>', 'look for up to so many ways of that length')
    .option('--free', 'with --by: events of which no document says who controls them may happen')
    .addOption(json())
    .action(async (goal: string, options: ExploreOptions, command: Command) =>
      answer(
        command,
        options,
        async ({ exploring, agreement, standing, readings, long, width }) => {
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
          const found = await long(
            exploring.plan(agreement, {
              standpoints: exploring.standpointsOf(standing, readings),
              goal: exploring.goalAsked(agreement, goal),
              by,
              unstated: options.free === true ? 'free' : 'nobody',
              avoid: { events, stages },
              alternatives: whole('--alternatives', options.alternatives, 1),
            }),
          );
          return {
            text: exploring.planText(agreement, goal, readings, found, width),
            object: { goal, plan: found },
            code: found.kind === 'found' ? 0 : 1,
          };
        },
      ),
    );

  program
    .command('unblock')
    .argument('<gate>', 'a gate')
    .summary('which smallest sets of stages open a gate')
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
    .command('coalitions')
    .argument('<goal>', 'a gate (to be passed), or region=stage')
    .summary('which sets of parties can reach a goal on their own')
    .option(...READING, collect)
    .option(...FROM)
    .option('--free', 'events of which no document says who controls them may happen')
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
          const found = await long(
            exploring.coalitions(agreement, {
              ...request,
              ...(options.free === true ? { unstated: 'free' as const } : {}),
            }),
          );
          return {
            text: exploring.coalitionsText(agreement, goal, found, width),
            object: { goal, ...found },
            code: found.minimal.length > 0 ? 0 : 1,
          };
        },
      ),
    );

  program
    .command('veto')
    .argument('<goal>', 'a gate (to be passed), or region=stage')
    .summary('who can block a goal for good')
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
            text: exploring.vetoText(agreement, goal, found, width),
            object: { goal, ...found },
            code: 0,
          };
        },
      ),
    );

  program
    .command('waits')
    .summary('who waits for whom, and where that goes in a circle')
    .option(...FROM)
    .option('--later', 'also gates of events that cannot be taken yet')
    .addOption(json())
    .action(async (options: ExploreOptions & { later?: boolean }, command: Command) =>
      answer(command, options, async ({ exploring, agreement, standing, readings, width }) => {
        const standpoints = exploring.standpointsOf(standing, readings);
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

  program
    .command('pivots')
    .argument('[gate]', 'compare the verdict of this gate; of all gates without it')
    .summary('which single leaf or claim a verdict turns on')
    .option('--reading <id,...>', 'under each of these readings (default: each party’s)', collect)
    .option('--goal <goal>', 'also whether this can be reached; may be repeated', collect)
    .option(...FROM)
    .addOption(json())
    .action(async (gate: string | undefined, options: ExploreOptions, command: Command) =>
      answer(
        command,
        options,
        async ({ exploring, agreement, standing, readings, long, width }) => {
          const gates =
            gate === undefined ? {} : { gates: [known('gate', gate, agreement.gates.keys())] };
          const goals = (options.goal ?? []).map((text) => ({
            id: text,
            goal: exploring.goalAsked(agreement, text),
          }));
          const found = [];
          for (const [index, standpoint] of exploring.standpointsOf(standing, readings).entries()) {
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
    .option('--reading <id,...>', 'under each of these readings (default: each party’s)', collect)
    .option(...FROM)
    .addOption(json())
    .action(async (goal: string, options: ExploreOptions, command: Command) =>
      answer(
        command,
        options,
        async ({ exploring, agreement, standing, readings, long, width }) => {
          const found = [];
          for (const [index, standpoint] of exploring.standpointsOf(standing, readings).entries()) {
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
                found.map(({ reading, answer: each }) => ({ reading, ...each })),
              ),
            },
            code: 0,
          };
        },
      ),
    );

  program
    .command('export')
    .summary('the same transition system for other tools')
    .description(
      'Writes the transition system under one reading for SPIN, Murphi tools, mCRL2 or statechart tools.',
    )
    .requiredOption('--format <format>', 'promela, murphi, mcrl2, scxml or json')
    .option('--reading <id>', `one reading, or ${REPORTED} for no gates (default: ${REPORTED})`)
    .option('--slice <goal>', 'only what bears on this goal: its cone of influence')
    .option('--from <scenario[@step|day]>', 'start where this stands (default: the very beginning)')
    .action(
      async (
        options: { format: string; reading?: string; slice?: string; from?: string },
        command: Command,
      ) => {
        const holding = await holdingOf(
          context,
          command.optsWithGlobals<ExploreOptions>().agreement,
        );
        const { agreement } = holding;
        const exploring = await import('../exploring.ts');
        const reading = known('reading', options.reading ?? REPORTED, [
          ...agreement.readings.keys(),
          REPORTED,
        ]);
        const goal =
          options.slice === undefined ? null : exploring.goalAsked(agreement, options.slice);
        const start =
          options.from === undefined ? null : await standingFrom(context, holding, options.from);
        const [standpoint] =
          start === null
            ? [{ terms: { reading, day: agreement.recordEnds, waived: [] } }]
            : exploring.standpointsOf(start, [reading]);
        if (standpoint === undefined) return;
        const about = [
          `${agreement.title}, reading ${reading}, from ${options.from ?? 'the very beginning'}.`,
          recordLine(agreement),
        ];
        await context.terminal.write(
          exploring.exported(agreement, standpoint, options.format, goal, about),
        );
        finish(0);
      },
    );
}

/** What is loaded when a search is asked for. */
type Exploring = typeof Searching;

interface Tools {
  readonly exploring: Exploring;
  readonly holding: Holding;
  readonly agreement: Holding['agreement'];
  readonly standing: Standing;
  readonly readings: string[];
  readonly long: <Result>(work: Work<Result>) => Promise<Result>;
  readonly width: number;
}
