import { describe, expect, it } from 'vitest';
import { asText } from '../../src/draw/text.ts';
import { plainWords } from '../../src/explain/document.ts';
import { outcomeRow, reportedRow } from '../../src/explain/outcome-row.ts';
import { whyText } from '../../src/explain/why-text.ts';
import { whyRegion } from '../../src/answer/why.ts';
import { oneStepBlocks } from '../../src/explain/step-text.ts';
import { choices } from '../../src/explain/what-if-choices.ts';
import { claimGroups } from '../../src/explain/cited-text.ts';
import { gateStandings } from '../../src/tui/model/gate-list.ts';
import { clocksNotice, readClocks } from '../../src/tui/model/go-to-date.ts';
import { phaseRail } from '../../src/tui/model/phase-rail.ts';
import { provisionRows } from '../../src/tui/model/provisions.ts';
import { matchingScenarios } from '../../src/tui/model/scenario-list.ts';
import { underRun } from '../../src/explain/words.ts';
import { clocksText, clocksTyped, shortName } from '../../src/tui/model/wording.ts';
import {
  boardOf,
  makeSession,
  sceneIn,
  sceneOf,
  standingAt,
  standingOfScene,
  told,
} from '../../src/tui/session.ts';
import { makeTheme } from '../../src/draw/theme.ts';
import { levelBar } from '../../src/draw/signs.ts';
import { atStep, beginHarbour, harbour, harbourSession, press, typing } from './harbour-session.ts';

const session = harbourSession();
const at = (step: string, scenario?: string) =>
  sceneOf(session, atStep(session, beginHarbour(session, scenario), step));
const clocked = (typed: string, scenario?: string) =>
  sceneOf(session, press(session, beginHarbour(session, scenario), 't', ...typing(typed), 'enter'));

