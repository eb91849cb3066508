import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { asCertain, play } from '../../src/model/run.ts';
import { tell } from '../../src/model/story.ts';
import { counterexample } from '../../src/answer/counterexample.ts';
import { loadShipped } from '../shipped.ts';
import { items, object, phasegate } from './command-line.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'phasegate-ways-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

describe('a plan that is saved', () => {
  it('is recognised or unopposed step by step, and refused by no party, when it is played', async () => {
    const file = 'way.yaml';
    const planned = await phasegate(
      ['plan', 'settlement', '--from', 'record@2025-12-20', '--save', file],
      { userFolder: folder },
    );
    expect([planned.code, planned.error]).toEqual([0, '']);
    const played = object(await phasegate(['play', `./${file}`, '--json'], { userFolder: folder }));
    const own = items(played, 'steps').filter((step) => String(step['scenario']) === 'way');
    expect(own.length).toBeGreaterThan(5);
    const statuses = own.flatMap((step) =>
      Object.values(step['outcomes'] ?? {}).map((outcome) => String(outcome['status'])),
    );
    const parties = own.flatMap((step) =>
      ['israel', 'hamas', 'mediators', 'turkiye'].map((id) =>
        String(step['outcomes']?.[id]?.['status']),
      ),
    );
    expect(statuses.length).toBeGreaterThan(0);
    expect(
      parties.filter((status) => !['recognised', 'unopposed', 'already'].includes(status)),
    ).toEqual([]);
    expect(String(own.at(-1)?.['state']?.['israel']?.['phase'])).toBe('settled');
  });

  it('never replaces a file unless told', async () => {
    fs.writeFileSync(path.join(folder, 'mine.yaml'), 'mine');
    const words = ['plan', 'phaseTwo', '--from', 'record@2025-12-20', '--save', 'mine.yaml'];
    const refused = await phasegate(words, { userFolder: folder });
    expect([refused.code, fs.readFileSync(path.join(folder, 'mine.yaml'), 'utf8')]).toEqual([
      2,
      'mine',
    ]);
    expect((await phasegate([...words, '--force'], { userFolder: folder })).code).toBe(0);
    expect(fs.readFileSync(path.join(folder, 'mine.yaml'), 'utf8')).toContain('phase.twoBegan');
  });
});

describe('a counterexample', () => {
  const file = 'remains-before-phase-two-fails-under-hamas.yaml';
  const verify = (...words: string[]) =>
    phasegate(['verify', 'remains-before-phase-two', '--reading', 'hamas,israel', ...words], {
      userFolder: folder,
    });

  it('is saved as a scenario whose play shows what fails, in as few events as can be', async () => {
    const came = await verify('--save', '.', '--json');
    expect([came.code, came.error]).toEqual([1, '']);
    const [property] = items(object(came), 'properties');
    expect(property?.['answers']).toMatchObject([
      {
        reading: 'hamas',
        verdict: 'fails',
        counterexample: { events: ['phase.oneBegan', 'phase.twoBegan'] },
      },
      { reading: 'israel', verdict: 'holds' },
    ]);
    expect(object(came)['saves']).toEqual([file]);
    const played = items(
      object(await phasegate(['play', `./${file}`, '--json'], { userFolder: folder })),
      'steps',
    ).at(-1);
    expect(played?.['state']?.['hamas']).toMatchObject({
      phase: 'phaseTwo',
      remains: 'severalMissing',
    });
    expect(played?.['outcomes']?.['israel']).toMatchObject({ status: 'refused' });
  });

  it('never replaces a file unless told, and says where a folder is not there', async () => {
    fs.writeFileSync(path.join(folder, file), 'mine');
    expect((await verify('--save', '.')).error).toContain('--force');
    expect(fs.readFileSync(path.join(folder, file), 'utf8')).toBe('mine');
    expect((await verify('--save', '.', '--force')).out).toContain(`phasegate play ${file}`);
    expect((await verify('--save', 'nowhere')).code).toBe(2);
  });

  it('takes conditions as they stood on its day, after the waivers that it was found under', () => {
    const { agreement } = loadShipped();
    const scenario = counterexample(
      agreement,
      { id: 'counter', title: 'How it fails' },
      { events: ['phase.oneBegan', 'phase.twoBegan'], forEver: null },
      [
        {
          reading: 'israel',
          day: '2026-01-25',
          knownBy: null,
          waived: ['bodyRecovered', 'deadReturned'],
        },
      ],
    );
    const { steps } = tell(scenario, new Map([[scenario.id, scenario]]));
    const played = play(agreement, asCertain(steps));
    expect(steps.map(({ action }) => action.kind)).toEqual([
      'note',
      'waive',
      'waive',
      'event',
      'event',
    ]);
    const unmet = played.steps
      .at(-1)
      ?.outcomes['israel']?.unmet.flat()
      .map(({ id }) => id);
    expect(unmet).not.toContain('deadReturned');
  });
});
