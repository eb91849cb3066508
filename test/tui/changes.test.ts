import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plain } from '../../src/draw/line.ts';
import { courseAround, nearestChange } from '../../src/lab/changes.ts';
import { frameOf } from '../../src/tui/frame.ts';
import { boardOf, runState, sceneOf } from '../../src/tui/session.ts';
import type { State } from '../../src/tui/state.ts';
import { beginHarbour, harbour, harbourSession, press } from './harbour-session.ts';

const session = harbourSession();
const scenarios = [...harbour.scenarios.keys()];
const gates = [...harbour.agreement.gates.keys()];

/** The state before and after each step, the gate on the board held. */
function walked(scenario: string, gate: string): State[] {
  let state: State = { ...beginHarbour(session, scenario), gate };
  const states = [state];
  while (sceneOf(session, state).places.some((place) => place > state.position)) {
    state = press(session, state, 'right');
    states.push(state);
  }
  return states;
}

function said(state: State): unknown {
  const board = boardOf(session, state);
  const scene = sceneOf(session, state);
  return [
    board?.verdict,
    ...[...(board?.parties ?? []), ...(board?.terms ?? [])].map(({ verdict }) => verdict),
    ...Object.keys(scene.moment.states).map((run) => runState(scene, run).facts['phase']?.possible),
  ];
}

describe('n and N', () => {
  it('go to every step at which a verdict or the phase changes, and to no other', () => {
    let changes = 0;
    for (const scenario of scenarios)
      for (const gate of gates) {
        const states = walked(scenario, gate);
        const expected = states.flatMap((state, index) => {
          const before = states[index - 1];
          return before === undefined ||
            JSON.stringify(said(before)) === JSON.stringify(said(state))
            ? []
            : [state.position];
        });
        changes += expected.length;
        const [start, end] = [states[0], states.at(-1)];
        if (start === undefined || end === undefined) throw new Error('no steps');
        const there: number[] = [];
        for (let at = press(session, start, 'n'); at.position !== there.at(-1);) {
          if (at.position < 0) break;
          there.push(at.position);
          at = press(session, at, 'n');
        }
        expect([scenario, gate, ...there]).toEqual([scenario, gate, ...expected]);
        const back: number[] = [];
        for (let at = press(session, end, 'N'); at.position !== (back[0] ?? end.position);) {
          back.unshift(at.position);
          at = press(session, at, 'N');
        }
        const earlier = expected.filter((position) => position < end.position);
        expect([scenario, gate, ...back]).toEqual([scenario, gate, ...earlier]);
      }
    expect(changes).toBeGreaterThan(20);
  });

  it('say what changed, and hold the gate on the board', () => {
    const at = press(session, beginHarbour(session), 'n', 'n', 'n');
    expect(at.gate).not.toBeNull();
    expect(at.notice).toMatch(/: .*, was /);
    expect(press(session, press(session, at, 'end'), 'n').notice).toBe(
      'No later step changes a verdict on the board, or the phase.',
    );
  });
});

describe('the strip', () => {
  it('has the verdict after each step, the one on show in brackets', () => {
    for (const gate of gates) {
      const states = walked('harbour-record', gate);
      const verdicts = states.map((state) => boardOf(session, state)?.verdict);
      for (const [current, state] of states.entries())
        expect(courseAround(session, state, 100)).toEqual({
          gate,
          from: 0,
          verdicts,
          current,
          count: states.length - 1,
        });
    }
    const [, , third] = walked('harbour-record', 'phaseTwo');
    if (third === undefined) throw new Error('no third step');
    const { top } = frameOf(session, third);
    expect(top.map(plain)[3]).toMatch(
      /^ Phase two begins, step by step: .{2}\[.\].{6} {3}\? unknown {2}◐ contested/u,
    );
    // Where rows are few it has the line that the parties' accounts leave.
    const small = { ...third, size: { columns: 80, rows: 24 } };
    expect(frameOf(session, small).top.map(plain)[3]).toMatch(
      /^ Phase two begins, step by step: /u,
    );
  });

  it('keeps the step on show in what it has room for', () => {
    const states = walked('harbour-record', 'phaseTwo');
    fc.assert(
      fc.property(fc.constantFrom(...states), fc.integer({ min: 1, max: 12 }), (state, most) => {
        const course = courseAround(session, state, most);
        if (course === null) throw new Error('no gate');
        expect(course.current).toBeGreaterThanOrEqual(course.from);
        expect(course.current).toBeLessThan(course.from + course.verdicts.length);
        expect(course.verdicts).toHaveLength(Math.min(most, states.length));
        expect(course.from + course.verdicts.length).toBeLessThanOrEqual(states.length);
      }),
    );
  });

  it('has no change behind the last one', () => {
    const end = walked('harbour-record', 'phaseTwo').at(-1);
    if (end === undefined) throw new Error('no end');
    expect(nearestChange(session, end, 1)).toBeNull();
  });
});
