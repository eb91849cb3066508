import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeText } from '../../src/explain/place-text.ts';
import { frameOf } from '../../src/tui/frame.ts';
import { keyName } from '../../src/tui/key-names.ts';
import { lineWidth, plain } from '../../src/draw/line.ts';
import { begin, reduce } from '../../src/tui/reduce.ts';
import { regionTitle } from '../../src/model/agreement.ts';
import { provisionRows } from '../../src/tui/model/provisions.ts';
import { boardOf, makeSession, runState, sceneOf, type Session } from '../../src/tui/session.ts';
import type { Size, State } from '../../src/tui/state.ts';
import { screenOn } from '../../src/tui/screens/index.ts';
import { labelOf, rankOf } from '../../src/tui/screens/screen.ts';
import { paint } from '../../src/draw/theme.ts';
import { interestingDays } from '../model/any-story.ts';
import {
  atStep,
  beginHarbour,
  EVERY_KEY,
  harbour,
  harbourSession,
  press,
  SIZES,
  typing,
} from './harbour-session.ts';

const sessions = {
  plain: harbourSession(),
  color: harbourSession({ color: true }),
  ascii: harbourSession({ ascii: true }),
  reader: harbourSession({ screenReader: true }),
};

function rowsOf(session: Session, state: State): string[] {
  const { top, body, bottom } = frameOf(session, state);
  return [...top, ...body, ...bottom].map(plain);
}

function sized(session: Session, state: State, size: Size): State {
  return reduce(session, state, { kind: 'resize', size });
}

