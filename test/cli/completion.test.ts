import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { kindsOf } from '../../src/cli/completion/values.ts';
import { copyOfHarbour, temporaryFolder } from './temporary-folder.ts';
import { harbourgate, phasegate, type Where } from './command-line.ts';

/** What a shell is offered for the last of some words: the values, and the line that sends it to look for files. */
async function offered(words: readonly string[], where: Where = {}): Promise<string[]> {
  const { code, out, error } = await harbourgate(['__complete', '--', ...words], where);
  expect({ code, error }).toEqual({ code: 0, error: '' });
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t')[0] ?? '');
}

/** What `list` says there is, by id. */
async function listed(what: string): Promise<string[]> {
  const { out } = await harbourgate(['list', what, '--json']);
  const answer = JSON.parse(out) as Record<string, { id: string }[]>;
  return (answer[what] ?? []).map(({ id }) => id);
}

describe('what is offered', () => {
  it('is the commands that the help lists, and none that is for shells', async () => {
    const { out } = await harbourgate(['--help']);
    const commands = [...out.matchAll(/^ {2}([a-z][a-z-]*) (?:\[|<)/gm)].map(([, name]) => name);
    expect(await offered([''])).toEqual(commands);
    expect(await offered(['what'])).toEqual(['what-if']);
    expect(await offered(['help', 'chec'])).toEqual(['check']);
    expect((await harbourgate(['help', '__complete'])).code).toBe(2);
  });

  it('says of what can be waived what it asks, and who asks it', async () => {
    const { out } = await harbourgate([
      '__complete',
      '--',
      'what-if',
      'harbour-record',
      '--waive',
      '',
    ]);
    expect(out).not.toMatch(/\t(?:Northquay|Southquay|the Pilots' Guild)$/m);
    expect(out).toMatch(/\tNorthquay: .+: .+$/m);
  });

  it('is the options of the command that can still be given', async () => {
    expect(await offered(['check', '--re'])).toEqual(['--reading']);
    expect(await offered(['check', '--json', '--js'])).toEqual([]);
    expect(await offered(['check', '--reading', 'x', '--re'])).toEqual(['--reading']);
    expect(await offered(['check', '--', '--re'])).toEqual([]);
  });

  it.each([
    ['gates', ['timeline', '']],
    ['events', ['veto', '']],
    ['regions', ['why', '']],
    ['readings', ['check', '--reading', '']],
    ['readings', ['check', '--reading=']],
    ['scenarios', ['play', '']],
    ['scenarios', ['what-if', '']],
    ['scenarios', ['check', '--scenario', '']],
    ['sources', ['claims', '--source', '']],
    ['sources', ['claim', '']],
    ['parties', ['plan', 'x', '--by', '']],
  ])('has all %s for %j', async (what, words) => {
    const ids = await listed(what);
    const values = (await offered(words)).map((value) => value.replace(/^--\w+=/, ''));
    expect(ids.length).toBeGreaterThan(0);
    const missing = ids.filter((id) => !values.includes(id));
    // A speaker is no party, and nobody can act by himself who is only quoted.
    const isParty = what === 'parties';
    expect(isParty ? values.filter((value) => !ids.includes(value)) : missing).toEqual([]);
    expect(values.length).toBeGreaterThan(0);
  });

  it('goes on in a list with what is not in it', async () => {
    const readings = (await offered(['timeline', 'x', '--reading', ''])).toSorted();
    const [first = '', ...others] = readings;
    expect((await offered(['timeline', 'x', '--reading', `${first},`])).toSorted()).toEqual(
      others.map((each) => `${first},${each}`),
    );
  });

  it('goes by joints: regions, then the stages of one; scenarios, then their steps', async () => {
    const [region = ''] = await listed('regions');
    const stages = await offered(['check', '--assume', `${region}=`]);
    expect(stages.length).toBeGreaterThan(1);
    expect(stages.every((stage) => stage.startsWith(`${region}=`))).toBe(true);
    expect(await offered(['check', '--assume', region])).toEqual([`${region}=`]);
    expect(await offered(['why', region])).toEqual([region]);
    expect(await offered(['why', `${region}=`])).toEqual(stages);
    const [scenario = ''] = await listed('scenarios');
    const moments = await offered(['play', `${scenario}@`]);
    expect(moments.length).toBeGreaterThan(1);
    for (const moment of moments.slice(0, -1)) {
      expect(moment).toMatch(new RegExp(`^${scenario}@.`));
      expect((await harbourgate(['play', moment])).code).toBe(0);
    }
  });

  it('has choices of closed sets, which the command takes', async () => {
    for (const what of await offered(['list', '']))
      expect((await harbourgate(['list', what])).code).toBe(0);
    const formats = await offered(['export', '--format', '']);
    expect(formats).toContain('mermaid');
    for (const every of await offered(['levels', '--every', '']))
      expect((await harbourgate(['levels', '--every', every])).code).toBe(0);
    for (const kind of await offered(['claims', '--kind', '']))
      expect((await harbourgate(['claims', '--kind', kind])).code).toBe(0);
  });

  it('sends the shell to files and folders where those are taken', async () => {
    expect(await offered(['validate', ''])).toContain(':files');
    expect(await offered(['play', ''])).toContain(':files');
    expect(await offered(['import', 'x', '--into', ''])).toEqual([':folders']);
    expect(await offered(['-A', ''])).toEqual(['harbour', ':folders']);
  });

  it('is of the agreement named on the line, before the command or behind it', async () => {
    const gates = async (...words: string[]) =>
      (await phasegate(['__complete', '--', ...words])).out;
    const others = await gates('check', '');
    const own = (await harbourgate(['__complete', '--', 'check', ''])).out;
    expect(own).not.toBe(others);
    expect(await gates('-A', './harbour', 'check', '')).toBe(own);
    expect(await gates('check', '-A', './harbour', '')).toBe(own);
    expect(await gates('check', '--agreement=./harbour', '')).toBe(own);
  });

  it.each([
    [['-A', './nothing', 'check', '']],
    [['-A', 'valueOf', 'check', '']],
    [['nothing', '']],
    [['play', 'valueOf@']],
    [['exercise', '__proto__', '--answer', '']],
    [['why', '__proto__=']],
    [[]],
  ])('is at most nothing, and never an error, for %j', async (words) => {
    const values = await offered(words, { userFolder: temporaryFolder() });
    expect(words.length === 0 || values.every((value) => value === ':files')).toBe(true);
  });

  it('is nothing where the agreement is broken', async () => {
    const userFolder = copyOfHarbour();
    fs.writeFileSync(path.join(userFolder, 'harbour/events.yaml'), 'events: [');
    expect(await offered(['-A', './harbour', 'check', ''], { userFolder })).toEqual([]);
  });

  it('knows what each name stands for by which the help says what is taken', async () => {
    const { out } = await harbourgate(['--help']);
    const commands = [...out.matchAll(/^ {2}([a-z][a-z-]*) (?:\[|<)/gm)].map(
      ([, name = '']) => name,
    );
    const unknown: string[] = [];
    for (const command of commands) {
      const help = (await harbourgate([command, '--help'])).out;
      const [usage = ''] = help.split('\n\n');
      const args = [...usage.matchAll(/ (?:\[(?!options\])|<)(\S+)[\]>]/g)].map(
        ([, takes = '']) => ({
          takes,
          option: null,
        }),
      );
      const options = [...help.matchAll(/^ {2}(?:-\w, )?--([a-z-]+) <(\S+)>/gm)].map(
        ([, option = '', takes = '']) => ({ takes, option }),
      );
      for (const slot of [...args, ...options])
        if (kindsOf({ ...slot, command, said: '' }) === null)
          unknown.push(`${command} ${slot.option ?? ''} ${slot.takes}`);
    }
    expect(unknown).toEqual([]);
    expect(kindsOf({ takes: 'valueOf', command: 'x', option: null, said: '' })).toBeNull();
  });
});
