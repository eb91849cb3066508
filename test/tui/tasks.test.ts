import { describe, expect, it } from 'vitest';
import { plain } from '../../src/draw/line.ts';
import { markedNow } from '../../src/lab/tasks.ts';
import { task as taskShape } from '../../src/model/shapes/scenario.ts';
import { matchingCommands } from '../../src/tui/screens/commands.ts';
import type { Laboratory } from '../../src/node/laboratory.ts';
import { frameOf } from '../../src/tui/frame.ts';
import { begin, reduce } from '../../src/tui/reduce.ts';
import { keptOf, resultSaved, resumed } from '../../src/tui/services.ts';
import { modeOf, type Size, type State } from '../../src/tui/state.ts';
import { harbour, harbourSession, press, SIZES, typing } from './harbour-session.ts';

const record = harbour.scenarios.get(harbour.opens);
if (record === undefined) throw new Error('no record');
const tasks = [
  taskShape.parse({
    id: 'seal',
    text: 'Find steps after which Southquay holds the batteries to be sealed.',
    after: 'one-way-offer',
    gates: { batteriesSealing: { southquay: 'passed' } },
    most: 2,
  }),
  taskShape.parse({ id: 'two', text: 'Open the way.', gates: { phaseTwo: { every: 'open' } } }),
];
const scenarios = new Map(harbour.scenarios).set(record.id, { ...record, tasks });
const session = harbourSession();
const start = (size: Size = { columns: 120, rows: 40 }, look = session) =>
  begin(look, scenarios, record.id, size);

function textOf(state: State, look = session): string {
  const { top, body, bottom } = frameOf(look, state);
  return [...top, ...body, ...bottom].map(plain).join('\n');
}

