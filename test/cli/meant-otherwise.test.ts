import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { phasegate } from './command-line.ts';
import { temporaryFolder } from './temporary-folder.ts';

async function accord() {
  const userFolder = temporaryFolder();
  await phasegate(['new', 'agreement', 'accord'], { userFolder });
  const ask = (...words: string[]) => phasegate(words, { userFolder, agreement: 'accord' });
  return { userFolder, ask };
}

describe('what is close to what works', () => {
  it('a path that is named as a scenario: what is there is said to be wrong', async () => {
    const { userFolder, ask } = await accord();
    fs.writeFileSync(path.join(userFolder, 'empty.txt'), '');
    fs.writeFileSync(path.join(userFolder, 'b.bin'), Buffer.from([0xff, 0xfe, 0x00]));
    const said = [
      ['accord', 'is a folder, not a file'],
      ['b.bin', 'is not UTF-8 text'],
      ['empty.txt', 'empty'],
      ['none.txt', 'there is no scenario'],
    ] as const;
    for (const [name, expected] of said) {
      const came = await ask('play', name);
      expect(came).toMatchObject({ code: 2, out: '' });
      expect(came.error).toContain(expected);
    }
  });

  it('a gate where a region is asked for, and a region where a gate is, are said to be that', async () => {
    const { ask } = await accord();
    for (const words of [
      ['levels', 'phaseTwo'],
      ['why', 'phase.twoBegan'],
      ['check', 'phaseTwo', '--assume', 'phaseTwo=met'],
    ]) {
      const came = await ask(...words);
      expect(came).toMatchObject({ code: 2, out: '' });
      expect(came.error).toContain('it is a gate: `phasegate -A accord check phase');
    }
    const region = await ask('check', 'truce');
    expect(region.code).toBe(2);
    expect(region.error).toMatch(/it is a region: `phasegate .*why truce` names the events/);
  });

  it('rename takes a stage with = as well, and says where ids are listed', async () => {
    const { ask } = await accord();
    const came = await ask('rename', 'truce=holding', 'truce=kept');
    expect(came).toMatchObject({ code: 0, error: '' });
    expect(came.out).toContain('id: kept');
    const none = await ask('rename', 'zzzzzz', 'yy');
    expect(none.code).toBe(2);
    expect(none.error).toContain('list` shows what there is');
  });

  it('fmt names files where it writes or checks them, and shows the difference otherwise', async () => {
    const { userFolder, ask } = await accord();
    fs.appendFileSync(path.join(userFolder, 'accord/parties.yaml'), '\n\n');
    expect((await ask('fmt')).out).toContain('+++');
    const checked = await ask('fmt', '--check');
    expect(checked.code).toBe(1);
    expect(checked.out).toMatch(/^accord\/parties\.yaml\n\nNothing is written yet/);
    const written = await ask('fmt', '--write');
    expect(written).toMatchObject({ code: 0, out: 'accord/parties.yaml\n\nWrote 1 file.\n' });
  });
});
