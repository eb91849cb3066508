import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ScenarioFile } from '../../src/model/shapes/scenario.ts';
import { tell } from '../../src/model/story.ts';
import { addStep, forkAt, laterSteps, withReplay } from '../../src/answer/branch.ts';
import type { UiOptions } from '../../src/cli/context.ts';
import { stateFolderOf } from '../../src/cli/laboratory.ts';
import { type OpenEntry, packed } from '../../src/model/kept-history.ts';
import { findSessions, SessionStore } from '../../src/node/session.ts';
import type { SavedSession } from '../../src/model/saved-session.ts';
import { loadHarbour } from '../fixtures/harbour/load.ts';
import { harbourgate, items, object, phasegate } from './command-line.ts';

const { agreement, scenarios } = loadHarbour();
const record = scenarios.get('harbour-record');
if (record === undefined) throw new Error('There is no record.');
const story = tell(record, scenarios);
const first = withReplay(
  addStep(
    forkAt(agreement, story, 3, { id: 'first', title: 'The calm breaks' }),
    { kind: 'event', event: 'calm.broke' },
    agreement,
  ),
  laterSteps(story, 3),
);
const second: ScenarioFile = {
  ...forkAt(agreement, tell(first, new Map(scenarios).set('first', first)), 4, {
    id: 'second',
    title: 'Off the first',
  }),
};

const bench = (branches: readonly ScenarioFile[]) => ({
  branches,
  scenario: 'harbour-record',
  position: 3,
});
const HISTORY: readonly OpenEntry[] = [
  { label: 'First', before: bench([]), after: bench([first]) },
  { label: 'Second', before: bench([first]), after: bench([second, first]) },
];

let stateFolder = '';
beforeEach(() => {
  stateFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'phasegate-resume-'));
});
afterEach(() => fs.rmSync(stateFolder, { recursive: true, force: true }));

const resume = (...words: string[]) => harbourgate(['resume', ...words], { stateFolder });
const sessionAt = (scenario: string, branches = [second, first]): SavedSession => ({
  agreement: 'harbour',
  folder: null,
  branches,
  cursor: { scenario, position: 4, run: 'northquay' },
  history: packed(HISTORY, 1),
});
async function kept(id: string, session: SavedSession): Promise<void> {
  const store = new SessionStore({
    folder: path.join(stateFolder, 'sessions'),
    id,
    writer: { pid: process.pid, isAlive: () => true },
    now: () => '2031-04-01T12:00:00Z',
  });
  expect(await store.save(session)).toBeNull();
}

describe('resume', () => {
  it('says that nothing was kept, and where a session comes from', async () => {
    const came = await resume();
    expect([came.code, came.out]).toEqual([2, '']);
    expect(came.error).toMatch(/no session was kept \[not-there\]\n/);
    expect((await resume('--list')).out).toContain('No session was kept.');
    expect((await harbourgate(['resume'])).error).toContain('no session was kept');
  });

  it('prints the transcript of the branch that the newest session was on', async () => {
    await kept('one', sessionAt('harbour-record', []));
    await kept('two', sessionAt('second'));
    const came = await resume();
    expect([came.code, came.error]).toEqual([0, '']);
    expect(came.out).toContain(
      'Scenario "Off the first" (second, hypothetical): after step 5 of 5, "The calm breaks".',
    );
    const answer = object(await resume('--json'));
    expect(items(answer, 'steps').at(-1)?.['id']).toBe('calm-broke');
    expect((await resume('1')).out).toContain('(harbour-record): after step 8 of 8');
    expect((await resume('7')).error).toMatch(/no session "7" \[not-there\]\n.*--list/);
  });

  it('lists the sessions, newest first', async () => {
    await kept('one', sessionAt('harbour-record', []));
    await kept('two', sessionAt('first'));
    const { out } = await resume('--list');
    expect(out).toMatch(
      /2 +2031-04-01 12:00 +harbour +first, after step 5 of 9 +Off the first; The calm breaks\n/,
    );
    const listed = items(object(await resume('--list', '--json')), 'sessions');
    expect(listed.map((each) => Number(each['number']))).toEqual([2, 1]);
  });

  it('opens the UI on the session, branches in their order and checked', async () => {
    await kept('one', sessionAt('second'));
    let opened: UiOptions | null = null;
    const came = await harbourgate(['resume'], {
      stateFolder,
      openUi: async (_, options) => {
        opened = options;
        return 0;
      },
    });
    expect([came.code, came.error, came.out]).toEqual([0, '', '']);
    expect(opened).toMatchObject({ session: sessionAt('second') });
  });

  it('leaves out a branch that no longer fits, and says so; damaged revisions likewise', async () => {
    const lost = {
      ...first,
      id: 'lost',
      branchesFrom: { scenario: 'harbour-record', step: 'gone' },
    };
    await kept('one', sessionAt('lost', [lost, first]));
    fs.writeFileSync(path.join(stateFolder, 'sessions', '00000002.session'), 'half');
    const came = await resume();
    expect(came.code).toBe(0);
    expect(came.error).toContain('00000002.session is not a session: skipped');
    expect(came.error).toMatch(
      /branch "The calm breaks" no longer fits and is left out: .*no step gone/,
    );
    expect(came.out).toContain('(harbour-record): after step 8 of 8');
  });

  it('leaves out what was done to a branch that no longer fits, and says so', async () => {
    const gone = { ...first, branchesFrom: { scenario: 'harbour-record', step: 'gone' } };
    const history = packed(
      [
        { label: 'Old', before: bench([]), after: bench([gone]) },
        { label: 'New', before: bench([]), after: bench([first]) },
        { label: 'Undone', before: bench([first]), after: bench([second, first]) },
      ],
      2,
    );
    await kept('one', { ...sessionAt('first'), history });
    let session: UiOptions['session'] = null;
    const came = await harbourgate(['resume'], {
      stateFolder,
      openUi: async (_, options) => {
        ({ session = null } = options);
        return 0;
      },
    });
    expect(came.error).toContain('1 of 3 things that could be undone no longer fit');
    expect(session).toMatchObject({
      history: { done: 1, entries: [{ label: 'New' }, { label: 'Undone' }] },
    });
  });

  it('finds sessions of its own agreement only', async () => {
    await kept('one', sessionAt('first'));
    const { code, error } = await phasegate(['resume'], { stateFolder });
    expect(code).toBe(2);
    expect(error).toMatch(
      /no session was kept of the agreement .*; the newest is of the agreement harbour \[other-agreement\]\n {2}phasegate -A harbour resume 1\n/,
    );
  });
});

