import fs from 'node:fs';
import path from 'node:path';
import { AGREEMENT_FILE } from '../load/layout.ts';
import { type ReadError, reasonOf } from './read-text.ts';

/** Whether a folder holds an agreement, right or wrong. */
export function holdsAgreement(folder: string): boolean {
  return fs.existsSync(path.join(folder, AGREEMENT_FILE));
}

/** Whether a path is a folder's. */
export function isFolder(place: string): boolean {
  try {
    return fs.statSync(place).isDirectory();
  } catch {
    // Whoever reads it then says why that cannot be.
    return false;
  }
}

/** The folder that holds an agreement: this one, or the nearest above it; null where there is none. */
export function nearestAgreement(folder: string): string | null {
  for (let here = path.resolve(folder); ; here = path.dirname(here)) {
    if (holdsAgreement(here)) return here;
    if (here === path.dirname(here)) return null;
  }
}

/** What is wrong with a path as the folder of an agreement; null where it holds one. */
export function whyNoAgreement(folder: string): ReadError | null {
  try {
    if (!fs.statSync(folder).isDirectory())
      return { message: 'is a file, not a folder', hint: 'name the folder of an agreement' };
    const names = fs.readdirSync(folder);
    return names.includes(AGREEMENT_FILE)
      ? null
      : { message: `holds no ${AGREEMENT_FILE}`, hint: null };
  } catch (error) {
    const [message, hint] = reasonOf(error);
    return { message, hint };
  }
}

/** What a folder is called, whatever names it: `.` and a link among them. */
export function trueName(folder: string): string {
  return path.basename(trueFolder(folder));
}

/** A folder by its one true name, so that two names of it can be told to be one; as it is where it is not there. */
export function trueFolder(folder: string): string {
  try {
    return fs.realpathSync(folder);
  } catch {
    return path.resolve(folder);
  }
}
