import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { harbourgate, items, type Json, object } from './command-line.ts';

const HARBOUR = fileURLToPath(new URL('../fixtures/harbour/', import.meta.url));

let top = '';
beforeEach(() => {
  top = fs.mkdtempSync(path.join(os.tmpdir(), 'phasegate-overlay-'));
  write('agreement.yaml', 'extends: harbour\n');
});
afterEach(() => fs.rmSync(top, { recursive: true, force: true }));

function write(name: string, text: string): void {
  const file = path.join(top, 'mine', name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
}

const mine = (...words: string[]) => harbourgate(['-A', 'mine', ...words], { userFolder: top });

const STEPS = `continues: harbour-record
steps:
  - { id: later, date: 2031-03-05, title: The envoys part, claims: [gazette-3.c9], event: envoys.parted }
  - { id: between, after: envoys-meet, date: 2031-02-11, title: A talk, claims: [gazette-3.c9] }
`;

describe('content laid over an agreement that ships', () => {
  it('is that agreement where nothing is added', async () => {
    const below = await harbourgate(['check', '--json'], { userFolder: top });
    const laid = await mine('check', '--json');
    expect([laid.code, laid.error]).toEqual([below.code, '']);
    // It goes by its folder's name, so that the two can be told apart.
    expect(String(object(below)['agreement'])).toBe('harbour');
    expect(object(laid)).toEqual({ ...object(below), agreement: 'mine' });
  });

  it('adds steps, positions, scenarios and events, each from its own file', async () => {
    write('scenarios/further.yaml', STEPS);
    write(
      'readings/guild.yaml',
      'id: guild\npositions:\n  calm.broke:\n    - { objects: noBreak }\n',
    );
    write(
      'scenarios/own.yaml',
      'agreement: harbour\nid: own\nkind: hypothetical\ntitle: Own\nsummary: Own.\n' +
        'branchesFrom: { scenario: harbour-record, step: between }\nsteps: []\n',
    );
    const played = object(await mine('play', 'harbour-record', '--json'));
    const ids = items(played, 'steps').map((step) => String(step['id']));
    expect(ids.at(-1)).toBe('later');
    expect(ids[ids.indexOf('envoys-meet') + 1]).toBe('between');
    expect((await mine('play', 'own')).code).toBe(0);
    expect((await mine('check', 'calm.broke')).out).toMatch(/guild[^]*objects|objects[^]*guild/i);
    const checked = await mine('validate', 'mine');
    expect([checked.code, checked.error]).toEqual([0, '']);
  });

  it('takes an addition for one in whichever way it is written', async () => {
    write(
      'scenarios/further.yaml',
      '{ continues: harbour-record, steps: [{ id: later, date: 2031-03-05, title: The envoys part, claims: [gazette-3.c9], event: envoys.parted }] }\n',
    );
    write(
      'readings/guild.yaml',
      '  id: guild\n  positions:\n    calm.broke:\n      - { objects: noBreak }\n',
    );
    const checked = await mine('validate', 'mine');
    expect([checked.code, checked.error]).toEqual([0, '']);
    const steps = items(object(await mine('play', 'harbour-record', '--json')), 'steps');
    expect(steps.at(-1)?.['id']).toBe('later');
    expect((await mine('check', 'calm.broke')).out).toMatch(/guild[^]*objects|objects[^]*guild/i);
  });

  it.each([
    [
      'agreement.yaml',
      'extends: nowhere\n',
      'mine/agreement.yaml:1:10: there is no agreement "nowhere" [unknown-id]',
    ],
    ['agreement.yaml', 'extends: ./\n', 'leads back to this one [goes-round]'],
    ['agreement.yaml', 'extends:\n', 'mine/agreement.yaml:1:'],
    ['agreement.yaml', '', 'the file is empty [missing-key]\n'],
    ['events.yaml', '', 'the file is empty [missing-key]\n'],
    ['readings/constructor.yaml', 'id: constructor\npositions: {}\n', 'choose another name'],
    [
      'agreement.yaml',
      'extends: ../gone\n',
      'agreement "../gone": its file is not there [cannot-read]',
    ],
    [
      'scenarios/further.yaml',
      STEPS.replace('id: later', 'id: envoys-meet'),
      'mine/scenarios/further.yaml:3:11: a second step',
    ],
    [
      'scenarios/further.yaml',
      STEPS.replace('after: envoys-meet', 'after: gone'),
      'mine/scenarios/further.yaml:4:27: there is no step "gone"',
    ],
    [
      'scenarios/further.yaml',
      STEPS.replace('harbour-record', 'gone'),
      'mine/scenarios/further.yaml:1:12: there is no scenario "gone"',
    ],
    [
      'scenarios/further.yaml',
      STEPS.replace('envoys.parted', 'envoys.part'),
      'mine/scenarios/further.yaml:3:91: there is no event "envoys.part"',
    ],
    [
      'readings/pilots.yaml',
      'id: pilots\npositions: {}\n',
      'mine/readings/pilots.yaml:1:5: there is no reading "pilots" to add to [unknown-id]\n    a reading of your own has kind: party; ',
    ],
    [
      'events.yaml',
      'events:\n  - { id: canal.opened, title: Again, moves: { shut: open } }\n',
      'mine/events.yaml:2:',
    ],
  ])('says what is wrong in %s: %j', async (name, text, problem) => {
    write(name, text);
    const came = await mine('list');
    expect([came.code, came.out]).toEqual([2, '']);
    expect(came.error).toContain(problem);
    // Nothing is said to be missing because of it.
    expect(came.error).not.toContain('the file is not there [cannot-read]\nmine');
  });

  it('leaves what could be said of the agreement below to whoever writes that', async () => {
    const source = fs.readFileSync(path.join(HARBOUR, 'sources/gazette-3.yaml'), 'utf8');
    const unused = source.replace(
      /^  - id: c1\n[^]*?(?=^  - id: c2\n)/m,
      (claim) => claim + claim.replace('c1', 'c99'),
    );
    fs.cpSync(HARBOUR, path.join(top, 'base'), { recursive: true });
    fs.writeFileSync(path.join(top, 'base/sources/gazette-3.yaml'), unused);
    write('agreement.yaml', 'extends: ../base\n');
    const noticesOf = async (folder: string) =>
      items(object(await mine('validate', folder, '--json')), 'notices').length;
    expect([await noticesOf('base'), await noticesOf('mine')]).toEqual([1, 0]);
  });

  it.each([
    ['Late Winter', 'late-winter'],
    ['été_2031', 'ete-2031'],
    ['harbour', 'harbour-overlay'],
    ['2031', 'harbour-overlay'],
    ['constructor', 'harbour-overlay'],
    ['冬', 'harbour-overlay'],
  ])('goes by its folder, from within and from without: %s', async (name, id) => {
    fs.renameSync(path.join(top, 'mine'), path.join(top, name));
    const idOf = async (words: readonly string[], userFolder: string) => {
      const came = await harbourgate([...words, 'list', '--json'], { userFolder });
      expect(came.code).toBe(0);
      return String(object(came)['agreement']);
    };
    expect(await idOf(['-A', `./${name}`], top)).toBe(id);
    expect(await idOf([], path.join(top, name))).toBe(id);
    expect(await idOf(['-A', '.'], path.join(top, name))).toBe(id);
  });

  it('marks sources and claims that it adds, in text and in data', async () => {
    write(
      'sources/leaflet.yaml',
      'id: leaflet\nagreement: mine\ntitle: A leaflet\npublisher: The Herald\npublished: 2031-03-05\n' +
        'claims:\n  - { id: c1, speaker: guild, kind: demand, regions: [wreck], statement: It is to be raised. }\n',
    );
    const listed = items(object(await mine('list', 'sources', '--json')), 'sources');
    const byId = (all: Json[]) => all.map((each) => [String(each['id']), each['addedBy']]);
    expect(byId(listed)).toContainEqual(['leaflet', 'mine']);
    expect(byId(listed)).toContainEqual(['gazette-1', null]);
    const claims = items(object(await mine('claims', '--speaker', 'guild', '--json')), 'claims');
    expect(byId(claims)).toContainEqual(['leaflet.c1', 'mine']);
    expect(byId(claims)).toContainEqual(['gazette-3.c6', null]);
    expect((await mine('list', 'sources')).out.match(/A leaflet, added by mine|added by/g)).toEqual(
      ['A leaflet, added by mine'],
    );
    for (const words of [['claims'], ['claim', 'leaflet']])
      expect(
        (await mine(...words)).out.match(/\(leaflet\): A leaflet, added by mine|added by/g),
      ).toEqual(['(leaflet): A leaflet, added by mine']);
  });

  it('can be laid over again', async () => {
    write('scenarios/further.yaml', STEPS);
    write('../over/agreement.yaml', 'extends: ../mine\nid: topmost\n');
    write(
      '../over/scenarios/more.yaml',
      'continues: harbour-record\nsteps:\n' +
        '  - { id: more, after: between, date: 2031-02-12, title: More, claims: [gazette-3.c9] }\n',
    );
    const came = await harbourgate(['-A', 'over', 'play', 'harbour-record', '--json'], {
      userFolder: top,
    });
    const ids = items(object(came), 'steps').map((step) => String(step['id']));
    expect(ids.slice(ids.indexOf('between'), ids.indexOf('between') + 2)).toEqual([
      'between',
      'more',
    ]);
    expect(ids.at(-1)).toBe('later');
  });
});
