import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plain } from '../../src/draw/line.ts';
import { NO_CLOCKS } from '../../src/model/run.ts';
import type { State } from '../../src/tui/state.ts';
import type { SavedSession } from '../../src/model/saved-session.ts';
import { finish } from '../../src/search/work.ts';
import { searched } from '../../src/lab/searching.ts';
import { standalone } from '../../src/lab/branches.ts';
import { replied, type Reply } from '../../src/tui/lab/answers.ts';
import { begin, reduce } from '../../src/tui/reduce.ts';
import { brokenAtWords, keptOf, partingWords, resumed } from '../../src/tui/services.ts';
import { frameOf } from '../../src/tui/frame.ts';
import { sceneOf, told } from '../../src/tui/session.ts';
import { scenarioText } from '../../src/load/scenario-text.ts';
import { readToken, tokenOf } from '../../src/load/scenario-token.ts';
import type { Holding } from '../../src/load/library.ts';
import { loadScenarioText } from '../../src/load/open.ts';
import {
  atStep,
  beginHarbour,
  EVERY_KEY,
  harbour,
  harbourSession,
  press,
  typing,
} from './harbour-session.ts';

const session = harbourSession();
const start = beginHarbour(session);
const opening = atStep(session, start, 'one-way-offer');
const taking = (state: State, filter: string) =>
  press(session, state, 'w', ...typing(filter), 'enter', 'enter', 'enter');
const bodyOf = (state: State) => frameOf(session, state).body.map(plain).join('\n');
/** The state once what it searches for has been found. */
function foundFor(asked: State): State {
  if (asked.request?.kind !== 'work') throw new Error('nothing was searched for');
  const { question } = asked.request;
  const answer = finish(searched(session, question));
  return replied(session, asked, { kind: 'answered', question, answer });
}

const own = (state: State) => state.branches.map((id) => state.scenarios.get(id));
// Undo and redo lead to the same work; how far a window was scrolled is no part of that.
const screenless = (state: State) => ({
  ...state,
  notice: null,
  request: null,
  history: null,
  tops: null,
});

describe('what if', () => {
  it('begins a branch at the cursor, and goes on at its end', () => {
    const one = taking(opening, 'located');
    expect(own(one)).toHaveLength(1);
    expect(one.scenario).toBe(one.branches[0]);
    expect(sceneOf(session, one).played?.step).toMatchObject({ basis: 'assumed' });
    const two = press(session, one, 'w', 'enter', 'enter', 'enter');
    expect(two.branches).toHaveLength(1);
    expect(two.position).toBe(one.position + 1);
    // Where the cursor is not at the end, another branch begins.
    expect(
      press(session, two, 'left', 'w', 'down', 'enter', 'enter', 'enter').branches,
    ).toHaveLength(2);
    expect(harbour.scenarios.size).toBe(two.scenarios.size - 1);
  });

  it('waives, takes for granted and leaves open from the same palette', () => {
    for (const [tabs, action] of [
      [1, 'waive'],
      [2, 'assume'],
      [3, 'unknown'],
    ] as const) {
      const keys = Array.from({ length: tabs }, () => 'tab');
      const state = press(session, opening, 'w', ...keys, 'enter', 'enter', 'enter');
      const [branch] = own(state);
      expect(Object.keys(branch?.steps.at(-1) ?? {})).toContain(action);
    }
  });

  it('plays the later steps on, and goes to where one of them is', () => {
    const state = press(session, taking(opening, 'located'), 'c');
    expect(state.overlays).toMatchObject([{ kind: 'steps' }]);
    const { story } = sceneOf(session, state);
    expect(story.steps.filter(({ replayed }) => replayed).length).toBeGreaterThan(0);
    const there = press(session, state, 'end', 'enter');
    expect(there.position).toBe(story.steps.length - 1);
    expect(press(session, there, 'c').position).toBeLessThan(there.position);
    expect(press(session, start, 'c').notice).toContain('Only a branch of yours');
  });

  it('names, copies and prunes branches, and undo brings all of it back', () => {
    const one = taking(opening, 'located');
    const named = press(session, one, 'M', 'ctrl+u', ...typing('Located early'), 'enter');
    expect(own(named)[0]?.title).toBe('Located early');
    const copied = press(session, named, 'B', 'c');
    expect(copied.branches).toHaveLength(2);
    const pruned = press(session, copied, 'x', 'escape');
    expect(pruned.branches).toHaveLength(1);
    const back = press(session, pruned, 'u', 'u', 'u', 'u');
    expect(back.branches).toEqual([]);
    expect(back.scenario).toBe(start.scenario);
    expect(press(session, back, 'u').notice).toBe('There is nothing to undo.');
    expect(press(session, back, 'H', 'end', 'enter').branches).toEqual(pruned.branches);
  });

  it('compares a branch with what it departs from first', () => {
    const state = press(session, taking(opening, 'located'), 'd', 'enter');
    expect(state.overlays).toMatchObject([{ kind: 'difference', left: 'harbour-record' }]);
  });
});

