import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Key } from '../../src/tui/keys.ts';
import { matchingCommands } from '../../src/tui/screens/commands.ts';
import { plain } from '../../src/draw/line.ts';
import { frameOf } from '../../src/tui/frame.ts';
import { asDrawn } from '../../src/tui/pages.ts';
import { begin, reduce } from '../../src/tui/reduce.ts';
import { SCREENS } from '../../src/tui/screens/index.ts';
import { gateShown, sceneOf } from '../../src/tui/session.ts';
import { modeOf, type State } from '../../src/tui/state.ts';
import {
  atStep,
  beginHarbour,
  EVERY_KEY,
  harbourSession,
  press,
  SIZES,
  typing,
  withQuestions,
} from './harbour-session.ts';

const session = harbourSession();
const start = beginHarbour(session);

describe('time', () => {
  it('goes forward and back, to the end and the start, and stops there', () => {
    const two = press(session, start, 'right', 'right');
    expect(two.position).toBe(1);
    expect(press(session, two, 'left').position).toBe(0);
    const end = press(session, start, 'end');
    expect(end.position).toBe(7);
    expect(press(session, end, 'right')).toMatchObject({
      position: 7,
      notice: 'This is the last step.',
    });
    expect(press(session, end, 'home').position).toBe(-1);
    expect(press(session, start, 'left')).toMatchObject({
      position: -1,
      notice: 'This is the start.',
    });
  });

  it('goes to a date, and stays at the prompt when there is no such day', () => {
    const asked = press(session, start, 't', ...typing('2031-02-30'), 'enter');
    expect(asked.overlays).toMatchObject([
      {
        kind: 'date',
        problem: 'There is no day 2031-02-30. Write it as 5 Jan 2031 or 2031-01-05.',
      },
    ]);
    const there = press(session, asked, 'ctrl+u', ...typing('2031-02-16'), 'enter');
    expect(there).toMatchObject({
      position: 4,
      clocks: { asOf: '2031-02-16', knownBy: null },
      overlays: [],
      notice: 'As of 16 Feb 2031. Esc takes the date away.',
    });
    expect(press(session, asked, 'backspace').overlays).toMatchObject([
      { input: { text: '2031-02-3', caret: 9 }, problem: null },
    ]);
  });

  it('stays as of a date until Esc, nothing typed, or another scenario takes it away', () => {
    const looked = (typed: string) => press(session, start, 't', ...typing(typed), 'enter');
    const there = looked('2031-02-16 known 2031-02-20');
    expect(there).toMatchObject({
      position: 2,
      clocks: { asOf: '2031-02-16', knownBy: '2031-02-20' },
    });
    expect(press(session, there, 'right')).toMatchObject({
      position: 2,
      notice: 'No later step as of 16 Feb 2031, known by 20 Feb 2031. Esc takes the date away.',
    });
    // Back and forth among the steps that count, the date stays.
    const back = press(session, there, 'left', 'left');
    expect(back).toMatchObject({ position: 0, clocks: there.clocks });
    expect(press(session, back, 'end').position).toBe(2);
    const none = { asOf: null, knownBy: null };
    expect(press(session, back, 'escape')).toMatchObject({ position: 0, clocks: none });
    expect(press(session, there, 't', 'enter')).toMatchObject({ position: 2, clocks: none });
    expect(press(session, there, 't', 'escape').clocks).toEqual(there.clocks);
    expect(press(session, there, 'o', ...typing('thaw'), 'down', 'enter').clocks).toEqual(none);
    // What was pinned is let go before the date.
    const pinned = press(session, there, ']', 'escape');
    expect(pinned).toMatchObject({ gate: null, clocks: there.clocks });
    // A step before those that are known is passed over.
    const skipped = looked('2031-03-05 known 2031-01-31');
    expect(sceneOf(session, skipped).places).toEqual([0, 1, 2]);
    expect(press(session, start, 't', 'enter').overlays).toMatchObject([{ kind: 'date' }]);
  });

  it('goes to where a scenario branches off', () => {
    const branch = beginHarbour(session, 'canal-opens-early');
    expect(press(session, branch, 'f').position).toBe(3);
    expect(press(session, start, 'f')).toMatchObject({
      position: -1,
      notice: 'This scenario branches off no other.',
    });
  });
});

