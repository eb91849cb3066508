import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { SessionStore } from '../../src/node/session.ts';
import { harbourgate, items, object } from './command-line.ts';

const harbour = fileURLToPath(new URL('../fixtures/harbour/', import.meta.url));

let top = '';
let below: Record<string, string> = {};
beforeEach(() => {
  top = fs.mkdtempSync(path.join(os.tmpdir(), 'phasegate-overlay-'));
  fs.cpSync(harbour, path.join(top, 'base'), { recursive: true });
  below = textsIn('base');
  write('agreement.yaml', 'extends: ../base\n');
  write(
    'scenarios/further.yaml',
    'continues: harbour-record\nsteps:\n' +
      '  - { id: later, date: 2031-03-05, title: The envoys part, claims: [gazette-3.c9], event: envoys.parted }\n',
  );
});
afterEach(() => fs.rmSync(top, { recursive: true, force: true }));

function write(name: string, text: string): void {
  const file = path.join(top, 'mine', name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
}

function textsIn(folder: string): Record<string, string> {
  const names = fs.readdirSync(path.join(top, folder), { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => fs.statSync(path.join(top, folder, name)).isFile());
  return Object.fromEntries(
    files.map((name) => [name, fs.readFileSync(path.join(top, folder, name), 'utf8')]),
  );
}

type Written = { id: string; expect: Record<string, unknown> };

/** An expectation without its conditions. */
const kindOf = (expected: unknown) =>
  typeof expected === 'object' && expected !== null ? Object.keys(expected)[0] : expected;

const mine = (...words: string[]) => harbourgate(['-A', 'mine', ...words], { userFolder: top });
const read = (name: string) => fs.readFileSync(path.join(top, 'mine', name), 'utf8');

describe('the desk of what is laid over an agreement', () => {
  it.each([
    [['new', 'reading', 'guild'], 'readings/guild.yaml'],
    [['new', 'source', 'leaflet', '--published', '2031-03-05'], 'sources/leaflet.yaml'],
    [['new', 'scenario', 'other', '--from', 'harbour-record@later'], 'scenarios/other.yaml'],
    [['accept', '--write'], 'scenarios/further.yaml'],
    [['fmt', '--write'], 'scenarios/further.yaml'],
    [['rename', 'later', 'parting', '--write'], 'scenarios/further.yaml'],
    [['schemas', '--write'], '.schemas/continuation.json'],
  ])('%j writes there and nowhere else', async (words, file) => {
    const before = textsIn('mine');
    const came = await mine(...words);
    expect([came.code, came.error]).toEqual([0, '']);
    expect(read(file)).not.toBe(before[file]);
    expect(textsIn('base')).toEqual(below);
    const checked = await mine('validate', 'mine');
    expect([checked.code, checked.error]).toEqual([0, '']);
  });

  it('accepts what each reading makes of each step that it adds, wherever that comes', async () => {
    write(
      'scenarios/further.yaml',
      'continues: harbour-record\nsteps:\n' +
        '  - { id: later, date: 2031-03-05, title: Parting, claims: [gazette-3.c9], event: envoys.parted, gates: { canalOpening: {} } }\n' +
        '  - id: raised\n    after: one-way-offer\n    date: 2031-02-09\n    title: Raised\n    claims: [gazette-3.c2]\n    event: wreck.located\n' +
        '    gates:\n      phaseTwo: {}\n' +
        '  - { id: sealed, after: phase-two-declared, date: 2031-02-17, title: Sealed, claims: [gazette-3.c2], event: batteries.sealed }\n',
    );
    expect(await mine('accept', '--write')).toMatchObject({ code: 0, error: '' });
    const played = items(object(await mine('play', 'harbour-record', '--json')), 'steps');
    const steps = (parse(read('scenarios/further.yaml')) as { steps: Written[] }).steps;
    for (const { id, expect: expected } of steps) {
      const came = played.find((step) => String(step['id']) === id)?.['outcomes'] ?? {};
      const statuses = Object.entries(came as Record<string, { status: string }>).map(
        ([reading, { status }]) => [reading, status],
      );
      const asked = (reading: string) => expected[reading] ?? expected['every'];
      expect(statuses.map(([reading]) => [reading, kindOf(asked(String(reading)))])).toEqual(
        statuses,
      );
    }
    expect(steps.map(({ expect: { southquay } }) => kindOf(southquay))).toEqual([
      undefined,
      undefined,
      'refused',
    ]);
    const checked = await mine('validate', 'mine');
    expect(checked.code).toBe(0);
    // The scenarios below say what is laid over them changes, and are not to be changed for it.
    expect(checked.out).toMatch(
      /^notice: base\/scenarios\/.*not-as-expected\]\n +what is laid over the agreement/m,
    );
    expect(checked.out).not.toContain('phasegate accept');
    expect(textsIn('base')).toEqual(below);
  });

  it('does not rename what the agreement below names, and says where that is', async () => {
    const before = textsIn('mine');
    const came = await mine('rename', 'canal.opened', 'unlocked', '--write');
    expect(came.code).toBe(2);
    expect(came.error).toMatch(
      /base\/events\.yaml:\d+:\d+: the event canal\.opened .*\[not-possible\]\n +\S/,
    );
    expect([textsIn('mine'), textsIn('base')]).toEqual([before, below]);
  });

  it.each([[['fmt', 'base/events.yaml', '--write']]])('refuses %j', async (words) => {
    const came = await mine(...words);
    expect(came.code).toBe(2);
    expect(came.error).toContain('stays as it is');
    expect(textsIn('base')).toEqual(below);
  });

  it('leads each kind of file to a schema that knows the ids below', async () => {
    await mine('schemas', '--write');
    expect(read('agreement.yaml')).toContain('$schema=.schemas/agreement.json');
    expect(read('scenarios/further.yaml')).toContain('$schema=../.schemas/continuation.json');
    expect(read('.schemas/continuation.json')).toContain('"harbour-record"');
    expect(read('.schemas/agreement.json')).toContain('"extends"');
  });
});

describe('a token', () => {
  const tokenIn = async (folder: string, place: string) => {
    const words = ['-A', folder, 'what-if', place, '--event', 'calm.broke'];
    const came = await harbourgate(words, { userFolder: top });
    expect(came.error).toBe('');
    return /pg1-[\w-]+/.exec(came.out)?.[0] ?? '';
  };

  it('of the agreement below is one of what is laid over it, and not the other way', async () => {
    const token = await tokenIn('base', 'harbour-record@envoys-meet');
    const came = await mine('play', token);
    expect([came.code, came.error]).toEqual([0, '']);
    const own = await tokenIn('mine', 'harbour-record@later');
    const refused = await harbourgate(['-A', 'base', 'play', own], { userFolder: top });
    expect([refused.code, refused.out]).toEqual([2, '']);
    expect(refused.error).toContain('is of the agreement mine, not of harbour');
    expect(refused.error).toContain('-A mine');
  });
});

describe('a session', () => {
  const kept = async (agreement: string, folder: string) => {
    const store = new SessionStore({
      folder: path.join(top, 'state/sessions'),
      id: 'one',
      writer: { pid: process.pid, isAlive: () => true },
      now: () => '2031-04-01T12:00:00Z',
    });
    const cursor = { scenario: 'harbour-record', position: 2, run: null };
    const home = fs.realpathSync(path.join(top, folder));
    expect(
      await store.save({ agreement, folder: home, branches: [], cursor, history: null }),
    ).toBeNull();
  };
  const resume = (folder: string) =>
    harbourgate(['-A', folder, 'resume'], {
      userFolder: top,
      stateFolder: path.join(top, 'state'),
    });

  it('of the agreement below goes on under what is laid over it, which says so', async () => {
    await kept('harbour', 'base');
    const came = await resume('mine');
    expect(came.code).toBe(0);
    expect(came.error).toMatch(/^phasegate: session \d+ .*harbour, which mine is laid over\n$/);
    expect(came.out).toContain('The envoys part');
  });

  it('of what is laid over it goes on there, whichever of the two ids it was kept under', async () => {
    for (const agreement of ['mine', 'harbour']) {
      await kept(agreement, 'mine');
      const came = await resume('mine');
      expect([came.code, came.error]).toEqual([0, '']);
      expect(came.out).toContain('The envoys part');
    }
    await kept('other', 'mine');
    expect((await resume('mine')).error).toContain('[other-agreement]');
  });

  it('of what is laid over it does not go on under the one below', async () => {
    await kept('mine', 'mine');
    const came = await resume('base');
    expect([came.code, came.out]).toEqual([2, '']);
    expect(came.error).toMatch(/other-agreement\]\n +phasegate -A \S+\/mine resume/);
  });
});

describe('the list of agreements', () => {
  it('has those that ship, those here and what is laid over them, right or wrong', async () => {
    fs.mkdirSync(path.join(top, 'broken'));
    fs.writeFileSync(path.join(top, 'broken/agreement.yaml'), 'title: [\n');
    const came = await mine('list', 'agreements', '--json');
    expect([came.code, came.error]).toEqual([0, '']);
    const listed = items(object(came), 'agreements').map((each) => ({
      id: String(each['id']),
      folder: String(each['folder']),
      extends: each['extends'],
      default: each['default'],
      isRight: Number(each['problems']) === 0 && each['counts'] !== null,
    }));
    const harbourIn = (folder: string) => ({
      id: 'harbour',
      folder,
      extends: null,
      default: false,
      isRight: true,
    });
    expect(listed).toEqual([
      harbourIn('harbour'),
      harbourIn('base'),
      { ...harbourIn('broken'), id: 'broken', isRight: false },
      { ...harbourIn('mine'), id: 'mine', extends: 'harbour', default: true },
    ]);
    const told = await mine('list', 'agreements');
    expect(told.out).toMatch(/broken +broken +\d+ problems?/);
    expect(told.out).toMatch(/laid over\s+harbour/);
  });
});
