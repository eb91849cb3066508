import { describe, expect, it } from 'vitest';
import { plain } from '../../src/draw/line.ts';
import { frameOf } from '../../src/tui/frame.ts';
import type { State } from '../../src/tui/state.ts';
import { atStep, beginHarbour, harbourSession, press, typing } from './harbour-session.ts';

const session = harbourSession();

/** What is on screen, its lines put together. */
function onScreen(state: State): string {
  const { body, bottom } = frameOf(session, state);
  return [...body, ...bottom].map((line) => plain(line).trim()).join(' ');
}

describe('a prompt for a day', () => {
  it('says how days are written by one near the day that is meant', () => {
    const opening = atStep(session, beginHarbour(session), 'one-way-offer');
    const asked = press(session, opening, 'w', 'enter');
    expect(onScreen(asked)).toContain(
      'Write 9 Jan 2031, 9 jan or 2031-01-09; an empty line is no day.',
    );
  });

  it('says how the two clocks are typed, before anything is wrong with what was', () => {
    const asked = press(session, beginHarbour(session), 't');
    const how =
      'Type a day, "known" and a day by which it was published, or both: 2 Mar 2031, known 2 Mar 2031, or 2031-03-02 known 2031-03-02.';
    expect(onScreen(asked)).toContain(how);
    const wrong = press(session, asked, ...typing('known'), 'enter');
    expect(onScreen(wrong)).toContain(how);
  });
});

describe('what could happen where the phase is assumed', () => {
  const warning = 'The phase, "broken off", is assumed here.';

  it('is not to be taken for what would, and only there', () => {
    const begun = beginHarbour(session, 'wreck-never-raised');
    const broken = press(session, atStep(session, begun, 'calm-breaks'), 'w');
    expect(onScreen(broken)).toContain(warning);
    expect(onScreen(press(session, broken, 'tab'))).not.toContain('is assumed here');
    const record = atStep(session, beginHarbour(session), 'phase-two-declared');
    expect(onScreen(press(session, record, 'w'))).not.toContain('is assumed here');
  });
});
