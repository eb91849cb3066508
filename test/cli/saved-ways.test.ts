import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { play } from '../../src/agreement/run.ts';
import { tell } from '../../src/agreement/story.ts';
import { counterexample, verifyAll } from '../../src/cli/exploring.ts';
import { finish } from '../../src/explorer/work.ts';
import { loadShipped } from '../shipped.ts';
import { items, object, phasegate } from './command-line.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'phasegate-ways-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

describe('a plan that is saved', () => {
  it('is recognised step by step, and refused by no reading, when it is played', async () => {
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
    expect(parties.filter((status) => status !== 'recognised' && status !== 'already')).toEqual([]);
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
  it('is a scenario whose play shows what fails, in as few events as can be', () => {
    const shipped = loadShipped();
    const properties = {
      properties: (shipped.properties?.properties ?? []).map(
        ({ readings: _readings, ...property }) => property,
      ),
    };
    const verified = finish(
      verifyAll({ ...shipped, properties }, 'remains-before-phase-two', ['hamas', 'israel']),
    );
    const [{ answers } = { answers: [] }] = verified.properties;
    expect(answers.map(({ reading, answer }) => [reading, answer.verdict])).toEqual([
      ['hamas', 'fails'],
      ['israel', 'holds'],
    ]);
    const events = answers[0]?.answer.example?.events ?? [];
    expect(events).toEqual(['phase.oneBegan', 'phase.twoBegan']);
    const scenario = counterexample(
      shipped.agreement,
      { id: 'counter', title: 'How it fails' },
      events,
    );
    const played = play(
      shipped.agreement,
      tell(scenario, new Map([[scenario.id, scenario]])).steps,
    );
    const end = played.steps.at(-1)?.states['hamas']?.facts;
    expect([end?.['phase']?.stage, end?.['remains']?.stage]).toEqual([
      'phaseTwo',
      'severalMissing',
    ]);
    expect(played.steps.at(-1)?.outcomes['israel']?.status).toBe('refused');
  });
});
