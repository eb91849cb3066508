import { describe, expect, it } from 'vitest';
import { citationsText } from '../../src/model/citation.ts';
import { finish } from '../../src/search/work.ts';
import { frameOf } from '../../src/tui/frame.ts';
import type { Key } from '../../src/tui/keys.ts';
import { replied } from '../../src/tui/lab/answers.ts';
import { searched } from '../../src/tui/lab/searching.ts';
import { lineWidth, plain } from '../../src/tui/line.ts';
import { begin } from '../../src/tui/reduce.ts';
import { makeSession, type Session } from '../../src/tui/session.ts';
import type { Size, State } from '../../src/tui/state.ts';
import { makeTheme } from '../../src/tui/theme.ts';
import { loadShipped } from '../shipped.ts';
import { beginHarbour, harbourSession, press, SIZES } from './harbour-session.ts';

const shipped = loadShipped();
const look = { ascii: false, color: false, screenReader: false };
const session = makeSession(shipped.agreement, makeTheme(look));
/** How the screens cite these claims. */
const cites = (...claims: readonly string[]) => citationsText(shipped.agreement, claims);
const LARGE: Size = { columns: 160, rows: 80 };

/** The state once what a key asks has been searched and answered. */
function answered(on: Session, state: State, ...keys: readonly Key[]): State {
  const asked = press(on, state, ...keys);
  if (asked.request?.kind !== 'work') throw new Error('nothing was requested');
  const { question } = asked.request;
  const answer = finish(searched(on, question));
  return replied(on, asked, { kind: 'answered', question, answer });
}

function textOf(on: Session, state: State): string {
  const { body } = frameOf(on, state);
  return body.map((line) => plain(line).trimEnd()).join('\n');
}

const atEnd = (size: Size, ...keys: readonly Key[]) =>
  press(session, begin(session, shipped.scenarios, 'record', size), 'end', ...keys);

describe('who could get through a gate on their own', () => {
  it('is answered on what the documents say, and for what they leave open', () => {
    const text = textOf(session, answered(session, atEnd(LARGE), 'C'));
    const flat = text.replaceAll(/\s+/g, ' ');
    expect(text).toMatch(/On what the documents say[^\n]*\n *No set of parties can/);
    expect(text).toMatch(/If events came about by themselves/);
    expect(flat).toContain(
      `2 parties Israel and Hamas once this comes about by itself: The last remains are recovered (who takes part so far: ${cites('document-3.c9', 'document-4.c46')})`,
    );
  });
});

describe('a gate on the board', () => {
  const board = (gate: number, ...at: readonly Key[]) => {
    const begun = press(session, begin(session, shipped.scenarios, 'record', LARGE), ...at);
    const next = Array.from({ length: gate }, () => ']' as const);
    return textOf(session, press(session, begun, ...next, '3', 'z')).replaceAll(/\s+/g, ' ');
  };

  it('says that no condition is reported where a refusal is', () => {
    const december = ['t', ...'2025-12-31', 'enter'];
    const gates = [...shipped.agreement.gates.keys()];
    const found = gates.map((_, index) => board(index + 1, ...december));
    const rafah = found.filter((text) => text.includes('Rafah opens in both directions'));
    expect(rafah.length).toBeGreaterThan(0);
    for (const text of rafah)
      expect(text).toContain('no condition reported (a position is reported from 25 Jan 2026 on)');
  });

  it('says what is known at second hand only', () => {
    const text = board(0, 'end');
    expect(text).toContain('Phase two begins');
    expect(text).toContain(
      'Hamas has a position; no condition of its own is reported (at second hand)',
    );
    expect(text).toContain('(derived, at second hand)');
    expect(text).toContain(
      `asked for in ${cites('document-5.c16', 'document-5.c20')}, at second hand`,
    );
    const asked = textOf(session, atEnd(LARGE, 'a')).replaceAll(/\s+/g, ' ');
    expect(asked).toContain(
      `derived: ${cites('document-5.c16', 'document-5.c20')}; at second hand`,
    );
    // Hamas can hand over what was recovered; who can bring the recovery about is another matter.
    expect(asked).toContain('who can bring it about: Hamas');
    expect(asked).toContain(
      `by way of: The last remains are recovered: no document says who (who takes part so far: ${cites('document-3.c9', 'document-4.c46')}), then`,
    );
  });
});

describe('who waits for whom', () => {
  it('says that an edge is inferred where the leaf or a hand in it is', () => {
    const text = textOf(session, answered(session, atEnd(LARGE), 'W')).replaceAll(/\s+/g, ' ');
    expect(text).toMatch(/derived: [^;]*\(document-5\.c14, c15, c17\)/);
    expect(text).not.toContain('sourced:');
  });

  it('says who takes part where no document says who can end the wait', () => {
    let state = begin(session, shipped.scenarios, 'record', LARGE);
    state = press(session, state, 't', ...'2025-12-20', 'enter');
    const text = textOf(session, answered(session, state, 'W')).replaceAll(/\s+/g, ' ');
    expect(text).toContain(
      `no document says who (who takes part so far: ${cites('document-3.c9', 'document-4.c46')})`,
    );
  });
});

describe('what is cited on screen', () => {
  it('is cited by publisher and day before the id, and the claims of a source together', () => {
    const harbour = harbourSession();
    const seen = new Set<string>();
    const begun = beginHarbour(harbour, 'harbour-record', LARGE);
    const end = press(harbour, begun, 'end');
    const screens = [
      ...Array.from({ length: 8 }, (_, at) =>
        press(harbour, begun, ...Array.from({ length: at + 1 }, () => 'right' as const)),
      ).flatMap((state) => [press(harbour, state, '2', 'z'), press(harbour, state, 's', 'z')]),
      press(harbour, end, '3', 'z'),
      press(harbour, end, '1', 'enter'),
      press(harbour, end, 'a'),
      ...(['W', 'p', 'V'] as const).map((key) => answered(harbour, end, key)),
    ];
    for (const state of screens) {
      // The lines of the graph of who waits for whom run between the words.
      const text = textOf(harbour, state).replaceAll(/[\s│]+/g, ' ');
      for (const [, before = '', id = ''] of text.matchAll(/(.{0,20})(gazette-\d\.c\d+)/g)) {
        expect(before).toMatch(/, (?:by )?\d{1,2} \w{3} 2031 \($/);
        seen.add(id);
      }
    }
    expect(seen.size).toBeGreaterThan(10);
    expect(textOf(harbour, press(harbour, begun, 'right', '2', 'z'))).toContain(
      'The Lock Gazette, by 12 Jan 2031 (gazette-1.c1, c2)  First paper: the calm and the canal',
    );
  });
});

describe('an answer', () => {
  it.each(SIZES)('has no overlong line at $columns x $rows', (size) => {
    for (const theme of [{}, { ascii: true }, { screenReader: true }]) {
      const on = harbourSession(theme);
      for (const key of ['C', 'W', 'p', 'a'] as const) {
        const state = press(on, beginHarbour(on, 'harbour-record', size), 'end');
        let shown = key === 'a' ? press(on, state, key) : answered(on, state, key);
        for (let page = 0; page < 10; page += 1) {
          for (const line of frameOf(on, shown).body)
            expect(lineWidth(line)).toBeLessThanOrEqual(size.columns);
          shown = press(on, shown, 'pageDown');
        }
      }
    }
  });
});
