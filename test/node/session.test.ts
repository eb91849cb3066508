import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import * as fc from 'fast-check';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EMPTY_STEP } from '../../src/model/assumed-step.ts';
import type { ScenarioFile } from '../../src/model/shapes/scenario.ts';
import { type KeptHistory, packed, unpacked, withoutOldest } from '../../src/model/kept-history.ts';
import { findSessions, newestWork, SessionStore } from '../../src/node/session.ts';
import type { SavedSession } from '../../src/model/saved-session.ts';
import { anyScenario } from '../load/any-scenario.ts';
import { smallDisk } from './small-disk.ts';

const disk = smallDisk(96);
afterAll(() => disk?.remove());

let top = '';
let folder = '';
beforeEach(() => {
  top = fs.mkdtempSync(path.join(os.tmpdir(), 'phasegate-session-'));
  folder = path.join(top, 'state');
});
afterEach(() => fs.rmSync(top, { recursive: true, force: true }));

const store = (id = 'one', where = folder) =>
  new SessionStore({
    folder: where,
    id,
    writer: { pid: process.pid, isAlive: () => false },
    now: () => '2031-01-01T00:00:00Z',
  });
const at = (position: number, history: SavedSession['history'] = null): SavedSession => ({
  agreement: 'harbour',
  folder: null,
  branches: [],
  cursor: { scenario: 'harbour-record', position, run: 'northquay' },
  history,
});
const positions = async () =>
  (await findSessions(folder)).sessions.map(({ id, session }) => [id, session.cursor.position]);

/** A branch to which steps were added one by one, each with a title so long. */
function longHistory(entries: number, length: number): KeptHistory {
  const branch = (count: number): ScenarioFile => ({
    agreement: 'harbour',
    id: 'branch',
    kind: 'hypothetical',
    title: 'Branch',
    summary: 'Long.',
    steps: steps.slice(0, count),
  });
  const steps = Array.from({ length: entries }, (_, index) => ({
    ...EMPTY_STEP,
    id: `step-${index}`,
    title: 'x'.repeat(length),
  }));
  const benches = Array.from({ length: entries + 1 }, (_, count) => ({
    branches: [branch(count)],
    scenario: 'branch',
    position: count,
  }));
  return packed(
    benches.slice(1).map((after, index) => ({
      label: `Step ${index}`,
      before: benches[index] ?? after,
      after,
    })),
    entries,
  );
}

const anyBench = fc.record({
  branches: fc.array(anyScenario, { maxLength: 2 }),
  scenario: fc.string(),
  position: fc.integer({ min: -1 }),
});
const anyEntries = fc.array(fc.record({ label: fc.string(), before: anyBench, after: anyBench }), {
  maxLength: 4,
});
const anyHistory = anyEntries.chain((entries) =>
  fc.nat(entries.length).map((done) => packed(entries, done)),
);

describe('a history', () => {
  it('is unpacked as it was packed', () => {
    fc.assert(
      fc.property(anyEntries, fc.nat(4), (entries, wish) => {
        const done = Math.min(wish, entries.length);
        expect(unpacked(packed(entries, done))).toEqual({ entries, done });
      }),
    );
  });

  it('loses what was done longest ago first, then what would be redone last', () => {
    const history = { ...longHistory(5, 1), done: 3 };
    const labels = (count: number) => {
      const left = withoutOldest(history, count);
      return [left?.done, left?.entries.map(({ label }) => label)];
    };
    expect(labels(2)).toEqual([1, ['Step 2', 'Step 3', 'Step 4']]);
    expect(labels(4)).toEqual([0, ['Step 3']]);
    expect(withoutOldest(history, 5)).toBeNull();
  });

  it('grows with what was done, not with its square', () => {
    const bytes = (entries: number) => JSON.stringify(longHistory(entries, 200)).length;
    expect(bytes(80)).toBeLessThan(3 * bytes(40));
  });

  it('ends at the first entry with something that is not there', () => {
    const history = longHistory(4, 1);
    const steps = history.steps.slice(0, 2);
    expect(unpacked({ ...history, steps }).entries).toEqual([]);
    expect(unpacked({ ...history, steps, done: 2 }).entries.map(({ label }) => label)).toEqual([
      'Step 0',
      'Step 1',
    ]);
  });
});

