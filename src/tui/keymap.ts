import { type Action, type Binding, KEY_GROUPS } from './bindings.ts';
import { EXERCISE_KEYS } from './bindings-exercise.ts';
import { FRONT_KEYS } from './bindings-front.ts';
import { LAB_KEYS } from './bindings-lab.ts';
import { PANE_KEYS } from './bindings-panes.ts';
import type { Key } from './keys.ts';
import type { Mode } from './state.ts';

export { type Action, ACTIONS, type Binding, KEY_GROUPS } from './bindings.ts';

/** All that keys do. Help, the line of keys and the palette of commands are made from it. */
export const KEYMAP: readonly Binding[] = [
  ...PANE_KEYS,
  ...FRONT_KEYS,
  ...LAB_KEYS,
  ...EXERCISE_KEYS,
].toSorted((left, right) => KEY_GROUPS.indexOf(left.group) - KEY_GROUPS.indexOf(right.group));

/**
 * What a key does in a mode; null where it does nothing, or types. The front lies over the panes, and their keys work
 * through it.
 */
export function actionFor(mode: Mode, key: Key): Action | null {
  const found = KEYMAP.find((entry) => entry.modes.includes(mode) && entry.keys.includes(key));
  if (found === undefined && mode === 'front') return actionFor('panes', key);
  return found?.action ?? null;
}

const NAMES: Readonly<Record<Key, { sign: string; word: string }>> = {
  right: { sign: '→', word: 'Right' },
  left: { sign: '←', word: 'Left' },
  up: { sign: '↑', word: 'Up' },
  down: { sign: '↓', word: 'Down' },
  pageUp: { sign: 'PgUp', word: 'Page Up' },
  pageDown: { sign: 'PgDn', word: 'Page Down' },
  home: { sign: 'Home', word: 'Home' },
  end: { sign: 'End', word: 'End' },
  tab: { sign: 'Tab', word: 'Tab' },
  backTab: { sign: 'Shift-Tab', word: 'Shift-Tab' },
  enter: { sign: 'Enter', word: 'Enter' },
  escape: { sign: 'Esc', word: 'Esc' },
  backspace: { sign: 'Backspace', word: 'Backspace' },
  delete: { sign: 'Delete', word: 'Delete' },
  f1: { sign: 'F1', word: 'F1' },
  ' ': { sign: 'Space', word: 'Space' },
};

/** A key as people know it. */
export function keyName(key: Key, signs: boolean): string {
  const name = NAMES[key];
  if (name !== undefined) return signs ? name.sign : name.word;
  return key.startsWith('ctrl+') ? `Ctrl-${key.slice(5).toUpperCase()}` : key;
}
