import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { plain } from '../../src/draw/line.ts';
import { frameOf, targetAt } from '../../src/tui/frame.ts';
import { makeKeyReader } from '../../src/tui/key-reader.ts';
import { readKeys } from '../../src/tui/keys.ts';
import { keyName } from '../../src/tui/key-names.ts';
import { screenOn } from '../../src/tui/screens/index.ts';
import { labelOf, rankOf } from '../../src/tui/screens/screen.ts';
import { mouseOf } from '../../src/tui/mouse.ts';
import { onTop } from '../../src/tui/moves.ts';
import type { Session } from '../../src/tui/session.ts';
import { targetIn } from '../../src/tui/spots.ts';
import { modeOf, PANES, type State } from '../../src/tui/state.ts';
import { beginHarbour, harbour, harbourSession, press, SIZES } from './harbour-session.ts';

const session = harbourSession();
const click = (column: number, row: number) => `\x1b[<0;${column + 1};${row + 1}M`;
const wheel = (column: number, row: number, by: 1 | -1) =>
  `\x1b[<${by > 0 ? 65 : 64};${column + 1};${row + 1}M`;

function rowsOf(state: State, of: Session = session): string[] {
  const { top, body, bottom } = frameOf(of, state);
  return [...top, ...body, ...bottom].map(plain);
}

/** Where some words stand on the screen. */
function placeOf(state: State, words: string): [column: number, row: number] {
  const rows = rowsOf(state);
  const row = rows.findIndex((each) => each.includes(words));
  if (row < 0) throw new Error(`nowhere: ${words}\n${rows.join('\n')}`);
  return [rows[row]?.indexOf(words) ?? 0, row];
}

const clickOn = (state: State, words: string) =>
  press(session, state, click(...placeOf(state, words)));

describe('what a terminal tells of the mouse', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is one event wherever it is split, and never a key', () => {
    for (const sent of [click(119, 39), wheel(4, 100, 1), '\x1b[<0;120;40m', '\x1b[<2;1;1M']) {
      const whole = sent.endsWith('M') && !sent.includes('<2') ? [sent] : [];
      for (let cut = 1; cut < sent.length; cut += 1)
        for (const wait of [1, 30, 60, 250]) {
          const keys: string[] = [];
          const reader = makeKeyReader((read, takesBack) => {
            if (takesBack) keys.pop();
            keys.push(...read);
          });
          reader.read(sent.slice(0, cut));
          vi.advanceTimersByTime(wait);
          reader.read(sent.slice(cut));
          vi.advanceTimersByTime(5000);
          expect([cut, wait, ...keys]).toEqual([cut, wait, ...whole]);
        }
    }
  });

  it('is understood: the left button, and the wheel, whatever is held with it', () => {
    expect(mouseOf('\x1b[<0;3;2M')).toEqual({ does: 'click', column: 2, row: 1 });
    expect(mouseOf('\x1b[<4;3;2M')?.does).toBe('click');
    expect(mouseOf('\x1b[<64;1;1M')?.does).toBe('wheelUp');
    expect(mouseOf('\x1b[<65;1;1M')?.does).toBe('wheelDown');
    for (const other of [
      '\x1b[<0;1;1m',
      '\x1b[<1;1;1M',
      '\x1b[<32;1;1M',
      '\x1b[<66;1;1M',
      'q',
      'up',
    ])
      expect(mouseOf(other)).toBeNull();
  });

  it('in the old way is dropped whole', () => {
    expect(readKeys('', 'a\x1b[M q!b').keys).toEqual(['a', 'b']);
    expect(readKeys('', '\x1b[M q')).toEqual({ keys: [], rest: '\x1b[M q' });
  });
});

describe('what lies where', () => {
  it.each(SIZES)('is what is drawn there, in every pane at $columns x $rows', (size) => {
    const state = press(session, beginHarbour(session, harbour.opens, size), 'right', 'right');
    const rows = rowsOf(state);
    const { spots } = frameOf(session, state);
    const found = new Set<string>();
    for (const [row, line] of rows.entries())
      for (let column = 0; column < line.length; column += 1) {
        const target = targetIn(spots, column, row);
        if (target === null) continue;
        found.add(target.on);
        expect(row).toBeGreaterThan(1);
        expect(row).toBeLessThan(rows.length - 2);
      }
    const shown = new Set(spots.map(({ target }) => target.on));
    expect(found).toEqual(shown);
    for (const { left, top, columns } of spots.filter(
      ({ target: { row, tab, cites } }) => row === null && tab === null && cites === undefined,
    ))
      expect(rows[top]?.slice(left, left + columns)).toMatch(/^[─━]/);
  });

  it('is a row for each of its lines, and no row between them', () => {
    const state = press(session, beginHarbour(session), 'g');
    const [column, row] = placeOf(state, 'Follow the steps');
    expect(targetAt(session, state, column, row)).toMatchObject({ on: 'gates', row: 0 });
    expect(targetAt(session, state, column, row + 1)).toMatchObject({ on: 'gates', row: null });
    expect(targetAt(session, state, 0, 0)).toBeNull();
  });

  it('is nothing below what stands over it', () => {
    const state = press(session, beginHarbour(session), 'T');
    const rows = frameOf(session, state);
    const last = rows.top.length + rows.body.length - 1;
    expect(targetAt(session, state, 4, last)).toBeNull();
    expect(targetAt(session, beginHarbour(session), 4, last)).not.toBeNull();
  });
});

