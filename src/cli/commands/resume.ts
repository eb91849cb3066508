import type { Command } from 'commander';
import { momentAt, NOW } from '../../model/moment.ts';
import { BrokenReferenceError, tell } from '../../model/story.ts';
import { replayedBase } from '../../answer/replayed.ts';
import { commandLine } from '../../load/command-line.ts';
import { layersOf } from '../../load/layout.ts';
import { quote, show } from '../../load/show.ts';
import { isKeptOf } from '../kept-of.ts';
import { trueFolder } from '../../node/find-agreement.ts';
import type { FoundSession } from '../../node/session.ts';
import type { ScenarioFile } from '../../model/shapes/scenario.ts';
import type { SavedSession } from '../../model/saved-session.ts';
import { sessionsJson } from '../../explain/content-json.ts';
import { line, rows } from '../../explain/document.ts';
import { placeText } from '../../explain/place-text.ts';
import { playJson } from '../../explain/play-json.ts';
import { playText } from '../../explain/play-text.ts';
import { recordLine } from '../../explain/words.ts';
import { type AskedHolding, type Context, holdingOf } from '../context.ts';
import { examples } from '../examples.ts';
import { type Finish, json } from '../options.ts';
import { printBlocks, printJson } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

interface ResumeOptions {
  agreement?: string;
  list?: boolean;
  json?: boolean;
  ascii?: boolean;
  color?: boolean;
}

/** `resume [NUMBER]`: goes on with the newest session, or with one of those that `--list` gives. */
export function addResume(program: Command, context: Context, finish: Finish): void {
  program
    .command('resume')
    .argument('[number]', 'a session, as --list numbers them (default: the newest)')
    .summary('go on where a session ended, or was ended')
    .addHelpText('after', examples('phasegate resume --list'))
    .description(
      'Opens the terminal UI on the newest session, as it was at its last step: of the agreement named, or in whose folder you stand, else of any. Where there is no terminal it prints ' +
        'the transcript of the branch that the session was on.',
    )
    .option('--list', 'list the sessions that were kept')
    .addOption(json())
    .action(async (number: string | undefined, options: ResumeOptions, command: Command) => {
      const globals = command.optsWithGlobals<ResumeOptions>();
      const { sessions, notices } = await context.sessions();
      await warn(context, notices);
      if (options.list === true) {
        const holding = await holdingOf(context, globals.agreement);
        return list(context, holding, sessions, options.json === true);
      }
      const { holding, found } = await resumed(context, globals.agreement, sessions, number);
      const laboratory = context.laboratory(holding);
      const { session, notices: left } = await laboratory.fitting(found.session);
      await warn(context, left);
      if (context.terminal.isInteractive && options.json !== true) {
        const ascii = globals.ascii === true;
        // Its default stands before the command's name even where it is given behind it.
        const color = globals.color !== false && options.color !== false;
        finish(
          await context.openUi(holding, { scenario: null, ascii, color, laboratory, session }),
        );
        return;
      }
      const scenarios = withBranches(holding, session);
      const shown = scenarios.get(session.cursor.scenario);
      if (shown === undefined)
        throw new UsageError(
          'not-there',
          `the session was on ${session.cursor.scenario}, which is gone`,
          'on a terminal it goes on from the first scenario; `phasegate list scenarios` has those that are there',
        );
      const { agreement } = holding;
      const story = tell(shown, scenarios);
      const moment = momentAt(agreement, story, NOW);
      if (options.json === true) {
        await printJson(context.terminal, playJson(moment));
        return;
      }
      const base = replayedBase(agreement, story, scenarios);
      await printBlocks(context.terminal, playText(moment, { verbose: false }, base));
    });
}

/**
 * The session to go on with, and its agreement: the newest of the agreement that the user named or stands in, else the
 * newest of all. A session by its number brings its agreement along, unless another one was named.
 *
 * @throws UsageError where there is no such session, or its agreement is not the one that was named, or not at hand
 */
