import { describe, expect, it } from 'vitest';
import { plain } from '../../src/draw/line.ts';
import { frameOf } from '../../src/tui/frame.ts';
import type { Session } from '../../src/tui/session.ts';
import { modeOf, type State } from '../../src/tui/state.ts';
import { tourCard } from '../../src/tui/tour.ts';
import { beginHarbour, harbour, harbourSession, press, SIZES, typing } from './harbour-session.ts';

const session = harbourSession();

/** Does what a card asks for, as somebody would who reads it. */
function asTold(from: Session, state: State): State {
  const said = tourCard(from, state)?.text ?? '';
  const title = /Choose "(.*)": type/.exec(said)?.[1];
  if (title !== undefined) {
    const typed = press(from, state, ...typing(title));
    // What nobody refuses is chosen already.
    const chosen = typed.overlays.at(-1);
    const isChosen = chosen !== undefined && 'selected' in chosen && chosen.selected >= 0;
    return press(from, typed, ...(isChosen ? [] : ['down']), 'enter');
  }
  if (said.includes('Press End')) return press(from, state, 'end');
  if (said.includes('press w') || said.includes('Press w')) return press(from, state, 'w');
  if (said.includes('Press d')) return press(from, state, 'd');
  if (said.includes('Esc ends')) return press(from, state, 'escape');
  return press(from, state, 'enter');
}

function followed(from: Session, begun: State): { numbers: number[]; end: State } {
  const numbers: number[] = [];
  let state = begun;
  for (let turn = 0; turn < 30 && state.tour !== null; turn += 1) {
    const { number } = tourCard(from, state) ?? { number: 0 };
    if (numbers.at(-1) !== number) numbers.push(number);
    state = asTold(from, state);
  }
  return { numbers, end: state };
}

describe('the tour', () => {
  it.each([...harbour.scenarios.keys()])('is a what-if that can be followed, on %s', (scenario) => {
    const before = beginHarbour(session, scenario);
    const { numbers, end } = followed(session, press(session, before, 'T'));
    expect(end.tour).toBeNull();
    expect(new Set(numbers)).toEqual(new Set([1, 2, 3, 4, 5]));
    expect(end.branches).toHaveLength(1);
    expect(end.notice).toContain('That was a what-if');
    expect(modeOf(end)).toBe('panes');
  });

  it('is about a condition that a party sets, and ends with it met', () => {
    const begun = press(session, beginHarbour(session), 'T', 'end');
    expect(tourCard(session, begun)?.text).toBe(
      'Phase two begins: CONTESTED. The tour takes the first condition of a party that steps from here can meet. Northquay asks for wreck of the Marigold: raised; now it is: lost. What if that changed? Press w.',
    );
    let state = begun;
    for (let turn = 0; turn < 12 && tourCard(session, state)?.number !== 4; turn += 1)
      state = asTold(session, state);
    expect(tourCard(session, state)?.text).toContain(
      'Met. Now "Phase two begins" is open under the reading of Northquay.',
    );
  });

  it('goes on by what was done, whatever the way, and is left with Esc', () => {
    const begun = press(session, beginHarbour(session), 'T');
    expect(tourCard(session, begun)?.number).toBe(1);
    const looked = press(session, begun, 'right', 'g', 'escape', 'r');
    expect(tourCard(session, looked)?.number).toBe(1);
    expect(tourCard(session, press(session, looked, 'end', 'w'))?.number).toBe(3);
    const left = press(session, looked, 'escape');
    expect([left.tour, left.notice]).toEqual([null, 'You have left the tour. T begins it again.']);
  });

  it.each(SIZES)('stands at the foot of the screen, at $columns x $rows', (size) => {
    for (const from of [
      session,
      harbourSession({ screenReader: true }),
      harbourSession({ ascii: true }),
    ]) {
      let state = press(from, beginHarbour(from, harbour.opens, size), 'T');
      for (let turn = 0; turn < 20 && state.tour !== null; turn += 1) {
        const { top, body, bottom } = frameOf(from, state);
        const rows = [...top, ...body, ...bottom].map(plain);
        expect(rows).toHaveLength(size.rows - 1);
        const card = tourCard(from, state);
        const said = rows
          .map((row) => row.trim())
          .join(' ')
          .replaceAll(/\s+/g, ' ');
        expect(said).toContain(`Tour ${card?.number} of 5`);
        expect(said).toContain(card?.text);
        state = asTold(from, state);
      }
    }
  });

  it('goes back to the record where it is begun on a branch, which stays as it was', () => {
    const end = press(session, beginHarbour(session), 'end');
    const own = press(
      session,
      end,
      'w',
      ...typing('envoys meet'),
      'down',
      'enter',
      'enter',
      'enter',
    );
    expect(own.branches).toContain(own.scenario);
    const begun = press(session, own, 'T');
    expect(begun.scenario).toBe(end.scenario);
    expect(begun.scenarios).toBe(own.scenarios);
    expect(tourCard(session, begun)?.number).toBe(1);
  });
});
