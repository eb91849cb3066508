import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { phasegate } from './command-line.ts';
import { copyOfHarbour, textsBelow } from './temporary-folder.ts';

/** The fictional agreement, in form, and then with a file that is not. */
async function harbourInForm() {
  const top = copyOfHarbour();
  const ask = (...words: string[]) => phasegate(words, { userFolder: top, agreement: 'harbour' });
  expect(await ask('fmt', '--write')).toMatchObject({ code: 0, error: '' });
  const parties = path.join(top, 'harbour/parties.yaml');
  const before = fs.readFileSync(parties, 'utf8');
  const untidy = before.replace(/- \{ (id: \S+), (title: \w+) \}/, '-   $2\n      $1');
  fs.writeFileSync(parties, untidy);
  expect(untidy).not.toBe(before);
  return { top, ask, parties, before, untidy };
}

describe('phasegate fmt', () => {
  it('shows what it would change, and writes it when it is told to', async () => {
    const { top, ask, before } = await harbourInForm();
    const texts = textsBelow(top);
    const shown = await ask('fmt');
    expect(shown).toMatchObject({ code: 0, error: '' });
    expect(shown.out).toMatch(/^--- harbour\/parties.yaml\n/);
    expect(shown.out).toContain('phasegate -A harbour fmt --write');
    expect(await ask('fmt', '--check')).toMatchObject({ code: 1, error: '' });
    expect(textsBelow(top)).toEqual(texts);

    const other = await ask('fmt', path.join(top, 'harbour/regions.yaml'), '--check');
    expect(other).toMatchObject({ code: 0, out: 'The file is in form.\n' });
    expect(await ask('fmt', 'harbour/parties.yaml', '--write')).toMatchObject({ code: 0 });
    expect(textsBelow(top)).toEqual(texts.set('harbour/parties.yaml', before));
    expect(await ask('fmt', '--check')).toMatchObject({
      code: 0,
      out: `All ${texts.size} files are in form.\n`,
    });
  });

  it('refuses what it cannot read, with its place, and then writes nothing at all', async () => {
    const { top, ask } = await harbourInForm();
    const regions = path.join(top, 'harbour/regions.yaml');
    fs.writeFileSync(regions, 'regions:\n  - &first { id: a }\n');
    const texts = textsBelow(top);
    const refused = await ask('fmt', '--write');
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.error).toMatch(/^harbour\/regions\.yaml:2:5: .*\[not-plain\]/);
    const missing = await ask('fmt', 'harbour/partys.yaml', '--write');
    expect(missing).toMatchObject({ code: 2, out: '' });
    expect(missing.error).toContain('harbour/parties.yaml');
    expect(await ask('fmt', '--write', '--check')).toMatchObject({ code: 2, out: '' });
    expect(textsBelow(top)).toEqual(texts);
  });

  it('leaves to another agreement what is of that one', async () => {
    const { top, ask, parties, before } = await harbourInForm();
    fs.writeFileSync(parties, before);
    const file = path.join(top, 'harbour/scenarios/of-another.yaml');
    fs.writeFileSync(file, 'id:   of-another\nagreement: another\n');
    expect(await ask('fmt', '--check')).toMatchObject({ code: 0 });
  });
});
