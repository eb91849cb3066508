import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Agreement } from '../../src/model/agreement.ts';
import { Runner } from '../../src/model/runner.ts';
import type { StageMap } from '../../src/model/statechart.ts';
import { NOTHING_ASKED } from '../../src/model/condition.ts';
import { importChart } from '../../src/load/import/import-chart.ts';
import { compiled } from '../../src/search/compile.ts';
import { UNSAID } from '../../src/search/export/about.ts';
import { exportSystem } from '../../src/search/export/formats.ts';
import { given, isNever } from '../../src/search/export/given.ts';
import { namedState, take } from '../../src/search/system.ts';
import { anyAgreement } from '../../src/testing/any-agreement.ts';
import { loadHarbour } from '../fixtures/harbour/load.ts';
import { agreementFrom, folderFrom, problemsFrom } from './imported-folder.ts';
import { loadShipped, shippedFolders } from '../shipped.ts';
import { reachableStates, READINGS, SMALL, standpoint } from '../search/invented.ts';

/** Regions, stages and moves, by ids, without what the order of the file decides. */
function chartOf({ statechart }: Pick<Agreement, 'statechart'>) {
  return {
    regions: statechart.regions.map(({ id, initial, stages }) => [
      id,
      initial,
      stages.map((stage) => stage.id),
    ]),
    events: statechart.events
      .map(({ id, moves, again }) => [id, moves, again] as const)
      .toSorted(([left], [right]) => (left < right ? -1 : 1)),
  };
}

/** Where an event leads when what the model requires is asked. */
function next(agreement: Agreement, from: StageMap, event: string): StageMap | null {
  const requirement = agreement.events.get(event)?.requirement ?? NOTHING_ASKED;
  return new Runner(agreement).take(from, event, [requirement]);
}

const anyOfAll = anyAgreement(SMALL);
/** SCXML has no place for what may happen again, or leads from a stage to itself. */
const anyOnce = anyOfAll.filter(({ statechart }) =>
  statechart.events.every(
    ({ moves, again }) =>
      !again &&
      Object.values(moves).every((own) => Object.entries(own).every(([from, to]) => from !== to)),
  ),
);
const shipped = shippedFolders().map((folder) => loadShipped(folder).agreement);

describe.each([
  { format: 'xstate', anySmall: anyOfAll },
  { format: 'scxml', anySmall: anyOnce },
] as const)('what was exported as $format and imported', ({ format, anySmall }) => {
  const anyChart = fc.oneof(anySmall, fc.constant(loadHarbour().agreement));
  const standing = shipped.filter(
    ({ statechart }) => format === 'xstate' || statechart.events.every(({ again }) => !again),
  );

  it.each(standing)('is $title again, where that is one that ships', (agreement) => {
    const system = compiled(agreement, standpoint('reported'));
    const back = agreementFrom(folderFrom(exportSystem(system, format, { ...UNSAID, agreement })));
    expect(chartOf(back)).toEqual(chartOf(agreement));
  });

  it('has the same regions, stages and moves', () => {
    fc.assert(
      fc.property(anyChart, (agreement) => {
        const system = compiled(agreement, standpoint('reported'));
        const folder = folderFrom(exportSystem(system, format, { ...UNSAID, agreement }));
        const back = agreementFrom(folder);
        expect(chartOf(back)).toEqual(chartOf(agreement));
        expect([...back.events.values()].filter(({ requirement }) => requirement !== null)).toEqual(
          [],
        );
      }),
      { numRuns: 25 },
    );
  });

  it('requires what the reading asked, where that can be met at all', () => {
    const seen = { passing: 0, waiting: 0, never: 0 };
    const asked = fc.oneof(
      fc.tuple(anySmall, fc.constantFrom(...READINGS)),
      fc.tuple(fc.constant(loadHarbour().agreement), fc.constantFrom('northquay', 'guild')),
    );
    fc.assert(
      fc.property(asked, ([agreement, reading]) => {
        const system = compiled(agreement, standpoint(reading));
        const folder = folderFrom(exportSystem(system, format, { ...UNSAID, agreement }));
        const back = agreementFrom(folder);
        for (const event of system.events) {
          // Nothing can be required that never comes about: then the guard is told in words.
          const isTold = folder.notes.some(
            (note) => / the guard of /.test(` ${note}`) && note.includes(` ${event.id}`),
          );
          if (
            isTold ||
            event.from.every((stage) => isNever(given(event.guard, event.home, stage)))
          ) {
            seen.never += 1;
            expect(isTold).toBe(true);
            continue;
          }
          // What asks for different things in different stages came apart.
          const cases = [...back.events.keys()].filter(
            (id) =>
              id === event.id ||
              (!agreement.events.has(id) &&
                id.startsWith(event.id) &&
                /^\d+$/.test(id.slice(event.id.length))),
          );
          for (const state of reachableStates(system).slice(0, 8)) {
            const from = namedState(system, state);
            const to = take(event, state);
            seen[to === null ? 'waiting' : 'passing'] += 1;
            const reached = cases.map((id) => next(back, from, id)).filter((each) => each !== null);
            expect(reached).toEqual(to === null ? [] : [namedState(system, to)]);
          }
        }
      }),
      { numRuns: 25 },
    );
    expect(Math.min(seen.passing, seen.waiting, seen.never)).toBeGreaterThan(5);
  });
});