describe('the phase rail', () => {
  it('says whose run is in which phase, and of whom nothing is reported', () => {
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

  it('counts every party where nobody holds anything on the move', () => {
    const rail = phaseRail(session, at('phase-one-begins'), 'reported');
    expect(rail?.isContested).toBe(false);
    expect(rail?.withoutPosition).toEqual([]);
    expect(rail?.groups).toEqual([
      { phase: 'phase one', readings: ['Northquay', 'Southquay', "the Pilots' Guild"] },
    ]);
  });

  it('sets phases apart that no path forward leads to', () => {
    const rail = phaseRail(session, at('calm-breaks', 'wreck-never-raised'), 'northquay');
    const broken = rail?.stops.at(-1);
    expect(broken).toMatchObject({ apart: true, mark: 'here', isChosen: true });
  });

  it('sets no phase apart for a level that is not coded, and draws none', () => {
    const uncoded = {
      ...harbour.agreement,
      regions: new Map(
        [...harbour.agreement.regions].map(([id, region]) => [
          id,
          { ...region, stages: region.stages.map((stage) => ({ ...stage, level: null })) },
        ]),
      ),
    };
    for (const screenReader of [false, true]) {
      const theme = makeTheme({ ascii: false, color: false, screenReader });
      const plain = makeSession(uncoded, theme);
      const scene = sceneOf(
        plain,
        atStep(plain, beginHarbour(plain, 'wreck-never-raised'), 'calm-breaks'),
      );
      const rail = phaseRail(plain, scene, 'northquay');
      expect(rail?.stops.map(({ apart }) => apart)).toEqual(rail?.stops.map(() => false));
      expect(levelBar(theme, null)).toBe(screenReader ? 'level not known or not coded' : '   ');
    }
  });

  it('is contested exactly where the last move is', () => {
    let contested = 0;
    for (const scenario of harbour.scenarios.keys()) {
      const { places } = told(session, harbour.scenarios, scenario);
      for (const position of places) {
        const scene = sceneIn(session, harbour.scenarios, { scenario, position });
        const { start, steps } = scene.moment.played;
        // The last step that moved the phase in anybody's run.
        const last = steps.findLast(({ states }, index) =>
          Object.entries(states).some(
            ([run, { facts }]) =>
              facts['phase'] !== (steps[index - 1]?.states ?? start)[run]?.facts['phase'],
          ),
        );
        const action = last?.step.action;
        const isContested =
          action !== undefined &&
          'event' in action &&
          standingAt(scene.moment, action.event).verdict === 'contested';
        const rail = phaseRail(session, scene, 'reported');
        expect([scenario, position, rail?.isContested]).toEqual([scenario, position, isContested]);
        if (isContested) contested += 1;
      }
    }
    expect(contested).toBeGreaterThan(3);
  });
});

describe('the provisions', () => {
  it('mark what the last step changed, and where the run differs from the report', () => {
    const rows = provisionRows(session, at('wreck-located'), 'northquay');
    const wreck = rows.find(({ region }) => region.id === 'wreck');
    expect(wreck).toMatchObject({ stage: 'lost', changedFrom: null, reported: 'located' });
    const reported = provisionRows(session, at('wreck-located'), 'reported');
    expect(reported.find(({ region }) => region.id === 'wreck')).toMatchObject({
      stage: 'located',
      level: 1,
      changedFrom: 'lost',
      reported: null,
      basis: 'sourced',
    });
  });

  it('are open between stages where a step may have happened by the day', () => {
    const canal = (day: string) =>
      provisionRows(session, clocked(day), 'reported').find(({ region }) => region.id === 'canal');
    expect(canal('2031-01-05')).toMatchObject({ stage: 'shut', level: 0 });
    for (const day of ['2031-01-06', '2031-01-07'])
      expect(canal(day)).toMatchObject({
        stage: 'not known: shut or offered one way',
        level: null,
      });
    expect(canal('2031-01-08')).toMatchObject({ stage: 'offered one way', level: 1 });
  });

  it('are marked where no step that happened brought them there, and are no fact then', () => {
    const rows = provisionRows(session, at('inspectors-arrive', 'guild-sequence'), 'reported');
    const stageOf = (id: string) => rows.find(({ region }) => region.id === id);
    expect(stageOf('wreck')).toMatchObject({ stage: 'expected: raised', basis: null });
    expect(stageOf('inspectors')).toMatchObject({ stage: 'scheduled: on site', basis: null });
    const taken = provisionRows(session, at('batteries-unknown', 'wreck-never-raised'), 'guild');
    expect(taken.find(({ region }) => region.id === 'batteries')).toMatchObject({
      stage: 'assumed: not known',
      level: null,
      basis: null,
    });
  });

  it('cite no source for a stage by a day on which none was known', () => {
    const basisOf = (typed: string, id: string) =>
      provisionRows(session, clocked(typed), 'reported').find(({ region }) => region.id === id)
        ?.basis;
    expect(basisOf('known 2031-01-12', 'tolls')).toBe('sourced');
    expect(basisOf('known 2031-01-11', 'tolls')).toBeNull();
    expect(basisOf('known 2031-01-11', 'batteries')).toBe('derived');
    const later = provisionRows(session, clocked('2031-02-20 known 2031-01-20'), 'reported');
    // The declaration was reported later only.
    expect(later.find(({ region }) => region.id === 'phase')?.stage).toBe('phase one');
  });

  it('say where each run has one, what can move it, and who asks for it', () => {
    const { moment } = at('wreck-located');
    const said = (run: string) =>
      asText(whyText(moment, whyRegion(moment, 'wreck', null), { verbose: false }, run), Infinity);
    const reported = said('reported');
    expect(reported).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^ {2}As reported: located, since 20 Feb 2031/),
        expect.stringMatching(/^ {2}As recognised by Northquay: lost, from the start/),
        expect.stringMatching(/^ {2}located +level 1 +it stands here$/),
        expect.stringMatching(
          /^ {2}To raised: The wreck is raised \(event wreck\.raised\)\. Who can: /,
        ),
        expect.stringMatching(/^ {2}To given up: /),
        'Phase two begins (gate phaseTwo, event phase.twoBegan) waits for it',
      ]),
    );
    const own = said('northquay');
    expect(own).toContain('What can move it from here, in the run of Northquay, derived');
    expect(own.join('\n')).toMatch(/^ {2}lost +level 0 +it stands here$/m);
    expect(own.filter((text) => text.startsWith('  To raised'))).toEqual([]);
  });
});

/** What the step on show says in full, a line each. */
function stepSaid(scene: ReturnType<typeof at>, run = 'reported'): string[] {
  const { moment, played, before } = scene;
  if (played === null || before === null) throw new Error('There is no step.');
  const step = { entry: played, standing: standingOfScene(scene), before };
  return asText(oneStepBlocks({ moment, base: null, verbose: true, run }, step), Infinity);
}

