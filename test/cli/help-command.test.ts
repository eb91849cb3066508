import { describe, expect, it } from 'vitest';
import { phasegate } from './command-line.ts';

describe('phasegate help', () => {
  it('prints what --help prints, of the program and of each command', async () => {
    expect(await phasegate(['help'])).toEqual(await phasegate(['--help']));
    for (const name of ['check', 'duties', 'import', 'help'])
      expect(await phasegate(['help', name])).toEqual(await phasegate([name, '--help']));
  });

  it('offers the nearest where there is no such command', async () => {
    const came = await phasegate(['help', 'chek']);
    expect([came.code, came.out]).toEqual([2, '']);
    expect(came.error).toMatch(/there is no command "chek"[\s\S]*did you mean check\?/);
  });
});
