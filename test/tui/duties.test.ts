import { describe, expect, it } from 'vitest';
import type { Duty } from '../../src/model/duty.ts';
import { frameOf } from '../../src/tui/frame.ts';
import { lineWidth, plain } from '../../src/draw/line.ts';
import { copies } from '../../src/tui/model/command-lines.ts';
import { begin } from '../../src/tui/reduce.ts';
import { makeSession, type Session } from '../../src/tui/session.ts';
import type { Size, State } from '../../src/tui/state.ts';
import { makeTheme } from '../../src/draw/theme.ts';
import { matchingCommands } from '../../src/tui/screens/commands.ts';
import { atStep, beginHarbour, harbour, harbourSession, press, SIZES } from './harbour-session.ts';

const LARGE: Size = { columns: 160, rows: 80 };

/** The harbour accord with the guild bound to locate the wreck, and Northquay to open the canal. */
function bound(look = { ascii: false, color: false, screenReader: false }): Session {
  const events = new Map(harbour.agreement.events);
  const toBring = (event: string, duty: Pick<Duty, 'binds' | 'by'>) => {
    const found = events.get(event);
    if (found === undefined) throw new Error(`no event ${event}`);
    const rest = {
      within: null,
      roles: [],
      from: '2031-01-05',
      claims: ['gazette-1.c7'],
      inference: null,
    } as const;
    const whole: Duty = { id: event, event, ...duty, ...rest, basis: 'sourced' };
    events.set(event, { ...found, duties: [whole] });
  };
  toBring('wreck.located', { binds: ['guild'], by: { from: '2031-02-15', to: '2031-02-15' } });
  toBring('canal.opened', { binds: ['northquay'], by: { from: '2031-03-05', to: '2031-03-05' } });
  return makeSession({ ...harbour.agreement, events }, makeTheme(look));
}

const session = bound();
const start = (on = session, size = LARGE) => begin(on, harbour.scenarios, harbour.opens, size);
const lines = (on: Session, state: State) =>
  frameOf(on, state).body.map((line) => plain(line).trimEnd());
const flat = (on: Session, state: State) => lines(on, state).join(' ').replaceAll(/\s+/g, ' ');
const LATE =
  "Duty by 15 Feb 2031, binds the Pilots' Guild: as reported, met late, by 5 days, on 20 Feb 2031 (wreck-located); was due by 15 Feb 2031. Northquay, overdue since";

describe('duties on the screen', () => {
  it('are shown all together as of the step on show, known at once', () => {
    const end = press(session, start(), 'end', 'D');
    expect(end.request).toBeNull();
    const said = flat(session, end);
    expect(said).toContain('Overdue by some account');
    expect(said).toMatch(/Northquay overdue since 16 Feb 2031, by 15 days/);
    expect(said).toContain('Pending: its time runs');
    const early = flat(session, press(session, atStep(session, start(), 'one-way-offer'), 'D'));
    expect(early).not.toContain('Overdue');
    expect(early).toContain('by 15 Feb 2031');
    const known = press(session, start(), 'D');
    expect(flat(session, known)).toContain('Who is bound to bring what about by when');
  });

  it('are asked from a question as well, found by their name, and printed by a command', () => {
    const asked = press(session, start(), 'end', 'a', 'D');
    expect(asked.overlays.at(-1)).toMatchObject({ question: { kind: 'duties' } });
    expect(matchingCommands(session, start(), 'duties')[0]).toMatchObject({
      binding: { id: 'duties' },
    });
    const shared = press(session, asked, 'E');
    expect(copies(session, shared, {}).map(({ line }) => line)).toEqual([
      expect.stringMatching(/^phasegate .*duties --scenario harbour-record$/),
    ]);
  });

  it('are nobody’s in an agreement without one', () => {
    const free = harbourSession();
    const said = flat(free, press(free, beginHarbour(free, harbour.opens, LARGE), 'D'));
    expect(said).toContain('Nobody is bound by a deadline here');
  });

  it('stand in a line on the step that met one, and on the gate that somebody is to bring about', () => {
    const located = atStep(session, start(), 'wreck-located');
    expect(flat(session, press(session, located, '2', 'z'))).toContain(LATE);
    const other = press(session, atStep(session, start(), 'one-way-offer'), '2', 'z');
    expect(flat(session, other)).not.toContain('Duty by');
    const index = [...session.agreement.gates.keys()].indexOf('canalOpening') + 1;
    const down = Array.from({ length: index }, () => 'down' as const);
    const board = press(session, start(), 'end', 'g', 'home', ...down, 'enter', '3', 'z');
    expect(flat(session, board)).toMatch(/Duty by 5 Mar 2031, binds Northquay: pending: due by/);
  });

  it.each([
    { ascii: false, color: false, screenReader: false },
    { ascii: true, color: false, screenReader: false },
    { ascii: true, color: true, screenReader: true },
  ])('fit every size, drawn as %j', (look) => {
    const on = bound(look);
    for (const size of SIZES) {
      const state = press(on, start(on, size), 'end', 'D');
      for (let page = state; ;) {
        const { body } = frameOf(on, page);
        expect(body.length).toBeLessThanOrEqual(size.rows);
        for (const each of body) {
          expect(lineWidth(each)).toBeLessThanOrEqual(size.columns);
          if (look.ascii) expect(plain(each)).toMatch(/^[\x20-\x7e]*$/);
        }
        const next = press(on, page, 'pageDown');
        if (lines(on, next).join('\n') === lines(on, page).join('\n')) break;
        page = next;
      }
    }
  });
});