describe('what is on show', () => {
  it('switches readings, and between the last one and the report', () => {
    const northquay = press(session, start, 'r');
    expect(northquay.run).toBe('northquay');
    expect(press(session, northquay, 'v').run).toBe('reported');
    expect(press(session, northquay, 'r', 'v', 'v').run).toBe('southquay');
    expect(press(session, start, 'R').run).toBe('charter');
  });

  it('puts the gate of the latest step on the board, until one is chosen', () => {
    const declared = atStep(session, start, 'phase-two-declared');
    expect(gateShown(session, declared)).toBe('phaseTwo');
    const next = press(session, declared, ']');
    expect(gateShown(session, next)).toBe('settlement');
    expect(gateShown(session, press(session, next, '[', '['))).toBe('tollSharing');
    expect(press(session, next, 'escape')).toMatchObject({
      gate: null,
      notice: 'The gate board follows the steps again.',
    });
    const chosen = press(session, declared, 'g', 'down', 'down', 'down', 'enter');
    expect(chosen).toMatchObject({ gate: 'canalOpening', focus: 'gate', overlays: [] });
    expect(press(session, chosen, 'g', 'home', 'enter').gate).toBeNull();
  });

  it('opens another scenario at its start', () => {
    const list = press(session, start, 'right', 'o', ...typing('thaw'));
    expect(press(session, list, 'down', 'enter')).toMatchObject({
      scenario: 'canal-opens-early',
      position: -1,
    });
    expect(press(session, list, ...typing(' nothing'), 'enter').overlays).toHaveLength(1);
    expect(press(session, list, 'escape')).toMatchObject({
      scenario: 'harbour-record',
      position: 0,
    });
  });
});

