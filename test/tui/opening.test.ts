import { describe, expect, it } from 'vitest';
import { openedFrom } from '../../src/tui/services.ts';
import type { Laboratory } from '../../src/node/laboratory.ts';

describe('what is typed to be opened', () => {
  it.each([
    ['"pg1-abc"', 'pg1-abc'],
    [` 'pg1-abc' `, 'pg1-abc'],
    ['"my branch.yaml"', 'my branch.yaml'],
    ['pg1-abc', 'pg1-abc'],
    [`"it's.yaml`, `"it's.yaml`],
  ])('may stand in quotes, as command lines have it: %s', async (typed, asked) => {
    const given: string[] = [];
    const open: Laboratory['open'] = async (name) => {
      given.push(name);
      return { ok: false, problems: ['is not there'] };
    };
    expect(await openedFrom({ open } as Laboratory, typed)).toMatchObject({
      kind: 'notOpened',
      typed,
    });
    expect(given).toEqual([asked]);
  });
});
