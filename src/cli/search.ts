import { type Command, Option } from 'commander';
import type { Moment } from '../model/moment.ts';
import type { ScenarioFile } from '../model/shapes/scenario.ts';
import type { Holding } from '../load/library.ts';
import type { Standpoint } from '../search/compile.ts';
import type { Goal } from '../search/goal.ts';
import type { Work } from '../search/work.ts';
import type { UnknownStages } from '../search/standpoints.ts';
import { type Block, line } from '../explain/document.ts';
import type { Searched } from '../explain/search-text.ts';
import { nothingPublishedText } from '../explain/moment-text.ts';
import { type AskedHolding, type Context, holdingOf } from './context.ts';
import type * as Searching from './exploring.ts';
import {
  type MomentOptions,
  momentOf,
  SCENARIO_NAME,
  withAssumptions,
  withClocks,
} from './moment.ts';
import { collect, type Finish, json } from './options.ts';
import { printBlocks, printJson, printLines } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** The options that all searching commands have. */
export interface SearchOptions extends MomentOptions {
  agreement?: string;
  from?: string;
  seconds?: string;
  reading?: string[];
  json?: boolean;
}

/**
 * The options of a command that searches on from a moment.
 *
 * @param otherwise where the search starts without --from
 */
export function withSearch(command: Command, otherwise = 'the end of the record'): Command {
  return withAssumptions(
    withClocks(
      command.option(
        '--from <scenario[@step|day]>',
        `where the search starts: ${SCENARIO_NAME} (default: ${otherwise})`,
      ),
    ),
  )
    .addOption(timeLimit())
    .addOption(json());
}

/** How long a piece of a command's work may take where the user says nothing else. */
const SECONDS = 10;

/** How long a search may take before it says what it has. */
function timeLimit(): Option {
  return new Option(
    '--seconds <n>',
    `stop after so many seconds of work, and say what was found by then; 0: never (default: ${SECONDS})`,
  );
}

/** A command that is about a goal. */
export function goalCommand(program: Command, name: string): Command {
  return program
    .command(name)
    .argument('<goal>', 'what is to come about: a gate or any event, or region=stage');
}

/** Under several readings at once. */
export function withReadingsAtOnce(command: Command): Command {
  return command.option(
    '--reading <id,...>',
    'under these readings at once (default: everyone, the parties together)',
    collect,
  );
}

/** Under each of several readings by itself. */
export function withEachReading(command: Command): Command {
  return command.option(
    '--reading <id,...>',
    'under each of these readings (default: each party’s)',
    collect,
  );
}

/** A whole number from 1 to 999. */
export function whole(option: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  if (!/^[1-9]\d{0,2}$/.test(text))
    throw new UsageError(
      'wrong-value',
      `${option} takes a whole number from 1 to 999, not "${text}"`,
      'write such a number, or leave the option out',
    );
  return Number(text);
}

/** What is loaded when a search is asked for. */
export type Exploring = typeof Searching;

/** What a search is given, and how it does its work. */
export interface Tools {
  readonly exploring: Exploring;
  readonly holding: AskedHolding;
  readonly agreement: Holding['agreement'];
  readonly moment: Moment;
  /** All that the moment's scenario can refer to. */
  readonly scenarios: ReadonlyMap<string, ScenarioFile>;
  readonly readings: string[];
  readonly long: <Result>(work: Work<Result>) => Promise<Result>;
}

/** What a search came to; or what is not known, where that is too much to search. */
export type Answer =
  | ({ readonly ok: true } & Found)
  | { readonly ok: false; readonly unknown: readonly UnknownStages[] };

export interface Found {
  /** What is not known and bears on the question, so that the answer does for all that it may be. */
  readonly unknown: readonly UnknownStages[];
  readonly text: readonly Block[];
  /** The same as JSON has it. */
  readonly object: object;
  readonly code: number;
  /** Saves what was found, once the answer is printed, and says where. */
  readonly save?: () => Promise<string[]>;
}

/** What a search for a goal is given beside: from where it starts, under all readings at once. */
export interface GoalTools extends Tools {
  readonly searched: Searched;
  readonly request: { readonly standpoints: readonly Standpoint[]; readonly goal: Goal };
}

/** Runs one search for a goal that is written as text, and prints its answer as {@link answerSearch} does. */
export async function answerGoal(
  context: Context,
  finish: Finish,
  command: Command,
  text: string,
  respond: (tools: GoalTools) => Promise<Omit<Found, 'unknown'>>,
): Promise<void> {
  await answerSearch(context, finish, command, async (tools) => {
    const { exploring, agreement, moment, readings } = tools;
    const goal = exploring.goalAsked(agreement, text);
    const from = exploring.standpointsOf(moment, readings, [goal]);
    if (!from.ok) return from;
    const searched = { moment, goal: text, readings };
    const request = { standpoints: from.standpoints, goal };
    const found = await respond({ ...tools, searched, request });
    return { ok: true, unknown: from.unknown, ...found };
  });
}

/**
 * Runs one search and prints its answer as text or JSON, with exit code 130 where the user stopped the work. Where
 * nothing had been published by the day that the user allows, that is the answer, and nothing is searched.
 */
export async function answerSearch(
  context: Context,
  finish: Finish,
  command: Command,
  respond: (tools: Tools) => Promise<Answer>,
): Promise<void> {
  const options = command.optsWithGlobals<SearchOptions>();
  const holding = await holdingOf(context, options.agreement, options.from);
  const exploring = await import('./exploring.ts');
  const asked = await momentOf(context, holding, options.from, options);
  const { agreement, moment, scenarios } = asked;
  const { terminal } = context;
  let stoppedAt: string | null = null;
  let isInterrupted = false;
  const seconds = options.seconds === '0' ? 0 : whole('--seconds', options.seconds, SECONDS);
  const long: Tools['long'] = async (work) => {
    const wasStopped = stoppedAt !== null;
    const done = await exploring.doLongWork(work, terminal, { seconds, wasStopped });
    stoppedAt ??= done.stoppedAt;
    isInterrupted ||= done.isInterrupted;
    return done.result;
  };
  const readings = exploring.readingsAsked(agreement, options.reading);
  const searched = { moment, readings };
  const answer = moment.nothingPublished
    ? null
    : await respond({ exploring, holding, agreement, moment, scenarios, readings, long });
  if (answer === null || !answer.ok) {
    const unknown = answer?.unknown ?? [];
    const why = answer === null ? 'nothingPublished' : 'tooMuchUnknown';
    const text =
      answer === null
        ? line(nothingPublishedText(moment))
        : exploring.tooMuchUnknownText(searched, unknown);
    if (options.json === true)
      await printJson(terminal, exploring.unansweredJson(searched, why, unknown));
    else await printBlocks(terminal, exploring.searchText(moment, text, stoppedAt, []));
    finish(1);
    return;
  }
  const { text, object, code, unknown, save } = answer;
  if (options.json === true)
    await printJson(terminal, exploring.searchJson(searched, object, stoppedAt, unknown));
  else await printBlocks(terminal, exploring.searchText(moment, text, stoppedAt, unknown));
  // What was found out is printed even where it cannot be saved.
  const saved = (await save?.()) ?? [];
  if (options.json !== true && saved.length > 0) await printLines(terminal, saved);
  finish(isInterrupted ? 130 : code);
}