describe('panes and overlays', () => {
  it('moves between panes, and to the sources and back', () => {
    expect(press(session, start, 'tab').focus).toBe('gate');
    expect(press(session, start, 'backTab').focus).toBe('provisions');
    expect(press(session, start, 's').focus).toBe('sources');
    expect(press(session, start, 's', 's').focus).toBe('step');
    expect(press(session, start, '3').focus).toBe('gate');
  });

  it('opens the chosen provision, and closes one thing at a time', () => {
    const open = press(session, start, '1', 'down', 'down', 'enter', '?');
    expect(open.region).toBe('canal');
    expect(open.overlays.map(({ kind }) => kind)).toEqual(['provision', 'help']);
    expect(modeOf(press(session, open, 'escape'))).toBe('provision');
    expect(modeOf(press(session, open, 'escape', 'q'))).toBe('panes');
  });

  it('does not open a thing twice', () => {
    expect(press(session, start, '?', '?', 'G', '?').overlays.map(({ kind }) => kind)).toEqual([
      'glossary',
      'help',
    ]);
  });

  it('finds commands by their names first, then by what is said of them', () => {
    const mode = (typed: string) => modeOf(press(session, start, ':', ...typing(typed), 'enter'));
    expect(mode('compare')).toBe('against');
    expect(mode('branches')).toBe('branches');
    expect(mode('words')).toBe('glossary');
    expect(mode('quit')).toBe('panes');
    const labels = matchingCommands(session, start, 'compare').map(({ label }) => label);
    expect(labels[0]).toBe('compare');
    expect(labels).toContain('branches');
  });

  it('finds commands by their keys before their names', () => {
    const first = (typed: string) => matchingCommands(session, start, typed)[0]?.binding.id;
    expect(first('w')).toBe('whatIf');
    expect(first('e')).toBe('share');
    expect(first('Q')).toBe('front');
    expect(first('ctrl-r')).toBe('redo');
    expect(first(']')).toBe('nextGate');
    expect(first('tasks')).toBe('tasks');
  });

  it('lists what cannot be done now, with why, and says it when that is chosen', () => {
    const why = 'Only a branch of yours can be saved: w begins one.';
    expect(matchingCommands(session, start, 'save')[0]).toMatchObject({ label: 'save', why });
    const open = press(session, start, ':', ...typing('save'));
    const { body } = frameOf(session, open);
    expect(body.map(plain).join(' ').replaceAll(/ +/g, ' ')).toContain(`save S not now: ${why}`);
    expect(press(session, open, 'enter')).toMatchObject({
      overlays: [{ kind: 'commands' }],
      notice: why,
    });
    // Of those that are called alike, what can be done comes first.
    const named = matchingCommands(session, start, 'step').map((command) => command.why === null);
    expect(named.slice(0, 2)).toEqual([true, true]);
    expect(matchingCommands(session, start, '').map(({ binding }) => binding.id)).toContain('undo');
  });

  it('finds what is done to a step by every name that people have for it, and opens the list at it', () => {
    const branch = press(session, start, 'right', 'w', 'enter', 'enter', 'enter');
    const found = (state: State, words: string) =>
      matchingCommands(session, state, words, (mode) => SCREENS[mode])[0];
    for (const [words, id] of [
      ['annotate', 'noteStep'],
      ['note', 'noteStep'],
      ['strike', 'strikeStep'],
      ['delete', 'strikeStep'],
      ['remove', 'strikeStep'],
      ['reorder', 'moveEarlier'],
      ['move down', 'moveLater'],
      ['date the step', 'dateStep'],
    ] as const) {
      expect(found(branch, words)).toMatchObject({ binding: { id } });
      expect(found(start, words)).toMatchObject({
        binding: { id },
        why: expect.stringContaining('there is no step to change'),
      });
    }
    const asked = press(session, branch, ':', ...typing('annotate'), 'enter');
    expect(asked.overlays).toMatchObject([{ kind: 'steps' }, { kind: 'prompt', ask: 'note' }]);
    const noted = press(session, asked, ...typing('Mine.'), 'enter', 'escape');
    expect(noted.overlays).toEqual([]);
    expect(noted.scenarios.get(noted.scenario)?.steps.at(-1)).toMatchObject({ note: 'Mine.' });
    const struck = press(session, branch, ':', ...typing('delete'), 'enter');
    expect(struck.overlays).toMatchObject([{ kind: 'steps' }]);
    expect(struck.scenarios.get(struck.scenario)?.steps).toEqual([]);
    // The palette says how to get there, and the line of keys names the list where it matters.
    expect(
      frameOf(session, press(session, branch, ':', ...typing('annotate')))
        .body.map(plain)
        .join('\n'),
    ).toContain('L n');
    const foot = (state: State) => frameOf(session, state).bottom.map(plain).join('\n');
    expect(foot(branch)).toContain('L steps');
    expect(foot(start)).not.toContain('L steps');
  });

  it('reads out no blanks before a step without a sign', () => {
    const spoken = harbourSession({ screenReader: true });
    const list = press(spoken, beginHarbour(spoken), 'L');
    expect(frameOf(spoken, list).body.map(plain).join('\n')).toContain(
      'chosen: Before the first step',
    );
  });

  it('lists what can be done on the screen below the palette, then what can be over the panes', () => {
    const list = press(session, start, 'right', 'w', 'enter', 'enter', 'enter', 'B');
    const open = press(session, list, ':');
    const all = matchingCommands(session, open, '', (mode) => SCREENS[mode]);
    const ids = all.map(({ binding }) => binding.id);
    expect([...new Set(ids)]).toEqual(ids);
    const here = all
      .filter(({ isHere, binding }) => isHere && binding.group !== 'Program')
      .map(({ binding }) => binding.id);
    expect(here).toEqual(ids.slice(0, here.length));
    expect(here).toContain('prune');
    expect(ids).toContain('forward');
    expect(here).not.toContain('forward');
    const text = frameOf(session, open).body.map(plain).join('\n');
    expect(text).toContain('Here: Branches');
    const prune = press(session, open, ...typing('prune'));
    expect(text.indexOf('prune')).toBeGreaterThan(text.indexOf('Here: Branches'));
    // The last branch goes, and the screen below stays.
    expect(press(session, prune, 'enter')).toMatchObject({
      branches: [],
      overlays: [{ kind: 'branches' }],
    });
    // What is not of that screen closes it.
    const back = press(session, open, ...typing('start'), 'enter');
    expect(back).toMatchObject({ position: -1, overlays: [] });
    // A key that has two meanings is that of the screen below first.
    const meant = (state: State, typed: string) =>
      matchingCommands(session, state, typed, (mode) => SCREENS[mode])
        .slice(0, 2)
        .map(({ binding }) => binding.id);
    expect(meant(open, 'n')).toEqual(['name', 'nextChange']);
    const front = press(session, start, 'right', 'Q', ':');
    expect(frameOf(session, front).body.map(plain).join('\n')).toContain(
      'Here: What is in question',
    );
    expect(press(session, front, ...typing('start'), 'enter')).toMatchObject({
      position: -1,
      overlays: [],
    });
  });

  it('says of a key that cannot do what it is for why not', () => {
    expect(press(session, start, 'left').notice).toBe('This is the start.');
    expect(press(session, start, 'u').notice).toBe('There is nothing to undo.');
    expect(press(session, start, 'a', 'enter').notice).toBe('There is nothing to play here.');
    expect(press(session, start, 'escape').notice).toBeNull();
    expect(press(session, start, 'L', 'x').notice).toContain('Nothing has happened yet');
  });

  it('says of a key that does nothing where the others are explained', () => {
    expect(press(session, start, 'J').notice).toBe('J does nothing here: ? explains.');
    expect(press(session, start, 'g', 'J').notice).toBe('J does nothing here: ? explains.');
    expect(press(session, start, 't', 'J').notice).toBeNull();
    expect(press(session, start, 'right').notice).toBeNull();
  });

  it('explains nothing of the palette before something is chosen', () => {
    const open = press(session, start, 'w', ...typing('no such event'), 'right');
    expect(open.overlays.at(-1)).toMatchObject({ kind: 'events', isOpen: false });
    expect(open.notice).toContain('Nothing is chosen yet');
  });

  it('scrolls no further than there is something to see', () => {
    const small = beginHarbour(session, 'harbour-record', { columns: 60, rows: 16 });
    const far = press(session, small, 'end', '4', ...Array.from({ length: 300 }, () => 'down'));
    const end = asDrawn(session, far).tops.sources;
    expect(press(session, far, 'up').tops.sources).toBe(end - 1);
    const back = press(session, far, ...Array.from({ length: 300 }, () => 'k'));
    expect(asDrawn(session, back).tops.sources).toBe(0);
  });

  it('moves by half a page, and to both ends, in pages, lists and panes', () => {
    const small = beginHarbour(session, 'harbour-record', { columns: 60, rows: 16 });
    const tops = (state: State) => asDrawn(session, state);
    const help = press(session, small, '?');
    const page = tops(press(session, help, 'pageDown')).overlays.at(-1);
    const half = tops(press(session, help, 'ctrl+d')).overlays.at(-1);
    const [whole, part] = [page, half].map((each) => (each?.kind === 'help' ? each.top : 0));
    expect(part).toBe(Math.ceil((whole ?? 0) / 2));
    expect(press(session, help, 'ctrl+d', 'ctrl+u').overlays.at(-1)).toMatchObject({ top: 0 });
    const end = tops(press(session, help, 'end')).overlays.at(-1);
    expect(tops(press(session, help, '>')).overlays.at(-1)).toEqual(end);
    expect(press(session, help, '>', '<', 'down').overlays.at(-1)).toMatchObject({ top: 1 });
    expect(press(session, small, 'L', '>').overlays.at(-1)).toMatchObject({ selected: 8 });
    const pane = press(session, small, 'end', '4', '>');
    expect(pane.position).toBe(7);
    expect(tops(pane).tops.sources).toBeGreaterThan(5);
    expect(tops(press(session, pane, '<')).tops.sources).toBe(0);
    expect(tops(press(session, pane, '<', 'ctrl+d')).tops.sources).toBeGreaterThan(1);
    // Where a line is typed, it is erased.
    const typedAway = press(session, small, 'o', ...typing('zz'), 'ctrl+u');
    expect(typedAway.overlays.at(-1)).toMatchObject({ filter: '' });
  });

  it('asks to be left', () => {
    expect(press(session, start, 'q').request).toEqual({ kind: 'exit', code: 0 });
    expect(press(session, start, 'o', 'ctrl+c').request).toEqual({ kind: 'exit', code: 130 });
    expect(press(session, start, 'ctrl+z').request).toEqual({ kind: 'suspend' });
    expect(press(session, start, 'ctrl+l', 'x').request).toBeNull();
  });
});

