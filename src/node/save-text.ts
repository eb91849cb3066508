import fs from 'node:fs/promises';
import path from 'node:path';
import type { ReadError } from './read-text.ts';
import { claim, sweep, syncFolder, type Writer, writeTemporary } from './temporary.ts';
import { writeReason } from './write-reason.ts';

/** Whether a file was saved; if not, why, and whether that is for another that has its name. */
export type SaveResult =
  | { readonly ok: true }
  /** `exists` where a file is there already and was not to be replaced; it stands as it was. */
  | { readonly ok: false; readonly exists: boolean; readonly error: ReadError };

/**
 * Saves a text so that at every moment, a crash or a full disk included, its place holds either the old file or the
 * whole new one: a temporary file beside it is written out and then takes the place.
 *
 * @param replace whether a file that is there may be replaced; otherwise it is never touched, not even one that comes
 *   into being meanwhile
 * @returns why it could not be saved, in which case the old file stands
 */
export async function saveText(
  place: string,
  text: string,
  { replace, writer }: { readonly replace: boolean; readonly writer: Writer },
): Promise<SaveResult> {
  let temporary: string | null = null;
  try {
    const { target, mode } = await targetOf(place);
    if (target === null)
      return refused(['is not a file that can be replaced', 'save it elsewhere']);
    if (mode !== null && !replace) return existing();
    const folder = path.dirname(target);
    await sweep(folder, writer);
    temporary = await writeTemporary(target, text, writer, mode ?? undefined);
    if (replace) await fs.rename(temporary, target);
    else await claim(temporary, target);
    await syncFolder(folder);
    return { ok: true };
  } catch (error) {
    if (temporary !== null) await fs.rm(temporary, { force: true }).catch(() => undefined);
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return existing();
    return refused(writeReason(error));
  }
}

/** Where the text goes, links followed, and the mode of the file there; no target where something else is there. */
async function targetOf(place: string): Promise<{ target: string | null; mode: number | null }> {
  try {
    const target = await fs.realpath(place);
    const stats = await fs.stat(target);
    if (stats.isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
    return { target: stats.isFile() ? target : null, mode: stats.mode & 0o777 };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return { target: place, mode: null };
  }
}

function existing(): SaveResult {
  return {
    ok: false,
    exists: true,
    error: {
      message: 'is there already',
      hint: 'choose another name',
    },
  };
}

function refused([message, hint]: [string, string | null]): SaveResult {
  return { ok: false, exists: false, error: { message, hint } };
}

/** Makes a folder for the program's own files, for this user's eyes only; false where it cannot be made. */
export async function makeFolder(folder: string): Promise<boolean> {
  try {
    await fs.mkdir(folder, { recursive: true, mode: 0o700 });
    return true;
  } catch {
    return false;
  }
}
