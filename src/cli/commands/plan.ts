import type { Command } from 'commander';
import { commandLine } from '../../load/command-line.ts';
import { askedEvent, known, separated } from '../asked.ts';
import type { Context } from '../context.ts';
import { examples } from '../examples.ts';
import { collect, type Finish } from '../options.ts';
import { saveBranch } from '../save-branch.ts';
import {
  answerSearch,
  goalCommand,
  type SearchOptions,
  whole,
  withReadingsAtOnce,
  withSearch,
} from '../search.ts';

interface PlanOptions extends SearchOptions {
  by?: string[];
  avoid?: string[];
  alternatives?: string;
  free?: boolean;
  save?: string;
  force?: boolean;
}

/** `plan GOAL`: the shortest path to a goal that no reading asked refuses. */
export function addPlan(program: Command, context: Context, finish: Finish): void {
  const command = goalCommand(program, 'plan')
    .summary('the shortest path to a goal that no reading asked refuses')
    .addHelpText(
      'after',
      examples(
        'phasegate plan phaseTwo',
        'phasegate plan -A accord phase=phaseTwo --by party-a,party-b --save path.yaml',
      ),
    )
    .description(
      'Finds the fewest events that lead to a goal and that no reading asked refuses, or says why there are none.\n' +
        'Exit code: 0 when there is a path, or one from each state that is possible here; 1 when there is none, or when that depends on something that is not known here; 2 on an error.',
    )
    .option('--by <party,...>', 'only these parties act; may be repeated', collect)
    .option('--avoid <event|region=stage,...>', 'must not happen; may be repeated', collect)
    .option('--alternatives <n>', 'show up to this many paths of that length')
    .option('--free', 'with --by: let events happen of which no document says who controls them')
    .option('--save <file>', 'save the path as a scenario that can be played')
    .option('--force', 'replace the file if it is there');
  withSearch(withReadingsAtOnce(command)).action(async (text: string, options: PlanOptions) =>
    answerSearch(
      context,
      finish,
      command,
      async ({ exploring, holding, agreement, moment, scenarios, readings, long }) => {
        const goal = exploring.goalAsked(agreement, text);
        const from = exploring.standpointsOf(moment, readings, [goal]);
        if (!from.ok) return from;
        const by =
          options.by
            ?.flatMap((each) => each.split(','))
            .map((party) => known('party', party.trim(), agreement.parties.keys())) ?? null;
        const avoided = separated(options.avoid ?? []);
        const events = avoided
          .filter((each) => !each.includes('='))
          .map((each) => askedEvent(agreement, each).id);
        const stages = avoided
          .filter((each) => each.includes('='))
          .map((each) => exploring.stageAsked(agreement, each));
        const request = {
          standpoints: from.standpoints,
          goal,
          alternatives: whole('--alternatives', options.alternatives, 1),
        };
        const limit = {
          by,
          unstated: options.free === true ? ('free' as const) : ('nobody' as const),
          avoid: { events, stages },
        };
        const found = await long(exploring.plan(agreement, { ...request, ...limit }));
        const limits = exploring.limitsText(agreement, by, avoided);
        // Where a limit is why there is none, no reading's demand is to blame; what the path without it takes says more.
        const free =
          (found.kind === 'impossible' || found.kind === 'fromNone') && limits !== ''
            ? await long(exploring.plan(agreement, request))
            : null;
        const [steps] = free?.kind === 'found' ? free.plans : [];
        const searched = { moment, goal: text, readings };
        const told =
          steps === undefined
            ? // Where there is none without the limit either, the limit is not why.
              exploring.planText(
                searched,
                free ?? found,
                free === null ? limits : `${limits}, nor one without that limit`,
              )
            : exploring.limitedText(
                searched,
                limits,
                steps,
                exploring.ruledOut(agreement, steps, limit),
              );
        const [way] = found.kind === 'found' ? found.plans : [];
        const file =
          options.save !== undefined && way !== undefined && way.length > 0 ? options.save : null;
        return {
          ok: true,
          unknown: from.unknown,
          text: told,
          object: exploring.planJson(searched, found, {
            by,
            avoid: avoided,
            withoutLimits: steps ?? null,
            saves: file,
          }),
          code: CODES[found.kind],
          save: async () => {
            if (file === null || way === undefined) return [];
            const id = file.replace(/^.*[/\\]/, '').replace(/\.ya?ml$/, '');
            const branch = exploring.wayAsBranch(
              { moment, scenarios },
              holding.scenarios,
              { id, title: `A path to ${text}` },
              way.map((step) => step.event),
            );
            await saveBranch(context.laboratory(holding), branch, file, options.force === true);
            return [`Saved ${file}: play it with ${commandLine(holding.call, 'play', file)}`];
          },
        };
      },
    ),
  );
}

const CODES = {
  found: 0,
  fromEach: 0,
  fromSome: 1,
  fromNone: 1,
  impossible: 1,
  unfinished: 1,
} as const;
