import { describe, expect, it } from 'vitest';
import { plain } from '../../src/draw/line.ts';
import { frameOf } from '../../src/tui/frame.ts';
import { AFRESH, begin, reduce } from '../../src/tui/reduce.ts';
import { makeSession, type Session } from '../../src/tui/session.ts';
import { modeOf, type Size, type State } from '../../src/tui/state.ts';
import { harbour, harbourSession, press, SIZES } from './harbour-session.ts';

const session = harbourSession();

function opened(size: Size = { columns: 120, rows: 40 }, from: Session = session): State {
  return begin(from, harbour.scenarios, harbour.opens, size, { ...AFRESH, showsFront: true });
}

function shown(state: State, from: Session = session): string {
  const { top, body, bottom } = frameOf(from, state);
  return [...top, ...body, ...bottom].map(plain).join('\n');
}

/** All that is on a page, however far down. */
function whole(state: State, from: Session = session): string {
  const seen = new Set<string>();
  let at = state;
  for (let page = 0; page < 40; page += 1) {
    for (const row of shown(at, from).split('\n')) seen.add(row.trim());
    at = press(from, at, 'pageDown');
  }
  return [...seen].join(' ').replaceAll(/\s+/g, ' ');
}

describe('the front', () => {
  it.each(SIZES)('tells what is in question and who holds what, at $columns x $rows', (size) => {
    for (const from of [
      session,
      harbourSession({ screenReader: true }),
      harbourSession({ ascii: true }),
    ]) {
      const said = whole(opened(size, from), from);
      expect(said).toContain(harbour.agreement.question);
      expect(said).toContain('Phase two begins: CONTESTED derived');
      expect(said).toContain(
        'Northquay: closed. Asks wreck of the Marigold: raised [The Lock Gazette, by 12 Jan 2031].',
      );
      expect(said).toContain('Southquay: passed. Backs it [unnamed publication, by 14 Feb 2031].');
      expect(said).toContain("No position reported: the Pilots' Guild.");
    }
  });

  it('has every gate, and the keys that matter', () => {
    const said = whole(opened());
    for (const { title } of harbour.agreement.gates.values()) expect(said).toContain(title);
    expect(shown(opened())).toMatch(/\? help {3}Enter begin {3}q quit {3}→ next step/);
  });

  it('says which agreement it is, and takes the title where nobody wrote a question', () => {
    const unasked = { ...harbour.agreement, question: null };
    const from = makeSession(unasked, session.theme);
    expect(shown(opened(undefined, from), from).split('\n')[4]).toBe(' The harbour accord');
    expect(shown(opened()).split('\n')[0]).toContain(harbour.agreement.title);
  });

  it('gives way to the panes, and comes back', () => {
    const begun = press(session, opened(), 'enter');
    expect([modeOf(begun), begun.position]).toEqual(['panes', -1]);
    const back = press(session, begun, 'Q');
    expect(modeOf(back)).toBe('front');
    expect(shown(back)).toContain('What is in question');
    expect(modeOf(press(session, back, 'escape'))).toBe('panes');
  });

  it('lets the keys of the panes through', () => {
    const stepped = press(session, opened(), 'right');
    expect([modeOf(stepped), stepped.position]).toEqual(['panes', 0]);
    expect(modeOf(press(session, opened(), 'o'))).toBe('scenarios');
    expect(press(session, opened(), 'q').request).toEqual({ kind: 'exit', code: 0 });
    expect(press(session, opened(), 'J').notice).toContain('does nothing here');
  });

  it('has what is asked there asked of what it shows', () => {
    const end = press(session, press(session, opened(), 'enter'), 'end').position;
    for (const key of ['a', 'g', 'w', 'p'])
      expect(press(session, opened(), key).position).toBe(end);
    const mid = press(session, opened(), 'right', 'right', 'Q');
    expect(press(session, mid, 'a').position).toBe(1);
    // What only leads elsewhere leaves the cursor alone.
    expect(press(session, opened(), 'o', 'escape').position).toBe(-1);
  });

  it('speaks of the step on show once one has been played', () => {
    const early = shown(press(session, opened(), 'right', 'Q'));
    expect(early).toContain('Southquay: open. Backs it');
    expect(early.split('\n')[0]).toContain('step 1 of 8');
  });

  it('says in words that there is more below', () => {
    const small = shown(opened({ columns: 80, rows: 24 }));
    expect(small).toMatch(/↓ more below: \d+ lines/);
    expect(shown(press(session, opened({ columns: 80, rows: 24 }), 'end'))).not.toContain(
      'more below',
    );
  });

  it('keeps its place in the line on top while it is explained', () => {
    const top = (state: State) => shown(state).split('\n').slice(0, 2);
    const at = top(opened());
    expect(at[0]).toContain('at its end');
    for (const key of ['?', 'G', ':', '/'])
      expect([key, ...top(press(session, opened(), key))]).toEqual([key, ...at]);
  });

  it('offers what was kept, until something was done', () => {
    const own = { ...harbour.scenarios.get('canal-opens-early'), id: 'mine', title: 'Mine' };
    const kept = {
      revision: 1,
      id: 'one',
      savedAt: '2031-03-04T05:06:07.000Z',
      session: {
        agreement: harbour.agreement.id,
        folder: null,
        branches: [own as never],
        cursor: { scenario: 'mine', position: 0, run: null },
        history: null,
      },
    };
    expect(press(session, opened(), 'c').notice).toContain('no kept work');
    const found = reduce(session, opened(), {
      kind: 'found',
      work: kept,
      exercise: null,
      task: null,
      notices: [],
    });
    expect(shown(found)).toContain('c goes on with your work, kept 4 Mar 2031, 05:06 UTC: "Mine".');
    expect(press(session, found, 'c').request).toEqual({
      kind: 'goOn',
      session: kept.session,
      replaces: false,
    });
    const busy = press(session, found, 'w', 'enter', 'enter', 'enter', 'Q');
    expect(busy.branches).toHaveLength(1);
    expect(shown(busy)).not.toContain('goes on with your work');
    expect(press(session, busy, 'c').request).toBeNull();
  });

  it('says what of the kept work cannot be read, and what tells more of it', () => {
    const found = (...notices: string[]) =>
      shown(
        reduce(session, opened(), {
          kind: 'found',
          work: null,
          exercise: null,
          task: null,
          notices,
        }),
      ).replaceAll(/\s+/g, ' ');
    expect(found()).not.toContain('cannot be read');
    expect(found('00000009.session is not a session: skipped')).toContain(
      'A file of kept work cannot be read: phasegate resume --list says which and why.',
    );
    expect(found('one', 'two')).toContain('2 files of kept work cannot be read');
  });
});
