import { describe, expect, it } from 'vitest';
import { blockingText, gateBoard } from '../../src/tui/model/gate-board.ts';
import { gateRows } from '../../src/tui/model/gate-list.ts';
import { goToDate } from '../../src/tui/model/go-to-date.ts';
import { phaseRail } from '../../src/tui/model/phase-rail.ts';
import { provisionCard } from '../../src/tui/model/provision-card.ts';
import { provisionRows } from '../../src/tui/model/provisions.ts';
import { matchingScenarios } from '../../src/tui/model/scenario-list.ts';
import { stepCard } from '../../src/tui/model/step-card.ts';
import { controllersText, listed, shortName } from '../../src/tui/model/wording.ts';
import { momentOf } from '../../src/tui/session.ts';
import { atStep, beginHarbour, harbour, harbourSession, press } from './harbour-session.ts';

const session = harbourSession();
const at = (step: string, scenario?: string) =>
  momentOf(session, atStep(session, beginHarbour(session, scenario), step));

describe('the phase rail', () => {
  it('says whose run is in which phase, and who has no position on it', () => {
    const rail = phaseRail(session, at('phase-two-declared'), 'reported');
    expect(rail?.isContested).toBe(true);
    expect(rail?.groups).toEqual([
      { phase: 'phase two', readings: ['Southquay'] },
      { phase: 'phase one', readings: ['Northquay'] },
    ]);
    expect(rail?.withoutPosition).toEqual(["the Pilots' Guild"]);
    expect(rail?.stops.map(({ mark }) => mark)).toEqual([
      'behind',
      'contested',
      'contested',
      'ahead',
      'ahead',
    ]);
  });

  it('counts every party where no gate stood before the move', () => {
    const rail = phaseRail(session, at('phase-one-begins'), 'reported');
    expect(rail?.isContested).toBe(false);
    expect(rail?.withoutPosition).toEqual([]);
    expect(rail?.groups).toEqual([
      { phase: 'phase one', readings: ['Northquay', 'Southquay', "the Pilots' Guild"] },
    ]);
  });

  it('sets phases apart that no way forward leads to', () => {
    const rail = phaseRail(session, at('calm-breaks', 'wreck-never-raised'), 'northquay');
    const broken = rail?.stops.at(-1);
    expect(broken).toMatchObject({ apart: true, mark: 'here', isChosen: true });
  });
});

describe('the provisions', () => {
  it('mark what the last step changed, and where the run differs from the report', () => {
    const rows = provisionRows(session, at('wreck-located'), 'northquay');
    const wreck = rows.find(({ region }) => region.id === 'wreck');
    expect(wreck).toMatchObject({
      stage: { id: 'lost' },
      changedFrom: null,
      reported: { id: 'located' },
    });
    const reported = provisionRows(session, at('wreck-located'), 'reported');
    expect(reported.find(({ region }) => region.id === 'wreck')).toMatchObject({
      stage: { id: 'located', level: 1 },
      changedFrom: 'lost',
      reported: null,
      basis: 'sourced',
    });
  });

  it('have no stage where it is not known', () => {
    const rows = provisionRows(session, at('batteries-unknown', 'wreck-never-raised'), 'guild');
    expect(rows.find(({ region }) => region.id === 'batteries')).toMatchObject({
      stage: null,
      basis: 'assumed',
    });
  });

  it('say where each run has one, what can move it, and who asks for it', () => {
    const card = provisionCard(session, at('wreck-located'), 'reported', 'wreck');
    expect(card?.standings.map(({ title, stage }) => `${title}: ${stage}`)).toEqual([
      'as reported: located',
      'Northquay: lost',
      'Southquay: located',
      "the Pilots' Guild: located",
      'the charter as reported: located',
    ]);
    expect(card?.waysOn.map(({ event }) => event)).toEqual(['wreck.givenUp', 'wreck.raised']);
    expect(card?.askedFor.map(({ by, gate }) => `${by}: ${gate}`)).toEqual([
      'Northquay: Phase two begins',
      'Northquay: The canal opens both ways',
    ]);
  });
});

