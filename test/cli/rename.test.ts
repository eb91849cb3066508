import { describe, expect, it } from 'vitest';
import { phasegate } from './command-line.ts';
import { copyOfHarbour, textsBelow } from './temporary-folder.ts';

function harbourToChange() {
  const top = copyOfHarbour();
  const ask = (...words: string[]) => phasegate(words, { userFolder: top, agreement: 'harbour' });
  return { top, ask };
}

describe('phasegate rename', () => {
  it('shows what changes, writes it when it is told to, and all is right afterwards', async () => {
    const { top, ask } = harbourToChange();
    const before = textsBelow(top);
    const shown = await ask('rename', 'guild', 'pilots', '--kind', 'reading');
    expect(shown).toMatchObject({ code: 0, error: '' });
    expect(shown.out).toContain(
      '--- harbour/readings/guild.yaml\n+++ harbour/readings/pilots.yaml\n',
    );
    expect(shown.out).toContain('phasegate -A harbour rename guild pilots --kind reading --write');
    expect(textsBelow(top)).toEqual(before);
    const words = ['rename', 'guild', 'pilots', '--kind', 'reading', '--write'];
    expect(await ask(...words)).toMatchObject({ code: 0, error: '' });
    const after = textsBelow(top);
    expect(after.has('harbour/readings/guild.yaml')).toBe(false);
    expect(after.get('harbour/readings/pilots.yaml')).toMatch(/^id: pilots\n[^]*^party: guild$/m);
    expect(await ask('accept', '--check')).toMatchObject({ code: 0 });
    const back = ['rename', 'pilots', 'guild', '--write'];
    expect(await ask(...back)).toMatchObject({ code: 0, error: '' });
    expect(textsBelow(top)).toEqual(before);
  });

  it('refuses what is not there, is taken, is meant otherwise or cannot be an id', async () => {
    const { top, ask } = harbourToChange();
    const before = textsBelow(top);
    const refused: [string[], string][] = [
      [['gild', 'pilots'], 'did you mean guild?'],
      [['guild', 'pilots'], '--kind party or --kind reading'],
      [['broken', 'shattered'], 'phase.broken, calm.broken'],
      [['canal', 'wreck'], 'the region wreck is called that already'],
      [['wreckRaised', 'noSealing'], 'the objection noSealing is called that already'],
      [['canal', 'toString'], 'reserved word'],
      [['canal', '__proto__'], 'lower-camel'],
      [['canal.opened', 'wreck.opened'], 'canal.opened'],
      [['gazette-1.c1', 'gazette-2.c99'], 'gazette-1.c99'],
      [['harbour-record', 'Record'], 'lower-case'],
      [['canal', 'waterway', '--kind', 'place'], 'there is no kind'],
      [['canal', 'waterway', '--kind', 'stage'], 'there is no stage called'],
    ];
    for (const [words, said] of refused) {
      const came = await ask('rename', ...words, '--write');
      expect(came).toMatchObject({ code: 2, out: '' });
      expect(came.error).toContain(said);
    }
    expect(textsBelow(top)).toEqual(before);
    const same = await ask('rename', 'canal', 'canal', '--write');
    expect(same).toMatchObject({ code: 0, out: 'It is called that already.\n' });
  });
});
