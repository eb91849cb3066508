import type { Theme } from '../draw/theme.ts';
import { isText, type Key } from './keys.ts';

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

const BY_NAME: ReadonlyMap<string, Key> = new Map(
  Object.entries(NAMES).flatMap(([key, { word }]) => [
    [plainName(key), key],
    [plainName(word), key],
  ]),
);

/** Control and one of these is the same as another key, as terminals have it. */
const SAME_AS: Readonly<Record<string, Key>> = {
  'ctrl+h': 'backspace',
  'ctrl+i': 'tab',
  'ctrl+j': 'enter',
  'ctrl+m': 'enter',
};

/**
 * A key by its name, as people write it: `w`, `Ctrl-W`, `ctrl+w`, `Page Down`, `space`; null where it is none that
 * terminals tell of.
 */
export function keyNamed(name: string): Key | null {
  const trimmed = name.trim();
  if (trimmed === '') return name === ' ' ? ' ' : null;
  if (isText(trimmed)) return trimmed;
  const known = BY_NAME.get(plainName(trimmed));
  if (known !== undefined) return known;
  const control = /^(?:ctrl|control|c)[-+ ]([a-z])$/i.exec(trimmed)?.[1];
  if (control === undefined) return null;
  const key = `ctrl+${control.toLowerCase()}`;
  return SAME_AS[key] ?? key;
}

/** Capitals, blanks and dashes are what people write otherwise. */
function plainName(name: string): string {
  return name === ' ' ? 'space' : name.toLowerCase().replaceAll(/[-_ +]/g, '');
}

/** Whether the theme has signs for the keys that are named after arrows. */
export function hasKeySigns({ screenReader, glyphs }: Theme): boolean {
  return !screenReader && glyphs.arrow === '→';
}
