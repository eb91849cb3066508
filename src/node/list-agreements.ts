import fs from 'node:fs';
import path from 'node:path';

/**
 * The folders below a folder that hold an agreement, in the order of their names; hidden ones are left out.
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
  return names
    .filter((name) => !name.startsWith('.'))
    .filter((name) => fs.existsSync(path.join(top, home, name, 'agreement.yaml')))
    .toSorted()
    .map((name) => `${home}/${name}`);
}