const KEYS = EVERY_KEY.filter((key) => key !== 'ctrl+c' && key !== 'q');
const anyKey = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom<Key>(...KEYS) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Key>('2', '0', '3', '1', '-', 'س', '漢', '🔍', 'nonsense'),
  },
);
/** Keys in any order, and ways into what single keys seldom reach. */
const anyKeys = (maxLength: number) =>
  fc
    .array(
      fc.oneof(
        { weight: 8, arbitrary: anyKey.map((key) => [key]) },
        {
          weight: 2,
          arbitrary: fc.constantFrom<Key[]>(
            ['escape', 'escape', 'o', 'down', 'down', 'enter', 'end'],
            ['escape', 'escape', '1', 'down', 'enter'],
            ['escape', 'escape', 'g', 'down', 'enter'],
            ['escape', 'escape', 'w', 'down', 'enter'],
            ['escape', 'escape', 'c', 'escape'],
            ['escape', 'escape', 'B', 'down'],
            ['escape', 'escape', 'd', 'enter'],
            ['escape', 'escape', 't', ...typing('2031-01-07'), 'enter'],
            ['escape', 'escape', 't', ...typing('2031-02-26 known 2031-02-20'), 'enter'],
            ...['t', 'H', 'L', ':', '/', 'a', 'G', '?'].map((key) => ['escape', 'escape', key]),
            ['escape', 'escape', 'X', 'a', 'enter', 'enter'],
          ),
        },
      ),
      { maxLength },
    )
    .map((keys) => keys.flat());
