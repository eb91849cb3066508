import { configFile, type ConfigFile } from '../model/shapes/config-file.ts';
import { type ParsedFile, parseFile } from '../load/parse.ts';
import { inOrder, type Problem } from '../load/problem.ts';
import { quote } from '../load/show.ts';
import { didYouMean } from '../load/suggest.ts';
import { boundKeys } from './bound-keys.ts';
import { keyName, keyNamed } from './key-names.ts';
import type { Key } from './keys.ts';
import { AS_IT_COMES, type Preferences } from './preferences.ts';
import { SCREENS } from './screens/index.ts';
import type { Screen } from './screens/screen.ts';

export type PreferencesRead =
  | { readonly ok: true; readonly preferences: Preferences }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Always leaves at once: whatever else goes wrong, that must not. */
const RESERVED = { id: 'interrupt', key: 'ctrl+c' } as const;

const KEY_FORM =
  'write a character, a name such as left, page-down, home, tab, enter, escape, delete or space, or ctrl- and a letter';

/**
 * Reads what a user has set once for all sessions.
 *
 * @param file the name that problems give
 */
export function readPreferences(file: string, text: string): PreferencesRead {
  // A file of nothing but comments sets nothing.
  if (text.split('\n').every((each) => /^\s*(?:#|$)/.test(each)))
    return { ok: true, preferences: AS_IT_COMES };
  const read = parseFile<ConfigFile>(file, text, configFile);
  if (!read.ok) return read;
  const { keys, problems } = keysIn(read.parsed);
  if (problems.length > 0) return { ok: false, problems: inOrder(problems) };
  const { colours, tones, mouse, ascii } = read.parsed.value;
  return {
    ok: true,
    preferences: { keys, colours, tones, mouse, ...(ascii === undefined ? {} : { ascii }) },
  };
}

/** The ids of everything that keys do, on whatever screen. */
function everyId(): ReadonlySet<string> {
  return new Set(
    Object.values(SCREENS).flatMap((screen: Pick<Screen, 'keys'>) =>
      screen.keys.map(({ id }) => id),
    ),
  );
}

function keysIn({ file, value, locate }: ParsedFile<ConfigFile>): {
  keys: ReadonlyMap<string, readonly Key[]>;
  problems: Problem[];
} {
  const problems: Problem[] = [];
  const keys = new Map<string, readonly Key[]>();
  const ids = everyId();
  const report = (
    path: readonly PropertyKey[],
    of: 'key' | 'value',
    problem: Pick<Problem, 'code' | 'message' | 'hint'>,
  ) => problems.push({ file, ...locate(path, of), ...problem });
  for (const [id, names] of Object.entries(value.keys)) {
    if (id === RESERVED.id) {
      report(['keys', id], 'key', {
        code: 'reserved-word',
        message: `${keyName(RESERVED.key, false)} always leaves at once`,
        hint: `leave ${id} out`,
      });
      continue;
    }
    if (!ids.has(id)) {
      report(['keys', id], 'key', {
        code: 'unknown-id',
        message: `nothing that keys do is called ${quote(id)}`,
        hint: didYouMean(id, ids) ?? '`phasegate help keys` lists what keys do over the panes',
      });
      continue;
    }
    const found: Key[] = [];
    for (const [index, name] of names.entries()) {
      const key = keyNamed(name);
      if (key === null)
        report(['keys', id, index], 'value', {
          code: 'wrong-form',
          message: `${quote(name)} is no key`,
          hint: KEY_FORM,
        });
      else if (key === RESERVED.key)
        report(['keys', id, index], 'value', {
          code: 'reserved-word',
          message: `${keyName(key, false)} always leaves at once, and does nothing else`,
          hint: 'choose another key',
        });
      else if (found.includes(key))
        report(['keys', id, index], 'value', {
          code: 'second-id',
          message: `${keyName(key, false)} a second time for ${id}`,
          hint: 'leave it out',
        });
      else found.push(key);
    }
    if (found.length > 0) keys.set(id, found);
  }
  if (problems.length === 0)
    for (const { id, other, key, title } of clashes(keys)) {
      const index = (value.keys[id] ?? []).findIndex((name) => keyNamed(name) === key);
      report(['keys', id, index], 'value', {
        code: 'at-odds',
        message: `${keyName(key, false)} stands for ${other} too, on the screen ${quote(title)}`,
        hint: `give ${id} another key, or ${other} as well`,
      });
    }
  return { keys, problems };
}

interface Clash {
  readonly id: string;
  readonly other: string;
  readonly key: Key;
  readonly title: string;
}

/** Two things for one key, on one screen: each pair once, under what the user has given that key. */
function clashes(keys: ReadonlyMap<string, readonly Key[]>): Clash[] {
  const found = new Map<string, Clash>();
  for (const screen of Object.values(SCREENS) as readonly Screen[]) {
    const taken = new Map<Key, string>();
    for (const binding of screen.keys)
      for (const key of boundKeys({ keys }, screen, binding)) {
        const before = taken.get(key);
        if (before === undefined) {
          taken.set(key, binding.id);
          continue;
        }
        const isOwn = keys.get(binding.id)?.includes(key) === true;
        const [id, other] = isOwn ? [binding.id, before] : [before, binding.id];
        const pair = [id, other, key].join(' ');
        if (!found.has(pair)) found.set(pair, { id, other, key, title: screen.title });
      }
  }
  return [...found.values()];
}
