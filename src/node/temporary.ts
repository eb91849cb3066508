import fs from 'node:fs/promises';
import path from 'node:path';

/** Whose temporary files these are, and which of the others' are left behind. */
export interface Writer {
  /** The id of the process that writes. */
  readonly pid: number;
  /** Whether a process is still there; temporary files of those that are not are swept. */
  readonly isAlive: (pid: number) => boolean;
}

let count = 0;

/**
 * Writes a text into a temporary file beside its place and waits until it is on the disk. Nothing is left behind
 * where that fails.
 *
 * @returns the path of the temporary file
 */
export async function writeTemporary(
  place: string,
  text: string,
  { pid }: Writer,
  mode = 0o666,
): Promise<string> {
  const { temporary, file } = await openNew(path.dirname(place), pid, mode);
  try {
    await file.writeFile(text);
    await file.sync();
    await file.close();
  } catch (error) {
    await file.close().catch(() => undefined);
    await fs.rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
  return temporary;
}

/** A new file under a name that nothing has: a process with our id may have left one before it ended. */
async function openNew(
  folder: string,
  pid: number,
  mode: number,
): Promise<{ temporary: string; file: fs.FileHandle }> {
  for (;;) {
    count += 1;
    const temporary = path.join(folder, `.phasegate-${pid}-${count}.tmp`);
    try {
      return { temporary, file: await fs.open(temporary, 'wx', mode) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

/** Has the folder's entries on the disk as well; some systems cannot, and then the file's own content must do. */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await fs.open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch {
    // The file is in place already: failing now would say that it was not saved.
  }
}

/**
 * Gives a temporary file its name unless something has that name by now: unlike a rename, a link never replaces.
 *
 * @throws an error with the code EEXIST where the name is taken
 */
export async function claim(temporary: string, target: string): Promise<void> {
  try {
    await fs.link(temporary, target);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error;
    // A file system without links: an empty file claims the name first, and only its claimer renames over it.
    await (await fs.open(target, 'wx')).close();
    await fs.rename(temporary, target);
    return;
  }
  // It has its name: that its other one is still there is for the next sweep.
  await fs.rm(temporary, { force: true }).catch(() => undefined);
}

/** Removes temporary files of processes that ended before they could. */
export async function sweep(folder: string, { pid, isAlive }: Writer): Promise<void> {
  const names = await fs.readdir(folder).catch(() => []);
  for (const name of names) {
    const owner = Number(/^\.phasegate-(\d+)-\d+\.tmp$/.exec(name)?.[1]);
    if (Number.isNaN(owner) || owner === pid || isAlive(owner)) continue;
    await fs.rm(path.join(folder, name), { force: true }).catch(() => undefined);
  }
}
