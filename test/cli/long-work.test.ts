import { expect, it } from 'vitest';
import { doLongWork } from '../../src/cli/long-work.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import type { Work } from '../../src/search/work.ts';
import { harbourgate } from './command-line.ts';

const terminal = { isErrorTerminal: false, writeError: async () => {} } as unknown as Terminal;

/** Work that never comes to an end by itself; it counts how often it was asked. */
function* endless(): Work<number> {
  for (let done = 1; ; done += 1)
    if ((yield { doing: 'turns', done, nodes: 0 }) === true) return done;
}

it('ends work that has taken its time, and says at what and how to give it more', async () => {
  const { result, stoppedAt, isInterrupted } = await doLongWork(endless(), terminal, {
    seconds: 0.05,
    wasStopped: false,
  });
  expect(result).toBeGreaterThan(1);
  expect([isInterrupted, stoppedAt]).toEqual([
    false,
    expect.stringMatching(/^turns, \d+ done, after 0\.05 seconds of work \(--seconds gives/),
  ]);
});

it('does no more of what comes behind work that was stopped', async () => {
  const { result, stoppedAt } = await doLongWork(endless(), terminal, {
    seconds: 0,
    wasStopped: true,
  });
  expect([result, stoppedAt]).toEqual([1, null]);
});

it('takes whole seconds, and none for as long as it takes', async () => {
  expect((await harbourgate(['plan', 'phaseTwo', '--seconds', '0'])).code).toBe(0);
  expect((await harbourgate(['plan', 'phaseTwo', '--seconds', '30'])).code).toBe(0);
  expect(await harbourgate(['plan', 'phaseTwo', '--seconds', 'soon'])).toMatchObject({
    code: 2,
    error: expect.stringContaining('--seconds takes a whole number') as string,
  });
});