describe('the step', () => {
  it('says what each reading makes of it, and never takes an unstated position for agreement', () => {
    expect(stepSaid(at('phase-two-declared'))).toEqual([
      '5. 16 Feb 2031: Southquay declares the second phase begun (phase-two-declared)',
      'Southquay says that its part is done. Northquay says that no second phase has begun, since the wreck is still down. The pilots prepare for it and name no condition.',
      'Event "Phase two begins" (phase.twoBegan), by Southquay [The Lock Gazette, 2 Mar 2031 (gazette-3.c7)].',
      'What each reading makes of it (derived): CONTESTED',
      '  ✗ refused: Northquay (unmet: wreck of the Marigold: raised)',
      '  ✓ recognised: Southquay',
      "  · unopposed: the Pilots' Guild",
      "  · unopposed: the charter as reported (terms as reported, no party's)",
      'Moves phase: phase one -> phase two.',
      'Bears on it: unnamed publication, by 14 Feb 2031 (gazette-2.c6).',
    ]);
  });

  it('says who denies it, by which claims; a denial is no position on what must come first', () => {
    const scene = at('wreck-located');
    const said = stepSaid(scene);
    expect(said).toContain('  ✗ disputed: Northquay');
    expect(said).toContain('Denied by Northquay [The Lock Gazette, 2 Mar 2031 (gazette-3.c4)].');
    expect(said).toContain('What each reading makes of it (derived)');
    const step = scene.played?.step ?? null;
    const groups = claimGroups(scene.moment, { step, board: null, region: 'calm' });
    expect(groups.map(({ heading }) => heading)).toContain('The step is denied by Northquay');
  });

  it('says what it moved in the run on show, or that it moved nothing there', () => {
    const scene = at('phase-two-declared');
    expect(stepSaid(scene, 'southquay')).toContain(
      'In the run of Southquay, moves phase: phase one -> phase two.',
    );
    expect(stepSaid(scene, 'northquay')).toContain('In the run of Northquay, it moves nothing.');
  });

  it('may have happened by the day, and then is said to', () => {
    const perhaps =
      'It may or may not have happened by 7 Jan 2031, so where it leads is not known.';
    const said = stepSaid(clocked('2031-01-07'));
    expect(said).toContain(perhaps);
    expect(said).toContain('Moves the Lock canal: shut -> not known: shut or offered one way.');
    expect(stepSaid(clocked('2031-01-08')).join()).not.toContain('may or may not');
  });

  it('says why an event is impossible, and which step made it so', () => {
    expect(stepSaid(at('settled-after-all', 'wreck-never-raised'))).toContain(
      '– impossible under every reading, derived (only from phase two; "The calm breaks" put it where it is)',
    );
  });

  it('speaks of a waiver in the words of the condition', () => {
    const said = stepSaid(at('condition-waived', 'wreck-never-raised'));
    expect(said.join('\n')).toContain('waiver by Northquay of "wreck of the Marigold: raised"');
    // It is the party's own, and asks nothing of anybody.
    expect(said.join('\n')).not.toContain('reading');
  });

  it('says where a step comes from that another scenario wrote', () => {
    const [replayed] = stepSaid(at('wreck-first', 'canal-opens-early'));
    expect(replayed).toMatch(/ \[replayed from "The record, January to March 2031"\]$/);
    const [inherited] = stepSaid(at('one-way-offer', 'canal-opens-early'));
    expect(inherited).toMatch(/ \[a step of "The record, January to March 2031"\]$/);
  });
});

