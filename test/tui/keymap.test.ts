import { describe, expect, it } from 'vitest';
import { ACTIONS, actionFor, KEYMAP } from '../../src/tui/keymap.ts';
import { isText } from '../../src/tui/keys.ts';
import type { Mode } from '../../src/tui/state.ts';

const MODES: readonly Mode[] = [
  'panes',
  'scenarios',
  'gates',
  'front',
  'provision',
  'date',
  'help',
  'glossary',
  'events',
  'history',
  'branches',
  'steps',
  'against',
  'difference',
  'question',
  'share',
  'commands',
  'prompt',
  'exercise',
  'tasks',
  'task',
];

describe('the keymap', () => {
  it('gives a key one meaning in a mode', () => {
    for (const mode of MODES) {
      const keys = KEYMAP.filter(({ modes }) => modes.includes(mode)).flatMap(
        (entry) => entry.keys,
      );
      expect([mode, ...new Set(keys)]).toEqual([mode, ...keys]);
    }
  });

  it('has a key for every action', () => {
    expect(new Set(KEYMAP.map(({ action }) => action))).toEqual(new Set(ACTIONS));
  });

  it('leaves the characters to the typing where something is typed', () => {
    for (const mode of ['scenarios', 'events', 'against', 'commands', 'date', 'prompt'] as const) {
      const keys = KEYMAP.filter(({ modes }) => modes.includes(mode)).flatMap(
        (entry) => entry.keys,
      );
      expect(keys.filter(isText)).toEqual([]);
    }
  });

  it('has a way out of everything', () => {
    for (const mode of MODES) {
      expect(actionFor(mode, 'ctrl+c')).toBe('interrupt');
      expect(actionFor(mode, 'escape')).toBe('close');
    }
    expect(actionFor('panes', 'q')).toBe('quit');
  });
});
