import fs from 'node:fs';
import path from 'node:path';
import { listContent } from './list-content.ts';

/**
 * What can be seen of the content files in some folders without reading them: two states differ once a file was
 * changed, added or removed. (Asked for again and again it finds what a watcher of the system would, on every disk and
 * whichever way an editor saves.)
 */
export function folderState(folders: readonly string[]): string {
  const states = folders.flatMap((folder) => {
    const names = listContent(folder);
    if (names === null || !names.ok) return [`${folder} ${names === null ? 'missing' : 'unread'}`];
    return names.value.map((name) => stateOf(path.join(folder, name)));
  });
  return states.join('\n');
}

function stateOf(file: string): string {
  const stats = fs.statSync(file, { throwIfNoEntry: false, bigint: true });
  return stats === undefined
    ? `${file} missing`
    : `${file} ${stats.ino} ${stats.size} ${stats.mtimeNs} ${stats.ctimeNs}`;
}
