import { contentFolders } from '../load/layout.ts';
import { SCHEMAS_FOLDER } from '../load/schemas-folder.ts';
import { withMendFor } from '../load/mend-of.ts';
import { firstProblems, formatProblem, type Problem } from '../load/problem.ts';
import { show } from '../load/show.ts';
import { validateContent } from '../load/validate.ts';
import { isFolder } from '../node/find-agreement.ts';
import { folderState } from '../node/folder-state.ts';
import type { Context } from './context.ts';
import type { Desk } from './desk.ts';
import { printLines } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** How the world is watched, and until when. */
export interface Watch {
  /** The time of day, for people. */
  readonly now: () => string;
  /** Waits until it is worth to look again. */
  readonly pause: () => Promise<void>;
  readonly isOver: () => boolean;
}

/**
 * Checks an agreement, and again after each change to its files, those that come and go included; a file that is still
 * being written is waited for.
 *
 * @throws UsageError where there is no such agreement to begin with
 */
export async function watchContent(
  context: Pick<Context, 'desk' | 'terminal' | 'userPath'>,
  asked: string | undefined,
  { now, pause, isOver }: Watch,
): Promise<void> {
  let desk = await context.desk(asked);
  const stateNow = () => folderState(contentFolders(desk.definition).map(desk.placeOf));
  let seen = stateNow();
  const folders = contentFolders(desk.definition).map(show).join(', ');
  await printLines(context.terminal, [
    `Watching ${desk.definition.id} in ${folders}; q or Ctrl-C ends it.`,
  ]);
  await printLines(context.terminal, stamped(now(), await checkedWithSchemas(desk)));
  while (!isOver()) {
    await pause();
    const state = stateNow();
    if (state === seen) continue;
    // What changes still from one look to the next is not written to its end.
    await pause();
    if (isOver() || stateNow() !== state) continue;
    seen = state;
    const lines = await lookAgain();
    await printLines(context.terminal, stamped(now(), lines));
  }

  async function lookAgain(): Promise<string[]> {
    try {
      desk = await context.desk(asked);
      // Its own file may say by now that its content is in other folders.
      seen = stateNow();
      return await checkedWithSchemas(desk);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      return [error.message, ...(error.hint === null ? [] : [`  ${show(error.hint)}`])];
    }
  }
}

function stamped(time: string, [first = '', ...more]: readonly string[]): string[] {
  return [`${time}  ${first}`, ...more];
}

/** As {@link checked}; schemas that were written for editors know the ids that there are by now. */
async function checkedWithSchemas(desk: Desk): Promise<string[]> {
  const lines = checked(desk);
  if (!hasSchemas(desk)) return lines;
  const { refreshSchemas } = await import('./schemas-written.ts');
  const count = await refreshSchemas(desk);
  return count === 0 ? lines : [...lines, `brought ${counted(count, 'schema')} up to date`];
}

function hasSchemas({ definition, placeOf }: Desk): boolean {
  return isFolder(placeOf(`${definition.folder}/${SCHEMAS_FOLDER}`));
}

/** The verdict in a line, and a line or two for each problem and notice. */
function checked({ definition, call, texts, memory, problems: unread }: Desk): string[] {
  const { problems, notices, dossiers } = validateContent([definition], texts, { memory });
  memory.forgetUnused();
  const all = [...unread, ...problems];
  const scenarios = dossiers.reduce((sum, dossier) => sum + dossier.scenarios.length, 0);
  const verdict =
    all.length === 0
      ? `${definition.id}: all is right in ${counted(texts.size, 'file')}, ${counted(scenarios, 'scenario')} among them`
      : `${definition.id}: ${counted(all.length, 'problem')}`;
  const mended = (of: readonly Problem[]) => of.map((each) => withMendFor(each, call));
  const { lines, more } = firstProblems(mended(all));
  const rest = more === 0 ? [] : [`${counted(more, 'more problem')} not shown`];
  const noticed = mended(notices).flatMap((each) => `notice: ${formatProblem(each)}`.split('\n'));
  return [verdict, ...lines, ...rest, ...noticed];
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