describe('what is asked of a what-if', () => {
  const chosen = press(session, opening, 'w', ...typing('envoys meet'), 'enter');

  it('offers a day, which the first letter typed takes the place of', () => {
    expect(chosen.overlays.at(-1)).toMatchObject({ ask: 'day', input: { text: '9 Jan 2031' } });
    const typed = press(session, chosen, ...typing('25 jan'), 'enter', ...typing('So.'), 'enter');
    expect(own(typed)[0]?.steps.at(-1)).toMatchObject({
      date: { from: '2031-01-25', to: '2031-01-25' },
      because: 'So.',
    });
    // Moving in it keeps it, and taking it away gives the step no day.
    const moved = press(session, chosen, 'left', 'backspace', ...typing('4'), 'enter', 'enter');
    expect(own(moved)[0]?.steps.at(-1)?.date?.to).toBe('2041-01-09');
    const none = press(session, chosen, 'backspace', 'enter', 'enter');
    expect(own(none)[0]?.steps.at(-1)).not.toHaveProperty('date');
  });

  it('says what is wrong with a day where it is typed, and goes back to the palette', () => {
    const early = press(session, chosen, ...typing('1 jan 2001'), 'enter');
    expect(early.overlays.at(-1)).toMatchObject({ problem: expect.stringContaining('run back') });
    expect(press(session, early, 'escape').overlays.at(-1)).toMatchObject({ kind: 'events' });
    expect(own(early)).toEqual([]);
  });

  it('is asked of a step that is there too, and nothing of what is inherited changes', () => {
    const list = press(session, taking(opening, 'envoys meet'), 'L');
    const noted = press(session, list, 'n', ...typing('Mine.'), 'enter');
    expect(noted.overlays.at(-1)).toMatchObject({ kind: 'steps' });
    expect(own(noted)[0]?.steps.at(-1)).toMatchObject({ note: 'Mine.' });
    for (const key of ['n', 'b', 'x', 'K', 'J']) {
      const untouched = press(session, list, 'up', key);
      expect([own(untouched), untouched.notice]).toEqual([
        own(list),
        expect.stringContaining('it stays as it is'),
      ]);
    }
  });
});