describe('a click', () => {
  const start = press(session, beginHarbour(session), 'right', 'right');

  it.each(SIZES)(
    'on a key in the line of keys does what that does, at $columns x $rows',
    (size) => {
      const small = press(session, beginHarbour(session, harbour.opens, size), 'right');
      for (const state of [small, press(session, small, 'F'), press(session, small, '?')]) {
        const row = size.rows - 2;
        const foot = rowsOf(state)[row] ?? '';
        const named = screenOn(state).keys.filter(
          (entry) =>
            rankOf(entry, state) > 0 &&
            foot.includes(` ${keyName(entry.keys[0] ?? '', true)} ${labelOf(entry, state)}`),
        );
        expect(named.length).toBeGreaterThan(2);
        for (const entry of named) {
          const name = ` ${keyName(entry.keys[0] ?? '', true)} ${labelOf(entry, state)}`;
          const first = foot.indexOf(name) + 1;
          for (const column of [first, first + name.length - 2])
            expect(press(session, state, click(column, row))).toEqual(
              press(session, state, entry.keys[0] ?? ''),
            );
        }
        expect(press(session, state, click(0, row))).toEqual(state);
      }
    },
  );

  it('on a citation opens the claim, also on the line that it goes on in', () => {
    const front = press(
      session,
      beginHarbour(session, harbour.opens, { columns: 80, rows: 24 }),
      'Q',
    );
    const cited = frameOf(session, front).spots.filter(({ target }) => target.cites !== undefined);
    expect(cited.length).toBeGreaterThan(1);
    const rows = rowsOf(front);
    for (const { left, top, columns, target } of cited) {
      expect(rows[top]?.slice(left, left + columns)).toMatch(/\S/);
      for (const column of [left, left + columns - 1]) {
        const opened = press(session, front, click(column, top));
        const [id, ...others] = target.cites ?? [];
        expect(opened.overlays).toEqual([
          ...front.overlays,
          others.length === 0
            ? { kind: 'citation', id, top: 0 }
            : expect.objectContaining({ kind: 'citations', only: [id, ...others] }),
        ]);
      }
    }
    // Cited by its source, it stands for two claims.
    const listed = clickOn(front, 'Lock Gazette, by 12');
    expect(modeOf(listed)).toBe('citations');
    expect(rowsOf(listed).join(' ')).toContain('The Lock Gazette');
    expect(press(session, listed, 'escape').overlays).toEqual(front.overlays);
    // Words beside it are none.
    expect(clickOn(front, 'Asks wreck').overlays).toEqual(front.overlays);
  });

  it('on a citation in a pane opens it, and goes there', () => {
    for (const pane of ['gate', 'sources'] as const) {
      const state = press(session, start, pane === 'gate' ? '3' : '4', 'z');
      const spot = frameOf(session, state).spots.find(
        ({ target }) => target.on === pane && target.cites?.length === 1,
      );
      if (spot === undefined) throw new Error(`nothing cited in ${pane}`);
      const opened = press(session, state, click(spot.left, spot.top));
      expect(opened).toMatchObject({
        focus: pane,
        overlays: [{ kind: 'citation', id: spot.target.cites?.[0] }],
      });
    }
  });

  it('on several citations at once lists them alone, and Enter opens one', () => {
    const claims = [...harbour.agreement.claims.keys()].slice(0, 2);
    const listed = onTop(press(session, start, 'F'), {
      kind: 'citations',
      section: 'cited',
      only: claims,
      selected: 0,
      top: 0,
    });
    expect(screenOn(listed).rows?.(session, listed, listed.overlays[0] ?? null)).toBe(2);
    expect(press(session, listed, 'down', 'enter').overlays.at(-1)).toMatchObject({
      kind: 'citation',
      id: claims[1],
    });
  });

  it('on the phases goes to them, and again opens them', () => {
    const phase = [...session.agreement.regions.values()].find(({ kind }) => kind === 'phase');
    const [column] = placeOf(start, 'phase one');
    const there = press(session, start, click(column, 1));
    expect(there).toMatchObject({ focus: 'provisions', region: phase?.id });
    expect(modeOf(press(session, there, click(column, 1)))).toBe('provision');
    const over = press(session, start, 'g', click(column, 1));
    expect(over.notice).toContain('Esc closes what is open');
  });

  it('goes to a pane, by its rule or anything in it', () => {
    expect(clickOn(start, '3 Gate').focus).toBe('gate');
    expect(clickOn(press(session, start, '3'), '2 Step').focus).toBe('step');
  });

  it('goes to a pane by its name where one has the screen', () => {
    const one = press(session, start, 'z');
    for (const [index, pane] of PANES.entries()) {
      if (pane === 'step') continue;
      expect(clickOn(one, ` ${index + 1} `).focus).toBe(pane);
    }
  });

  it('chooses a provision, and on the chosen one does what Enter does', () => {
    const title = [...harbour.agreement.regions.values()].at(-1)?.title.slice(0, 12) ?? '';
    const long = press(
      session,
      beginHarbour(session, harbour.opens, { columns: 120, rows: 60 }),
      '1',
    );
    const once = clickOn(long, title);
    expect(once.focus).toBe('provisions');
    expect(once.region).toBe([...harbour.agreement.regions.keys()].at(-1));
    expect(modeOf(clickOn(once, title))).toBe('provision');
  });

  it('chooses a row of a list, and on the chosen one does what Enter does', () => {
    const list = press(session, start, 'g');
    const gate = [...harbour.agreement.gates.values()][1];
    const once = clickOn(list, gate?.title ?? '');
    expect(once.overlays.at(-1)).toMatchObject({ kind: 'gates', selected: 2 });
    const twice = clickOn(once, gate?.title ?? '');
    expect(modeOf(twice)).toBe('panes');
    expect(twice.gate).toBe([...harbour.agreement.gates.keys()][1]);
  });

  it('goes to a part of a screen', () => {
    const palette = press(session, start, 'w');
    expect(clickOn(palette, 'Assumed').overlays.at(-1)).toMatchObject({ section: 'stages' });
    const cited = press(session, start, 'F');
    expect(clickOn(cited, 'Documents').overlays.at(-1)).toMatchObject({ section: 'documents' });
  });

  it('on what is below says what to close', () => {
    const typed = press(session, start, '/');
    expect(clickOn(typed, '3 Gate').notice).toContain('Esc closes');
  });

  it('on nothing does nothing, not even say so', () => {
    expect(press(session, start, click(0, 0)).notice).toBeNull();
    expect(press(session, start, click(500, 500)).notice).toBeNull();
  });
});

