import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { harbourgate, items, object } from './command-line.ts';

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
  ['duties'],
  ['levels'],
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
    [['-A', '', 'list'], 'the name of the agreement is empty', 'new agreement'],
    [
      ['-A', 'harbour', 'list'],
      '"harbour" is the folder of an agreement here, and the id of one that ships',
      './harbour names the folder, id:harbour the one that ships',
    ],
    [['-A', 'id:harbor', 'list'], 'there is no agreement "harbor"', 'did you mean harbour?'],
    [['-A', 'haven', 'list', '-A', './haven/'], 'two agreements at once: "haven"', 'name one'],
    [['list', '-A'], '-A, --agreement <folder|id> has no value behind it', 'list --help'],
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

/** The words of a command line, as a shell would give them. */
function wordsOf(line: string): string[] {
  const parts = line.match(/(?:[^ ']|'[^']*'|\\.)+/g) ?? [];
  const [program, ...words] = parts.map((part) =>
    part.replaceAll("'\\''", '\0').replaceAll("'", '').replaceAll('\0', "'"),
  );
  expect(program).toBe('phasegate');
  return words;
}

const OWN = (agreement: string) =>
  `agreement: ${agreement}\nid: mine\nkind: hypothetical\ntitle: Mine\nsummary: One more step.\n` +
  'branchesFrom: { scenario: harbour-record, step: envoys-meet }\nsteps:\n' +
  '  - { id: opened, title: The canal opens, status: assumed, event: canal.opened }\n';

describe('a scenario of another agreement', () => {
  const write = (name: string, agreement: string) => fs.writeFileSync(at(name), OWN(agreement));
  const ask = (words: readonly string[], from = '.', input?: string) =>
    harbourgate(words, { userFolder: at(from), ...(input === undefined ? {} : { input }) });

  it('brings its agreement along where none was named, and says so', async () => {
    write('haven/scenarios/mine.yaml', 'haven');
    write('empty/shipped.yaml', 'harbour');
    write('empty/lock.yaml', 'lock');
    const tries: readonly [from: string, file: string, agreement: string, error: string][] = [
      ['.', 'haven/scenarios/mine.yaml', 'haven', 'of that scenario: The haven accord (haven)'],
      ['canal accord', '../haven/scenarios/mine.yaml', 'haven', 'of that scenario: The haven'],
      ['canal accord', '../empty/shipped.yaml', 'harbour', 'of that scenario: The harbour accord'],
      ['canal accord', '../empty/lock.yaml', 'lock', 'in this folder: The lock accord'],
      ['empty', './shipped.yaml', 'harbour', ''],
    ];
    for (const [from, file, agreement, error] of tries)
      for (const words of [
        ['play', file],
        ['check', '--scenario', `${file}@opened`],
        ['plan', 'phaseTwo', '--from', file],
        ['diff', 'harbour-record', file],
      ]) {
        // oxlint-disable-next-line no-await-in-loop
        const came = await ask([...words, '--json'], from);
        expect([words, came.error.replace(/^phasegate: the agreement /, '')]).toEqual([
          words,
          error === '' ? '' : expect.stringContaining(error),
        ]);
        expect(object(came)['agreement']).toBe(agreement);
      }
  });

  it('is refused where another was named, with the command line that plays it', async () => {
    write('canal accord/scenarios/mine.yaml', 'lock');
    const came = await ask(['-A', 'haven', 'play', 'canal accord/scenarios/mine.yaml']);
    expect([came.code, came.out]).toEqual([2, '']);
    const [where, mend = ''] = came.error.split('\n');
    expect(where).toContain('mine.yaml:1:12: the scenario is of the agreement lock, not of haven');
    expect(mend.trim()).toBe("phasegate -A 'canal accord' play 'canal accord/scenarios/mine.yaml'");
    expect((await ask(wordsOf(mend.trim()))).code).toBe(0);
  });

  it('is refused without a command line that would lead to one with problems', async () => {
    write('mine.yaml', 'lock');
    fs.mkdirSync(at('a lock'));
    fs.writeFileSync(at('a lock/agreement.yaml'), 'id: lock\n');
    const came = await ask(['-A', 'haven', 'play', 'mine.yaml']);
    fs.rmSync(at('a lock'), { recursive: true });
    const [, mend = ''] = came.error.split('\n');
    expect(mend.trim()).toBe("phasegate -A 'canal accord' play mine.yaml");
  });

  it('is known by its token as well', async () => {
    const made = await ask([
      '-A',
      'haven',
      'what-if',
      'harbour-record',
      '--event',
      'canal.opened',
      '--json',
    ]);
    const token = String(object({ ...made, code: 0 })['token']);
    const refused = await ask(['-A', 'canal accord', 'play', token]);
    expect(refused.code).toBe(2);
    expect(refused.error).toContain('the scenario is of the agreement haven, not of lock');
    expect((await ask(['-A', 'haven', 'play', token])).code).toBe(0);
    expect(object(await ask(['play', token, '--json'], 'haven'))['agreement']).toBe('haven');
  });

  it('comes from standard input as from a file', async () => {
    const came = await ask(['play', '-', '--json'], 'haven', OWN('haven'));
    expect(object(came)).toMatchObject({ agreement: 'haven' });
    const checked = await ask(['-A', 'haven', 'check', '--scenario', '-'], '.', OWN('haven'));
    expect([checked.code, checked.error]).toEqual([1, '']);
    const wrong = await ask(['play', '-'], '.', 'id: mine\n');
    expect([wrong.code, wrong.error]).toEqual([2, expect.stringContaining('standard input:1:1: ')]);
  });
});

describe('a session of another agreement', () => {
  it('brings its agreement along, is told of in the list, and refused where another was named', async () => {
    const stateFolder = at('state');
    const resume = (from: string, ...words: string[]) =>
      harbourgate(words, { userFolder: at(from), stateFolder });
    const keep = (words: readonly string[]) =>
      harbourgate(words, {
        userFolder: top,
        stateFolder,
        openUi: async (holding, { laboratory }) => {
          const cursor = { scenario: 'harbour-record', position: 3, run: null };
          const error = await laboratory.keep({
            agreement: holding.agreement.id,
            branches: [],
            cursor,
            history: null,
          });
          expect(error).toBeNull();
          return 0;
        },
      });
    await keep(['-A', 'canal accord']);
    await keep(['-A', 'id:harbour']);
    await keep(['-A', 'haven']);
    const listed = items(object(await resume('empty', 'resume', '--list', '--json')), 'sessions');
    expect(listed.map((each) => [each['number'], each['agreement'], each['folder']])).toEqual([
      [3, 'haven', fs.realpathSync(at('haven'))],
      [2, 'harbour', null],
      [1, 'lock', fs.realpathSync(at('canal accord'))],
    ]);
    const newest = await resume('empty', 'resume', '--json');
    expect(newest.error).toBe(
      'phasegate: the agreement of that session: The haven accord (haven)\n',
    );
    expect(object(newest)['agreement']).toBe('haven');
    expect(object(await resume('canal accord', 'resume', '--json'))['agreement']).toBe('lock');
    expect(object(await resume('.', '-A', 'canal accord', 'resume', '--json'))['agreement']).toBe(
      'lock',
    );
    expect(object(await resume('empty', 'resume', '2', '--json'))['agreement']).toBe('harbour');
    const other = await resume('.', '-A', 'haven', 'resume', '1');
    expect(other.code).toBe(2);
    const [what, mend = ''] = other.error.split('\n');
    expect(what).toContain('session 1 is of the agreement lock, in ');
    expect(object(await resume('.', ...wordsOf(mend.trim()), '--json'))['agreement']).toBe('lock');
  });
});

describe('validate', () => {
  const validate = (names: readonly string[], from = '.', input?: string) =>
    harbourgate(['validate', ...names], {
      userFolder: at(from),
      ...(input === undefined ? {} : { input }),
    });

  it('says what it takes each thing for, wherever it lies', async () => {
    fs.cpSync(at('haven/readings/northquay.yaml'), at('empty/northquay.yaml'));
    fs.cpSync(at('haven/sources/gazette-1.yaml'), at('empty/gazette-1.yaml'));
    fs.cpSync(at('haven/events.yaml'), at('empty/my-events.yaml'));
    fs.writeFileSync(at('empty/own.yaml'), OWN('haven').replace('id: mine', 'id: own'));
    const tries: readonly [words: string[], from: string, said: string, input?: string][] = [
      [['haven'], '.', 'haven: the agreement, The haven accord'],
      [['./canal accord/'], '.', './canal accord/: the agreement, The lock accord'],
      [['.'], 'haven', '.: the agreement, The haven accord'],
      [['haven/readings/northquay.yaml'], '.', 'northquay.yaml: a reading of The haven accord'],
      [['haven/readings'], '.', 'haven/readings/southquay.yaml: a reading of The haven accord'],
      [['../regions.yaml'], 'haven/sources', '../regions.yaml: the regions of The haven accord'],
      [['-A', 'haven', 'empty/northquay.yaml'], '.', 'a reading of The haven accord'],
      [['-A', 'haven', 'empty/gazette-1.yaml'], '.', 'a source of The haven accord'],
      [['-A', 'haven', 'empty/my-events.yaml'], '.', 'the events of The haven accord'],
      [['-A', 'haven', 'empty/own.yaml'], '.', 'empty/own.yaml: a scenario of The haven accord'],
      [['../empty/own.yaml'], 'haven', '../empty/own.yaml: a scenario of The haven accord'],
      [
        ['-'],
        'haven',
        'standard input: a scenario of The haven accord',
        OWN('haven').replace('id: mine', 'id: own'),
      ],
      [[], 'haven', 'the agreement, The haven accord'],
      [[], 'empty', 'harbour: the agreement, The harbour accord'],
    ];
    for (const [words, from, said, input] of tries) {
      // oxlint-disable-next-line no-await-in-loop
      const came = await validate(words, from, input);
      expect([words, came.code, came.out]).toEqual([words, 0, expect.stringContaining(said)]);
      expect(came.out).toContain('All is right');
    }
    const json = object(await validate(['-A', 'haven', 'empty/northquay.yaml', '--json']));
    expect(json).toMatchObject({
      agreement: 'haven',
      looked: [{ name: 'empty/northquay.yaml', as: 'reading', agreement: 'haven' }],
    });
  });

  it.each([
    [['empty/odd.yaml'], 'title: Odd\n', 'is no content file'],
    [['empty/odd.yaml'], '', 'is no content file'],
    [['empty/gone.yaml'], '', 'empty/gone.yaml: is not there'],
    [['empty/nothing'], '', 'holds no agreement.yaml and no content file'],
    [
      ['-A', 'haven', 'empty/odd.yaml'],
      'id: odd\ntitle: Odd\nkind: party\nparty: nobody\n',
      'nobody',
    ],
    [['-A', 'haven', 'empty/odd.yaml'], 'steps: [\n', 'empty/odd.yaml:'],
    [
      ['-A', 'haven', 'empty/odd.yaml'],
      'events:\n  - { id: wreck.sunk, title: Sunk, moves: {} }\n',
      'canal.opened',
    ],
    [['broken'], '', 'broken/events.yaml:'],
    [['haven', 'broken/events.yaml'], '', 'broken/events.yaml:'],
  ])(
    'never says right of what it cannot place or what is wrong: %j %j',
    async (words, text, problem) => {
      fs.mkdirSync(at('empty/nothing'), { recursive: true });
      fs.writeFileSync(at('empty/odd.yaml'), text);
      const came = await validate(words);
      expect([came.code, came.error]).toEqual([2, expect.stringContaining(problem)]);
      expect(came.out).not.toContain('right');
      const json = await validate([...words, '--json']);
      expect([json.code, object(json)['valid']]).toEqual([2, false]);
    },
  );
});

describe('a scenario that does not say which agreement it is of', () => {
  const TEXT =
    'id: opening\ntitle: Opening\nsteps:\n  - { id: one, status: assumed, event: canal.opened }\n';

  it('is of that in whose folder it lies', async () => {
    fs.mkdirSync(at('haven/drafts'), { recursive: true });
    fs.writeFileSync(at('haven/drafts/opening.yaml'), TEXT);
    const came = await harbourgate(['play', 'haven/drafts/opening.yaml'], { userFolder: top });
    expect(came).toMatchObject({ code: 0 });
    expect(came.error).toContain('The haven accord (haven)');
    const validated = await harbourgate(['validate', 'haven/drafts/opening.yaml'], {
      userFolder: top,
    });
    expect(validated).toMatchObject({ code: 0, error: '' });
  });

  it('is refused where it lies in none, unless -A names one', async () => {
    fs.mkdirSync(at('loose'), { recursive: true });
    fs.writeFileSync(at('loose/opening.yaml'), TEXT);
    for (const command of ['play', 'validate']) {
      const run = (...words: string[]) =>
        harbourgate([...words, command, 'loose/opening.yaml'], { userFolder: top });
      const refused = await run();
      expect(refused.code).toBe(2);
      expect(refused.error).toMatch(/opening\.yaml:1:1: agreement is missing[^]*-A FOLDER/);
      expect(await run('-A', 'haven')).toMatchObject({ code: 0 });
    }
  });
});