async function resumed(
  context: Context,
  asked: string | undefined,
  sessions: readonly FoundSession[],
  number: string | undefined,
): Promise<{ holding: AskedHolding; found: FoundSession }> {
  const numbered = sessions.find(({ revision }) => String(revision) === number);
  const first = number === undefined ? sessions[0] : numbered;
  // Whoever stands in an agreement's folder means that one; a number means the session alone.
  const isOwn = number === undefined && (await context.open(asked)).named !== null;
  const holding = await holdingOf(context, asked, isOwn ? undefined : first?.session);
  const own = (session: SavedSession) => isKeptOf(holding, session);
  // What was made on the agreement below is one of what is laid over it, as far as it still fits.
  const below = ({ agreement, folder }: SavedSession) =>
    layersOf(holding.definition)
      .slice(1)
      .some(
        (layer) =>
          layer.id === agreement &&
          (folder === null || folder === trueFolder(context.userPath(layer.folder))),
      );
  const { newestOf } = await import('../../node/session.ts');
  const found =
    number === undefined
      ? (newestOf(sessions, own, isWork) ?? newestOf(sessions, below, isWork) ?? undefined)
      : numbered;
  if (found !== undefined && own(found.session)) return { holding, found };
  if (found !== undefined && below(found.session)) {
    const text = `session ${found.revision} was kept of the agreement ${found.session.agreement}, which ${holding.definition.folder} is laid over`;
    await warn(context, [text]);
    return { holding, found };
  }
  const again = (...words: string[]) => commandLine(holding.call, 'resume', ...words);
  if (found === undefined && number !== undefined)
    throw new UsageError(
      'not-there',
      `there is no session ${quote(number)}`,
      `${again('--list')} lists them`,
    );
  if (first === undefined)
    throw new UsageError(
      'not-there',
      'no session was kept',
      'one is kept as soon as a branch is made in the UI',
    );
  const { agreement, folder } = first.session;
  const name = folder ?? agreement;
  const where = folder === null ? '' : `, in ${folder}`;
  throw new UsageError(
    'other-agreement',
    `${found === undefined ? `no session was kept of the agreement ${holding.agreement.id}; the newest` : `session ${found.revision}`} is of the agreement ${agreement}${where}`,
    commandLine({ ...holding.call, agreement: name }, 'resume', String(first.revision)),
  );
}

/** Whether something was done to the branches. */
function isWork({ branches, history }: SavedSession): boolean {
  return branches.length > 0 || history !== null;
}

async function warn(context: Context, notices: readonly string[]): Promise<void> {
  for (const notice of notices) await context.terminal.writeError(`phasegate: ${show(notice)}\n`);
}

async function list(
  context: Context,
  holding: AskedHolding,
  sessions: readonly FoundSession[],
  asJson: boolean,
): Promise<void> {
  const { agreement } = holding;
  if (asJson) {
    const entries = sessions.map(({ revision, savedAt, session }) => ({
      number: revision,
      savedAt,
      agreement: session.agreement,
      folder: session.folder,
      branches: session.branches.map(({ id, title }) => ({ id, title })),
      cursor: cursorOf(session),
      task: session.cursor.task ?? null,
      exercise: answeredOf(session),
    }));
    await printJson(context.terminal, sessionsJson(agreement, entries));
    return;
  }
  const table = sessions.map(({ revision, savedAt, session }) => [
    String(revision),
    savedAt.replace('T', ' ').slice(0, 16),
    session.folder === null ? session.agreement : `${session.agreement}, in ${session.folder}`,
    `${session.cursor.scenario}, ${placeText(session.cursor.position, stepsOf(holding, session))}`,
    [
      ...session.branches.map(({ title }) => title),
      ...taskText(session),
      ...exerciseText(session),
    ].join('; ') || 'no branches',
  ]);
  await printBlocks(context.terminal, [
    ...line(table.length === 0 ? 'No session was kept.' : ''),
    ...rows(table, { head: ['Number', 'Saved (UTC)', 'Agreement', 'At', 'Branches'] }),
    ...line(recordLine(agreement)),
  ]);
}

/** The scenarios of an agreement with the branches of a session among them. */
function withBranches(
  { scenarios }: AskedHolding,
  { branches }: SavedSession,
): Map<string, ScenarioFile> {
  return new Map([...scenarios, ...branches.map((branch) => [branch.id, branch] as const)]);
}

/** How many steps the scenario has that a session was on; null where it is of another agreement, or fits no more. */
function stepsOf(holding: AskedHolding, session: SavedSession): number | null {
  if (!isKeptOf(holding, session)) return null;
  const scenarios = withBranches(holding, session);
  const shown = scenarios.get(session.cursor.scenario);
  if (shown === undefined) return null;
  try {
    return tell(shown, scenarios).steps.length;
  } catch (error) {
    if (!(error instanceof BrokenReferenceError)) throw error;
    return null;
  }
}

function cursorOf({ cursor: { scenario, position, run } }: SavedSession) {
  return { scenario, position, run };
}

/** The exercise that is under way, and how far it is; null where none is. */
function answeredOf({ exercise }: SavedSession) {
  const underWay = exercise ?? null;
  return underWay === null
    ? null
    : { scenario: underWay.scenario, answered: underWay.answers.length };
}

function taskText({ cursor: { task } }: SavedSession): string[] {
  return task === undefined ? [] : [`a task on ${task.scenario}`];
}

function exerciseText(session: SavedSession): string[] {
  const underWay = answeredOf(session);
  return underWay === null
    ? []
    : [`an exercise on ${underWay.scenario}, ${underWay.answered} answered`];
}