describe('a step in the list', () => {
  const rowIn = (step: string, scenario: string, run: string) => {
    const after = at(step, scenario);
    const before = sceneIn(session, harbour.scenarios, { scenario, position: after.position - 1 });
    const { played } = after;
    if (played === null) throw new Error(step);
    const { words, ...row } =
      run === 'reported'
        ? reportedRow({ before: before.moment, after: after.moment }, played)
        : outcomeRow(after.moment, played.step, run, played.outcomes[run] ?? played.reported);
    return { ...row, text: plainWords(words) };
  };

  it('stands as its card says: contested in both, or in neither', () => {
    const contested: (readonly [scenario: string, step: string, mark: string])[] = [];
    for (const [scenario] of harbour.scenarios) {
      const { story } = told(session, harbour.scenarios, scenario);
      for (const { id, action } of story.steps) {
        if (action.kind !== 'event') continue;
        const scene = at(id, scenario);
        const { mark } = rowIn(id, scenario, 'reported');
        const isContested = standingOfScene(scene)?.verdict === 'contested';
        const isSaid = stepSaid(scene).some((said) => said.endsWith(': CONTESTED'));
        expect([scenario, id, isSaid]).toEqual([scenario, id, isContested]);
        // What the model holds or the stages exclude is said before what the parties make of it.
        if (scene.played?.reported.status === 'unopposed' && isContested)
          contested.push([scenario, id, mark]);
      }
    }
    expect(contested.length).toBeGreaterThan(2);
    expect(contested.filter(([, , mark]) => mark !== 'contested')).toEqual([]);
  });

  it('is never ticked where it cannot happen, nor where nobody holds anything on it', () => {
    expect(rowIn('settled-after-all', 'wreck-never-raised', 'reported')).toMatchObject({
      mark: 'notAsked',
      text: 'impossible (only from phase two; "The calm breaks" put it where it is)',
    });
    expect(rowIn('envoys-meet', 'harbour-record', 'reported')).toMatchObject({
      mark: 'unstated',
      text: 'applied',
    });
    expect(rowIn('inspectors-invited', 'canal-opens-early', 'reported')).toMatchObject({
      mark: 'unstated',
      text: 'nothing here forbids it',
    });
    expect(rowIn('wreck-located', 'harbour-record', 'reported')).toMatchObject({
      mark: 'unmet',
      text: 'applied; denied by Northquay',
    });
  });

  it('under a reading without a position is unopposed, never recognised', () => {
    expect(rowIn('phase-two-declared', 'harbour-record', 'guild').text).toBe('unopposed');
    expect(rowIn('condition-waived', 'wreck-never-raised', 'reported')).toMatchObject({
      title: 'Northquay',
      text: 'applied',
    });
  });
});

describe('the gate board', () => {
  it('is the one judgement, of the gate that the latest step stands before', () => {
    const state = atStep(session, beginHarbour(session), 'phase-two-declared');
    const board = boardOf(session, state);
    expect(board?.gate?.id).toBe('phaseTwo');
    expect(board).toBe(standingOfScene(sceneOf(session, state)));
    expect(board?.parties.map(({ verdict }) => verdict)).toEqual(['closed', 'passed', 'unstated']);
  });

  it('follows a waiver to the gate that it is waived for', () => {
    const begun = beginHarbour(session, 'wreck-never-raised');
    const state = press(session, atStep(session, begun, 'condition-waived'), 'w', 'tab');
    const choice = choices(sceneOf(session, state).moment, state.run, 'waivers', '');
    const index = choice.findIndex(({ title }) => title.startsWith('its objection to'));
    expect(index).toBeGreaterThanOrEqual(0);
    const down = Array.from({ length: index }, () => 'down' as const);
    const taken = press(session, state, 'home', ...down, 'enter', 'enter', 'enter');
    expect(taken.branches).toHaveLength(1);
    expect(choice[index]?.title).toContain(`"${boardOf(session, taken)?.event.title}"`);
    expect(boardOf(session, atStep(session, begun, 'condition-waived'))?.gate?.id).toBe('phaseTwo');
  });

  it('has a row for every gate', () => {
    const rows = gateStandings(at('wreck-first').moment);
    expect(rows.map(({ gate, verdict }) => `${gate?.id} ${verdict}`)).toEqual([
      'phaseTwo contested',
      'settlement closed',
      'canalOpening closed',
      'batteriesSealing contested',
      'tollSharing unstated',
    ]);
  });
});

