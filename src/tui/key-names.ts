import type { Theme } from '../draw/theme.ts';
import type { Key } from './keys.ts';

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

/** Whether the theme has signs for the keys that are named after arrows. */
export function hasKeySigns({ screenReader, glyphs }: Theme): boolean {
  return !screenReader && glyphs.arrow === '→';
}
