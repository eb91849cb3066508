import { describe, expect, it } from 'vitest';
import type { AgreementEvent } from '../../src/model/agreement.ts';
import type { PropertiesFile } from '../../src/model/shapes/properties.ts';
import { finish } from '../../src/search/work.ts';
import { frameOf } from '../../src/tui/frame.ts';
import type { Key } from '../../src/tui/keys.ts';
import { replied } from '../../src/tui/lab/answers.ts';
import { searched } from '../../src/lab/searching.ts';
import { lineWidth, plain } from '../../src/draw/line.ts';
import { begin } from '../../src/tui/reduce.ts';
import { makeSession, sceneOf, type Session, standingAt } from '../../src/tui/session.ts';
import type { Size, State } from '../../src/tui/state.ts';
import { makeTheme } from '../../src/draw/theme.ts';
import {
  atStep,
  beginHarbour,
  harbour,
  harbourSession,
  press,
  SIZES,
  typing,
} from './harbour-session.ts';

const LARGE: Size = { columns: 160, rows: 80 };
const session = harbourSession();

/** The state once what a key asks has been searched and answered. */
function answered(on: Session, state: State, ...keys: readonly Key[]): State {
  const asked = press(on, state, ...keys);
  if (asked.request?.kind !== 'work') throw new Error('nothing was requested');
  const { question } = asked.request;
  const answer = finish(searched(on, question));
  return replied(on, asked, { kind: 'answered', question, answer });
}

function linesOf(on: Session, state: State): string[] {
  return frameOf(on, state).body.map((line) => plain(line).trimEnd());
}

const flat = (on: Session, state: State) => linesOf(on, state).join(' ').replaceAll(/\s+/g, ' ');
const end = (on = session) => press(on, beginHarbour(on, 'harbour-record', LARGE), 'end');
const clocked = (typed: string) =>
  press(session, beginHarbour(session, 'harbour-record', LARGE), 't', ...typing(typed), 'enter');

/** The state with a gate chosen for the board. */
function pinned(on: Session, state: State, gate: string): State {
  const index = [...on.agreement.gates.keys()].indexOf(gate) + 1;
  const down = Array.from({ length: index }, () => 'down' as const);
  return press(on, state, 'g', 'home', ...down, 'enter');
}

/** A gate on the board with the screen to itself. */
function board(on: Session, state: State, gate: string): string[] {
  const [, ...lines] = linesOf(on, press(on, pinned(on, state, gate), '3', 'z'));
  return lines.filter((each) => each !== '');
}

/** The harbour, with something said to stand in the way of an event, and something that the model assumes of it. */
function withMore(id: string, more: Partial<AgreementEvent>): Session {
  const { agreement } = harbour;
  const event = agreement.events.get(id);
  if (event === undefined) throw new Error(id);
  const events = new Map(agreement.events).set(id, { ...event, ...more });
  return makeSession(
    { ...agreement, events },
    makeTheme({ ascii: false, color: false, screenReader: false }),
  );
}

