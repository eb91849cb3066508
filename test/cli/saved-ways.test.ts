import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { asCertain, play } from '../../src/model/run.ts';
import { tell } from '../../src/model/story.ts';
import { counterexample } from '../../src/answer/counterexample.ts';
import { loadHarbour } from '../fixtures/harbour/load.ts';
import { harbourgate, items, object, phasegate } from './command-line.ts';

const userFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'phasegate-ways-'));
afterAll(() => fs.rmSync(userFolder, { recursive: true }));
const run = (...words: string[]) => harbourgate(words, { userFolder });

describe('a plan that is saved', () => {
  it('is refused by no reading and held back by nothing, step by step, when it is played', async () => {
    const planned = await run(
      'plan',
      'canalOpening',
      '--from',
      'harbour-record@2031-03-02',
      '--save',
      'way.yaml',
    );
    expect([planned.code, planned.error]).toEqual([0, '']);
    const played = object(await run('play', './way.yaml', '--json'));
    const own = items(played, 'steps').filter((step) => String(step['scenario']) === 'way');
    expect(own.map((step) => step['action']?.['event'])).toEqual([
      'wreck.located',
      'wreck.raised',
      expect.stringMatching(/tolls.suspended|inspectors.arrived/),
      'canal.opened',
    ]);
    const statuses = own.flatMap((step) =>
      ['northquay', 'southquay', 'guild'].map((id) => String(step['outcomes']?.[id]?.['status'])),
    );
    expect(statuses.filter((status) => !/recognised|unopposed|already/.test(status))).toEqual([]);
    expect(own.at(-1)?.['verdict']).toBe('passed');
  });

  it('takes along what was taken for granted, and the day', async () => {
    const from = ['--from', 'harbour-record@2031-02-20', '--assume', 'wreck=raised'];
    const came = await run('plan', 'canalOpening', ...from, '--save', 'granted.yaml');
    expect([came.code, came.error]).toEqual([0, '']);
    const steps = items(object(await run('play', './granted.yaml', '--json')), 'steps');
    expect(steps.filter((step) => String(step['scenario']) === 'granted')[0]).toMatchObject({
      action: { kind: 'assume', region: 'wreck', stage: 'raised' },
    });
    expect(steps.at(-1)).toMatchObject({ verdict: 'passed', action: { event: 'canal.opened' } });
  });

  it('is not one where the search began at a moment that no scenario tells', async () => {
    for (const clocks of [
      ['--as-of', '2031-01-07'],
      ['--known-by', '2031-02-20'],
    ]) {
      const came = await run('plan', 'inspectors.arrived', ...clocks, '--save', 'never.yaml');
      expect(came.code).toBe(2);
      expect(came.error).toMatch(/^phasegate: the path cannot be saved: /);
      // What was found is printed all the same.
      expect(came.out).toContain('takes 1 event');
    }
    expect(fs.existsSync(path.join(userFolder, 'never.yaml'))).toBe(false);
  });

  it('never replaces a file unless told', async () => {
    const place = path.join(userFolder, 'mine.yaml');
    fs.writeFileSync(place, 'mine');
    const words = ['plan', 'inspectors.arrived', '--save', 'mine.yaml'];
    const refused = await run(...words);
    expect([refused.code, fs.readFileSync(place, 'utf8')]).toEqual([2, 'mine']);
    expect((await run(...words, '--force')).code).toBe(0);
    expect(fs.readFileSync(place, 'utf8')).toContain('inspectors.arrived');
  });
});

describe('a counterexample', () => {
  const verify = (...words: string[]) => phasegate(['verify', ...words], { userFolder });

  /** A property that fails under some reading that it is not for. */
  async function failing() {
    const properties = items(object(await verify('--json')), 'properties').map(({ id }) =>
      String(id),
    );
    for (const id of properties) {
      // One after the other, until one fails.
      // oxlint-disable-next-line no-await-in-loop
      const found = object(await verify(id, '--reading', 'hamas,israel,reported', '--json'));
      for (const answer of items(items(found, 'properties')[0] ?? found, 'answers'))
        if (String(answer['verdict']) === 'fails')
          return { id, reading: String(answer['reading']) };
    }
    throw new Error('No property fails under any reading.');
  }

  it('is saved as a scenario that can be played, and never replaces a file unless told', async () => {
    const { id, reading } = await failing();
    const words = [id, '--reading', reading, '--save'];
    const file = `${id}-fails-under-${reading}.yaml`;
    const came = await verify(...words, '.', '--json');
    expect([came.code, came.error]).toEqual([1, '']);
    expect(object(came)['saves']).toEqual([file]);
    const played = await phasegate(['play', `./${file}`, '--json'], { userFolder });
    expect([played.code, played.error]).toEqual([0, '']);
    const last = items(object(played), 'steps').findLast(
      (step) => String(step['action']?.['kind']) === 'event',
    );
    const status =
      last?.['outcomes']?.[reading]?.['status'] ?? last?.['reportedOutcome']?.['status'];
    expect(String(status)).toMatch(/recognised|unopposed/);

    fs.writeFileSync(path.join(userFolder, file), 'mine');
    expect((await verify(...words, '.')).error).toContain('--force');
    expect(fs.readFileSync(path.join(userFolder, file), 'utf8')).toBe('mine');
    expect((await verify(...words, '.', '--force')).out).toContain(`phasegate play ${file}`);
    expect((await verify(...words, 'nowhere')).code).toBe(2);
  });

  it('takes positions as they stood on its day, after the waivers that it was found under', () => {
    const { agreement } = loadHarbour();
    const scenario = counterexample(
      agreement,
      { id: 'counter', title: 'How it fails' },
      { events: ['phase.oneBegan', 'phase.twoBegan'], forEver: null },
      [{ reading: 'northquay', day: '2031-02-15', knownBy: null, waived: ['wreckRaised'] }],
    );
    const { steps } = tell(scenario, new Map([[scenario.id, scenario]]));
    const played = play(agreement, asCertain(steps));
    expect(steps.map(({ action }) => action.kind)).toEqual(['note', 'waive', 'event', 'event']);
    expect(played.steps.at(-1)?.outcomes).toMatchObject({
      northquay: { status: 'recognised' },
      southquay: { status: 'recognised' },
    });
  });
});
