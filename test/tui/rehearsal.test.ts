import { describe, expect, test } from 'vitest';
import { makeTheme } from '../../src/draw/theme.ts';
import { begin } from '../../src/tui/reduce.ts';
import { rehearsed } from '../../src/tui/rehearsal.ts';
import { SCREENS } from '../../src/tui/screens/index.ts';
import { makeSession } from '../../src/tui/session.ts';
import { modeOf } from '../../src/tui/state.ts';
import { loadShipped } from '../shipped.ts';

const { agreement, scenarios, opens } = loadShipped();

function rehearsal() {
  const theme = makeTheme({ ascii: false, color: true, screenReader: false });
  const session = makeSession(agreement, theme);
  const state = begin(session, scenarios, opens ?? '', { columns: 120, rows: 40 });
  return { state, drawn: [...rehearsed(session, state)] };
}

describe('what is done ahead', () => {
  const { state, drawn } = rehearsal();

  test('opens each screen that a key of the panes opens', () => {
    const opened = new Set(drawn.map(modeOf));
    // Opened from the list of provisions, and by a task that has been taken up.
    const others = ['provision', 'task'];
    expect(Object.keys(SCREENS).filter((mode) => !opened.has(mode as never))).toEqual(others);
  });

  test('has compared, and has looked at a what-if', () => {
    expect(drawn.some(({ overlays }) => overlays.some(({ kind }) => kind === 'against'))).toBe(
      true,
    );
    expect(drawn.some(({ branches }) => branches.length > 0)).toBe(true);
  });

  test('has looked at how the steps stand in every run', () => {
    const runs = new Set(drawn.map(({ run }) => run));
    expect([...runs].toSorted()).toEqual(['reported', ...agreement.readings.keys()].toSorted());
  });

  test('leaves the state that it begins with as it was', () => {
    expect(state.branches).toEqual([]);
    expect(state.position).toBe(-1);
    expect(state.overlays).toEqual([]);
  });
});
