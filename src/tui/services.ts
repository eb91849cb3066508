import { exerciseOf } from '../answer/exercise.ts';
import { width } from '../draw/line.ts';
import { commandLine } from '../load/command-line.ts';
import { show } from '../load/show.ts';
import type { ScenarioFile } from '../model/shapes/scenario.ts';
import type { Laboratory } from '../node/laboratory.ts';
import type { FittingSession } from '../load/kept-session.ts';
import type { ReadError } from '../node/read-text.ts';
import type { OpenSession, SavedSession } from '../model/saved-session.ts';
import type { Reply } from './lab/answers.ts';
import { answeredSoFar, exerciseUnderWay } from './lab/exercising.ts';
import type { LabState } from '../lab/state.ts';
import { markedNow, taskUp } from '../lab/tasks.ts';
import { standalone } from '../lab/branches.ts';
import { broughtBack, keptLab } from '../lab/kept.ts';
import type { Beginning } from './reduce.ts';
import { type Session, told } from './session.ts';
import type { Request, State } from './state.ts';

/** What is kept of a session, so that it can be resumed: the branches, what was done to them, and where the user is. */
export function keptOf(agreement: string, state: State): OpenSession {
  // An exercise only borrows the cursor.
  const exercise = state.overlays.find((overlay) => overlay.kind === 'exercise');
  const { position } = exercise?.back ?? state;
  const underWay = exerciseUnderWay(state);
  return {
    agreement,
    ...keptLab({ ...state, position }),
    ...(underWay === null && !state.isExerciseEnded ? {} : { exercise: underWay }),
  };
}

/** Where a kept session goes on: the scenarios with its branches, what can be undone, and the place. */
export function resumed(
  scenarios: ReadonlyMap<string, ScenarioFile>,
  session: SavedSession,
): { scenarios: ReadonlyMap<string, ScenarioFile>; scenario: string; beginning: Beginning } {
  const { scenarios: all, branches, history } = broughtBack(scenarios, session);
  const { position, run, task = null, scenario } = session.cursor;
  const { exercise = null } = session;
  const beginning = { branches, position, run, task, exercise, showsFront: false, history };
  return { scenarios: all, scenario, beginning };
}

/** A kept session as the one on show goes on with it. */
function wentOn(
  scenarios: ReadonlyMap<string, ScenarioFile>,
  { session, notices }: FittingSession,
  replaces: boolean,
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
    replaces,
  };
}

/** Takes up a session that was kept, as far as it still fits. What was kept of the work on show stays its own. */
export async function goneOnWith(
  laboratory: Laboratory,
  scenarios: ReadonlyMap<string, ScenarioFile>,
  { session, replaces }: Extract<Request, { kind: 'goOn' }>,
): Promise<Reply> {
  const fitting = await laboratory.fitting(session);
  if (replaces) laboratory.keepApart();
  return wentOn(scenarios, fitting, replaces);
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

/** Writes the result of an exercise or of a task, in Markdown, and says what came of it. */
export async function resultSaved(
  laboratory: Laboratory | undefined,
  session: Session,
  state: LabState,
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
  const { of, who, place, replaces } = request;
  const [{ asMarkdown }, { hourText, resultText }, { taskResultText }] = await Promise.all([
    import('../draw/markdown.ts'),
    import('../explain/marked-text.ts'),
    import('../explain/task-result-text.ts'),
  ]);
  const taken = { who: who === '' ? null : who, when: hourText(now) };
  const token =
    of.kind === 'task' && state.branches.includes(state.scenario)
      ? await laboratory.tokenOf(standalone(state, state.scenario))
      : null;
  const again = token === null ? null : commandLine(session.call, 'play', token);
  const blocksOf = () => {
    if (of.kind === 'task') {
      const [set, marked] = [taskUp(session, state), markedNow(session, state)];
      return set === null || marked === null
        ? null
        : taskResultText(set.base.story, marked, taken, again);
    }
    const { story } = told(session, state.scenarios, of.scenario);
    const exercise = exerciseOf(session.agreement, story, session.runner);
    return exercise === null
      ? null
      : resultText(exercise, answeredSoFar(exercise, { answers: of.answers }), taken);
  };
  const blocks = blocksOf();
  if (blocks === null)
    return not(
      of.kind === 'task'
        ? 'No task is taken up any more.'
        : 'The scenario carries no questions any more.',
    );
  const text = `${asMarkdown(blocks)
    .map((each) => show(each))
    .join('\n')}\n`;
  const result = await laboratory.saveText(text, place, replaces);
  if (result.ok) return { kind: 'result', request, problem: null, exists: false };
  return not(said(result.error), result.exists && !replaces);
}

/** Keeps the session, and says what came of it. */
export async function keep(
  laboratory: Laboratory,
  session: OpenSession,
): Promise<Extract<Reply, { kind: 'kept' }>> {
  const error = await laboratory.keep(session);
  return { kind: 'kept', problem: error === null ? null : said(error) };
}

/** The user's scenario files; none where there is nothing to look for them with. */
export async function filesOf(laboratory: Laboratory | undefined): Promise<Reply> {
  const { files, more } = (await laboratory?.files()) ?? { files: [], more: 0 };
  const inLines = files.map((file) =>
    file.problem === undefined ? file : { ...file, problem: oneLine(file.problem) },
  );
  return { kind: 'files', found: { files: inLines, more } };
}

/** All work that was kept of the agreement. */
export async function sessionsOf(laboratory: Laboratory | undefined): Promise<Reply> {
  const found = (await laboratory?.sessions()) ?? { sessions: [], notices: [] };
  return { kind: 'sessions', found };
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
  const { branches, task, unkept, unsaved } = state;
  const problem = unsaved === null ? [] : [show(unsaved)];
  if (unkept !== null) return [...problem, show(`the session was not kept. ${unkept}`)];
  return branches.length === 0 && task === null && exerciseUnderWay(state) === null
    ? problem
    : [...problem, show(`the session is kept: \`${commandLine(call, 'resume')}\` goes on with it`)];
}

/** Words as a shell's screen takes them: broken at blanks, a command in one piece whatever its length. */
export function brokenAtWords(words: string, columns: number): string[] {
  const lines: string[] = [];
  for (const word of words.match(/(?:`[^`]*`|\S)+/g) ?? []) {
    const joined = `${lines.at(-1) ?? ''} ${word}`;
    if (lines.length > 0 && width(joined) <= columns) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines;
}

/** Opens a file or a token, and says what came of it. */
export async function openedFrom(
  laboratory: Laboratory | undefined,
  typed: string,
): Promise<Reply> {
  if (laboratory === undefined)
    return { kind: 'notOpened', typed, problem: 'Nothing can be opened here.' };
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
