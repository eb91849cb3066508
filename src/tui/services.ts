import { exerciseOf } from '../answer/exercise.ts';
import { commandLine } from '../load/command-line.ts';
import { show } from '../load/show.ts';
import type { ScenarioFile } from '../model/shapes/scenario.ts';
import {
  type KeptHistory,
  type OpenBench,
  type OpenEntry,
  packed,
  unpacked,
} from '../node/kept-history.ts';
import type { FittingSession, Laboratory } from '../node/laboratory.ts';
import type { ReadError } from '../node/read-text.ts';
import type { OpenSession, SavedSession } from '../node/session.ts';
import type { Reply } from './lab/answers.ts';
import { answeredSoFar, exerciseUnderWay } from './lab/exercising.ts';
import { dayText } from '../model/day-words.ts';
import { type Entry, type History, NOTHING_DONE } from '../lab/history.ts';
import type { Beginning } from './reduce.ts';
import { type Session, told } from './session.ts';
import type { Request, State } from './state.ts';

/** What is kept of a session, so that it can be resumed: the branches, what was done to them, and where the user is. */
export function keptOf(agreement: string, state: State): OpenSession {
  const { scenarios, branches, scenario, run, history, task } = state;
  // An exercise only borrows the cursor.
  const exercise = state.overlays.find((overlay) => overlay.kind === 'exercise');
  const { position } = exercise?.back ?? state;
  const entries = history.entries.slice(
    Math.max(0, history.done - MOST_UNDONE),
    history.done + MOST_UNDONE,
  );
  const done = Math.min(history.done, MOST_UNDONE);
  const underWay = exerciseUnderWay(state);
  return {
    agreement,
    branches: branches.flatMap((id) => scenarios.get(id) ?? []),
    cursor: { scenario, position, run, ...(task === null ? {} : { task }) },
    history: entries.length === 0 ? null : packed(entries.map(openEntry), done),
    ...(underWay === null && !state.isExerciseEnded ? {} : { exercise: underWay }),
  };
}

/** As many things done are kept for undo, and as many undone for redo, as the next start can check in a second. */
const MOST_UNDONE = 300;

function openEntry({ label, before, after }: Entry): OpenEntry {
  const open = ({ bench, place }: Entry['before']): OpenBench => ({
    branches: bench.branches.flatMap((id) => bench.scenarios.get(id) ?? []),
    scenario: place.scenario,
    position: place.position,
  });
  return { label, before: open(before), after: open(after) };
}

/** Where a kept session goes on: the scenarios with its branches, what can be undone, and the place. */
export function resumed(
  scenarios: ReadonlyMap<string, ScenarioFile>,
  { branches, cursor, history, exercise = null }: SavedSession,
): { scenarios: ReadonlyMap<string, ScenarioFile>; scenario: string; beginning: Beginning } {
  const all = withBranches(scenarios, branches);
  const { position, run, task = null } = cursor;
  const own = branches.map(({ id }) => id);
  const beginning = {
    branches: own,
    position,
    run,
    task,
    exercise,
    showsFront: false,
    history: history === null ? NOTHING_DONE : historyOf(scenarios, history),
  };
  return { scenarios: all, scenario: cursor.scenario, beginning };
}

/** A kept session as the one on show goes on with it. */
export function wentOn(
  scenarios: ReadonlyMap<string, ScenarioFile>,
  { session, notices }: FittingSession,
): Extract<Reply, { kind: 'wentOn' }> {
  const { scenarios: all, scenario, beginning } = resumed(scenarios, session);
  const { branches, history, position, run, task, exercise } = beginning;
  return {
    kind: 'wentOn',
    bench: { scenarios: all, branches },
    history,
    task,
    exercise,
    spot: { scenario, position },
    run,
    notices,
  };
}

function withBranches(
  scenarios: ReadonlyMap<string, ScenarioFile>,
  branches: readonly ScenarioFile[],
): ReadonlyMap<string, ScenarioFile> {
  const all = new Map(scenarios);
  for (const branch of branches) all.set(branch.id, branch);
  return all;
}

function historyOf(scenarios: ReadonlyMap<string, ScenarioFile>, kept: KeptHistory): History {
  const { entries, done } = unpacked(kept);
  const side = ({ branches, scenario, position }: OpenBench): Entry['before'] => ({
    bench: {
      scenarios: withBranches(scenarios, branches),
      branches: branches.map(({ id }) => id),
    },
    place: { scenario, position },
  });
  return {
    done,
    entries: entries.map(({ label, before, after }) => ({
      label,
      before: side(before),
      after: side(after),
    })),
  };
}

