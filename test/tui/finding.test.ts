import { describe, expect, it } from 'vitest';
import { lineWidth, plain } from '../../src/draw/line.ts';
import { frameOf } from '../../src/tui/frame.ts';
import { matchingLines } from '../../src/tui/model/matches.ts';
import { asDrawn } from '../../src/tui/pages.ts';
import { reduce } from '../../src/tui/reduce.ts';
import type { Session } from '../../src/tui/session.ts';
import { modeOf, type State } from '../../src/tui/state.ts';
import { beginHarbour, harbourSession, press, SIZES, typing } from './harbour-session.ts';

const session = harbourSession();
const small = { columns: 80, rows: 24 };
const start = beginHarbour(session, 'harbour-record', small);

function bodyOf(on: Session, state: State): string[] {
  return frameOf(on, state).body.map(plain);
}

/** The row that is marked, without its mark. */
function marked(state: State): string {
  const rows = bodyOf(session, state).filter((row) => row.startsWith('▸'));
  expect(rows).toHaveLength(1);
  return (rows[0] ?? '').slice(1).trim();
}

describe('finding words', () => {
  it('goes to the next place in a page and the one before, round and round', () => {
    const help = press(session, start, '?');
    const first = press(session, help, '/', ...typing('the gate'), 'enter');
    const count = Number(/1 of (\d+)/.exec(first.notice ?? '')?.[1]);
    expect(count).toBeGreaterThan(2);
    expect(marked(first)).toContain('the gate');
    const second = press(session, first, 'n');
    expect(second.notice).toBe(`"the gate": 2 of ${count}.`);
    expect(press(session, second, 'ctrl+p').find).toEqual(first.find);
    expect(press(session, second, 'N').find).toEqual(first.find);
    const around = press(session, first, ...Array.from({ length: count }, () => 'ctrl+n'));
    expect(around.find).toEqual(first.find);
    expect(around.notice).toContain('from the top again');
    expect(press(session, first, 'N').notice).toBe(
      `"the gate": ${count} of ${count}, from the end again.`,
    );
  });

  it('marks the place until the next key, and goes on from what is in view', () => {
    const first = press(session, start, 'G', '/', ...typing('phase'), 'enter');
    expect(first.find?.at).toMatchObject({ on: 'glossary' });
    const away = press(session, first, '>');
    expect(away.find).toEqual({ words: 'phase', at: null });
    const again = press(session, away, 'n');
    expect(again.find?.at?.line).toBeGreaterThanOrEqual(0);
    expect(
      reduce(session, first, { kind: 'resize', size: { columns: 60, rows: 16 } }).find,
    ).toEqual({ words: 'phase', at: null });
  });

  it('looks through the pane in focus, and leaves n and N to the changes', () => {
    const pane = press(session, start, 'end', '4');
    const found = press(session, pane, 'ctrl+f', ...typing('gazette'), 'enter', 'ctrl+n');
    expect(found.find?.at?.on).toBe('sources');
    const { tops } = asDrawn(session, found);
    expect(bodyOf(session, found).join('\n')).toMatch(/▸.*gazette/i);
    const next = press(session, found, 'ctrl+n');
    expect(asDrawn(session, next).tops.sources).toBeGreaterThan(tops.sources);
    expect(press(session, start, 'n').position).toBeGreaterThan(start.position);
    expect(press(session, found, 'n').find?.at).toBeNull();
  });

  it('says in every pane which place of how many, how to go on, and marks it', () => {
    for (const pane of ['1', '2', '3', '4']) {
      const found = press(session, start, 'end', pane, '/', ...typing('the'), 'enter');
      expect([pane, found.notice]).toEqual([
        pane,
        expect.stringMatching(/^"the": 1 of \d+\. Ctrl-N goes to the next\.$/),
      ]);
      expect(bodyOf(session, asDrawn(session, found)).join('\n')).toContain('▸');
    }
  });

  it('looks through the first page too', () => {
    const front = press(session, start, 'Q');
    const found = press(session, front, '/', ...typing('phase'), 'enter');
    expect(modeOf(found)).toBe('front');
    expect(found.notice).toMatch(/^"phase": 1 of \d+\. Ctrl-N goes to the next\.$/);
    expect(press(session, found, 'ctrl+n').notice).toMatch(/^"phase": 2 of/);
    expect(bodyOf(session, asDrawn(session, found)).join('\n')).toContain('▸');
  });

  it('says how much a filter lets pass, in a pane and in a list', () => {
    for (const pane of ['1', '2', '3', '4']) {
      const few = press(session, start, 'end', pane, '&', ...typing('a'), 'enter');
      expect(bodyOf(session, few).join('\n')).toMatch(/: [1-9]\d* of \d+ with/);
      const none = press(session, start, 'end', pane, '&', ...typing('zebra'), 'enter');
      expect(bodyOf(session, none).join('\n')).toMatch(/: 0 of \d+ with/);
    }
    const list = press(session, start, ':', ...typing('branch'));
    expect(bodyOf(session, list).join('\n')).toMatch(/Type to filter: branch_ {2}\d+ of \d\d/);
  });

  it('says where there is nothing to find, or to look through', () => {
    const help = press(session, start, '?');
    expect(press(session, help, '/', ...typing('zebra'), 'enter').notice).toBe(
      'Nothing here has "zebra" in it.',
    );
    expect(press(session, help, 'n').notice).toBe('Nothing was looked for yet.');
    expect(press(session, help, '/', 'enter')).toMatchObject({ find: null });
    expect(press(session, help, '/', ...typing('x'), 'escape')).toMatchObject({ find: null });
  });

  it('chooses the row that has them in a list, and goes on from there', () => {
    const list = press(session, start, 'F', 'tab');
    const chosen = (state: State) => {
      const top = state.overlays.at(-1);
      return top !== undefined && 'selected' in top ? top.selected : -1;
    };
    const titles = session.agreement.sources.map(({ publisher, title }) => `${publisher} ${title}`);
    const word = /\p{L}{5,}/u.exec(titles.at(-1) ?? '')?.[0] ?? '';
    const found = press(session, list, '/', ...typing(word), 'enter');
    expect(found.notice).toMatch(new RegExp(`^"${word}": 1 of \\d+`));
    expect(modeOf(found)).toBe('citations');
    const count = Number(/of (\d+)/.exec(found.notice ?? '')?.[1]);
    const around = press(session, found, ...Array.from({ length: count }, () => 'n'));
    expect(chosen(around)).toBe(chosen(found));
    expect(around.notice).toContain('from the top again');
    expect(bodyOf(session, asDrawn(session, around)).join('\n')).toMatch(
      new RegExp(`▸.*\\n?.*${word}`, 'i'),
    );
    expect(press(session, found, 'N').notice).toContain('from the end again');
    // What is chosen already counts as the first.
    expect(chosen(press(session, found, '/', ...typing(word), 'enter'))).toBe(chosen(found));
  });

  it('does so in every list: where letters are typed, where they do something, and in a pane', () => {
    const own = press(session, start, 'right', 'w', 'enter', 'enter', 'enter');
    const ways: readonly (readonly [open: string, last: string, words: string])[] = [
      ['o', 'end', 'record'],
      ['w', 'home', 'wreck'],
      ['B', 'end', 'record'],
      ['L', 'end', 'before the first'],
      ['g', 'end', 'follow the steps'],
      ['H', 'end', 'as it was'],
      [':', 'end', 'next step'],
      ['d', 'end', 'record'],
      ['1', '>', 'wreck'],
    ];
    for (const [open, last, words] of ways) {
      const list = press(session, own, open, last);
      const row = (state: State) => {
        const lines = frameOf(session, asDrawn(session, state)).body.map(plain);
        const at = lines.findIndex((line) => line.includes('▸'));
        return lines
          .slice(at, at + 5)
          .join(' ')
          .replaceAll(/\s+/g, ' ');
      };
      const found = press(session, list, 'ctrl+f', ...typing(words), 'enter');
      expect([open, found.notice]).toEqual([open, expect.stringMatching(/^".+": \d of \d/)]);
      expect([open, modeOf(found)]).toEqual([open, modeOf(list)]);
      expect([open, row(found).toLowerCase()]).toEqual([open, expect.stringContaining(words)]);
      const next = press(session, found, 'ctrl+n', 'ctrl+p');
      expect([open, row(next)]).toEqual([open, row(found)]);
    }
  });

  it('finds what is wrapped, with any blanks and letters', () => {
    const lines = ['Phase two', 'begins here.', '', 'phase', '  TWO'].map((said) => [
      { text: said, tone: 'plain' as const },
    ]);
    expect(matchingLines(lines, 'two begins')).toEqual([0]);
    expect(matchingLines(lines, ' phase  two ')).toEqual([0, 3]);
    expect(matchingLines(lines, '')).toEqual([]);
  });

  it.each(SIZES)('keeps every line within $columns x $rows', (size) => {
    for (const look of [{}, { ascii: true }, { screenReader: true }]) {
      const on = harbourSession(look);
      const state = press(on, beginHarbour(on, 'harbour-record', size), '?', '/', 's', 'enter');
      expect(state.find?.at).not.toBeNull();
      expect(bodyOf(on, state).join('\n')).toMatch(/^(?:▸|>|match: )/m);
      for (const line of frameOf(on, state).body)
        expect(lineWidth(line)).toBeLessThanOrEqual(size.columns);
    }
  });
});
