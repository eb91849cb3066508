import fs from 'node:fs';
import path from 'node:path';
import { readText } from './read-text.ts';

/** In a folder of agreements, the names of those that come first, one a line. */
const ORDER_FILE = 'order.txt';

/**
 * The folders below a folder that hold an agreement; hidden ones are left out. Those that the folder's `order.txt` names
 * come first, in its order, and the others follow in that of their names. The first is the one that is looked at where
 * none is asked for.
 *
 * @param top what the names start from
 * @param home the folder, from there
 * @returns `home/name` for each; none where there is no such folder, or it cannot be read
 */
export function listAgreements(top: string, home: string): string[] {
  let names: string[];
  try {
    names = fs.readdirSync(path.join(top, home));
  } catch {
    // What was built is there all the same; and a folder that is in the way is reported when its files are read.
    return [];
  }
  const first = names.includes(ORDER_FILE) ? firstOf(path.join(top, home, ORDER_FILE)) : [];
  const known = [...first, ...names.filter((name) => !first.includes(name)).toSorted()];
  return known
    .filter((name) => names.includes(name) && !name.startsWith('.'))
    .filter((name) => fs.existsSync(path.join(top, home, name, 'agreement.yaml')))
    .map((name) => `${home}/${name}`);
}

/** The names in a file of them, each once; none where it cannot be read. */
function firstOf(file: string): string[] {
  const text = readText(file);
  return text.ok ? [...new Set(text.value.split(/\s+/))] : [];
}
