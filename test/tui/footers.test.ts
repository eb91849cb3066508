import { describe, expect, it } from 'vitest';
import { plain } from '../../src/draw/line.ts';
import { keysLine } from '../../src/tui/bottom.ts';
import { frameOf } from '../../src/tui/frame.ts';
import { begin } from '../../src/tui/reduce.ts';
import { makeSession } from '../../src/tui/session.ts';
import { modeOf, type State } from '../../src/tui/state.ts';
import {
  atStep,
  beginHarbour,
  harbour,
  harbourSession,
  press,
  typing,
  withQuestions,
} from './harbour-session.ts';

const session = harbourSession();
const WIDE = 400;

/** All keys that are named where there is room for every one of them. */
const named = (state: State) => plain(keysLine(session, state, WIDE));
const shown = (state: State) => frameOf(session, state).body.map(plain).join('\n');

describe('the line of keys', () => {
  it('names what is done to a branch on a branch of the user only', () => {
    const branches = press(
      session,
      atStep(session, beginHarbour(session), 'one-way-offer'),
      'w',
      'enter',
      'enter',
      'enter',
      'B',
    );
    expect(modeOf(branches)).toBe('branches');
    expect(named(branches)).toMatch(/n name .*c copy .*x prune/);
    const scenario = press(session, branches, 'up', 'home');
    expect(named(scenario)).not.toMatch(/ name| copy| prune/);
    expect(press(session, scenario, 'n').notice).toBe(
      'Only a branch of yours can be named: w begins one.',
    );
    expect(press(session, scenario, 'c').notice).toContain('can be copied');
    expect(press(session, scenario, 'x').notice).toContain('can be pruned');
  });

  it('leads from a claim to its document, and not from the document', () => {
    const claim = press(session, beginHarbour(session), 'right', 'F', 'enter');
    expect(modeOf(claim)).toBe('citation');
    expect(named(claim)).toContain('Enter its document');
    const document = press(session, claim, 'enter');
    expect(named(document)).not.toContain('its document');
    expect(press(session, document, 'enter').notice).toBe('This is the document. Esc goes back.');
  });

  it('says what the other list of the citations is', () => {
    const cited = press(session, beginHarbour(session), 'right', 'F');
    expect(named(cited)).toContain('Tab documents');
    expect(named(press(session, cited, 'tab'))).toContain('Tab claims cited here');
  });

  it('says what Enter does at each stage of an exercise', () => {
    const asked = press(
      session,
      begin(session, withQuestions(), harbour.opens, { columns: 80, rows: 24 }),
      'X',
    );
    // Several may be right: there is nothing to answer before one is marked.
    expect(named(asked)).not.toContain('answer');
    expect(named(asked)).toContain('Space mark');
    expect(named(press(session, asked, ' '))).toContain('Enter answer   Tab board');
    expect(named(press(session, asked, 'tab'))).toContain('Enter to the question   Tab question');
    const answered = press(session, asked, 'a', 'enter');
    expect(named(answered)).toContain('Enter next question');
    expect(press(session, answered, ' ').notice).toBe(
      'There is nothing to mark here: Enter goes on.',
    );
    const last = press(
      session,
      answered,
      ...'enter a enter enter a enter enter a enter'.split(' '),
    );
    expect(named(last)).toContain('Enter to the score');
    expect(named(press(session, last, 'enter'))).toContain('Enter leave');
  });

  it('names no words among the words, and no moment beyond the last', () => {
    expect(named(press(session, beginHarbour(session), 'G'))).not.toContain('G words');
    const side = press(
      session,
      beginHarbour(session),
      'w',
      'enter',
      'enter',
      'enter',
      'd',
      'enter',
    );
    expect(modeOf(side)).toBe('difference');
    expect(named(side)).not.toContain('later');
    expect(named(side)).toContain('earlier');
    expect(named(press(session, side, 'left'))).toContain('later');
  });
});

describe('the palette of what could happen', () => {
  it('says that a section is empty where nothing was typed', () => {
    const bare = makeSession(
      { ...harbour.agreement, gates: new Map(), readings: new Map() },
      session.theme,
    );
    const waivers = press(bare, beginHarbour(bare), 'w', 'tab');
    const said = frameOf(bare, waivers).body.map(plain).join(' ').replaceAll(/\s+/g, ' ');
    expect(said).toContain('Nothing can be waived or granted here');
    expect(said).toContain('Tab shows what else can be done.');
    expect(said).not.toContain('""');
    const typed = press(session, beginHarbour(session), 'w', ...typing('zebra'));
    expect(shown(typed)).toContain('Nothing here has "zebra" in it.');
  });
});
