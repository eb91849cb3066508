import { describe, expect, it } from 'vitest';
import { items, object, shippedgate } from '../cli/command-line.ts';

/** The tasks that ship, each with steps that meet it: the agreement, where the steps begin, the task, the steps. */
const SOLVED: readonly (readonly [agreement: string, from: string, task: string, steps: string])[] =
  [
    ['highmeadow', 'meadow-record', 'fence-free', '--waive herdFirst'],
    [
      'highmeadow',
      'meadow-record',
      'both-in-phase-two',
      '--waive herdFirst --event fenceDown --event herdDown --event phaseTwo',
    ],
    [
      'gaza-ceasefire',
      'record@unsigned',
      'both-in-phase-two',
      '--event remains.recovered --event remains.handedOver --event phaseTwo',
    ],
  ];

describe('the tasks that ship', () => {
  it.each(SOLVED)('of %s, %s: %s can be met', async (agreement, from, task, steps) => {
    const does = steps.split(' ');
    const tried = object(await shippedgate(['-A', agreement, 'what-if', from, ...does, '--json']));
    const [scenario = ''] = from.split('@');
    const words = ['-A', agreement, 'exercise', scenario, '--task', task, '--try'];
    const met = await shippedgate([...words, String(tried['token'])]);
    expect([met.code, met.error]).toEqual([0, '']);
    expect(met.out).toContain('All of it is met.');
    // Nothing is met by who does nothing.
    expect((await shippedgate([...words, scenario])).code).toBe(1);
  });

  it('are all of those above', async () => {
    for (const agreement of ['highmeadow', 'gaza-ceasefire']) {
      const [scenario = ''] = SOLVED.flatMap((each) =>
        each[0] === agreement ? [each[1].split('@')[0] ?? ''] : [],
      );
      const listed = object(await shippedgate(['-A', agreement, 'exercise', scenario, '--json']));
      const ids = items(listed, 'tasks').map(({ id }) => id);
      expect(ids).toEqual(SOLVED.filter((each) => each[0] === agreement).map((each) => each[2]));
    }
  });
});