describe('the gate board', () => {
  it('says first how the gate stands, then what the model requires, each party, and the terms apart', () => {
    const on = withMore('canal.opened', {
      inTheWay: ['gazette-2.c9'],
      assumed: 'an event of the test',
      requirement: harbour.agreement.events.get('phase.settled')?.requirement ?? null,
    });
    const lines = board(on, end(on), 'canalOpening');
    const order = [
      /^ The canal opens both ways {2}derived$/,
      /^ Kept on the board/,
      /^ ✗ Closed: held back by Northquay and Southquay; no position reported of the Pilots' Guild\./,
      /^ Assumed by the model itself: an event of the test/,
      /^ The model itself requires first \(no party's position\): unmet/,
      /^ {3}✗ canal tolls: shared$/,
      /^ {5}Now: disputed\. Who can: no document says who\./,
      /^ ✗ Northquay: closed/,
      /^ {5}✗ wreck of the Marigold: raised$/,
      /^ {7}Now: /,
      /^ ✗ Southquay: closed/,
      /^ {5}✓ envoys/,
      /^ No position reported: the Pilots' Guild \[on the matter: The Lock Gazette/,
      /^ ✓ The charter as reported \(terms as reported, no party's\): open/,
      /^ {5}✓ phase: phase two or settled/,
      /^ Said to stand in the way, without being a condition/,
    ];
    const found = order.map((pattern) => lines.findIndex((each) => pattern.test(each)));
    expect(found).not.toContain(-1);
    expect(found).toEqual(found.toSorted((left, right) => left - right));
  });

  it('says what the model requires once, whoever else asks something', () => {
    const lines = board(session, end(), 'settlement');
    const count = (words: string) => lines.filter((each) => each.includes(words)).length;
    expect(count('The model itself requires first')).toBe(1);
    expect(count('canal tolls: shared')).toBe(1);
    expect(count('shore batteries: dismantled')).toBe(1);
    expect(count('inspectors 🔍: on site')).toBe(1);
  });

  it('says that somebody objects, backs, or may by then ask, and what is known at second hand only', () => {
    const sealing = board(session, end(), 'batteriesSealing').join(' ').replaceAll(/\s+/g, ' ');
    expect(sealing).toContain(
      "CONTESTED: held back by Southquay; backed by Northquay; no position reported of the Pilots' Guild.",
    );
    expect(sealing).toContain('✗ Southquay: closed Objects; no condition reported [');
    expect(sealing).toContain('✓ Northquay: open Backs it [');
    const before = board(session, clocked('2031-01-08'), 'phaseTwo').join(' ');
    expect(before).toContain('? Northquay: unknown');
    expect(before).toContain('perhaps not asked yet');
    expect(before.replaceAll(/\s+/g, ' ')).toContain(
      'May already ask [The Lock Gazette, by 12 Jan 2031]:',
    );
  });

  it('says why an event cannot happen, and what has happened under whom', () => {
    const broken = atStep(
      session,
      beginHarbour(session, 'wreck-never-raised', LARGE),
      'calm-breaks',
    );
    const settlement = board(session, broken, 'settlement').join(' ');
    expect(settlement).toContain(
      'It cannot happen from here (phase: broken off); it would be possible from phase two.',
    );
    const declared = atStep(session, beginHarbour(session, 'harbour-record', LARGE), 'wreck-first');
    expect(board(session, declared, 'phaseTwo').join('\n')).toContain(
      'In the run of Northquay: possible by its stage (phase: phase one).',
    );
  });

  it('stands at a moment as the answers without a screen have it', () => {
    const gates = [...harbour.agreement.gates.values()];
    for (const state of [end(), clocked('2031-01-07'), clocked('2031-02-20 known 2031-01-20')])
      for (const { id, event } of gates) {
        const { verdict } = standingAt(sceneOf(session, state).moment, event);
        const [, , said = ''] = board(session, state, id);
        expect([id, said.toLowerCase()]).toEqual([id, expect.stringContaining(`${verdict}:`)]);
      }
  });
});

describe('everything about a gate', () => {
  it('is what the check of it prints', () => {
    const text = flat(session, press(session, pinned(session, end(), 'canalOpening'), 'a'));
    expect(text).toContain('The canal opens both ways (gate canalOpening, event canal.opened)');
    expect(text).toContain('Can it happen? As far as its stage goes, yes.');
    expect(text).toContain('✗ wreck of the Marigold: raised (wreckBeforeCanal)');
    expect(text).toContain('(inspectorsWatch)');
  });
});

describe('who could get through a gate on their own, and who waits for whom', () => {
  it('is answered on what the documents say', () => {
    expect(flat(session, answered(session, end(), 'C'))).toContain(
      'By what the documents say of who can bring what about',
    );
    // Over it stands what was asked, once.
    const asked = flat(session, answered(session, end(), 'C'));
    expect(asked.match(/on their own( from here)?, under/g)).toEqual([
      'on their own from here, under',
    ]);
    const waits = flat(session, answered(session, end(), 'W'));
    expect(waits).toContain(
      'Northquay -> Southquay "The canal opens both ways" (canalOpening) waits for wreck of the Marigold: raised (wreckBeforeCanal)',
    );
  });
});

describe('words on a wide screen', () => {
  it('run no further than one can read, and tables as far as they need', () => {
    const wide = press(
      session,
      beginHarbour(session, 'harbour-record', { columns: 200, rows: 60 }),
      'end',
    );
    const widest = (key: Key) => {
      const [, ...lines] = linesOf(session, answered(session, wide, key));
      return Math.max(...lines.map((each) => each.length));
    };
    for (const key of ['C', 'p'] as const) {
      expect(widest(key)).toBeLessThanOrEqual(111);
      expect(widest(key)).toBeGreaterThan(80);
    }
    // Who waits for whom is a table.
    expect(widest('W')).toBeGreaterThan(111);
  });
});

describe('a way', () => {
  it('is shown with whose positions it passes, and played as a branch from here', () => {
    const found = answered(session, pinned(session, end(), 'canalOpening'), 'r', 'p');
    const text = flat(session, found);
    expect(text).toContain('The shortest path to "The canal opens both ways"');
    expect(text).toContain('1. The wreck is located (wreck.located)');
    const branch = press(session, found, 'enter');
    expect(branch.branches).toHaveLength(1);
    const events = branch.scenarios.get(branch.scenario)?.steps.map(({ event }) => event);
    expect(events).toEqual(['wreck.located', 'wreck.raised', 'canal.opened']);
    expect(branch.run).toBe('northquay');
    // Played to its end, the gate has passed.
    const played = sceneOf(session, press(session, branch, 'end'));
    const party = standingAt(played.moment, 'canal.opened').parties[0];
    expect([party?.reading, party?.verdict]).toEqual(['northquay', 'passed']);
  });

  it('is looked for from the moment on show, by both clocks', () => {
    const state = clocked('2031-02-20 known 2031-01-20');
    const found = answered(session, press(session, state, ']'), 'r', 'p');
    const question = found.overlays.at(-1);
    expect(question).toMatchObject({
      question: { moment: { viewpoint: { asOf: '2031-02-20', knownBy: '2031-01-20' } } },
    });
    const branch = press(session, found, 'enter');
    const [first] = branch.scenarios.get(branch.scenario)?.steps ?? [];
    expect(first?.date).toEqual({ from: '2031-02-20', to: '2031-02-20' });
  });

  it('is not looked for where nothing had been published', () => {
    const state = press(session, clocked('known 2030-12-31'), 'p');
    expect(state.request).toBeNull();
    expect(flat(session, state)).toContain('Nothing had been published by 31 Dec 2030');
    // Nor is it said how any gate stood: they can be chosen for the board, and no more.
    const matrix = flat(session, press(session, clocked('known 2030-12-31'), 'g'));
    expect(matrix).toContain('Nothing had been published by 31 Dec 2030');
    expect(matrix).toContain('The canal opens both ways');
    expect(matrix).not.toMatch(/unstated|closed|open or passed|It cannot happen/);
  });
});

describe('the properties', () => {
  const formulas: PropertiesFile = {
    properties: [
      {
        id: 'never-breaks',
        title: 'The calm never breaks',
        why: 'It may.',
        claims: ['gazette-1.c5'],
        never: { region: 'calm', stages: ['broken'] },
      },
      {
        id: 'settles',
        title: 'It can be settled',
        why: 'Else nobody need try.',
        claims: [],
        sometimes: { region: 'phase', stages: ['settled'] },
      },
      {
        id: 'no-parley-again',
        title: 'Nothing follows a parley',
        why: 'The parley is over.',
        claims: [],
        leadsTo: {
          from: { region: 'phase', stages: ['parley'] },
          to: { region: 'phase', stages: ['settled'] },
        },
      },
    ],
  };
  const on = makeSession(
    harbour.agreement,
    makeTheme({ ascii: false, color: false, screenReader: false }),
    formulas,
  );
  const state = answered(on, end(on), 'V');

  it('are checked from the moment on show, with a counterexample, a witness, or as vacuous', () => {
    const lines = linesOf(on, state);
    const text = lines.join(' ').replaceAll(/\s+/g, ' ');
    const place = (words: string) => lines.findIndex((each) => each.includes(words));
    // What fails comes first, and is chosen.
    expect(place('✗ The calm never breaks')).toBeLessThan(place('Nothing follows a parley'));
    expect(text).toContain(
      'fails under the reading of Northquay. The shortest counterexample: 1. The calm breaks (calm.broke) Enter plays it as a branch.',
    );
    expect(text).toContain(
      '· Nothing follows a parley under every reading: vacuous: it holds, but only because nothing that it speaks of can happen',
    );
    const witness = press(on, state, 'end');
    expect(linesOf(on, witness).join(' ').replaceAll(/\s+/g, ' ')).toMatch(
      /✓ It can be settled under the readings of Northquay, .* holds under the reading of Northquay\. The shortest witness: 1\. .* Enter plays it as a branch\./,
    );
    const fromStart = answered(on, beginHarbour(on, 'harbour-record', LARGE), 'V');
    expect(flat(on, fromStart)).not.toContain('Nothing follows a parley under every reading: vac');
  });

  it('show a counterexample as a branch from here', () => {
    const branch = press(on, state, 'enter');
    const scenario = branch.scenarios.get(branch.scenario);
    expect(scenario?.branchesFrom).toEqual({ scenario: 'harbour-record', step: 'wreck-first' });
    expect(scenario?.title).toBe('How it fails: The calm never breaks');
    const { moment } = sceneOf(on, press(on, branch, 'end'));
    expect(moment.states['reported']?.facts['calm']?.stage).toBe('broken');
    const witness = press(on, state, 'end', 'enter');
    expect(witness.scenarios.get(witness.scenario)?.title).toBe(
      'How it comes about: It can be settled',
    );
    const vacuous = press(on, state, 'down', 'down', 'enter');
    expect(vacuous.notice).toBe('No course of events shows it.');
  });
});

describe('what is cited on screen', () => {
  it('is cited by publisher and day before the id, and the claims of a source together', () => {
    const seen = new Set<string>();
    const begun = beginHarbour(session, 'harbour-record', LARGE);
    const screens = [
      ...Array.from({ length: 8 }, (_, at) =>
        press(session, begun, ...Array.from({ length: at + 1 }, () => 'right' as const)),
      ).flatMap((state) => [press(session, state, '2', 'z'), press(session, state, 's', 'z')]),
      press(session, end(), '3', 'z'),
      press(session, end(), '1', 'enter'),
      press(session, end(), 'a'),
      ...(['W', 'p', 'C'] as const).map((key) => answered(session, end(), key)),
    ];
    for (const state of screens) {
      for (const [, before = '', id = ''] of flat(session, state).matchAll(
        /(.{0,20})(gazette-\d\.c\d+)/g,
      )) {
        expect(before).toMatch(/, (?:by )?\d{1,2} \w{3} 2031 \($/);
        seen.add(id);
      }
    }
    expect(seen.size).toBeGreaterThan(10);
    expect(flat(session, press(session, begun, 'right', '2', 'z'))).toContain(
      '[The Lock Gazette, by 12 Jan 2031 (gazette-1.c1, c2)].',
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

  it('uses no word that the project has given up', () => {
    const given = /\bleaf\b|\bleaves\b(?! the)|base reading|anew|lies behind|hang on what/i;
    for (const keys of [['?'], ['G'], ['T'], ['a'], ['w'], ['w', 'tab'], [':'], ['g'], ['L']])
      for (const on of [end(), beginHarbour(session, 'harbour-record', LARGE)])
        expect(linesOf(session, press(session, on, ...keys)).join('\n')).not.toMatch(given);
    expect(begin(session, harbour.scenarios, 'guild-sequence', LARGE).notice).toBeNull();
  });
});