describe('the step', () => {
  it('says what each reading makes of it, and never takes an unstated position for agreement', () => {
    const card = stepCard(session, at('phase-two-declared'), 'reported', '->');
    expect(card?.isContested).toBe(true);
    expect(card?.outcomes.map(({ title, mark, word }) => [title, mark, word])).toEqual([
      ['Northquay', 'unmet', 'refused'],
      ['Southquay', 'met', 'recognised'],
      ["the Pilots' Guild", 'unstated', 'no position stated'],
      ['the charter as reported', 'unstated', 'no position stated'],
    ]);
    expect(card?.outcomes[0]?.reason).toBe('not met: wreck of the Marigold: raised');
    expect(card?.changes).toEqual([{ title: 'phase', from: 'phase one', to: 'phase two' }]);
  });

  it('says who disputes it, by which claims', () => {
    const card = stepCard(session, at('wreck-located'), 'reported', '->');
    expect(card?.outcomes[0]).toMatchObject({ word: 'disputed', claims: ['gazette-3.c4'] });
    expect(card?.isContested).toBe(true);
  });

  it('says why an event is impossible, and which step made it so', () => {
    const card = stepCard(session, at('settled-after-all', 'wreck-never-raised'), 'reported', '->');
    expect(card?.outcomes[0]).toMatchObject({ word: 'not possible', mark: 'notAsked' });
    expect(card?.outcomes[0]?.reason).toContain('since "The calm breaks"');
  });

  it('speaks of a waiver in the words of the condition', () => {
    const card = stepCard(session, at('condition-waived', 'wreck-never-raised'), 'reported', '->');
    expect(card?.action).toBe('Northquay no longer asks for wreck of the Marigold: raised.');
    expect(card?.outcomes.map(({ title, word }) => `${title} ${word}`)).toEqual([
      'Northquay applied',
    ]);
  });

  it('says where a step comes from that another scenario wrote', () => {
    const replayed = stepCard(session, at('wreck-first', 'canal-opens-early'), 'reported', '->');
    expect(replayed?.origin).toBe('a later step of harbour-record, played on after the change');
    const inherited = stepCard(session, at('one-way-offer', 'canal-opens-early'), 'reported', '->');
    expect(inherited?.origin).toBe('a step of harbour-record, which this scenario branches off');
  });

  it('is nothing before the first step', () => {
    expect(
      stepCard(session, momentOf(session, beginHarbour(session)), 'reported', '->'),
    ).toBeNull();
  });
});

describe('the gate board', () => {
  it('has a mark for every reading beside every condition', () => {
    const board = gateBoard(session, at('wreck-first'), 'canalOpening');
    expect(board.overall).toBe('closed');
    expect(
      board.rows.map((row) =>
        row.kind === 'heading' ? row.text : `${row.text}: ${row.cells.join(' ')}`,
      ),
    ).toEqual([
      'Northquay asks',
      'wreck of the Marigold: raised: unmet notAsked unstated notAsked',
      'Southquay asks, any one of',
      'inspectors 🔍: on site: notAsked unmet unstated notAsked',
      'all of',
      'canal tolls: suspended or shared: notAsked unmet unstated notAsked',
      'envoys (سفراء, שליחים): meeting: notAsked met unstated notAsked',
      'the charter as reported asks',
      'phase: phase two or settled: notAsked notAsked unstated met',
    ]);
  });

  it('counts the parties only in the verdict over all, and keeps the unstated out of it', () => {
    const board = gateBoard(session, at('phase-two-declared'), 'phaseTwo');
    expect(board.overall).toBe('contested');
    expect(board.columns.map(({ verdict }) => verdict)).toEqual([
      'closed',
      'passed',
      'unstated',
      'unstated',
    ]);
    expect(board.columns[2]?.remarks).toEqual(['gazette-2.c10']);
  });

  it('says what would open a gate, who can, and how to get there', () => {
    const board = gateBoard(session, at('wreck-first'), 'canalOpening');
    const [northquay, southquay] = board.columns;
    expect(northquay?.obstacles).toMatchObject([
      {
        text: 'wreck of the Marigold: raised',
        controllers: "Southquay and the Pilots' Guild together, or the League of Harbours",
        path: ['The wreck is located', 'The wreck is raised'],
        now: { stage: 'lost' },
      },
    ]);
    expect(southquay === undefined ? '' : blockingText(southquay)).toBe(
      'inspectors 🔍: on site; or canal tolls: suspended or shared',
    );
  });

  it('shows a condition that is stated later as not yet stated', () => {
    const board = gateBoard(session, at('one-way-offer'), 'phaseTwo');
    expect(board.overall).toBe('unstated');
    expect(board.rows.flatMap((row) => (row.kind === 'leaf' ? [row.cells[0]] : []))).toEqual([
      'later',
      'later',
    ]);
    expect(board.columns[0]?.statedFrom).toEqual({ from: '2031-01-10', to: '2031-01-12' });
  });

  it('knows waived conditions and unknown facts', () => {
    const moment = at('batteries-unknown', 'wreck-never-raised');
    const waived = gateBoard(session, moment, 'phaseTwo');
    expect(waived.rows.some((row) => row.kind === 'leaf' && row.cells[0] === 'waived')).toBe(true);
    const unknown = gateBoard(session, moment, 'settlement');
    expect(unknown.rows.flatMap((row) => (row.kind === 'leaf' ? row.cells : []))).toContain(
      'unknown',
    );
  });

  it('says of an open gate that its event cannot happen, once where that goes for every reading', () => {
    const over = at('calm-breaks', 'wreck-never-raised');
    const note = 'the event itself cannot happen while phase is broken off';
    const board = gateBoard(session, over, 'phaseTwo');
    expect(board.columns[1]?.verdict).toBe('open');
    expect(board.held).toBe(note);
    expect(board.columns.every(({ held }) => held === null)).toBe(true);
    const held = (rows: ReturnType<typeof gateRows>) =>
      rows.flatMap((row) => row.held.map((said) => [row.gate, said]));
    expect(held(gateRows(session, over))).toEqual([['phaseTwo', note]]);
    expect(held(gateRows(session, at('phase-one-begins')))).toEqual([]);
    // Where one reading has it happened and another has not, none of them is said to be held.
    const declared = gateBoard(session, at('phase-two-declared'), 'phaseTwo');
    expect([declared.held, ...declared.columns.map((column) => column.held)]).not.toContain(note);
  });

  it('has a row for every gate', () => {
    const rows = gateRows(session, at('wreck-first'));
    expect(rows.map(({ gate, overall }) => `${gate} ${overall}`)).toEqual([
      'phaseTwo contested',
      'settlement closed',
      'canalOpening closed',
      'batteriesSealing contested',
      'tollSharing closed',
    ]);
  });
});