describe('what cannot happen yet', () => {
  it('shows what has to come first, and is taken with it', () => {
    const asked = press(session, opening, 'w', ...typing('wreck is raised'), 'down', 'enter');
    expect(asked.request).toMatchObject({
      question: { wanted: 'wreck.raised', isForEveryone: true },
    });
    const found = foundFor(asked);
    expect(bodyOf(found)).toMatch(
      /The wreck is raised\s+It cannot happen from here, as reported\.[^]*The shortest path to it that no party refuses {2}derived\s+1\. The wreck is located/,
    );
    const taken = press(session, found, 'enter', 'enter', ...typing('So.'), 'enter');
    expect(own(taken)[0]?.steps).toMatchObject([
      { event: 'wreck.located' },
      { event: 'wreck.raised', date: { to: '2031-01-09' }, because: 'So.' },
    ]);
    expect(taken.overlays).toEqual([]);
    expect(sceneOf(session, taken).played?.reported.status).toBe('unopposed');
    // All of it is one thing done.
    expect(own(press(session, taken, 'u'))).toEqual([]);
  });

  it('is taken alone all the same where somebody wants that, and asked about as reported', () => {
    const asked = press(session, opening, 'w', ...typing('wreck is raised'), 'down', 'enter');
    const found = foundFor(asked);
    const alone = press(session, found, 'o', 'enter', 'enter');
    expect(own(alone)[0]?.steps).toMatchObject([{ event: 'wreck.raised' }]);
    expect(press(session, found, 'e').request).toMatchObject({
      question: { wanted: 'wreck.raised', readings: ['reported'], isForEveryone: false },
    });
  });

  it('can be let happen all the same where nothing leads to it', () => {
    const asked = press(session, opening, 'w', ...typing('wreck is raised'), 'down', 'enter');
    if (asked.request?.kind !== 'work') throw new Error('nothing was searched for');
    const { question } = asked.request;
    const answer = { kind: 'failed', message: 'stopped' } as const;
    const found = replied(session, asked, { kind: 'answered', question, answer });
    const taken = press(session, found, 'enter', 'enter', 'enter');
    expect(own(taken)[0]?.steps).toMatchObject([{ event: 'wreck.raised' }]);
    expect(sceneOf(session, taken).played?.reported.status).toBe('impossible');
  });
});

describe('what nothing leads to', () => {
  const answered = (scenario: string, filter: string) => {
    const on = begin(session, harbour.scenarios, scenario, { columns: 100, rows: 30 });
    const asked = press(session, on, 'end', 'w', ...typing(filter), 'down', 'enter');
    return bodyOf(foundFor(asked));
  };

  it('says why in the words of a plan: of the three, that the model has no event for it', () => {
    const said = answered('guild-sequence', 'search for the wreck is given up');
    expect(said).toMatch(/There is no path to .*, whatever anybody holds/);
    expect(said).toContain('The model has no event that leads there');
    expect(said).toContain('Enter lets it happen all the same');
  });

  it('says where nothing is left to be done that it has happened', () => {
    const said = answered('harbour-record', 'calm takes hold');
    expect(said).toContain('(phase.oneBegan) has happened already in the runs of');
  });
});

describe('what the model requires first', () => {
  it('comes first too, in the run of a party', () => {
    const guild = { ...opening, run: 'guild' };
    const asked = press(session, guild, 'w', ...typing('tolls are shared'), 'down', 'enter');
    const found = foundFor(asked);
    const taken = press(session, found, 'enter', 'enter', 'enter');
    expect(own(taken)[0]?.steps.length).toBeGreaterThan(1);
    expect(own(taken)[0]?.steps.at(-1)).toMatchObject({ event: 'tolls.shared' });
    expect(sceneOf(session, taken).played?.outcomes['guild']?.status).not.toBe('held');
  });
});

describe('branches of one event', () => {
  it('are told apart by their titles', () => {
    const one = taking(opening, 'located');
    const two = taking(
      { ...one, scenario: opening.scenario, position: opening.position },
      'located',
    );
    const [first, second] = own(two).map((branch) => branch?.title);
    expect(own(two)).toHaveLength(2);
    expect(second).toBe(`${first} (2)`);
  });
});

describe('a comparison', () => {
  it('closes where undo takes away what is compared', () => {
    const compared = press(session, taking(opening, 'located'), 'd', 'enter');
    expect(compared.overlays).toMatchObject([{ kind: 'difference' }]);
    const undone = press(session, compared, 'u');
    expect([undone.overlays, own(undone)]).toEqual([[], []]);
  });
});

