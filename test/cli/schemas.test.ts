import fs from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { object, phasegate } from './command-line.ts';
import { copyOfHarbour, textsBelow } from './temporary-folder.ts';

const ROLES = 'agreement events parties properties reading regions scenario source'.split(' ');
const LINE = /^# yaml-language-server: \$schema=(\S+)\r?\n/;

const gate = (userFolder: string, ...words: string[]) =>
  phasegate(words, { userFolder, agreement: 'harbour' });

const isSchema = (name: string) => name.includes('/.schemas/');

describe('phasegate schemas', () => {
  it('says what it would write, and writes nothing', async () => {
    const top = copyOfHarbour();
    const before = textsBelow(top);
    const came = await gate(top, 'schemas');
    expect(came).toMatchObject({ code: 0, error: '' });
    for (const role of ROLES)
      expect(came.out).toContain(`  new         harbour/.schemas/${role}.json\n`);
    for (const name of before.keys()) expect(came.out).toContain(`  first line  ${name}\n`);
    expect(came.out).toMatch(
      /^Nothing is written yet\. To write \d+ files: phasegate .*schemas --write/m,
    );
    expect(textsBelow(top)).toEqual(before);
  });

  it('puts a first line on every content file that leads to its schema, and changes nothing else', async () => {
    const top = copyOfHarbour();
    const before = textsBelow(top);
    const came = await gate(top, 'schemas', '--write');
    expect(came).toMatchObject({ code: 0, error: '' });
    const after = textsBelow(top);
    expect([...after.keys()].filter((name) => !isSchema(name))).toEqual([...before.keys()]);
    expect([...after.keys()].filter(isSchema)).toEqual(
      ROLES.map((role) => `harbour/.schemas/${role}.json`),
    );
    for (const [name, text] of before) {
      const wired = after.get(name) ?? '';
      expect(wired.replace(LINE, '')).toBe(text);
      const schema = path.posix.join(path.posix.dirname(name), LINE.exec(wired)?.[1] ?? '');
      expect(after.has(schema)).toBe(true);
      const isRight = new Ajv({ validateFormats: false }).compile(
        JSON.parse(after.get(schema) ?? '') as object,
      );
      expect({ name, wrong: isRight(parse(wired)) ? [] : isRight.errors }).toEqual({
        name,
        wrong: [],
      });
    }
    expect(await gate(top, 'validate', 'harbour')).toMatchObject({ code: 0 });
  });

  it('changes nothing a second time, and says so', async () => {
    const top = copyOfHarbour();
    await gate(top, 'schemas', '--write');
    const once = textsBelow(top);
    for (const words of [['schemas', '--write'], ['schemas']])
      expect(await gate(top, ...words)).toMatchObject({
        code: 0,
        error: '',
        out: 'The schemas of harbour and the first lines of its files are up to date.\n',
      });
    expect(textsBelow(top)).toEqual(once);
  });

  it('replaces a first line for editors, whatever ends it, and keeps a byte order mark', async () => {
    const top = copyOfHarbour();
    const place = path.join(top, 'harbour/events.yaml');
    const text = fs.readFileSync(place, 'utf8').replace(LINE, '').replaceAll('\n', '\r\n');
    fs.writeFileSync(place, `\uFEFF#  yaml-language-server:  $schema=../old.json\r\n${text}`);
    await gate(top, 'schemas', '--write');
    expect(fs.readFileSync(place, 'utf8')).toBe(
      `\uFEFF# yaml-language-server: $schema=.schemas/events.json\r\n${text}`,
    );
  });

  it('offers what is new once it is given again', async () => {
    const top = copyOfHarbour();
    await gate(top, 'schemas', '--write');
    const place = path.join(top, 'harbour/parties.yaml');
    const text = fs.readFileSync(place, 'utf8');
    fs.writeFileSync(
      place,
      text.replace('parties:\n', 'parties:\n  - { id: eastquay, title: Eastquay }\n'),
    );
    const json = object(await gate(top, 'schemas', '--write', '--json'));
    const changed = (json as unknown as { files: { file: string; change: string | null }[] }).files;
    expect(changed.filter(({ change }) => change !== null).map(({ file }) => file)).toContain(
      'harbour/.schemas/events.json',
    );
    const events = fs.readFileSync(path.join(top, 'harbour/.schemas/events.json'), 'utf8');
    expect(events).toContain('"eastquay"');
  });

  it('works where a name leads nowhere, and says that something is wrong', async () => {
    const top = copyOfHarbour();
    const place = path.join(top, 'harbour/agreement.yaml');
    fs.appendFileSync(place, 'opens: nowhere\n');
    const text = fs.readFileSync(place, 'utf8').replace(/opens: (?!nowhere).*\n/, '');
    fs.writeFileSync(place, text);
    const came = await gate(top, 'schemas', '--write');
    expect(came.code).toBe(0);
    expect(came.out).toMatch(/^The content has a problem: .*validate.* says where\.$/m);
    expect(fs.readFileSync(place, 'utf8')).toMatch(LINE);
  });

  it('writes nothing where a file cannot be read or a schema cannot be written', async () => {
    const top = copyOfHarbour();
    const place = path.join(top, 'harbour/parties.yaml');
    const right = fs.readFileSync(place, 'utf8');
    fs.writeFileSync(place, 'parties: [');
    const before = textsBelow(top);
    const unread = await gate(top, 'schemas', '--write');
    expect(unread).toMatchObject({ code: 2, out: '' });
    expect(unread.error).toContain('harbour/parties.yaml:1:');
    expect(textsBelow(top)).toEqual(before);

    fs.writeFileSync(place, right);
    fs.mkdirSync(path.join(top, 'harbour/.schemas/events.json'), { recursive: true });
    const now = textsBelow(top);
    const inTheWay = await gate(top, 'schemas', '--write');
    expect(inTheWay.code).toBe(2);
    expect(inTheWay.error).toContain('harbour/.schemas/events.json');
    expect(textsBelow(top)).toEqual(now);
  });

  it('finds the way from folders elsewhere', async () => {
    const top = copyOfHarbour();
    const from = path.join(top, 'harbour');
    const own = 'scenarios: ../stories\nsources: ../papers\n';
    fs.renameSync(path.join(from, 'scenarios'), path.join(top, 'stories'));
    fs.renameSync(path.join(from, 'sources'), path.join(top, 'papers'));
    fs.appendFileSync(path.join(from, 'agreement.yaml'), own);
    await gate(top, 'schemas', '--write');
    const [story = ''] = fs.readdirSync(path.join(top, 'stories'));
    expect(fs.readFileSync(path.join(top, 'stories', story), 'utf8')).toMatch(
      /^# yaml-language-server: \$schema=\.\.\/harbour\/\.schemas\/scenario\.json\n/,
    );
    expect(fs.readdirSync(top).toSorted()).toEqual(['harbour', 'papers', 'stories']);
  });
});
