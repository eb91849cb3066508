import path from 'node:path';
import type { ContentData } from '../load/library.ts';
import type { Files } from '../load/open.ts';
import { listContent } from './list-content.ts';
import { readText } from './read-text.ts';

/**
 * Ways to look at files, those of an installed package among them: it has its agreements as the build left them, and no
 * files of them.
 *
 * @param top where names begin
 * @param packageFolder where the names of what was built begin
 * @param built what was built, by name; what is there is taken where nothing was
 */
export function builtFiles(
  top: string,
  packageFolder: string,
  built: Readonly<ContentData['files']>,
): Files {
  const inPackage = (name: string) =>
    path.relative(packageFolder, path.resolve(top, name)).split(path.sep).join('/');
  return {
    readFile: (name) => {
      const text = built[inPackage(name)]?.text;
      return text === undefined ? readText(path.resolve(top, name)) : { ok: true, value: text };
    },
    listFiles: (folder) => {
      const start = `${inPackage(folder)}/`;
      const names = Object.keys(built)
        .filter((each) => path.posix.dirname(each) === start.slice(0, -1))
        .map((each) => each.slice(start.length));
      return names.length > 0
        ? { ok: true, value: names.toSorted() }
        : listContent(path.resolve(top, folder));
    },
  };
}