describe('a machine of XState', () => {
  const canal = {
    id: 'CanalMachine',
    type: 'parallel',
    context: { ships: 3 },
    states: {
      Canal: {
        initial: 'shut',
        on: { RESET: '.shut' },
        states: {
          shut: {
            on: {
              OPEN: [
                { target: 'open.half', guard: 'isPaid', actions: 'ring' },
                {
                  target: '#wide',
                  cond: { type: 'xstate.stateIn', params: { stateValue: { Lock: 'unlocked' } } },
                },
              ],
            },
          },
          open: {
            initial: 'half',
            entry: ['light'],
            states: {
              half: { always: 'full' },
              full: { id: 'wide', after: { 1000: '#CanalMachine.Canal.shut' } },
              before: { type: 'history' },
            },
          },
          toString: {},
        },
      },
      Lock: {
        initial: 'locked',
        states: {
          locked: { on: { OPEN: 'unlocked', 'Lock.freed': { target: 'unlocked', in: '#wide' } } },
          unlocked: { description: 'not locked any more', meta: { level: 3 } },
        },
      },
    },
  };

  it('keeps guards apart that have a name in common and other parameters', () => {
    const transition = (n: number, target: string) => ({
      target,
      guard: { type: 'atLeast', params: { n } },
    });
    const one = {
      initial: 'a',
      states: { a: { on: { GO: [transition(1, 'b'), transition(2, 'c')] } }, b: {}, c: {} },
    };
    const folder = folderFrom(JSON.stringify({ id: 'm', ...one }));
    const { events } = agreementFrom(folder).statechart;
    expect(events.map(({ moves }) => Object.values(moves)[0])).toEqual([{ a: 'b' }, { a: 'c' }]);
    expect(folder.notes.join()).toContain('atLeast {"n":2}');
  });

  it('says that it left out what leads from a stage to itself, and keeps what is said to happen again', () => {
    const machine = (meta: object) =>
      JSON.stringify({
        id: 'm',
        initial: 'a',
        states: { a: { on: { GO: 'b', SAY: { target: 'a', meta } } }, b: {} },
      });
    const left = folderFrom(machine({}));
    expect(agreementFrom(left).statechart.events).toHaveLength(1);
    expect(left.notes).toContainEqual(expect.stringMatching(/SAY leads from a to itself/));
    const kept = folderFrom(machine({ again: true }));
    expect(agreementFrom(kept).statechart.events[1]).toMatchObject({
      again: true,
      moves: { m: { a: 'a' } },
    });
    expect(kept.notes.join()).not.toContain('itself');
  });

  it('keeps questions apart about states whose names run together', () => {
    const asking = (...stateValue: string[]) => ({
      type: 'xstate.stateIn',
      params: {
        stateValue: stateValue
          .toReversed()
          .reduce<unknown>((inner, name) => ({ [name]: inner }), {}),
      },
    });
    const folder = folderFrom(
      JSON.stringify({
        id: 'm',
        type: 'parallel',
        states: {
          A: {
            initial: 'a',
            states: {
              a: {
                on: {
                  GO: [
                    { target: 'b', guard: asking('B', 'x.y') },
                    { target: 'c', guard: asking('B', 'x', 'y') },
                  ],
                },
              },
              b: {},
              c: {},
            },
          },
          B: { initial: 'z', states: { z: {}, 'x.y': {}, x: { initial: 'y', states: { y: {} } } } },
        },
      }),
    );
    const { events } = agreementFrom(folder).statechart;
    expect(events.map(({ moves }) => Object.values(moves)[0])).toEqual([{ a: 'b' }, { a: 'c' }]);
  });

  it('becomes regions, stages and events, and what it cannot become is told by its line', () => {
    const folder = folderFrom(JSON.stringify(canal, null, 2));
    expect(folder.id).toBe('canal-machine');
    const { statechart, regions, events } = agreementFrom(folder);
    expect(
      statechart.regions.map(({ id, stages }) => [id, stages.map((stage) => stage.id)]),
    ).toEqual([
      ['canal', ['shut', 'half', 'full', 'stageToString']],
      ['lock', ['locked', 'unlocked']],
    ]);
    expect(regions.get('lock')?.stages[1]).toEqual({
      id: 'unlocked',
      title: 'not locked any more',
      level: 3,
    });
    expect(Object.fromEntries(statechart.events.map(({ id, moves }) => [id, moves]))).toEqual({
      'canal.reset': { canal: { half: 'shut', full: 'shut', stageToString: 'shut' } },
      'canal.open': { canal: { shut: 'half' } },
      'canal.open2': { canal: { shut: 'full' } },
      'lock.open': { lock: { locked: 'unlocked' } },
      'canal.toFull': { canal: { half: 'full' } },
      'canal.after1000': { canal: { full: 'shut' } },
      'lock.freed': { lock: { locked: 'unlocked' } },
    });
    expect(events.get('canal.open2')?.requirement).toMatchObject({
      condition: { region: 'lock', stages: ['unlocked'] },
    });
    expect(events.get('lock.freed')?.requirement).toMatchObject({
      condition: { region: 'canal', stages: ['full'] },
    });
    const text = folder.files.find(({ path }) => path === 'events.yaml')?.text;
    expect(text).toMatch(/# guard: isPaid\n  - id: canal\.open\n/);
    const line = (what: string): number =>
      JSON.stringify(canal, null, 2)
        .split('\n')
        .findIndex((each) => each.includes(what)) + 1;
    expect(folder.notes).toEqual(
      expect.arrayContaining([
        `context: line ${line('"context"')}`,
        `actions of transitions: line ${line('"actions"')}`,
        `actions on entry: line ${line('"entry"')}`,
        `delays: line ${line('"1000"')}`,
        expect.stringMatching(/^histories: .*: line \d+$/),
        expect.stringMatching(/guard of canal\.open \(isPaid\) asks about more than states/),
        expect.stringMatching(/Canal\.open: what is within it became stages of the region Canal/),
        expect.stringMatching(/from Canal\.open\.half, became an event/),
        expect.stringMatching(/names that became other ids: .*Canal\.toString: stageToString/),
      ]),
    );
  });

  it('comes apart where an event asks for different things in different stages', () => {
    const stage = { on: { sail: { target: 'gone', guard: 'mayLeave' } } };
    const folder = folderFrom(
      JSON.stringify({
        type: 'parallel',
        meta: {
          guards: {
            mayLeave: {
              any: [
                { region: 'ship', stages: ['pilot'] },
                { region: 'lock', stages: ['open'] },
              ],
            },
          },
        },
        states: {
          ship: { initial: 'moored', states: { moored: stage, pilot: stage, gone: {} } },
          lock: { states: { shut: { on: { swing: 'open' } }, open: {} } },
        },
      }),
    );
    const { events } = agreementFrom(folder);
    expect(events.get('ship.sail')?.moves).toEqual({ ship: { moored: 'gone' } });
    expect(events.get('ship.sail')?.requirement).toMatchObject({
      condition: { region: 'lock', stages: ['open'] },
    });
    expect(events.get('ship.sail2')?.moves).toEqual({ ship: { pilot: 'gone' } });
    expect(events.get('ship.sail2')?.requirement).toBeNull();
    expect(folder.notes.join()).toContain('became ship.sail, ship.sail2');
  });

  it.each([
    ['nothing', '', /empty/, 1, 1],
    ['no JSON', '{ "states": ', /not valid JSON/, 1, null],
    ['a list', '[]', /is not a machine of XState/, 1, 1],
    ['no states', '{ "id": "x" }', /has no states/, 1, 1],
    ['no events', '{ "states": { "a": {}, "b": {} } }', /has no event/, 1, 1],
    ['states that are a list', '{\n  "states": ["a"]\n}', /states must be keys and values/, 2, 13],
    ['a state that is a text', '{ "states": {\n  "a": "b" } }', /the state "a" must be/, 2, 8],
    [
      'a target that is not there',
      '{ "states": {\n "shut": {"on": {"GO":\n  "opne"}}, "open": {} } }',
      /there is no state "opne".*/,
      3,
      3,
    ],
    [
      'a start that is not there',
      '{ "initial": "shot",\n "states": { "shut": {"on": {"GO": "open"}}, "open": {} } }',
      /has no state "shot" to start in/,
      1,
      14,
    ],
    [
      'a type that is none',
      '{ "type": "stale", "states": { "a": {} } }',
      /the type "stale"/,
      1,
      11,
    ],
    ['a name that every object has', '{ "states": { "__proto__": {} } }', /__proto__/, 1, 15],
    ['an anchor', '{ "states": { a: &x {} } }', /anchor/i, 1, null],
  ])('is refused with its place where it has %s', (_, text, message, line, column) => {
    const [first] = problemsFrom(text);
    expect(first?.message).toMatch(message);
    expect(first?.line).toBe(line);
    if (column !== null) expect(first?.column).toBe(column);
  });

  it('is taken whatever its states and events are called, and comes out right', () => {
    const name = fc
      .oneof(
        fc.constantFrom(
          'valueOf',
          'toString',
          'hasOwnProperty',
          'unknown',
          'every',
          'A-1',
          'a 1',
          '1',
          'שלום',
          '-',
          "it's # : x",
        ),
        fc
          .string({ minLength: 1, maxLength: 8 })
          .filter((text) => !/[\p{C}\u2028\u2029]/u.test(text)),
      )
      .filter(
        (text) => !['__proto__', 'constructor', 'prototype'].includes(text) && text.trim() !== '',
      );
    const machine = fc.uniqueArray(name, { minLength: 2, maxLength: 5 }).chain((states) =>
      fc.record({
        states: fc.constant(states),
        events: fc.array(
          fc.tuple(name, fc.nat({ max: states.length - 1 }), fc.nat({ max: states.length - 1 })),
          { minLength: 1, maxLength: 6 },
        ),
      }),
    );
    let came = 0;
    fc.assert(
      fc.property(machine, name, ({ states, events }, id) => {
        const config = {
          id,
          initial: states[0],
          states: Object.fromEntries(
            states.map((state, at) => [
              state,
              {
                id: `s${at}`,
                on: Object.fromEntries(
                  events
                    .filter(([, from]) => from === at)
                    .map(([event, , to]) => [event, `#s${to}`]),
                ),
              },
            ]),
          ),
        };
        const made = importChart(JSON.stringify(config), 'chart');
        if (!('files' in made)) {
          // Every event leads to where it comes from, or is any event at all.
          expect(made.map(({ message }) => message).join()).toMatch(/has no event/);
          return;
        }
        came += 1;
        expect(agreementFrom(made).regions.size).toBe(1);
      }),
      { numRuns: 100 },
    );
    expect(came).toBeGreaterThan(30);
  });
});
