import { commandLine } from '../load/command-line.ts';
import { type ChangedText, unifiedDiff } from '../load/unified-diff.ts';
import type { FileChange } from '../node/write-files.ts';
import type { Context } from './context.ts';
import type { Desk } from './desk.ts';
import { show } from '../load/show.ts';
import { printLines } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** How a command that changes files was asked to go about it. */
export interface ChangeOptions {
  readonly write?: boolean;
  readonly check?: boolean;
}

/** What a command is about to change, and what it says of it. */
export interface ProposedChange {
  readonly changes: readonly ChangedText[];
  /** What is said where nothing would change. */
  readonly unchanged: string;
  /** Whether files by name are enough to say what is written or was checked. */
  readonly isForm?: boolean;
  /** The command's words, as they are typed again with `--write`. */
  readonly words: readonly string[];
}

/**
 * Shows the changes as a difference to be read, and writes them where that is asked for: all of them or none.
 *
 * @returns the exit code: 1 where something would change and it was only to be checked
 */
export async function propose(
  { terminal }: Pick<Context, 'terminal'>,
  desk: Desk,
  { changes, unchanged, words, isForm = false }: ProposedChange,
  { write, check }: ChangeOptions,
): Promise<number> {
  if (write === true && check === true)
    throw new UsageError('keys-at-odds', '--write and --check at once', 'leave one of the two out');
  const real = changes.filter(
    ({ path, newPath = path, before, after }) => before !== after || path !== newPath,
  );
  if (real.length === 0) {
    await printLines(terminal, [unchanged]);
    return 0;
  }
  const namesOnly = isForm && (write === true || check === true);
  if (!namesOnly) await printLines(terminal, real.flatMap(unifiedDiff));
  else
    await printLines(
      terminal,
      real.map(({ path }) => show(path)),
    );
  const files = `${real.length} ${real.length === 1 ? 'file' : 'files'}`;
  if (write !== true) {
    const again = commandLine(desk.call, ...words, '--write');
    await printLines(terminal, ['', `Nothing is written yet. To write ${files}: ${again}`]);
    return check === true ? 1 : 0;
  }
  await desk.write(real.flatMap(fileChanges));
  await printLines(terminal, ['', `Wrote ${files}.`]);
  return 0;
}

function fileChanges({ path, newPath = path, before, after }: ChangedText): FileChange[] {
  if (path === newPath) return [{ path, before, after }];
  return [
    { path: newPath, before: null, after },
    { path, before, after: null },
  ];
}