describe('a date', () => {
  it.each([
    ['2031-02-16', '2031-02-16', null],
    ['16 Feb 2031', '2031-02-16', null],
    ['19 february 2031', '2031-02-19', null],
    ['as of 2031-02-19', '2031-02-19', null],
    ['known 2031-02-19', null, '2031-02-19'],
    ['known by 19 Feb 2031', null, '2031-02-19'],
    ['2031-02-20 known 2031-01-31', '2031-02-20', '2031-01-31'],
    ['known 2031-01-31, as of 2031-02-20', '2031-02-20', '2031-01-31'],
    ['As Of 5 Jan 2031 Known By 6 Jan 2031', '2031-01-05', '2031-01-06'],
    ['2032-02-29', '2032-02-29', null],
  ])('%s is read by both clocks', (typed, asOf, knownBy) => {
    expect(readClocks(typed)).toEqual({ kind: 'clocks', clocks: { asOf, knownBy } });
    const clocks = { asOf, knownBy };
    expect(readClocks(clocksText(clocks))).toEqual({ kind: 'clocks', clocks });
    expect(readClocks(clocksTyped(clocks))).toEqual({ kind: 'clocks', clocks });
  });

  const how =
    'Type a day, "known" and a day by which it was published, or both: 5 Jan 2031, known 5 Jan 2031, or 2031-01-05 known 2031-01-05.';
  it.each([
    ['', how],
    ['known', how],
    ['as of 2031-01-01 as of 2031-01-02', how],
    ['24 January', '"24 January" needs a year. Write it as 5 Jan 2031 or 2031-01-05.'],
    ['2031-02-29', 'There is no day 2031-02-29. Write it as 5 Jan 2031 or 2031-01-05.'],
    ['known 29 Feb 2031', 'There is no day 2031-02-29. Write it as 5 Jan 2031 or 2031-01-05.'],
    ['1 Smarch 2031', '"1 Smarch 2031" is no day. Write it as 5 Jan 2031 or 2031-01-05.'],
    ['2031-00-10', 'There is no day 2031-00-10. Write it as 5 Jan 2031 or 2031-01-05.'],
    [
      '2031-01-10 known 2031-13-01',
      'There is no day 2031-13-01. Write it as 5 Jan 2031 or 2031-01-05.',
    ],
    ['2100-02-29', 'There is no day 2100-02-29. Write it as 5 Jan 2031 or 2031-01-05.'],
  ])('%j is answered with %s', (typed, message) => {
    expect(readClocks(typed)).toEqual({ kind: 'problem', message });
  });

  it.each([
    ['2031-01-04', -1, [], []],
    ['2031-01-05', 1, [], []],
    ['2031-01-07', 2, ['one-way-offer'], []],
    ['2031-01-08', 2, [], []],
    ['2031-02-16', 4, [], []],
    ['2031-02-26', 6, ['inspectors-invited'], []],
    ['2031-03-01', 6, [], []],
    ['2040-01-01', 7, [], []],
  ])('%s leads to step %i of the record', (asOf, position, perhaps, notKnown) => {
    const scene = clocked(asOf);
    expect(scene.position).toBe(position);
    expect(scene.moment.perhaps.map(({ id }) => id)).toEqual(perhaps);
    expect(scene.moment.notKnown.map(({ id }) => id)).toEqual(notKnown);
  });

  it('leaves out what was not known by then, and says when nothing was', () => {
    const known = clocked('known 2031-01-20');
    expect(known.moment.played.steps.map(({ step }) => step.id)).toEqual([
      'canal-shut',
      'phase-one-begins',
      'one-way-offer',
    ]);
    const none = clocked('known 2030-12-31');
    expect(none.moment.nothingPublished).toBe(true);
    expect(none.position).toBe(-1);
  });

  const noticeOf = (asOf: string | null, knownBy: string | null, scenario = 'harbour-record') =>
    clocksNotice(session, told(session, harbour.scenarios, scenario, { asOf, knownBy }));
  it('says what may count and what does not', () => {
    expect(noticeOf('2031-01-07', null)).toBe(
      'As of 7 Jan 2031: 1 step may have happened. Esc takes the date away.',
    );
    expect(noticeOf('2031-02-20', '2031-01-20')).toBe(
      'As of 20 Feb 2031, known by 20 Jan 2031: 3 steps not known by then. Esc takes the date away.',
    );
    expect(noticeOf('2031-03-05', null, 'canal-opens-early')).toBe(
      'As of 5 Mar 2031. Esc takes the date away.',
    );
    expect(noticeOf('2031-03-05', null, 'wreck-never-raised')).toBe(
      'As of 5 Mar 2031: 8 steps without a day left out. Esc takes the date away.',
    );
    expect(noticeOf('2030-01-01', null)).toContain(': no step had happened for certain');
    expect(noticeOf(null, '2030-12-31')).toBe('Known by 31 Dec 2030. Esc takes the date away.');
  });
});

describe('the wording', () => {
  it('names a run without crediting anybody, and a reading in few letters', () => {
    expect(underRun(harbour.agreement, 'reported')).toBe('as reported');
    expect(underRun(harbour.agreement, 'guild')).toBe("under the reading of the Pilots' Guild");
    expect(shortName("the Pilots' Guild", 3)).toBe('Pil');
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
  const first = sceneOf(session, beginHarbour(session));
  const again = sceneOf(session, press(session, beginHarbour(session), 'right', 'left'));
  expect(again).toBe(first);
  const end = sceneOf(session, press(session, beginHarbour(session), 'end'));
  expect(end.moment).toBe(told(session, harbour.scenarios, 'harbour-record').whole);
});