describe('tasks', () => {
  it('are listed, and one is taken up where its steps begin', () => {
    const listed = press(session, start(), 'x');
    expect(modeOf(listed)).toBe('tasks');
    expect(textOf(listed)).toContain('Find steps after which Southquay');
    expect(textOf(listed)).toContain('Your steps begin after "');
    const up = press(session, listed, 'enter');
    expect(up).toMatchObject({ task: { scenario: record.id, task: 'seal' }, overlays: [] });
    expect(record.steps[up.position]?.id).toBe('one-way-offer');
    expect(textOf(press(session, up, 'x'))).toContain('taken up');
    expect(press(session, up, 'x', 'enter').task).toBeNull();
  });

  it('stay in view while one tries, and say what is not met yet', () => {
    let state = press(session, start(), 'x', 'enter');
    expect(textOf(press(session, state, 'tab'))).toContain('Task: Find steps after which');
    expect(markedNow(session, state)?.steps).toEqual([]);
    expect(textOf(press(session, state, 'm'))).toContain('No step has been tried yet.');
    // Southquay drops its objection, and the batteries are sealed.
    state = press(
      session,
      state,
      'w',
      'tab',
      ...typing('southquay seal'),
      'down',
      'enter',
      'enter',
      'enter',
    );
    expect(textOf(state)).toMatch(/m: \d of 3 not met/);
    const marked = press(session, state, 'm');
    expect(modeOf(marked)).toBe('task');
    expect(textOf(marked)).toContain('Southquay');
    expect(markedNow(session, state)?.steps).toHaveLength(1);
    expect(press(session, marked, 'escape').overlays).toEqual([]);
  });

  it('are handed in as a file, and stay marked in the list', async () => {
    const kept = taskShape.parse({
      id: 'seal',
      text: 'Do something that leaves phase two passed for Southquay.',
      gates: { phaseTwo: { southquay: 'passed' } },
    });
    const set = new Map(scenarios).set(record.id, { ...record, tasks: [kept] });
    const begun = begin(session, set, record.id, { columns: 120, rows: 40 });
    const up = press(session, begun, 'x', 'enter');
    const what = ['w', ...typing('envoys meet'), 'down', 'enter', 'enter', ...typing('Talks.')];
    const state = press(session, up, ...what, 'enter');
    expect(markedNow(session, state)?.isMet).toBe(true);
    expect(textOf(press(session, state, 'x'))).toMatch(/Met by "What if: /);
    expect(textOf(press(session, up, 'x'))).not.toContain('Met by');

    const asked = press(session, state, 'm', 'S', ...typing('Ada'), 'enter', 'enter');
    const { request } = asked;
    if (request?.kind !== 'result') throw new Error('nothing to write');
    expect(request).toMatchObject({ of: { kind: 'task' }, who: 'Ada', place: 'task-seal.md' });
    const written: string[] = [];
    const laboratory = {
      tokenOf: async () => 'pg1-abc',
      saveText: async (text: string) => {
        written.push(text);
        return { ok: true } as const;
      },
    } as unknown as Laboratory;
    const now = new Date(2031, 2, 4, 9, 5);
    const reply = await resultSaved(laboratory, session, asked, request, now);
    expect(reply).toMatchObject({ kind: 'result', problem: null });
    const [text = ''] = written;
    expect(text).toContain('4 Mar 2031, 09:05');
    for (const said of [
      'Ada',
      'all of it is met',
      'play pg1-abc',
      "Reason (assumed, no party's): Talks.",
    ])
      expect(text).toContain(said);
    expect(reduce(session, asked, reply).notice).toBe('Saved as task-seal.md.');
    const laidDown = { ...asked, task: null };
    expect(await resultSaved(laboratory, session, laidDown, request, now)).toMatchObject({
      problem: 'No task is taken up any more.',
    });
  });

  it('are resumed with the session', () => {
    const state = press(
      session,
      start(),
      'x',
      'enter',
      'w',
      'tab',
      'down',
      'enter',
      'enter',
      'enter',
    );
    const kept = keptOf('harbour', state);
    expect(kept.cursor.task).toEqual({ scenario: record.id, task: 'seal' });
    const again = resumed(scenarios, { ...kept, folder: null });
    expect(again.beginning.task).toEqual(state.task);
    expect(keptOf('harbour', start()).cursor).not.toHaveProperty('task');
  });

  it('are taken up again in a later session, which leads to where their steps begin', () => {
    const front = press(session, start({ columns: 60, rows: 16 }), 'Q');
    const task = { scenario: record.id, task: 'seal' };
    const nothing = { kind: 'found', work: null, exercise: null, notices: [] } as const;
    const found = reduce(session, front, { ...nothing, task });
    expect(found.task).toEqual(task);
    expect(textOf(found)).toContain('m marks your task, and leads to where its steps begin');
    const marked = press(session, found, 'm');
    expect(modeOf(marked)).toBe('task');
    const there = press(session, marked, 'b');
    expect(there.overlays).toEqual([]);
    expect(there).toMatchObject({
      scenario: record.id,
      position: press(session, start(), 'x', 'enter').position,
      task,
    });
    // One that is not at hand any more, or was taken up meanwhile, changes nothing.
    const gone = { ...task, task: 'gone' };
    expect(reduce(session, front, { ...nothing, task: gone }).task).toBeNull();
    const busy = press(session, front, 'x', 'down', 'enter');
    expect(busy.task).toEqual({ ...task, task: 'two' });
    expect(reduce(session, busy, { ...nothing, task }).task).toEqual(busy.task);
  });

  it('are offered only where there are any, and mark nothing until one is taken up', () => {
    const names = (state: State) =>
      matchingCommands(session, state, 'task').flatMap(({ binding, why }) =>
        why === null ? binding.id : [],
      );
    expect(names(start())).toEqual(['tasks']);
    expect(names(press(session, start(), 'x', 'enter'))).toContain('markTask');
    const without = begin(session, harbour.scenarios, record.id, { columns: 80, rows: 24 });
    expect(names(without)).toEqual([]);
    expect(press(session, without, 'x')).toMatchObject({
      overlays: [],
      notice: 'No scenario of this agreement sets a task.',
    });
    expect(press(session, start(), 'm').notice).toContain('x lists them');
  });

  it('are drawn whole at every size', () => {
    for (const look of [session, harbourSession({ screenReader: true })])
      for (const size of SIZES) {
        const state = press(look, start(size, look), 'x');
        for (const at of [state, press(look, state, 'enter', 'm'), press(look, state, 'enter')]) {
          const { top, body, bottom } = frameOf(look, at);
          expect(top.length + body.length + bottom.length).toBe(size.rows - 1);
        }
      }
  });
});
