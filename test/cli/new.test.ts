import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readContent } from '../content.ts';
import { sha256 } from '../../src/load/hash.ts';
import { validateContent } from '../../src/load/validate.ts';
import { phasegate } from './command-line.ts';
import { copyOfHarbour, temporaryFolder, textsBelow } from './temporary-folder.ts';

/** What is wrong with an agreement in a folder, and what is worth a look. */
function looked(top: string, name: string) {
  const { definitions, texts, problems } = readContent(`${top}/`, [name]);
  const validated = validateContent(definitions, texts);
  return { problems: [...problems, ...validated.problems], notices: validated.notices };
}

describe('phasegate new agreement', () => {
  it('writes a folder in which nothing is wrong, nothing unused, and every file explained', async () => {
    const top = temporaryFolder();
    const came = await phasegate(['new', 'agreement', 'accord'], { userFolder: top });
    expect(came).toMatchObject({ code: 0, error: '' });
    expect(looked(top, 'accord')).toEqual({ problems: [], notices: [] });
    const texts = textsBelow(top);
    expect([...texts.keys()]).toEqual([
      'accord/agreement.yaml',
      'accord/events.yaml',
      'accord/parties.yaml',
      'accord/properties.yaml',
      'accord/readings/mediator.yaml',
      'accord/readings/party-a.yaml',
      'accord/readings/party-b.yaml',
      'accord/regions.yaml',
      'accord/scenarios/first.yaml',
      'accord/sources/first-report.yaml',
    ]);
    for (const [name, text] of texts) {
      expect(text).toMatch(/^# /);
      expect(came.out).toContain(name);
    }
  });

  it('can be played, checked, waited on and verified at once', async () => {
    const top = temporaryFolder();
    await phasegate(['new', 'agreement', 'accord'], { userFolder: top });
    const ask = (...words: string[]) => phasegate(words, { userFolder: top, agreement: 'accord' });
    expect(await ask('play', 'first')).toMatchObject({ code: 0, error: '' });
    const check = await ask('check', 'phaseTwo');
    expect(check).toMatchObject({ code: 1, error: '' });
    expect(check.out).toContain('exchange');
    const waits = await ask('waits');
    expect(waits.error).toBe('');
    expect(waits.out).toMatch(/Party A[^]*Party B|Party B[^]*Party A/);
    const verified = await ask('verify');
    expect(verified).toMatchObject({ code: 0, error: '' });
    expect(verified.out).not.toContain('vacuous');
  });

  it('may leave out a level, which is then nowhere made up', async () => {
    const top = temporaryFolder();
    const ask = (...words: string[]) => phasegate(words, { userFolder: top, agreement: 'accord' });
    await phasegate(['new', 'agreement', 'accord'], { userFolder: top });
    const regions = path.join(top, 'accord', 'regions.yaml');
    const text = fs.readFileSync(regions, 'utf8');
    fs.writeFileSync(regions, text.replace('{ id: phaseOne, level: 1 }', '{ id: phaseOne }'));
    const listed = await ask('list', 'regions', '--json');
    expect(listed.out).toMatch(/"id": "phaseOne",\s+"level": null/);
    const levels = await ask('levels', 'phase', '--json');
    expect([levels.code, levels.error]).toEqual([0, '']);
    expect(levels.out).toMatch(/"level": null,\s+"stages": \[\s+"phaseOne"/);
    expect((await ask('levels', 'phase')).out).toMatch(/^phase +-$/m);
  });

  it('is in form from the beginning, and so is whatever is added to it', async () => {
    const top = temporaryFolder();
    const ask = (...words: string[]) => phasegate(words, { userFolder: top, agreement: 'accord' });
    await phasegate(['new', 'agreement', 'accord'], { userFolder: top });
    fs.appendFileSync(path.join(top, 'page.txt'), 'One.\n\nTwo words.\n');
    const parties = path.join(top, 'accord', 'parties.yaml');
    const text = fs.readFileSync(parties, 'utf8');
    const harbour = '  - { id: harbour, title: "the harbour: its guild" }\n';
    fs.writeFileSync(parties, text.replace('  - { id: mediator,', `${harbour}$&`));
    await ask('fmt', '--write');
    for (const words of [
      ['reading', 'harbour'],
      ['source', 'page.txt', '--published', '2030-01-15'],
      ['source', 'no-text', '--published', '2030-01-15', '--inferred', 'It is dated.'],
      ['scenario', 'otherwise'],
      ['scenario', 'later', '--from', 'first@accord-signed'],
    ])
      expect(await ask('new', ...words)).toMatchObject({ code: 0, error: '' });
    expect(await ask('fmt', '--check')).toMatchObject({ code: 0, error: '' });
    // What comes out is written in the same form.
    await ask('accept', '--write');
    expect(await ask('fmt', '--check')).toMatchObject({ code: 0, error: '' });
    expect(await ask('accept', '--check')).toMatchObject({ code: 0, error: '' });
  });

  it('writes nothing over what is there, and nothing under a name that cannot be an id', async () => {
    const top = temporaryFolder();
    fs.mkdirSync(path.join(top, 'accord'));
    fs.writeFileSync(path.join(top, 'accord', 'mine.txt'), 'mine');
    fs.writeFileSync(path.join(top, 'pact'), 'mine');
    const before = textsBelow(top);
    const taken = await phasegate(['new', 'agreement', 'accord'], { userFolder: top });
    expect(taken.code).toBe(2);
    expect(taken.error).toContain('is there already');
    const file = await phasegate(['new', 'agreement', 'pact'], { userFolder: top });
    expect(file.code).toBe(2);
    expect(file.error).toContain('is there already');
    const named = await phasegate(['new', 'agreement', 'The Accord'], { userFolder: top });
    expect(named.code).toBe(2);
    expect(named.error).toContain('the-accord');
    for (const name of ['constructor', '__proto__', 'toString', '..', '\u001B[2J']) {
      const came = await phasegate(['new', 'agreement', name], { userFolder: top });
      expect(came).toMatchObject({ code: 2, out: '' });
      expect(came.error).not.toContain('\u001B');
    }
    expect(textsBelow(top)).toEqual(before);
    expect(fs.readdirSync(top).toSorted()).toEqual(['accord', 'pact']);
  });
});

describe('phasegate new reading, source and scenario', () => {
  it('write files that are right as they stand', async () => {
    const top = copyOfHarbour();
    const before = textsBelow(top);
    const ask = (...words: string[]) => phasegate(words, { userFolder: top, agreement: 'harbour' });
    expect(await ask('new', 'reading', 'wardens')).toMatchObject({ code: 0, error: '' });
    const source = ['new', 'source', 'gazette-4', '--published', '2031-03-02..2031-03-05'];
    expect(await ask(...source)).toMatchObject({ code: 0, error: '' });
    expect(await ask('new', 'scenario', 'other-way')).toMatchObject({ code: 0, error: '' });
    const branch = ['new', 'scenario', 'off-the-record', '--from', 'harbour-record@envoys-meet'];
    expect(await ask(...branch)).toMatchObject({ code: 0, error: '' });
    const after = textsBelow(top);
    expect([...after.keys()].filter((name) => !before.has(name))).toEqual([
      'harbour/readings/wardens.yaml',
      'harbour/scenarios/off-the-record.yaml',
      'harbour/scenarios/other-way.yaml',
      'harbour/sources/gazette-4.yaml',
    ]);
    for (const [name, text] of before) expect(after.get(name)).toBe(text);
    // Where a scenario speaks for every reading, it now speaks for the new one too, of whom nothing is reported.
    const messages = looked(top, 'harbour').problems.map(({ message }) => message);
    expect(
      messages.filter((message) => !message.endsWith('under wardens, it is unstated')),
    ).toEqual([]);
    const again = await ask('new', 'scenario', 'other-way');
    expect(again.code).toBe(2);
    expect(again.error).toContain('is there already');
  });

  it('offer what was meant, and write nothing', async () => {
    const top = copyOfHarbour();
    const before = textsBelow(top);
    const refused: [string[], string][] = [
      [['reading', 'wardenz'], 'did you mean wardens?'],
      [['reading', 'guild'], 'is there already'],
      [['scenario', 'x', '--from', 'harbour-record@envoys-met'], 'envoys-meet'],
      [['scenario', 'x', '--from', 'harbour-recrd@envoys-meet'], 'harbour-record'],
      [['scenario', 'x', '--from', 'harbour-record'], 'SCENARIO@STEP'],
      [['scenario', 'valueOf'], 'lower-case'],
      [['reading', 'wardens', '--from', 'harbour-record@envoys-meet'], 'is for a scenario'],
      [['sauce', 'x'], 'known here: agreement, reading, source, scenario'],
      [['source', 'nowhere/none.txt'], 'is not there'],
      [['source', './harbour'], 'is a folder, not a file'],
      [['source', 'gazette-4'], 'add --published YYYY-MM-DD'],
      [['source', 'harbour/agreement.yaml'], 'add --published YYYY-MM-DD'],
      [['source', 'gazette-4', '--published', '2031-02-30'], 'takes a day that exists'],
      [['source', 'gazette-4', '--published', '2031-03-05..2031-03-02'], '2031-03-02..2031-03-05'],
      [['source', 'gazette-4', '--numbered'], 'is for a source from a text'],
      [['source', '-', '--published', '2031-03-05'], '--id'],
      [['scenario', 'x', '--published', '2031-03-05'], 'is for a source'],
    ];
    for (const [words, said] of refused) {
      const came = await phasegate(['new', ...words], {
        userFolder: top,
        agreement: 'harbour',
        input: 'A text.',
      });
      expect(came).toMatchObject({ code: 2, out: '' });
      expect(came.error).toContain(said);
    }
    expect(textsBelow(top)).toEqual(before);
  });

  it('records a text by its hash and its paragraphs, and none of its words', async () => {
    const top = copyOfHarbour();
    const text = 'Zebras graze quietly.\n\n  \nLanterns!\u0007 \r\n\nMagpies sing at noon today\n';
    fs.writeFileSync(path.join(top, 'Evening Star 4.txt'.replaceAll(' ', '_')), text);
    const day = ['--published', '2031-03-05'];
    const words = ['new', 'source', 'Evening_Star_4.txt', '--numbered', ...day];
    const came = await phasegate(words, { userFolder: top, agreement: 'harbour' });
    expect(came).toMatchObject({ code: 2 });
    expect(came.error).toContain('evening-star-4');
    const named = await phasegate([...words, '--id', 'star-4'], {
      userFolder: top,
      agreement: 'harbour',
    });
    expect(named).toMatchObject({ code: 0, error: '' });
    expect(named.out).toContain('1  Zebras graze quietly.\n2  Lanterns!\\u{07}\n3  Magpies');
    const record = fs.readFileSync(path.join(top, 'harbour/sources/star-4.yaml'), 'utf8');
    expect(record).toContain(`sha256: ${sha256(text)}`);
    expect(record.match(/paragraph: \d+ # \d+ words?/g)).toEqual([
      'paragraph: 1 # 3 words',
      'paragraph: 2 # 1 word',
      'paragraph: 3 # 5 words',
    ]);
    expect(record).not.toMatch(/zebra|graze|lantern|magpie/i);
    const filled = record.replace(/claims: \[\][^]*?#\n(?=#   - id: c1)/, 'claims:\n');
    const claims = filled.replace(/claims:\n[^]*/, (all) =>
      all.replaceAll(/^# {3}/gm, '  ').replaceAll('speaker: publication', 'speaker: gazette'),
    );
    fs.writeFileSync(path.join(top, 'harbour/sources/star-4.yaml'), claims);
    expect(looked(top, 'harbour').problems).toEqual([]);
    const twice = await phasegate([...words, '--id', 'star-4'], {
      userFolder: top,
      agreement: 'harbour',
    });
    expect(twice.code).toBe(0);
    expect(twice.out).toContain('stays as it is');
    expect(fs.readFileSync(path.join(top, 'harbour/sources/star-4.yaml'), 'utf8')).toBe(claims);
  });

  it('says of a document what it was told and no more', async () => {
    const top = copyOfHarbour();
    const records = [
      ['gazette-4', ['--published', '2031-03-05'], { from: '2031-03-05', to: '2031-03-05' }],
      [
        'gazette-5',
        ['--published', '2031-03-02..2031-03-05', '--inferred', 'By its "date": 5 March.'],
        { from: '2031-03-02', to: '2031-03-05', inference: 'By its "date": 5 March.' },
      ],
    ] as const;
    for (const [id, words, published] of records) {
      const given = ['new', 'source', id, ...words];
      const came = await phasegate(given, { userFolder: top, agreement: 'harbour' });
      expect(came).toMatchObject({ code: 0, error: '' });
      const { definitions, texts } = readContent(`${top}/`, ['harbour']);
      const { dossiers } = validateContent(definitions, texts);
      const source = dossiers[0]?.sources.find(({ value }) => value.id === id)?.value;
      expect(source).toMatchObject({ published, publisher: null, perspective: 'not said' });
      expect(Object.keys(parse(texts.get(`harbour/sources/${id}.yaml`) ?? '') as object)).toEqual([
        'id',
        'agreement',
        'title',
        'published',
        'claims',
      ]);
    }
  });

  it('records what is read from standard input', async () => {
    const top = copyOfHarbour();
    const input = 'Zebras graze.\n\nLanterns!\n';
    const words = ['new', 'source', '-', '--id', 'star-4', '--published', '2031-03-05'];
    const came = await phasegate(words, { userFolder: top, agreement: 'harbour', input });
    expect(came).toMatchObject({ code: 0, error: '' });
    const record = fs.readFileSync(path.join(top, 'harbour/sources/star-4.yaml'), 'utf8');
    expect(record).toContain(`sha256: ${sha256(input)}`);
    expect(record).toContain('paragraph: 2 # 1 word');
    expect(came.out).toContain('star-4.txt');
  });
});