/** Saves a branch, and says what came of it. */
export async function saved(
  laboratory: Laboratory,
  { scenario, branch, place, replaces }: Extract<Request, { kind: 'save' }>,
): Promise<Reply> {
  const result = await laboratory.save(scenario, place, replaces);
  if (result.ok) return { kind: 'saved', branch, place };
  if (result.exists && !replaces) return { kind: 'exists', branch, place };
  return { kind: 'notSaved', branch, place, problem: said(result.error) };
}

/** Writes the result of an exercise, in Markdown, and says what came of it. */
export async function resultSaved(
  laboratory: Laboratory | undefined,
  session: Session,
  { scenarios }: Pick<State, 'scenarios'>,
  request: Extract<Request, { kind: 'result' }>,
  now: Date,
): Promise<Reply> {
  const not = (problem: string, exists = false): Reply => ({
    kind: 'result',
    request,
    problem,
    exists,
  });
  if (laboratory === undefined) return not('Nothing can be saved here.');
  const { scenario, answers, who, place, replaces } = request;
  const { story } = told(session, scenarios, scenario);
  const [{ asMarkdown }, { resultText }] = await Promise.all([
    import('../draw/markdown.ts'),
    import('../explain/marked-text.ts'),
  ]);
  const exercise = exerciseOf(session.agreement, story, session.runner);
  if (exercise === null) return not('The scenario carries no questions any more.');
  const taken = { who: who === '' ? null : who, when: hourText(now) };
  const blocks = resultText(exercise, answeredSoFar(exercise, { answers }), taken);
  const text = `${asMarkdown(blocks)
    .map((each) => show(each))
    .join('\n')}\n`;
  const result = await laboratory.saveText(text, place, replaces);
  if (result.ok) return { kind: 'result', request, problem: null, exists: false };
  return not(said(result.error), result.exists && !replaces);
}

/** A day and an hour by the clock of who reads it: `26 Nov 2026, 21:40`. */
function hourText(now: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return `${dayText(day)}, ${two(now.getHours())}:${two(now.getMinutes())}`;
}

/** Keeps the session, and says what came of it. */
export async function keep(
  laboratory: Laboratory,
  session: OpenSession,
): Promise<Extract<Reply, { kind: 'kept' }>> {
  const error = await laboratory.keep(session);
  return { kind: 'kept', problem: error === null ? null : said(error) };
}

/** A token for each branch. */
export async function tokensOf(
  laboratory: Laboratory | undefined,
  scenarios: ReadonlyMap<string, ScenarioFile>,
): Promise<Reply> {
  const tokens = await Promise.all(
    [...scenarios].map(
      async ([id, scenario]) => [id, (await laboratory?.tokenOf(scenario)) ?? ''] as const,
    ),
  );
  return { kind: 'tokens', tokens: Object.fromEntries(tokens) };
}

/** What is said once the screen is left: a session to go on with, what was not saved, nothing for who only looked. */
export function partingWords({ call }: Session, state: State): string[] {
  const { branches, unkept, unsaved } = state;
  const problem = unsaved === null ? [] : [show(unsaved)];
  if (unkept !== null) return [...problem, show(`the session was not kept. ${unkept}`)];
  return branches.length === 0 && exerciseUnderWay(state) === null
    ? problem
    : [...problem, show(`the session is kept: \`${commandLine(call, 'resume')}\` goes on with it`)];
}

/** Opens a file or a token, and says what came of it. */
export async function openedFrom(laboratory: Laboratory, typed: string): Promise<Reply> {
  const result = await laboratory.open(unquoted(typed));
  return result.ok
    ? { kind: 'opened', scenario: result.scenario }
    : { kind: 'notOpened', typed, problem: oneLine(result.problems[0] ?? 'It cannot be read.') };
}

/** A path or a token without the quotes in which a command line has it. */
function unquoted(typed: string): string {
  return /^\s*(["'])(.*)\1\s*$/s.exec(typed)?.[2] ?? typed;
}

/** Why it failed comes first: the place stands in the prompt. */
function said({ message, hint }: ReadError): string {
  return oneLine(`It ${message}${hint === null ? '' : `; ${hint}`}.`);
}

function oneLine(message: string): string {
  return message.replaceAll(/\s*\n\s*/g, '; ');
}