describe('a session', () => {
  it('comes back as it was saved, whatever is in it', async () => {
    const keeper = store();
    const anySession = fc.record({
      agreement: fc.constant('harbour'),
      folder: fc.option(fc.string()),
      branches: fc.array(anyScenario, { maxLength: 3 }),
      cursor: fc.record({
        scenario: fc.string(),
        position: fc.integer({ min: -1 }),
        run: fc.option(fc.string()),
      }),
      history: fc.option(anyHistory),
    });
    await fc.assert(
      fc.asyncProperty(anySession, async (session) => {
        expect(await keeper.save(session)).toBeNull();
        const { sessions, notices } = await findSessions(folder);
        expect(notices).toEqual([]);
        expect(sessions[0]?.session).toEqual(JSON.parse(JSON.stringify(session)));
      }),
      { numRuns: 40 },
    );
    expect(fs.readdirSync(folder).length).toBeLessThan(6);
  });

  it('is not there before anything was saved', async () => {
    expect(await findSessions(folder)).toEqual({ sessions: [], notices: [] });
  });

  it('is the newest of several, and others go on being found', async () => {
    const [one, two] = [store('one'), store('two')];
    await one.save(at(1));
    await two.save(at(2));
    await one.save(at(3));
    expect(await positions()).toEqual([
      ['one', 3],
      ['two', 2],
    ]);
  });

  it('skips what is damaged or half-written, tells of it, and goes back to the one before', async () => {
    const keeper = store();
    for (const position of [1, 2, 3]) await keeper.save(at(position));
    const [, second = '', third = ''] = fs
      .readdirSync(folder)
      .map((name) => path.join(folder, name));
    fs.truncateSync(third, 100);
    fs.writeFileSync(
      second,
      fs.readFileSync(second, 'utf8').replace('"position":2', '"position":9'),
    );
    fs.writeFileSync(path.join(folder, '00000009.session'), '');
    const { sessions, notices } = await findSessions(folder);
    expect(sessions.map(({ session }) => session.cursor.position)).toEqual([1]);
    expect(notices).toEqual([
      '00000009.session is not a session: skipped',
      '00000003.session is damaged or not whole: skipped',
      '00000002.session is damaged or not whole: skipped',
    ]);
  });

  it('is found as the newest work, with what cannot be read on the way to it', async () => {
    const branch = longHistory(1, 1).versions[0] as unknown as ScenarioFile;
    const exercise = {
      scenario: 'harbour-record',
      answers: [],
      isMarked: false,
      picked: ['a'],
      who: '',
      isOpen: true,
    };
    const damage = (name: string) => fs.writeFileSync(path.join(folder, name), '');
    const all = () => newestWork(folder, () => true);
    expect(await all()).toEqual({ work: null, exercise: null, task: null, notices: [] });
    fs.mkdirSync(folder, { recursive: true });
    damage('00000001.session');
    expect((await all()).notices).toHaveLength(1);
    await store('one').save({ ...at(1), branches: [branch] });
    // As sessions were before exercises were kept.
    expect(await all()).toMatchObject({ work: { id: 'one' }, exercise: null, notices: [] });
    await store('two').save({ ...at(2), exercise });
    damage('00000009.session');
    const found = await all();
    expect(found).toMatchObject({ work: { id: 'one', session: { exercise } }, exercise });
    expect(found.notices).toEqual(['00000009.session is not a session: skipped']);
    await store('three').save({ ...at(3), exercise: null });
    expect(await all()).toMatchObject({ work: { id: 'one' }, exercise: null });
    const task = { scenario: 'harbour-record', task: 'seal' };
    const fourth = at(4);
    await store('four').save({ ...fourth, cursor: { ...fourth.cursor, task } });
    // What was taken up last holds for the work too, and be it that it was laid down.
    expect(await all()).toMatchObject({ work: { id: 'one', session: { cursor: { task } } }, task });
    await store('five').save(at(5));
    const laidDown = await all();
    expect(laidDown).toMatchObject({ work: { id: 'one' }, task: null });
    expect(laidDown.work?.session.cursor).not.toHaveProperty('task');
    expect(await newestWork(folder, () => false)).toMatchObject({
      work: null,
      exercise: null,
      task: null,
    });
  });

  it('of a later version is skipped and left alone', async () => {
    await store().save(at(1));
    fs.writeFileSync(
      path.join(folder, '00000002.session'),
      `phasegate-session 2 ${'0'.repeat(64)}\n{}\n`,
    );
    expect(await positions()).toEqual([['one', 1]]);
    await store('two').save(at(5));
    expect(fs.existsSync(path.join(folder, '00000002.session'))).toBe(true);
  });

  it('writes the newest of those that wait, and every save waits for it', async () => {
    const keeper = store();
    const saved = Array.from({ length: 50 }, (_, position) => keeper.save(at(position)));
    expect(await Promise.all(saved)).toEqual(saved.map(() => null));
    expect(await positions()).toEqual([['one', 49]]);
    expect(fs.readdirSync(folder).length).toBeLessThan(4);
  });

  it('lets go what was done longest ago where it would become too large to be read', async () => {
    const bench = { branches: [], scenario: 'harbour-record', position: 0 };
    const entries = Array.from({ length: 40 }, (_, index) => ({
      label: `${index} ${'x'.repeat(50_000)}`,
      before: bench,
      after: bench,
    }));
    const history = packed(entries, 40);
    expect(await store().save(at(1, history))).toBeNull();
    const [found] = (await findSessions(folder)).sessions;
    const kept = found?.session.history ?? null;
    expect(kept?.entries.at(-1)?.label).toBe(history.entries.at(-1)?.label);
    expect(kept?.done).toBe(kept?.entries.length);
    expect(kept?.entries.length).toBeGreaterThan(5);
    expect(kept?.entries.length).toBeLessThan(40);
  });

  // Mounting takes a right that not every machine gives to tests.
  it.skipIf(disk === null)(
    'says why it cannot be kept on a full disk, and keeps the one before',
    async () => {
      if (disk === null) return;
      const keeper = store('one', disk.folder);
      expect(await keeper.save(at(1))).toBeNull();
      expect(await keeper.save(at(2, longHistory(1, 200_000)))).toEqual({
        message: 'the session could not be saved: the disk is full',
        hint: 'make room, or save it elsewhere',
      });
      const { sessions, notices } = await findSessions(disk.folder);
      expect([sessions[0]?.session.cursor.position, notices]).toEqual([1, []]);
      expect(await keeper.save(at(3))).toBeNull();
    },
  );
});

