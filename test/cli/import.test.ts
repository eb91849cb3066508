import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { phasegate } from './command-line.ts';
import { temporaryFolder, textsBelow } from './temporary-folder.ts';

const MACHINE = {
  id: 'canal',
  type: 'parallel',
  states: {
    canal: {
      initial: 'shut',
      states: {
        shut: { on: { 'canal.opened': { target: 'open', guard: 'isPaid' } } },
        open: { entry: 'ring' },
      },
    },
    lock: { initial: 'locked', states: { locked: { on: { FREE: 'free' } }, free: {} } },
  },
};

function withMachine(machine: object = MACHINE): string {
  const top = temporaryFolder();
  fs.writeFileSync(path.join(top, 'machine.json'), JSON.stringify(machine, null, 2));
  return top;
}

describe('phasegate import', () => {
  it('writes a folder that is right, can be played, and says what it left out', async () => {
    const userFolder = withMachine();
    const came = await phasegate(['import', 'machine.json', '--into', 'accord'], { userFolder });
    expect(came).toMatchObject({ code: 0, error: '' });
    expect(came.out).toMatch(
      /^Read machine\.json as a machine of XState: 2 regions, 4 stages, 2 events\.$/m,
    );
    expect(came.out).toMatch(/- actions on entry: line \d+/);
    expect(came.out).toMatch(/- line \d+: the guard of canal\.opened \(isPaid\)/);
    expect(came.out).toMatch(/^Next: phasegate -A accord$/m);
    expect([...textsBelow(userFolder).keys()].filter((name) => name.startsWith('accord/'))).toEqual(
      [
        'accord/agreement.yaml',
        'accord/events.yaml',
        'accord/parties.yaml',
        'accord/regions.yaml',
        'accord/scenarios/first.yaml',
      ],
    );
    const played = await phasegate(['-A', 'accord', 'play'], { userFolder });
    expect([played.code, played.error]).toEqual([0, '']);
    expect(played.out).toContain('FREE');
  });

  it('writes files as fmt would have them', async () => {
    const userFolder = withMachine();
    await phasegate(['import', 'machine.json', '--into', 'accord'], { userFolder });
    const checked = await phasegate(['-A', 'accord', 'fmt', '--check'], { userFolder });
    expect(checked).toMatchObject({ code: 0, error: '' });
  });

  it('makes an agreement of which no answer says when its record ends', async () => {
    const userFolder = withMachine();
    await phasegate(['import', 'machine.json', '--into', 'accord'], { userFolder });
    for (const asked of [
      'check',
      'timeline canal.opened',
      'list',
      'play',
      'claims',
      'what-if first',
    ]) {
      const said = await phasegate(['-A', 'accord', ...asked.split(' ')], { userFolder });
      expect([asked, said.error, said.out]).toEqual([
        asked,
        '',
        expect.not.stringMatching(/record ends|0000/i),
      ]);
    }
    const json = await phasegate(['-A', 'accord', 'check', '--json'], { userFolder });
    expect(JSON.parse(json.out)).toMatchObject({ recordEnds: null });
  });

  it('reads standard input as it reads a file', async () => {
    const userFolder = withMachine();
    const input = fs.readFileSync(path.join(userFolder, 'machine.json'), 'utf8');
    const named = await phasegate(['import', 'machine.json', '--into', 'named'], { userFolder });
    const sent = await phasegate(['import', '-', '--into', 'sent'], { userFolder, input });
    expect([sent.code, sent.error]).toEqual([0, '']);
    expect(sent.out).toBe(
      named.out.replace('Read machine.json', 'Read -').replaceAll('named', 'sent'),
    );
  });

  it('goes by the name of the machine, and never over a folder that is there', async () => {
    const userFolder = withMachine();
    expect(await phasegate(['import', 'machine.json'], { userFolder })).toMatchObject({ code: 0 });
    const before = textsBelow(userFolder);
    const again = await phasegate(['import', 'machine.json'], { userFolder });
    expect([again.code, again.out]).toEqual([2, '']);
    expect(again.error).toMatch(/"canal" is there already[\s\S]*--into/);
    expect(textsBelow(userFolder)).toEqual(before);
  });

  it('refuses what it cannot read, with the place, and writes nothing', async () => {
    const userFolder = temporaryFolder();
    fs.writeFileSync(
      path.join(userFolder, 'bad.json'),
      '{ "states": {\n  "shut": { "on": { "GO": "opne" } }, "open": {} } }',
    );
    fs.writeFileSync(path.join(userFolder, 'other.json'), '{ "a\u0007": ');
    const bad = await phasegate(['import', 'bad.json'], { userFolder });
    expect([bad.code, bad.out]).toEqual([2, '']);
    expect(bad.error).toMatch(
      /^bad\.json:2:27: there is no state "opne" .*\n +did you mean open\?/,
    );
    for (const name of ['other.json', 'none.json', '.']) {
      const came = await phasegate(['import', name], { userFolder });
      expect([came.code, came.out]).toEqual([2, '']);
      expect(came.error).toContain(`${name}:`);
      expect(came.error).not.toContain('\u0007');
      expect(came.error).not.toMatch(/at .*\.ts:/);
    }
    expect(fs.readdirSync(userFolder).toSorted()).toEqual(['bad.json', 'other.json']);
  });
});
