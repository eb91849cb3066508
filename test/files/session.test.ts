import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import * as fc from 'fast-check';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findSessions, type SavedSession, SessionStore } from '../../src/files/session.ts';
import { anyScenario } from '../content/any-scenario.ts';
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
const at = (position: number, undo: unknown[] = []): SavedSession => ({
  agreement: 'harbour',
  branches: [],
  cursor: { scenario: 'harbour-record', position, run: 'northquay' },
  undo,
});
const positions = async () =>
  (await findSessions(folder)).sessions.map(({ id, session }) => [id, session.cursor.position]);

describe('a session', () => {
  it('comes back as it was saved, whatever is in it', async () => {
    const keeper = store();
    const anySession = fc.record({
      agreement: fc.constant('harbour'),
      branches: fc.array(anyScenario, { maxLength: 3 }),
      cursor: fc.record({
        scenario: fc.string(),
        position: fc.integer(),
        run: fc.option(fc.string()),
      }),
      undo: fc.array(fc.jsonValue(), { maxLength: 5 }),
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

  it('lets the oldest of its undo log go where it would become too large to be read', async () => {
    const undo = Array.from({ length: 40 }, (_, index) => `${index} ${'x'.repeat(50_000)}`);
    expect(await store().save(at(1, undo))).toBeNull();
    const [found] = (await findSessions(folder)).sessions;
    expect(found?.session.undo.at(-1)).toEqual(undo.at(-1));
    expect(found?.session.undo.length).toBeGreaterThan(5);
  });

  // Mounting takes a right that not every machine gives to tests.
  it.skipIf(disk === null)(
    'says why it cannot be kept on a full disk, and keeps the one before',
    async () => {
      if (disk === null) return;
      const keeper = store('one', disk.folder);
      expect(await keeper.save(at(1))).toBeNull();
      expect(await keeper.save(at(2, ['x'.repeat(200_000)]))).toEqual({
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
  }, 60_000);
});