describe('the wheel', () => {
  it('moves the pane below the pointer, in focus or not, and no further than it goes', () => {
    const state = press(session, beginHarbour(session), 'end', '4');
    const [column, row] = placeOf(state, '4 Sources');
    const moved = press(session, state, wheel(column, row + 2, 1));
    expect(moved.tops.sources).toBe(3);
    expect(moved.focus).toBe('sources');
    expect(press(session, moved, wheel(column, row + 2, -1)).tops.sources).toBe(0);
    expect(press(session, state, wheel(column, row + 2, -1)).tops.sources).toBe(0);
    const far = press(
      session,
      state,
      ...Array.from({ length: 200 }, () => wheel(column, row + 2, 1)),
    );
    expect(press(session, far, wheel(column, row + 2, 1)).tops).toEqual(far.tops);
  });

  it('moves a list, and keeps what is chosen in view', () => {
    const small = beginHarbour(session, harbour.opens, { columns: 80, rows: 24 });
    const list = press(session, small, ':');
    const moved = press(session, list, wheel(10, 10, 1), wheel(10, 10, 1));
    const top = moved.overlays.at(-1);
    expect(top).toMatchObject({ kind: 'commands', top: 6 });
    expect(top !== undefined && 'selected' in top ? top.selected : 0).toBeGreaterThan(0);
    const back = press(session, moved, wheel(10, 10, -1), wheel(10, 10, -1), wheel(10, 10, -1));
    expect(back.overlays.at(-1)).toMatchObject({ top: 0 });
  });
});

describe('the key for the mouse', () => {
  it('leaves it to the terminal and takes it back, wherever one is', () => {
    for (const keys of [[], ['w'], ['g'], ['/'], ['?']]) {
      const off = press(session, beginHarbour(session), ...keys, 'ctrl+t');
      expect(off.request).toEqual({ kind: 'mouse', isOn: false });
      expect(press(session, off, 'ctrl+t').request).toEqual({ kind: 'mouse', isOn: true });
    }
  });

  it('does nothing for a screen reader, where the mouse is off', () => {
    const reader = harbourSession({ screenReader: true });
    const state = beginHarbour(reader);
    expect(state.isMouseOn).toBe(false);
    expect(press(reader, state, 'ctrl+t').request).toBeNull();
  });
});