describe('going to a date', () => {
  const { steps } = at('canal-shut').story;
  it.each([
    ['2031-02-16', 4],
    ['2031-02-19', 4],
    ['16 Feb 2031', 4],
    ['19 february 2031', 4],
    ['2031-01-01', -1],
    ['2031-01-07', 1],
    ['2040-01-01', 7],
  ])('%s is position %i', (typed, position) => {
    expect(goToDate(steps, typed)).toMatchObject({ kind: 'position', position });
  });

  it('says how many steps may have happened by then', () => {
    expect(goToDate(steps, '2031-01-07')).toMatchObject({
      notice: 'As of 7 Jan 2031. 1 more may have happened by then.',
    });
  });

  it.each([
    ['', 'Type a day as YYYY-MM-DD.'],
    ['24 January', '"24 January" is not written as YYYY-MM-DD, such as 2026-01-24.'],
    ['2031-02-29', 'There is no day 2031-02-29.'],
    ['29 Feb 2031', 'There is no day 2031-02-29.'],
    ['1 Smarch 2031', '"1 Smarch 2031" is not written as YYYY-MM-DD, such as 2026-01-24.'],
    ['2031-00-10', 'There is no day 2031-00-10.'],
    ['2031-13-01', 'There is no day 2031-13-01.'],
  ])('%j is answered with %s', (typed, message) => {
    expect(goToDate(steps, typed)).toEqual({ kind: 'problem', message });
  });

  it('knows leap years', () => {
    expect(goToDate(steps, '2032-02-29').kind).toBe('position');
    expect(goToDate(steps, '2100-02-29').kind).toBe('problem');
  });
});

describe('the wording', () => {
  it('lists things, and who can bring something about', () => {
    expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
    expect(shortName("the Pilots' Guild", 3)).toBe('Pil');
    expect(controllersText(harbour.agreement, null)).toBe('no document says who');
    expect(controllersText(harbour.agreement, null, ['gazette-1.c3'])).toBe(
      'no document says who (who takes part so far: The Lock Gazette, by 12 Jan 2031 (gazette-1.c3))',
    );
    expect(controllersText(harbour.agreement, [])).toBe("nobody's to bring about");
    expect(controllersText(harbour.agreement, [['northquay'], ['southquay']])).toBe(
      'Northquay or Southquay',
    );
  });

  it('finds scenarios by the words in them', () => {
    const ids = (filter: string) =>
      matchingScenarios(harbour.scenarios, filter).map(({ id }) => id);
    expect(ids('')).toHaveLength(harbour.scenarios.size);
    expect(ids('WHAT IF wreck')).toEqual(['wreck-never-raised']);
    expect(ids('projected')).toEqual(['guild-sequence']);
    expect(ids('nothing at all')).toEqual([]);
  });
});

it('plays a scenario once', () => {
  const first = momentOf(session, beginHarbour(session));
  const later = momentOf(session, press(session, beginHarbour(session), 'right', 'right'));
  expect(later.play).toBe(first.play);
});
