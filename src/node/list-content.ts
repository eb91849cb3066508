import fs from 'node:fs';
import { type ReadResult, reasonOf } from './read-text.ts';

/**
 * The names of the YAML files in a folder, sorted by code unit so that every machine has the same order. Folders
 * inside it are not entered; hidden files are left out, since editors keep their own there.
 *
 * @returns null where there is no such folder
 */
export function listContent(folder: string): ReadResult<readonly string[]> | null {
  try {
    const names = fs
      .readdirSync(folder, { withFileTypes: true })
      .filter((entry) => !entry.isDirectory() && /^[^.].*\.ya?ml$/i.test(entry.name))
      .map((entry) => entry.name);
    return { ok: true, value: names.toSorted() };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    const [message, hint] = reasonOf(error);
    return { ok: false, error: { message, hint } };
  }
}