const MODES = [
  'date',
  'events',
  'branches',
  'history',
  'steps',
  'commands',
  'prompt',
  'question',
  'gates',
  'glossary',
  'help',
  'exercise',
  'panes',
  'provision',
  'scenarios',
];
const anySession = fc.constantFrom(
  harbourSession(),
  harbourSession({ ascii: true }),
  harbourSession({ screenReader: true }),
);

describe('properties', () => {
  it('no keys ever throw, nothing is lost, and the state stays within bounds', () => {
    const modes = new Set<string>();
    const scenarios = new Set<string>();
    fc.assert(
      fc.property(anySession, fc.constantFrom(...SIZES), anyKeys(40), (look, size, keys) => {
        let state = begin(look, withQuestions(), 'harbour-record', size);
        for (const key of keys) {
          state = press(look, state, key);
          modes.add(modeOf(state));
          scenarios.add(state.scenario);
          const { story } = sceneOf(look, state);
          expect(state.position).toBeGreaterThanOrEqual(-1);
          expect(state.position).toBeLessThan(story.steps.length);
          for (const top of Object.values(asDrawn(look, state).tops))
            expect(top).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 120 },
    );
    for (const mode of MODES) expect([...modes]).toContain(mode);
    expect(scenarios.size).toBeGreaterThan(1);
  });

  it('a step forward and back is no step', () => {
    const settled = (state: State) => ({ ...state, tops: null, notice: null });
    fc.assert(
      fc.property(anyKeys(20), (keys) => {
        const state = press(
          session,
          press(session, start, ...keys),
          'escape',
          'escape',
          'escape',
          'escape',
          'escape',
        );
        const { places, position } = sceneOf(session, state);
        fc.pre(state.position === position && places.some((place) => place > position));
        expect(settled(press(session, state, 'right', 'left'))).toEqual(
          settled(press(session, state, 'escape')),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('the same keys make the same state, in one go or one by one', () => {
    fc.assert(
      fc.property(anyKeys(20), (keys) => {
        expect(press(harbourSession(), start, ...keys)).toEqual(press(session, start, ...keys));
      }),
      { numRuns: 30 },
    );
  });

  it('a resize there and back shows the same as before', () => {
    const resized = (state: State, [columns, rows]: [number, number]) =>
      reduce(session, state, { kind: 'resize', size: { columns, rows } });
    const back = resized(resized(resized(start, [60, 16]), [10, 2]), [120, 40]);
    expect(back).toEqual(start);
  });
});
