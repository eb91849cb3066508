import { describe, expect, it } from 'vitest';
import { shippedFolders } from '../shipped.ts';
import { shippedgate } from '../cli/command-line.ts';

describe('what ships', () => {
  it.each(shippedFolders())('expects what comes out, in every scenario of %s', async (folder) => {
    const came = await shippedgate(['accept', '--check', '-A', folder.split('/').at(-1) ?? '']);
    expect(came).toMatchObject({ code: 0, error: '' });
    expect(came.out).toMatch(/^All \d+ scenarios expect what comes out\.\n$/);
  });
});
