import fs from 'node:fs';
import path from 'node:path';
import { listContent } from './list-content.ts';

/** YAML files of a folder, and how many more there are than were asked for. */
export interface YamlFiles {
  readonly names: readonly string[];
  readonly more: number;
}

/**
 * The names of the regular YAML files in a folder, the one that was changed last first; none where the folder cannot be
 * read.
 *
 * @param most as many are named
 */
export function yamlFiles(folder: string, most: number): YamlFiles {
  const listed = listContent(folder);
  if (listed?.ok !== true) return { names: [], more: 0 };
  const found = listed.value.flatMap((name) => {
    const stats = fs.statSync(path.join(folder, name), { throwIfNoEntry: false });
    return stats?.isFile() === true ? [{ name, changed: stats.mtimeMs }] : [];
  });
  const names = found.toSorted((a, b) => b.changed - a.changed).map(({ name }) => name);
  return { names: names.slice(0, most), more: Math.max(0, names.length - most) };
}
