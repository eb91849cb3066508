import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { harbourgate, object } from './command-line.ts';

const harbour = fileURLToPath(new URL('../fixtures/harbour/', import.meta.url));

let top = '';
const at = (...names: string[]) => path.join(top, ...names);

/** A copy of the harbour accord under another name, in a folder of the user's. */
function copied(folder: string, id: string): void {
  fs.cpSync(harbour, at(folder), { recursive: true });
  for (const name of fs.readdirSync(at(folder), { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.yaml')) continue;
    const text = fs.readFileSync(at(folder, name), 'utf8');
    fs.writeFileSync(
      at(folder, name),
      text
        .replaceAll(/^(agreement|id): harbour$/gm, `$1: ${id}`)
        .replace('title: The harbour accord', `title: The ${id} accord`),
    );
  }
}

beforeAll(() => {
  top = fs.mkdtempSync(path.join(os.tmpdir(), 'phasegate-any-'));
  copied('haven', 'haven');
  copied('canal accord', 'lock');
  copied('broken', 'broken');
  fs.appendFileSync(
    at('broken/events.yaml'),
    '\n  - { id: nowhere.gone, title: Gone, moves: {} }\n',
  );
  copied('harbour', 'bay');
  fs.mkdirSync(at('empty'));
  fs.writeFileSync(at('a-file'), '');
});
afterAll(() => fs.rmSync(top, { recursive: true, force: true }));

/** Every command that answers with JSON, as it is given after the program's name. */
const COMMANDS: readonly (readonly string[])[] = [
  ['list'],
  ['list', 'gates'],
  ['claims'],
  ['claim', 'gazette-1.c1'],
  ['play', 'harbour-record'],
  ['check'],
  ['check', 'phaseTwo'],
  ['why', 'wreck'],
  ['timeline', 'phaseTwo'],
  ['diff', 'harbour-record', 'guild-sequence'],
  ['what-if', 'harbour-record', '--event', 'canal.opened'],
  ['verify'],
  ['plan', 'phaseTwo'],
  ['unblock', 'phaseTwo'],
  ['pivots', 'phaseTwo'],
  ['points-of-no-return', 'phaseTwo'],
  ['coalitions', 'phaseTwo'],
  ['veto', 'phaseTwo'],
  ['waits'],
];

describe('the agreement that a command is about', () => {
  it('is the same however it is named, and wherever -A stands', async () => {
    const ways: readonly { name: string; from: string }[] = [
      { name: 'haven', from: '.' },
      { name: './haven', from: '.' },
      { name: './haven/', from: '.' },
      { name: '../haven', from: 'empty' },
      { name: '.', from: 'haven' },
      { name: '..', from: 'haven/readings' },
      { name: '../../haven', from: 'haven/scenarios' },
      { name: 'haven', from: 'haven' },
    ];
    const anyPlace = fc.constantFrom('before', 'behind', 'at the end', 'both', 'environment');
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...COMMANDS),
        fc.constantFrom(...ways, null),
        anyPlace,
        fc.constantFrom('-A', '--agreement'),
        async ([command = '', ...rest], way, place, option) => {
          const { name, from } = way ?? { name: at('haven'), from: 'empty' };
          const words = {
            before: [option, name, command, ...rest, '--json'],
            behind: [command, option, name, ...rest, '--json'],
            'at the end': [command, ...rest, '--json', option, name],
            both: ['-A', name, command, option, name, ...rest, '--json'],
            environment: [command, ...rest, '--json'],
          }[place];
          const came = await harbourgate(words, {
            userFolder: at(from),
            ...(place === 'environment' ? { agreement: name } : {}),
          });
          expect(came.error).toBe('');
          expect(object(came)).toMatchObject({
            agreement: 'haven',
            agreementTitle: 'The haven accord',
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is the one in whose folder one stands, which is then said in one line', async () => {
    for (const [folder, where] of [
      ['haven', 'this folder'],
      ['haven/scenarios', '..'],
      ['haven/readings', '..'],
    ] as const) {
      // oxlint-disable-next-line no-await-in-loop
      const came = await harbourgate(['list', '--json'], { userFolder: at(folder) });
      expect(came.error).toBe(`phasegate: the agreement in ${where}: The haven accord (haven)\n`);
      expect(object(came)).toMatchObject({ agreement: 'haven' });
    }
  });

  it('is named by -A before the environment, by it before the folder, and else ships', async () => {
    const asked = async (where: object, ...words: string[]) =>
      object(await harbourgate([...words, 'list', '--json'], where))['agreement'];
    const [haven, canal] = [at('haven'), at('canal accord')];
    expect(await asked({ userFolder: haven, agreement: canal }, '-A', at('harbour'))).toBe('bay');
    expect(await asked({ userFolder: haven, agreement: canal })).toBe('lock');
    expect(await asked({ userFolder: haven, agreement: '' })).toBe('haven');
    expect(await asked({ userFolder: at('empty') })).toBe('harbour');
    expect(await asked({ userFolder: haven }, '-A', 'harbour')).toBe('harbour');
  });

  it('is one that ships where one stands in its own folder', async () => {
    const came = await harbourgate(['list', '--json'], { userFolder: harbour });
    expect(came.error).toBe(
      'phasegate: the agreement in this folder: The harbour accord (harbour)\n',
    );
    expect(object(came)).toMatchObject({ agreement: 'harbour' });
    const named = await harbourgate(['-A', 'harbour', 'list'], {
      userFolder: path.dirname(harbour),
    });
    expect([named.code, named.error]).toEqual([0, '']);
  });

  it.each([
    [['-A', 'havn', 'list'], 'there is no agreement "havn"', 'did you mean haven?'],
    [
      ['-A', 'accord', 'list'],
      'there is no agreement "accord"',
      '`phasegate new agreement accord` writes one',
    ],
    [['-A', 'no/where', 'list'], 'the agreement "no/where" is not there', 'new agreement no/where'],
    [
      ['-A', 'empty', 'list'],
      'the agreement "empty" holds no agreement.yaml',
      'new agreement empty',
    ],
    [['-A', 'a-file', 'list'], 'the agreement "a-file" is a file, not a folder', 'name the folder'],
    [['-A', 'haven/agreement.yaml', 'list'], 'is a file, not a folder', 'name the folder'],
    [['-A', '', 'list'], 'an agreement has a name', 'new agreement'],
    [
      ['-A', 'harbour', 'list'],
      '"harbour" is the folder of an agreement here, and the id of one that ships',
      './harbour names the folder, id:harbour the one that ships',
    ],
    [['-A', 'id:harbor', 'list'], 'there is no agreement "harbor"', 'did you mean harbour?'],
    [['-A', 'haven', 'list', '-A', './haven/'], 'two agreements at once: "haven"', 'name one'],
    [['list', '-A'], "option '-A, --agreement <folder|id>' argument missing", 'list --help'],
    [['-A', 'constructor', 'list'], 'there is no agreement "constructor"', 'new agreement'],
  ])('%j ends with 2, a message and a way to mend it', async (words, message, hint) => {
    const { code, out, error } = await harbourgate(words, { userFolder: top });
    expect([code, out]).toEqual([2, '']);
    expect(error).toContain(message);
    expect(error).toContain(hint);
  });

  it('can be named either way where a folder has the id of one that ships', async () => {
    const asked = async (name: string) =>
      object(await harbourgate(['-A', name, 'list', '--json'], { userFolder: top }))['agreement'];
    expect([await asked('./harbour'), await asked('id:harbour')]).toEqual(['bay', 'harbour']);
  });

  it('tells what is wrong in its files, which stops no other agreement', async () => {
    const broken = await harbourgate(['-A', 'broken', 'list'], { userFolder: top });
    expect([broken.code, broken.out]).toEqual([2, '']);
    expect(broken.error).toMatch(/^broken\/events\.yaml:\d+:\d+: /);
    const inside = await harbourgate(['list'], { userFolder: at('broken') });
    expect(inside.error).toMatch(
      /^phasegate: the agreement in this folder\n\.\/events\.yaml:\d+:\d+: /,
    );
    const other = await harbourgate(['-A', '../haven', 'list'], { userFolder: at('broken') });
    expect([other.code, other.error]).toEqual([0, '']);
  });
});