describe('every frame', () => {
  it('is as high as it may be, no wider, and never blank', () => {
    const size = fc.oneof(
      fc.constantFrom(...SIZES),
      fc.record({
        columns: fc.integer({ min: 1, max: 210 }),
        rows: fc.integer({ min: 2, max: 70 }),
      }),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(sessions)),
        fc.array(fc.constantFrom(...EVERY_KEY), { maxLength: 25 }),
        fc.constantFrom(
          'harbour-record',
          'canal-opens-early',
          'wreck-never-raised',
          'guild-sequence',
        ),
        size,
        (session, keys, scenario, sizeNow) => {
          const state = sized(
            session,
            press(session, beginHarbour(session, scenario), ...keys),
            sizeNow,
          );
          const { top, body, bottom } = frameOf(session, state);
          const lines = [...top, ...body, ...bottom];
          expect(lines).toHaveLength(Math.max(1, sizeNow.rows - 1));
          for (const line of lines) expect(lineWidth(line)).toBeLessThanOrEqual(sizeNow.columns);
          expect(lines.map(plain).join('').trim()).not.toBe('');
        },
      ),
      { numRuns: 150 },
    );
  });

  it('cuts nothing of what there is to say just now', () => {
    const words = [
      'Days',
      'cannot',
      'run',
      '"back"',
      '(22',
      'Feb',
      '2031).',
      'L',
      'lists',
      'steps.',
    ];
    const notice = fc
      .array(fc.constantFrom(...words), { minLength: 1, maxLength: 60 })
      .map((each) => each.join(' '));
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(sessions)),
        notice,
        fc.constantFrom(...SIZES),
        (session, said, size) => {
          const state = { ...sized(session, beginHarbour(session), size), notice: said };
          expect(rowsOf(session, state).join(' ').replaceAll(/\s+/g, ' ')).toContain(said);
          const unkept = { ...state, unkept: 'The disk is full.' };
          const rows = rowsOf(session, unkept).join(' ').replaceAll(/\s+/g, ' ');
          expect(rows).toContain(said);
          expect(rows).toContain('SESSION NOT KEPT');
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each(SIZES)('shows every step at $columns x $rows, without an overlong line', (size) => {
    for (const session of Object.values(sessions)) {
      let state = beginHarbour(session, 'wreck-never-raised', size);
      for (let step = 0; step < 20; step += 1) {
        const frame = rowsOf(session, state);
        expect(frame).toHaveLength(size.rows - 1);
        state = press(session, state, 'right');
      }
    }
  });

  it('has on the rail the stage that one is at, however narrow', () => {
    const title = 'a stage of a very long name that nobody can shorten without a loss';
    const regions = new Map(harbour.agreement.regions);
    const phase = regions.get('phase');
    if (phase === undefined) throw new Error('no phase');
    const stages = phase.stages.map((stage) => ({ ...stage, title: `${stage.title}, ${title}` }));
    regions.set('phase', { ...phase, stages });
    const long = makeSession({ ...harbour.agreement, regions }, sessions.plain.theme);
    for (const session of [...Object.values(sessions), long])
      for (const size of SIZES)
        for (const scenario of harbour.scenarios.keys()) {
          let state = beginHarbour(session, scenario, size);
          for (let step = 0; step < 14; step += 1) {
            const at = runState(sceneOf(session, state), state.run).facts['phase']?.stage ?? '';
            const found = session.agreement.regions
              .get('phase')
              ?.stages.find(({ id }) => id === at);
            const [, rail = '', more = ''] = rowsOf(session, state);
            expect([size.columns, scenario, rail + more].join(' ')).toContain(
              (found?.title ?? '').slice(0, session === long ? 6 : undefined),
            );
            if (found !== undefined && !session.theme.screenReader) expect(rail).toMatch(/\[.*\]/);
            state = press(session, state, 'right');
          }
        }
  });

  it('has a condition of the gate on screen at 80 x 24, and of the provisions what the step changes', () => {
    const size = { columns: 80, rows: 24 };
    let [conditions, changes] = [0, 0];
    for (const session of [sessions.plain])
      for (const scenario of ['harbour-record', 'canal-opens-early'])
        for (const gate of harbour.agreement.gates.keys()) {
          let state: State = { ...beginHarbour(session, scenario, size), gate };
          for (let step = 0; step < 12; step += 1) {
            const rows = rowsOf(session, state);
            const board = boardOf(session, state);
            const asked = [
              ...(board?.requirement?.conditions ?? []),
              ...[...(board?.parties ?? []), ...(board?.terms ?? [])].flatMap(
                (party) => party.conditions,
              ),
            ];
            if (asked.length > 0) {
              conditions += 1;
              const titles = asked.map(
                ({ condition }) =>
                  regionTitle(session.agreement, condition.region).split(' ')[0] ?? '',
              );
              const right = rows.map((row) => row.slice(38)).join(' ');
              const found = titles.filter((title) => right.includes(`${title}`));
              expect(found.length === 0 ? rows.join('\n') : '').toBe('');
            }
            const scene = sceneOf(session, state);
            const changed = provisionRows(session, scene, state.run).filter(
              ({ changedFrom }) => changedFrom !== null,
            );
            changes += changed.length;
            expect(rows.join(' ')).toContain('1 Provisions: what changes');
            const left = rows.map((row) => row.slice(0, 36).trim()).join(' ');
            if (changed.length === 0) expect(left).toContain('1 shows all');
            const all = rowsOf(session, press(session, state, '1')).join(' ');
            expect(all).not.toContain('what changes');
            state = press(session, state, 'right');
          }
        }
    expect([conditions > 50, changes > 50]).toEqual([true, true]);
  });

  it.each(SIZES)('has no key at its foot that does nothing, at $columns x $rows', (size) => {
    for (const session of [sessions.plain, sessions.reader])
      for (const before of [
        [],
        ['end'],
        ['2'],
        ['3'],
        ['z'],
        ['?'],
        ['Q'],
        ['1', 'enter'],
        ['a'],
      ]) {
        const state = press(session, beginHarbour(session, 'canal-opens-early', size), ...before);
        const foot = rowsOf(session, state).at(-1) ?? '';
        for (const entry of screenOn(state).keys) {
          const key = keyName(entry.keys[0] ?? '', session === sessions.plain);
          const name = `${key} ${labelOf(entry, state)}`;
          if (rankOf(entry, state) === 0 || !foot.includes(name)) continue;
          const after = press(session, state, entry.keys[0] ?? '');
          const isSame = rowsOf(session, after).join() === rowsOf(session, state).join();
          expect([before, name, isSame && after.request === null]).toEqual([before, name, false]);
          expect(after.notice ?? '').not.toMatch(/does nothing|This is the|no .*step/);
        }
      }
  });

  it('names no key to choose with where there is nothing to choose', () => {
    for (const open of [[':'], ['o'], ['w'], ['d']]) {
      const state = press(sessions.plain, beginHarbour(sessions.plain), ...open);
      expect(rowsOf(sessions.plain, state).at(-1)).toMatch(/Enter (?:choose|take it)/);
      const none = press(sessions.plain, state, ...typing('zebra'));
      expect(rowsOf(sessions.plain, none).at(-1)).not.toMatch(/Enter|why/);
      expect(press(sessions.plain, none, 'enter')).toMatchObject({
        overlays: none.overlays,
        notice: 'There is nothing to choose here.',
      });
    }
  });

  it('says how large a terminal it needs', () => {
    const rows = rowsOf(
      sessions.plain,
      sized(sessions.plain, beginHarbour(sessions.plain), { columns: 59, rows: 30 }),
    );
    expect(rows.join('\n')).toContain('needs at least 60x16');
  });
});

