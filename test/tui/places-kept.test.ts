import { describe, expect, it } from 'vitest';
import { plain } from '../../src/draw/line.ts';
import { frameOf } from '../../src/tui/frame.ts';
import { reduce } from '../../src/tui/reduce.ts';
import type { Size, State } from '../../src/tui/state.ts';
import { beginHarbour, harbourSession, press } from './harbour-session.ts';

const session = harbourSession();
const start = beginHarbour(session);

function resized(state: State, size: Size): State {
  return reduce(session, state, { kind: 'resize', size });
}

/** The first words in view of what lies over the panes, or of the pane beside or below the rule that names it. */
function firstInView(state: State, named: string): string {
  const rows = frameOf(session, state).body.map(plain);
  const rule = rows.findIndex((row) => row.includes(named));
  const column = rows[rule]?.indexOf('│') ?? -1;
  const under = rows.slice(rule + 1).map((row) => row.slice(column + 1).trim());
  return under.slice(0, 3).join(' ').slice(0, 24);
}

const WIDE: Size = { columns: 120, rows: 24 };
const USUAL: Size = { columns: 80, rows: 24 };

describe('a window whose lines become longer or shorter', () => {
  // Down to where a party's position begins: there a line begins however long lines are.
  let gate = press(session, resized(start, USUAL), 'end', '3');
  while (!firstInView(gate, '3 Gate').startsWith('✗ Northquay'))
    gate = press(session, gate, 'down');

  it('stays on what was read in it when the terminal gets another size', () => {
    const read = firstInView(gate, '3 Gate');
    const wide = resized(gate, WIDE);
    expect(wide.tops.gate).toBeLessThan(gate.tops.gate);
    expect(firstInView(wide, '3 Gate')).toBe(read);
    expect(resized(wide, USUAL).tops.gate).toBe(gate.tops.gate);
  });

  it('stays on it when its pane takes the whole screen, and when it no longer does', () => {
    const whole = press(session, gate, 'z');
    expect(whole.tops.gate).toBeLessThan(gate.tops.gate);
    expect(press(session, whole, 'z').tops.gate).toBe(gate.tops.gate);
  });

  it('does not wander, however often it changes', () => {
    let state = press(session, gate, 'down', 'down');
    const tops = Array.from({ length: 6 }, () => {
      state = resized(resized(state, { columns: 93, rows: 24 }), USUAL);
      return state.tops.gate;
    });
    expect(new Set(tops.slice(1)).size).toBe(1);
  });

  it('stays on it through a terminal that is too small for any', () => {
    const read = firstInView(gate, '3 Gate');
    const small = [
      { columns: 40, rows: 8 },
      { columns: 59, rows: 15 },
    ].reduce(resized, gate);
    expect(firstInView(resized(small, WIDE), '3 Gate')).toBe(read);
    expect(resized(small, USUAL).tops.gate).toBe(gate.tops.gate);
    const narrow = resized(start, { columns: 60, rows: 24 });
    const help = press(session, narrow, '?', 'pageDown', 'pageDown');
    const over = resized(resized(help, { columns: 40, rows: 8 }), WIDE);
    expect(firstInView(over, 'Help')).toContain('Redo wha');
  });

  it('stays on it in what lies over the panes', () => {
    const narrow = resized(start, { columns: 60, rows: 24 });
    const help = press(session, narrow, '?', 'pageDown', 'pageDown');
    expect(firstInView(help, 'Help')).toContain('Redo wha');
    expect(firstInView(resized(help, WIDE), 'Help')).toContain('Redo wha');
  });
});
