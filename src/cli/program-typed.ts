import path from 'node:path';

/**
 * The words that start the program where the user stands, so that a line it prints can be typed as it stands: by its
 * name it is no command in a clone.
 *
 * @param script the file that runs
 * @param env what npm has told it
 * @param folder where the user stands
 */
export function programTyped(
  script: string,
  env: Readonly<Record<string, string | undefined>>,
  folder: string,
): string {
  // npm names what it was asked for: its own `npx`, or the package's script `start`.
  if (['npx', 'start'].includes(env['npm_lifecycle_event'] ?? '')) return 'npx phasegate';
  const file = path.relative(folder, script);
  const isThere = !path.isAbsolute(file) && file.split(path.sep)[0] !== '..';
  // A folder's name may hold what means something to a shell.
  return isThere && /^[\w./\\-]+\.js$/.test(file) ? `node ${file}` : 'phasegate';
}
