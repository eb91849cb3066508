import fs from 'node:fs/promises';
import path from 'node:path';
import { type ReadError, readText } from './read-text.ts';
import { claim, sweep, syncFolder, type Writer, writeTemporary } from './temporary.ts';
import { writeReason } from './write-reason.ts';

/** What is to become of one file. */
export interface FileChange {
  readonly path: string;
  /** What it has to hold until then; null where it must not be there. */
  readonly before: string | null;
  /** What it is to hold; null where it is to go. */
  readonly after: string | null;
}

export type WriteResult =
  | { readonly ok: true }
  | {
      readonly ok: false;
      /** The file that it failed at. */
      readonly path: string;
      readonly error: ReadError;
      /** The files that had been changed by then; none in all but the rarest cases. */
      readonly changed: readonly string[];
    };

/**
 * Changes several files, all or none as far as a file system allows: every new text is on the disk, in a temporary
 * file beside its place, before the first takes its place, and files go last. A file that is no longer what it was
 * read as is never written over.
 */
export async function writeFiles(
  changes: readonly FileChange[],
  writer: Writer,
): Promise<WriteResult> {
  const waiting: { readonly change: FileChange; readonly temporary: string }[] = [];
  const changed: string[] = [];
  let current = '';
  try {
    for (const change of changes) {
      current = change.path;
      const error = await differs(change);
      if (error !== null) return { ok: false, path: current, error, changed };
    }
    for (const change of changes) {
      if (change.after === null) continue;
      current = change.path;
      const target = change.before === null ? current : await fs.realpath(current);
      await fs.mkdir(path.dirname(target), { recursive: true });
      await sweep(path.dirname(target), writer);
      const mode = change.before === null ? undefined : (await fs.stat(target)).mode & 0o777;
      const mark = change.before === null ? '' : await markOf(target);
      const temporary = await writeTemporary(target, mark + change.after, writer, mode);
      waiting.push({ change: { ...change, path: target }, temporary });
    }
    for (const { change, temporary } of waiting) {
      current = change.path;
      if (change.before === null) await claim(temporary, current);
      else await fs.rename(temporary, current);
      changed.push(current);
    }
    for (const change of changes) {
      if (change.after !== null) continue;
      current = change.path;
      await fs.rm(current);
      changed.push(current);
    }
    for (const folder of new Set(changes.map((change) => path.dirname(change.path))))
      await syncFolder(folder);
    return { ok: true };
  } catch (error) {
    for (const { temporary } of waiting)
      await fs.rm(temporary, { force: true }).catch(() => undefined);
    return { ok: false, path: current, error: reasonFor(error), changed };
  }
}

/** Why a file is not as it has to be before it is changed; null where it is. */
async function differs({ path: place, before }: FileChange): Promise<ReadError | null> {
  if (before === null) {
    const isThere = await fs.lstat(place).then(
      () => true,
      () => false,
    );
    return isThere ? IS_THERE : null;
  }
  const now = readText(place);
  if (!now.ok) return now.error;
  return now.value === before
    ? null
    : {
        message: 'was changed by somebody else meanwhile',
        hint: 'run the command again: it then works on the new text',
      };
}

/** The byte order mark that a text begins with, which whoever reads it does not see; empty where there is none. */
async function markOf(place: string): Promise<string> {
  const file = await fs.open(place);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(3), 0, 3, 0);
    const begin = buffer.subarray(0, bytesRead).toString('utf8');
    return begin === '\uFEFF' ? begin : '';
  } finally {
    await file.close();
  }
}

const IS_THERE: ReadError = { message: 'is there already', hint: 'choose another name' };

function reasonFor(error: unknown): ReadError {
  if ((error as NodeJS.ErrnoException).code === 'EEXIST') return IS_THERE;
  const [message, hint] = writeReason(error);
  return { message, hint };
}

/**
 * Writes a folder with all its files, or nothing: it grows under a temporary name and takes its own when it is whole.
 *
 * @param files by path from the folder
 */
export async function writeFolder(
  place: string,
  files: readonly { readonly path: string; readonly text: string }[],
  writer: Writer,
): Promise<WriteResult> {
  const parent = path.dirname(place);
  const temporary = path.join(parent, `.phasegate-${writer.pid}-${path.basename(place)}.tmp`);
  const failed = (error: ReadError): WriteResult => ({
    ok: false,
    path: place,
    error,
    changed: [],
  });
  try {
    const names = await fs.readdir(place).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error.code === 'ENOTDIR' ? Object.assign(error, { code: 'EEXIST' }) : error;
    });
    if (names !== null && names.length > 0)
      return failed({ message: 'is there already, and is not empty', hint: 'choose another name' });
    await fs.mkdir(parent, { recursive: true });
    await fs.rm(temporary, { recursive: true, force: true });
    for (const file of files) {
      const target = path.join(temporary, ...file.path.split('/'));
      await fs.mkdir(path.dirname(target), { recursive: true });
      await fs.writeFile(target, file.text, { flag: 'wx', flush: true });
    }
    // An empty folder gives way; one that has come into being meanwhile does not.
    await fs.rename(temporary, place);
    await syncFolder(parent);
    return { ok: true };
  } catch (error) {
    await fs.rm(temporary, { recursive: true, force: true }).catch(() => undefined);
    const { code } = error as NodeJS.ErrnoException;
    return failed(code === 'ENOTEMPTY' ? IS_THERE : reasonFor(error));
  }
}
