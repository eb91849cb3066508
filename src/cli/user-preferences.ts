import path from 'node:path';
import { readText } from '../node/read-text.ts';
import type { Preferences } from '../tui/preferences.ts';
import { ContentError } from './context.ts';

/**
 * The file in which a user sets things once for all sessions: `$XDG_CONFIG_HOME/phasegate/config.yaml`, else
 * `~/.config/phasegate/config.yaml` (XDG Base Directory Specification 0.8, which has relative paths ignored); null
 * without a home.
 */
export function configFileOf(
  env: Readonly<Record<string, string | undefined>>,
  home: string,
): string | null {
  const given = env['XDG_CONFIG_HOME'];
  if (given !== undefined && path.isAbsolute(given)) return path.join(given, ...IN_FOLDER);
  return path.isAbsolute(home) ? path.join(home, '.config', ...IN_FOLDER) : null;
}

const IN_FOLDER = ['phasegate', 'config.yaml'] as const;

/**
 * What is set there; as the program comes where there is no such file.
 *
 * @throws ContentError where something is wrong with it
 */
export async function preferencesAt(place: string | null): Promise<Preferences> {
  const { AS_IT_COMES } = await import('../tui/preferences.ts');
  if (place === null) return AS_IT_COMES;
  const text = readText(place);
  if (!text.ok) {
    const { message, hint } = text.error;
    if (message === 'is not there') return AS_IT_COMES;
    throw new ContentError(
      [{ file: place, line: null, column: null, code: 'cannot-read', message, hint }],
      'your settings',
    );
  }
  const { readPreferences } = await import('../tui/read-preferences.ts');
  const read = readPreferences(place, text.value);
  if (!read.ok) throw new ContentError(read.problems, 'your settings');
  return read.preferences;
}
