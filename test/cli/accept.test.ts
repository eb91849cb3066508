import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { phasegate } from './command-line.ts';
import { copyOfHarbour, textsBelow } from './temporary-folder.ts';

/** The fictional agreement, in which a party holds something else than its scenarios expect. */
function changedHarbour() {
  const top = copyOfHarbour();
  const reading = path.join(top, 'harbour/readings/southquay.yaml');
  const text = fs.readFileSync(reading, 'utf8');
  const backed = text.replace(
    / {2}phase\.twoBegan:\n {4}- backs: true\n.*\n/,
    '  phase.twoBegan:\n',
  );
  fs.writeFileSync(reading, backed);
  const ask = (...words: string[]) => phasegate(words, { userFolder: top, agreement: 'harbour' });
  return { top, ask };
}

describe('phasegate accept', () => {
  it('shows what comes out as a difference, and writes it when it is told to', async () => {
    const { top, ask } = changedHarbour();
    const before = textsBelow(top);
    const shown = await ask('accept');
    expect(shown).toMatchObject({ code: 0, error: '' });
    expect(shown.out).toContain('--- harbour/scenarios/harbour-record.yaml\n');
    expect(shown.out).toMatch(/^-.*southquay: recognised/m);
    expect(shown.out).toContain('phasegate -A harbour accept --write');
    expect(textsBelow(top)).toEqual(before);
    expect(await ask('accept', '--check')).toMatchObject({ code: 1, error: '' });

    const written = await ask('accept', 'harbour-record', 'guild-sequence', '--write');
    expect(written).toMatchObject({ code: 0, error: '' });
    const after = textsBelow(top);
    expect([...after.keys()]).toEqual([...before.keys()]);
    const changed = [...after].filter(([name, text]) => before.get(name) !== text);
    expect(changed.map(([name]) => name)).toEqual(['harbour/scenarios/harbour-record.yaml']);

    expect(await ask('accept', '--write')).toMatchObject({ code: 0, error: '' });
    expect(await ask('accept', '--check')).toMatchObject({
      code: 0,
      out: 'All 4 scenarios expect what comes out.\n',
    });
    const file = path.join(top, 'harbour/scenarios/harbour-record.yaml');
    expect(await ask('accept', file, '--check')).toMatchObject({ code: 0 });
  });

  it('refuses what it cannot do, and leaves every file as it is', async () => {
    const { top, ask } = changedHarbour();
    const before = textsBelow(top);
    const unknown = await ask('accept', 'harbour-recrd', '--write');
    expect(unknown).toMatchObject({ code: 2, out: '' });
    expect(unknown.error).toContain('harbour-record');
    expect(await ask('accept', '--write', '--check')).toMatchObject({ code: 2 });
    expect(textsBelow(top)).toEqual(before);

    const broken = path.join(top, 'harbour/regions.yaml');
    fs.writeFileSync(broken, 'regions: []\n');
    const came = await ask('accept', '--write');
    expect(came).toMatchObject({ code: 2, out: '' });
    expect(came.error).toContain('regions.yaml:1');
    fs.writeFileSync(broken, before.get('harbour/regions.yaml') ?? '');
    expect(textsBelow(top)).toEqual(before);
  });
});