describe('what the UI is lent', () => {
  it('saves, opens, keeps and remembers without ever throwing', async () => {
    let lent: UiOptions['laboratory'] | null = null;
    await harbourgate([], {
      stateFolder,
      userFolder: stateFolder,
      home: path.join(stateFolder, 'home'),
      openUi: async (_, options) => {
        lent = options.laboratory;
        return 0;
      },
    });
    const laboratory = lent as UiOptions['laboratory'] | null;
    if (laboratory === null) throw new Error('The UI was not opened.');
    expect(await laboratory.save(first, 'first.yaml', false)).toEqual({ ok: true });
    expect(await laboratory.save(first, 'first.yaml', false)).toMatchObject({ exists: true });
    expect(await laboratory.open('first.yaml')).toEqual({ ok: true, scenario: first });
    // A path of this machine would mean nothing to whoever is given the file.
    expect(fs.readFileSync(path.join(stateFolder, 'first.yaml'), 'utf8')).not.toContain('$schema');
    fs.mkdirSync(path.join(stateFolder, 'home'));
    expect(await laboratory.save(first, '~/first.yaml', false)).toEqual({ ok: true });
    expect(fs.existsSync(path.join(stateFolder, 'home', 'first.yaml'))).toBe(true);
    expect(await laboratory.open(await laboratory.tokenOf(first))).toEqual({
      ok: true,
      scenario: first,
    });
    expect(await laboratory.open(await laboratory.tokenOf(second))).toMatchObject({ ok: false });
    expect(await laboratory.open(await laboratory.tokenOf(second), [first])).toEqual({
      ok: true,
      scenario: second,
    });
    expect(await laboratory.open('nowhere.yaml')).toEqual({
      ok: false,
      problems: ['nowhere.yaml: is not there [cannot-read]'],
    });
    expect(
      await Promise.all([
        laboratory.keep(sessionAt('first')),
        laboratory.keep(sessionAt('second')),
      ]),
    ).toEqual([null, null]);
    const { sessions } = await findSessions(path.join(stateFolder, 'sessions'));
    expect(sessions.map(({ session }) => session)).toEqual([sessionAt('second')]);
  });
});

describe('the folder of sessions', () => {
  it.each([
    [{ XDG_STATE_HOME: '/state' }, '/home/me', '/state/phasegate'],
    [{ XDG_STATE_HOME: 'relative' }, '/home/me', '/home/me/.local/state/phasegate'],
    [{}, '/home/me', '/home/me/.local/state/phasegate'],
    [{}, '', null],
  ])('for %j and %j is %j', (env, home, folder) => {
    expect(stateFolderOf(env, home)).toBe(folder);
  });
});