describe('two writers and kill -9', () => {
  let program = '';
  beforeEach(async () => {
    program = path.join(top, 'save-in-a-loop.mjs');
    await esbuild.build({
      entryPoints: [fileURLToPath(new URL('save-in-a-loop.ts', import.meta.url))],
      outfile: program,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      logLevel: 'error',
    });
  });

  /** Lets a writer save until it has said so often enough, then ends it at once. Gives the last that it said. */
  function killedAfter(id: string, saves: number): Promise<number> {
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [program, folder, id], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let said = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        if (said.includes('failed')) reject(new Error(said));
        if (said.split('\n').length > saves) child.kill('SIGKILL');
      });
      // Only a whole line says that a save is done.
      child.on('close', () => resolve(Number(said.split('\n').at(-2))));
    });
  }

  it('lose nothing of what was said to be saved', async () => {
    let cut = 0;
    // At least twelve rounds, and as many more as it takes to hit a save in the middle.
    for (let round = 0; round < 12 || (cut === 0 && round < 90); round += 1) {
      const [first, second] = await Promise.all([
        killedAfter(`first-${round}`, 1 + (round % 12)),
        killedAfter(`second-${round}`, 3 + (round % 5)),
      ]);
      const { sessions, notices } = await findSessions(folder);
      expect(notices).toEqual([]);
      const kept = (id: string) =>
        sessions.find((found) => found.id === id)?.session.cursor.position ?? 0;
      expect(kept(`first-${round}`)).toBeGreaterThanOrEqual(first);
      expect(kept(`second-${round}`)).toBeGreaterThanOrEqual(second);
      cut += fs.readdirSync(folder).filter((name) => name.endsWith('.tmp')).length;
    }
    // Some were hit in the middle of a save, or this has shown nothing.
    expect(cut).toBeGreaterThan(0);
    await store('sweeper').save(at(1));
    expect(fs.readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  }, 180_000);
});
