import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineAgreements } from '../load/define.ts';
import type { ContentData } from '../load/library.ts';
import type { Files } from '../load/open.ts';
import { builtFiles } from './built-files.ts';
import { listAgreements } from './list-agreements.ts';
import { readText } from './read-text.ts';

/** The agreements that ship with the package. */
export interface Shipped {
  /** Their folders by id, as full paths, be the folders there or only built in. */
  readonly folders: ReadonlyMap<string, string>;
  /** Ways to look at their files, and at any others. */
  readonly files: Files;
}

/**
 * The agreements of the package that a file lies in: from the package's folder as in a clone, else as the build left
 * them. There are none where the file has been bundled into another program.
 *
 * @param fileUrl of a file of the package
 */
export function shippedAround(fileUrl: string): Shipped {
  const folder = packageFolderAround(path.dirname(fileURLToPath(fileUrl)));
  if (folder === null) return { folders: new Map(), files: builtFiles('.', '.', {}) };
  const there = listAgreements(folder, 'machines');
  const content = there.length > 0 ? null : builtContent(folder);
  const files = builtFiles('.', folder, content?.files ?? {});
  const placeOf = (name: string) => path.join(folder, name).split(path.sep).join('/');
  const definitions =
    content?.definitions ?? defineAgreements(there, (name) => readText(path.join(folder, name)));
  return { folders: new Map(definitions.map((each) => [each.id, placeOf(each.folder)])), files };
}

function builtContent(packageFolder: string): ContentData | null {
  const text = readText(path.join(packageFolder, 'dist/content.json'));
  return text.ok ? (JSON.parse(text.value) as ContentData) : null;
}

/** The nearest folder above with the package's own package.json in it. */
function packageFolderAround(folder: string): string | null {
  for (let here = folder; ; here = path.dirname(here)) {
    const file = path.join(here, 'package.json');
    if (fs.existsSync(file)) {
      const text = readText(file);
      return text.ok && /^\s*"name": "phasegate",$/m.test(text.value) ? here : null;
    }
    if (here === path.dirname(here)) return null;
  }
}