describe('what if as of a day', () => {
  const known = press(session, start, 't', ...typing('2031-02-20 known 2031-01-20'), 'enter');

  it('happens on that day, behind what has certainly happened and was known by then', () => {
    const what = taking(known, 'envoys meet');
    expect(what.clocks).toEqual(known.clocks);
    const [branch] = own(what);
    expect(branch?.branchesFrom).toEqual({ scenario: 'harbour-record', step: 'one-way-offer' });
    expect(branch?.steps).toMatchObject([
      { event: 'envoys.met', date: { from: '2031-02-20', to: '2031-02-20' } },
    ]);
    const { moment, position } = sceneOf(session, what);
    expect(position).toBe(what.position);
    expect(moment.played.steps.at(-1)?.step.action).toMatchObject({ event: 'envoys.met' });
    // One more of the same day, and both stand when no date is set any more.
    const more = taking(what, 'tolls are suspended');
    expect(more.branches).toHaveLength(1);
    const free = press(session, more, 'escape');
    expect(free.clocks).toEqual({ asOf: null, knownBy: null });
    const ids = sceneOf(session, press(session, free, 'end')).moment.played.steps.map(
      ({ step }) => step.id,
    );
    expect(ids.slice(-2)).toEqual(['envoys-met', 'tolls-suspended']);
  });

  it('does not begin where it is not known what had happened: a branch could not say so', () => {
    const perhaps = press(session, start, 't', ...typing('2031-01-07'), 'enter');
    expect(sceneOf(session, perhaps).played).toMatchObject({ isCertain: false });
    const refused = press(session, perhaps, 'w', ...typing('envoys meet'), 'enter');
    expect(refused.notice).toMatch(
      /^Whether "Northquay offers to let ship[^"]*" had happened by then is not known, so no branch can begin there/,
    );
    expect(own(refused)).toEqual([]);
    const [branch] = own(taking(press(session, refused, 'escape'), 'envoys meet'));
    expect(branch?.steps).toMatchObject([{ event: 'envoys.met' }]);
  });
});

describe('asking, saving and opening', () => {
  const reply = (state: State, message: Reply) => replied(session, state, message);

  it('requests a search, and takes its answer for the question that is still asked', () => {
    const asked = press(session, opening, 'p');
    expect(asked.request).toMatchObject({ kind: 'work', question: { kind: 'plan' } });
    if (asked.request?.kind !== 'work') throw new Error('nothing was requested');
    const { question } = asked.request;
    const answer = { kind: 'failed', message: 'stopped' } as const;
    expect(reply(asked, { kind: 'answered', question, answer }).overlays).toMatchObject([
      { answer },
    ]);
    const left = press(session, asked, 'escape');
    expect(reply(left, { kind: 'answered', question, answer }).overlays).toEqual([]);
  });

  it('asks before it writes over a file', () => {
    const named = press(session, taking(opening, 'located'), 'S', 'ctrl+u', ...typing('a.yaml'));
    const asked = press(session, named, 'enter');
    expect(asked.request).toMatchObject({ kind: 'save', place: 'a.yaml', replaces: false });
    expect(asked.overlays).toEqual([]);
    const [branch = ''] = asked.branches;
    const exists = reply(asked, { kind: 'exists', branch, place: 'a.yaml' });
    expect(exists.overlays).toMatchObject([{ kind: 'prompt', ask: 'overwrite' }]);
    expect(press(session, exists, ...typing('no'), 'enter')).toMatchObject({
      overlays: [],
      request: null,
      notice: 'Not saved.',
    });
    const written = press(session, exists, ...typing('y'), 'enter');
    expect(written.request).toMatchObject({ kind: 'save', place: 'a.yaml', replaces: true });
    // That the session was kept meanwhile takes away nothing that was said.
    const kept = reduce(session, asked, { kind: 'kept', problem: null });
    expect(kept.notice).toBe(asked.notice);
    const saved = reply(written, { kind: 'saved', branch, place: 'a.yaml' });
    expect(saved.notice).toBe('Saved as a.yaml.');
    // Saved again, it goes where it was saved last.
    expect(press(session, saved, 'S').overlays).toMatchObject([{ input: { text: 'a.yaml' } }]);
    const problem = 'the disk is full';
    const full = { kind: 'notSaved', branch, place: 'a.yaml', problem } as const;
    expect(reply(asked, full).overlays).toMatchObject([{ input: { text: 'a.yaml' }, problem }]);
    // Who is somewhere else by then is told, and not interrupted.
    const elsewhere = reply(press(session, asked, 'g'), full);
    expect(elsewhere).toMatchObject({ overlays: [{ kind: 'gates' }], notice: problem });
    expect(partingWords(session, elsewhere).join()).toContain('a.yaml was not saved');
    // Over the steps one can save, so there one is asked again.
    const overSteps = reply(press(session, asked, 'L'), full);
    expect(overSteps.overlays.at(-1)).toMatchObject({ kind: 'prompt', problem });
    expect(press(session, asked, 'L', 'S').overlays.at(-1)).toMatchObject({ ask: 'save' });
    expect(press(session, start, 'S').notice).toContain('Only a branch of yours');
  });

  it('finds a command by its name and does it', () => {
    const state = press(session, opening, ':', ...typing('what if let'), 'enter');
    expect(state.overlays).toMatchObject([{ kind: 'events' }]);
    const slashed = press(session, opening, ':', '/', ...typing('what if let'), 'enter');
    expect(slashed.overlays).toMatchObject([{ kind: 'events' }]);
  });

  it('filters the pane in focus, until Esc', () => {
    const state = press(session, start, '1', '&', ...typing('canal'), 'enter');
    expect(state.filters.provisions).toBe('canal');
    expect(press(session, state, 'escape').filters.provisions).toBe('');
  });
});