describe('what a frame says', () => {
  const at = (session: Session, step: string, size: Size) =>
    sized(session, atStep(session, beginHarbour(session), step), size);

  it.each(SIZES)(
    'says which phase is contested, by whom, and who has no position, at $columns x $rows',
    (size) => {
      const rows = rowsOf(sessions.plain, at(sessions.plain, 'phase-two-declared', size));
      const text = rows.slice(0, 4).join(' ').replaceAll(/\s+/g, ' ');
      expect(text).toContain('◐ CONTESTED phase two: Southquay · phase one: Northquay');
      // Where the strip takes the line of those without one, the gate pane beside has them.
      if (size.columns === 80) expect(rows.join('\n')).toContain('position reported of the');
      else expect(text).toContain("no position reported: Pilots' Guild");
      expect(text).toContain('step 5 of 8 · 16 Feb 2031');
    },
  );

  it.each(SIZES)('says where the record ends and what is on show, at $columns x $rows', (size) => {
    const text = rowsOf(sessions.plain, at(sessions.plain, 'one-way-offer', size)).join('\n');
    expect(text).toContain('Record ends 2 Mar 2031');
    expect(text).toContain('Shown as reported');
    expect(text).toContain('? help');
    expect(text).toContain('q quit');
  });

  it('shows an undated step as undated, and a step beyond the record as beyond it', () => {
    const session = sessions.plain;
    const undated = rowsOf(session, press(session, beginHarbour(session), 'right')).join('\n');
    expect(undated).toContain('step 1 of 8 · undated');
    const expected = rowsOf(
      session,
      atStep(session, beginHarbour(session, 'guild-sequence'), 'wreck-raised'),
    ).join('\n');
    expect(expected).toContain("After the record's end, 2 Mar 2031");
    expect(expected).toContain('3 to 31 Mar 2031: The wreck is raised before the thaw');
    expect(expected).toContain(
      `Expected: event "The wreck is raised", by the Pilots' Guild [derived`,
    );
  });

  it('shows where the chosen run differs from the report', () => {
    const session = sessions.plain;
    const state = press(session, at(session, 'wreck-located', { columns: 120, rows: 40 }), 'r');
    const text = rowsOf(session, state).join('\n');
    expect(text).toContain('Provisions, run of Northquay');
    expect(text).toContain('≠ reported: located');
    expect(text).toContain('≠ reported: phase two');
  });

  it('has every line of a long page within reach', () => {
    const session = sessions.plain;
    for (const [pane, mark] of [
      ['3', 'Terms as reported'],
      ['4', 'perspective  Northquay'],
      ['2', 's reads the claims in full.'],
    ] as const) {
      let state = press(
        session,
        at(session, 'phase-two-declared', { columns: 60, rows: 16 }),
        pane,
      );
      const seen = new Set<string>();
      for (let page = 0; page < 60; page += 1) {
        for (const row of rowsOf(session, state)) seen.add(row.trim());
        state = press(session, state, 'pageDown');
      }
      expect([...seen].join('\n')).toContain(mark);
    }
  });

  it('says in words what others see as signs', () => {
    const session = sessions.reader;
    const board = rowsOf(
      session,
      press(session, at(session, 'phase-two-declared', { columns: 120, rows: 40 }), '3'),
    ).join('\n');
    expect(board).toContain('Northquay: closed');
    expect(board.replaceAll(/\s+/g, ' ')).toContain(
      'unmet: wreck of the Marigold: raised Now: lost',
    );
    expect(board).not.toMatch(/[✓✗◐●○▮▯━│]/);
    const provisions = rowsOf(
      session,
      press(session, at(session, 'wreck-located', { columns: 120, rows: 40 }), '1'),
    ).join('\n');
    expect(provisions).toContain(
      'wreck of the Marigold: located, level 1 of 3, sourced; changed by this step, was lost',
    );
  });

  it('keeps to ASCII for its own part', () => {
    const session = sessions.ascii;
    for (const keys of [[], ['g'], ['?'], ['G'], ['o'], ['1', 'enter'], ['4', 'z']]) {
      const state = press(
        session,
        at(session, 'phase-two-declared', { columns: 120, rows: 40 }),
        ...keys,
      );
      const own = rowsOf(session, state)
        .join('\n')
        .replaceAll(/[\p{Script=Arabic}\p{Script=Hebrew}🔍⚓]/gu, '');
      expect(own.match(/[^\x20-\x7e\n]/gu)).toBeNull();
      // What is drawn of the words is ASCII as well, and as wide as they are.
      const { top, body, bottom } = frameOf(session, state);
      for (const line of [...top, ...body, ...bottom]) {
        // oxlint-disable-next-line no-control-regex
        const painted = paint(session.theme, line).replaceAll(/\x1b\[\d+m/g, '');
        expect(painted).toMatch(/^[\x20-\x7e]*$/);
        expect(painted.length).toBe(lineWidth(line));
      }
    }
  });
});

it('writes out what hostile text would do to a terminal', () => {
  const session = harbourSession({ color: true });
  const hostile = 'a\x1b]52;c;eA==\x07b\u202Ec\x9b2Jd\nE';
  const record = harbour.scenarios.get('harbour-record');
  if (record === undefined) throw new Error('no record');
  const steps = record.steps.map((step) => ({ ...step, title: hostile, narrative: hostile }));
  const scenarios = new Map([
    ['harbour-record', { ...record, title: hostile, summary: hostile, steps }],
  ]);
  for (const keys of [[], ['right'], ['o'], ['end', 'g'], ['1', 'enter']]) {
    const begun = begin(session, scenarios, 'harbour-record', { columns: 120, rows: 40 });
    const text = rowsOf(session, press(session, begun, ...keys)).join('');
    expect(text).not.toMatch(/[\p{Cc}\u202E]/u);
    expect(text).toContain('a\\u{1b}]52;c;eA==\\u{07}b\\u{202e}c\\u{9b}2Jd\\nE');
  }
});

describe('colour', () => {
  const styles = (session: Session) => {
    const state = atStep(session, beginHarbour(session), 'phase-two-declared');
    const { top, body, bottom } = frameOf(session, state);
    const painted = [...top, ...body, ...bottom]
      .map((line) => paint(session.theme, line))
      .join('\n');
    // oxlint-disable-next-line no-control-regex
    return new Set([...painted.matchAll(/\x1b\[(\d+)m/g)].map(([, code]) => Number(code)));
  };

  it('is dropped where it is not wanted, while bold and faint stay', () => {
    expect([...styles(sessions.color)].some((code) => code >= 30 && code <= 37)).toBe(true);
    expect([...styles(sessions.plain)].toSorted((left, right) => left - right)).toEqual([1, 2, 22]);
    expect(styles(sessions.reader).size).toBe(0);
  });

  it('alone tells nothing: with and without it the words and signs are the same', () => {
    for (const step of ['phase-two-declared', 'wreck-located']) {
      const [with_, without] = [sessions.color, sessions.plain].map((session) =>
        rowsOf(session, atStep(session, beginHarbour(session), step)),
      );
      expect(with_).toEqual(without);
    }
  });
});

describe('a list on screen', () => {
  const { plain: session } = sessions;

  it('shows what stands below its rows with the last of them, as far as that stays in view', () => {
    const gates = press(session, beginHarbour(session), 'g', 'end');
    const rows = rowsOf(session, gates);
    expect(rows.some((row) => row.includes('▸') && row.includes('The tolls are shared'))).toBe(
      true,
    );
    expect(rows.join(' ')).toContain('Verdicts are derived');
  });

  it('says whose columns are headed by first letters, and only where they are', () => {
    const keyAt = (columns: number) => {
      const size = { columns, rows: 40 };
      const at = press(session, beginHarbour(session, harbour.opens, size), 'g', 'end');
      return rowsOf(session, at).join(' ');
    };
    expect(keyAt(60)).toContain("Nor Northquay   Sou Southquay   Pil the Pilots' Guild");
    expect(keyAt(120)).not.toContain('Nor Northquay');
  });

  it('has the verdicts of a gate no further from its title than the titles need', () => {
    const size = { columns: 200, rows: 40 };
    const rows = rowsOf(session, press(session, beginHarbour(session, harbour.opens, size), 'g'));
    const row = rows.find((one) => one.includes('The canal opens both ways')) ?? '';
    expect(row.indexOf('closed') - row.indexOf('The canal')).toBeLessThan(50);
  });
});

describe('the title', () => {
  it('leaves room for the names, saying less of the step where it must', () => {
    const { plain: session } = sessions;
    const size = { columns: 60, rows: 16 };
    const branch = press(
      session,
      press(session, atStep(session, beginHarbour(session, harbour.opens, size), 'one-way-offer')),
      'w',
      'enter',
      'enter',
      'enter',
    );
    const title = rowsOf(session, branch)[0] ?? '';
    expect(title).toMatch(/^ The harbo… · What if: …  hypothetical  step \d · /);
  });
});

describe('the title as of a day', () => {
  it('says where that is as the commands do, or that the step on show is not certain', () => {
    const { plain: session } = sessions;
    const [wide] = SIZES.slice(-1);
    if (wide === undefined) throw new Error('There is no size.');
    const seen = { certain: 0, perhaps: 0 };
    for (const day of interestingDays(harbour.agreement)) {
      const state = press(
        session,
        beginHarbour(session, harbour.opens, wide),
        't',
        ...typing(day),
        'enter',
      );
      const { moment } = sceneOf(session, state);
      const title = rowsOf(session, state)[0] ?? '';
      const place = placeText(moment.stepIndex, moment.story.steps.length);
      const isPerhaps = title.includes('perhaps after step');
      seen[isPerhaps ? 'perhaps' : 'certain'] += 1;
      if (!isPerhaps) expect([day, title.includes(`  ${place}`)]).toEqual([day, true]);
      else expect(moment.perhaps.at(-1)).toBe(moment.played.steps.at(-1)?.step);
    }
    expect(Math.min(seen.certain, seen.perhaps)).toBeGreaterThan(0);
  });
});
