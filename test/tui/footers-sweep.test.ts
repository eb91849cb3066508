import { describe, expect, it } from 'vitest';
import type { Key } from '../../src/tui/keys.ts';
import { keysNamed } from '../../src/tui/bottom.ts';
import { labelOf } from '../../src/tui/screens/screen.ts';
import { begin } from '../../src/tui/reduce.ts';
import type { Session } from '../../src/tui/session.ts';
import { modeOf, type State } from '../../src/tui/state.ts';
import { EVERY_KEY, harbour, harbourSession, press, withQuestions } from './harbour-session.ts';

const WIDE = 1000;
const TYPED: readonly string[] = ['prompt', 'date'];

/** What a state shows and does, what is said of the key apart. */
function seen(state: State): string {
  return JSON.stringify({ ...state, notice: null }, (_key, value: unknown) =>
    value instanceof Map ? [...value.keys()] : value,
  );
}

/** Every key that is named below, where there is room for all, and that does nothing when it is pressed. */
function idle(session: Session, state: State): string[] {
  return keysNamed(session, state, WIDE).flatMap((binding) => {
    const [key] = binding.keys;
    // A line that was refused may be tried again: what was in the way may be gone.
    if (key === undefined || (binding.id === 'accept' && TYPED.includes(modeOf(state)))) return [];
    const after = press(session, state, key);
    return seen(after) === seen({ ...state, request: null, copied: null })
      ? [`${modeOf(state)}: ${key} ${labelOf(binding, state)}: ${after.notice}`]
      : [];
  });
}

const FROM: readonly (readonly Key[])[] = [
  [],
  ['right'],
  ['right', 'right', 'w', 'enter', 'enter', 'enter', 'c'],
];

const THEN: readonly (readonly Key[])[] = [
  [],
  ['down'],
  ['end'],
  ['tab'],
  ['enter'],
  ['enter', 'end'],
];

describe('the line of keys', () => {
  it('names on no screen a key that does nothing there', { timeout: 60_000 }, () => {
    const session = harbourSession();
    const found = new Set<string>();
    const modes = new Set<string>();
    for (const size of [{ columns: 80, rows: 24 }])
      for (const scenarios of [withQuestions()])
        for (const keys of FROM) {
          const start = press(session, begin(session, scenarios, harbour.opens, size), ...keys);
          for (const key of EVERY_KEY) {
            const one = press(session, start, key);
            for (const then of THEN) {
              const state = press(session, one, ...then);
              modes.add(modeOf(state));
              for (const each of idle(session, state)) found.add(each);
            }
          }
        }
    expect([...found].toSorted()).toEqual([]);
    expect(modes.size).toBeGreaterThan(15);
  });
});