/** Ways through the laboratory, one after the other. */
const anyWork = fc
  .array(
    fc.oneof(
      fc
        .record({
          by: fc.nat(12),
          section: fc.nat(3),
          day: fc.constantFrom([], ['ctrl+u'], ['ctrl+u', ...typing('1 mar')]),
          why: fc.constantFrom([], typing('Because of the "rain": it\'s wet')),
        })
        .map(({ by, section, day, why }) => [
          'w',
          ...Array.from({ length: section }, () => 'tab'),
          ...Array.from({ length: by }, () => 'down'),
          'enter',
          ...day,
          'enter',
          ...why,
          'enter',
          // What is not chosen or not possible leaves something open.
          'escape',
          'escape',
        ]),
      fc.constantFrom(
        ['c', 'escape'],
        ['B', 'c', 'escape'],
        ...[
          ['x'],
          ['K'],
          ['J'],
          ['n', ...typing('Mine'), 'enter'],
          ['b', ...typing('So'), 'enter'],
          ['t', 'ctrl+u', 'enter', 'escape'],
        ].map((keys) => ['L', ...keys, 'escape']),
        ['B', 'down', 'x', 'escape'],
        ['u'],
        ['U'],
      ),
      fc.constantFrom(['left'], ['left', 'left'], ['right'], ['end'], ['home']),
      // As of a day, known by a day, and as of none again.
      fc
        .constantFrom('2031-01-07', '2031-02-20', 'known 2031-01-20', '2031-02-26 known 2031-02-20')
        .map((typed) => ['t', ...typing(typed), 'enter']),
      fc.constant(['t', 'enter', 'escape']),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.flat());

describe('properties of the laboratory', () => {
  it('undo, then redo, is nothing done', () => {
    let undone = 0;
    fc.assert(
      fc.property(anyWork, (keys) => {
        const state = press(session, opening, ...keys);
        if (state.history.done === 0) return;
        undone += 1;
        const back = press(session, state, 'u', 'U');
        expect(screenless(back)).toEqual(screenless(state));
      }),
      { numRuns: 60 },
    );
    expect(undone).toBeGreaterThan(20);
  });

  it('undoing everything leaves what came with the agreement, untouched', () => {
    fc.assert(
      fc.property(anyWork, (keys) => {
        const state = press(session, opening, ...keys);
        const all = Array.from({ length: state.history.done }, () => 'u');
        const back = press(session, state, ...all);
        expect(back.branches).toEqual([]);
        expect([...back.scenarios]).toEqual([...harbour.scenarios]);
      }),
      { numRuns: 40 },
    );
  });

  it('a branch that is saved, or passed on as a token, and opened again is the same branch', async () => {
    const { agreement, scenarios } = harbour;
    const definition = { id: agreement.id } as Holding['definition'];
    const parts = {} as Holding['parts'];
    const holding: Holding = {
      definition,
      parts,
      agreement,
      scenarios,
      opens: null,
      properties: null,
    };
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(anyWork, async (keys) => {
        const state = press(session, opening, ...keys);
        for (const id of state.branches) {
          const branch = standalone(state, id);
          const text = scenarioText(branch);
          const opened = await loadScenarioText(holding, 'a.yaml', text);
          expect(opened.problems).toEqual([]);
          expect(opened.scenario).toEqual(branch);
          expect(readToken(tokenOf(branch, agreement), agreement)).toMatchObject({ value: branch });
          const again = told(session, opened.scenarios, branch.id).whole.states;
          const before = told(session, state.scenarios, id).whole.states;
          const worlds = (states: typeof again) =>
            Object.entries(states ?? {}).map(([run, { worlds: all }]) => [run, all]);
          expect(worlds(again)).toEqual(worlds(before));
          compared += 1;
        }
      }),
      { numRuns: 60 },
    );
    expect(compared).toBeGreaterThan(20);
  });

  it('a session that is kept and resumed shows the same, and undoes and redoes the same', () => {
    let undone = 0;
    const branches = (state: State) => own(state).map((branch) => JSON.stringify(branch));
    fc.assert(
      fc.property(anyWork, (keys) => {
        // A session is resumed as of no date.
        const state = { ...press(session, opening, ...keys), clocks: NO_CLOCKS };
        // Kept as text: what is only the same object in memory must not matter.
        const text = JSON.stringify(keptOf(harbour.agreement.id, state));
        const kept = resumed(harbour.scenarios, JSON.parse(text) as SavedSession);
        let again = begin(session, kept.scenarios, kept.scenario, state.size, kept.beginning);
        let live = state;
        const { done, entries } = state.history;
        const through = [...Array.from({ length: done }, () => 'u'), ...entries.map(() => 'U')];
        // Escape changes nothing: what was resumed is compared as it is, too.
        for (const key of ['escape', ...through]) {
          [live, again] = [press(session, live, key), press(session, again, key)];
          undone += 1;
          expect(again.notice).toBe(live.notice);
          expect(branches(again)).toEqual(branches(live));
          expect([again.scenario, again.position]).toEqual([live.scenario, live.position]);
          expect(sceneOf(session, again).moment.states).toEqual(
            sceneOf(session, live).moment.states,
          );
        }
      }),
      { numRuns: 30 },
    );
    expect(undone).toBeGreaterThan(50);
  });

  it('no reply, however late, ever throws', () => {
    const replies: readonly Reply[] = [
      { kind: 'saved', branch: 'what-if', place: 'a.yaml' },
      { kind: 'exists', branch: 'what-if', place: 'a.yaml' },
      { kind: 'notSaved', branch: 'what-if', place: 'a.yaml', problem: 'full' },
      { kind: 'notOpened', typed: 'a.yaml', problem: 'not there' },
      { kind: 'kept', problem: 'the disk is full' },
      { kind: 'tokens', tokens: { 'what-if': 'pg1-x' } },
    ];
    const anyKeys = fc.array(fc.constantFrom(...EVERY_KEY), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(anyKeys, fc.constantFrom(...replies), (keys, message) => {
        expect(reduce(session, press(session, opening, ...keys), message).size).toEqual(start.size);
      }),
      { numRuns: 80 },
    );
  });
});

describe('what is said behind the screen', () => {
  it('is broken at blanks, a command in one piece however long it is', () => {
    const command = '`node dist/phasegate.js -A "my folder" resume`';
    const said = `phasegate: the session is kept: ${command} goes on with it`;
    expect(brokenAtWords(said, 60)).toEqual([
      'phasegate: the session is kept:',
      `${command} goes on with`,
      'it',
    ]);
    expect(brokenAtWords(said, 200)).toEqual([said]);
    expect(brokenAtWords(said, 20)).toContain(command);
  });
});
