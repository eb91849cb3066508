import { describe, expect, it } from 'vitest';
import { play } from '../../src/model/run.ts';
import { Runner } from '../../src/model/runner.ts';
import { tell } from '../../src/model/story.ts';
import { optionsFrom } from './options-from.ts';
import { outlookFrom, statusesFrom } from '../../src/answer/outlook.ts';
import { loadHarbour } from '../fixtures/harbour/load.ts';
import { loadShipped } from '../shipped.ts';

describe('what each event would come to', () => {
  it.each([
    ['the fictional agreement', loadHarbour()],
    ['the shipped one', loadShipped()],
  ])('is read off the conditions as XState has it, at every step of %s', (_, holding) => {
    const { agreement, scenarios } = holding;
    const runner = new Runner(agreement);
    const seen = new Set<string>();
    for (const scenario of scenarios.values()) {
      const { steps } = play(agreement, tell(scenario, scenarios).steps, runner);
      for (const { states, day } of steps.slice(-6)) {
        const outlook = outlookFrom(agreement, states, day);
        expect(outlook).toEqual(optionsFrom(agreement, runner, states, day));
        const statuses = statusesFrom(agreement, states, day);
        for (const { event, outcomes, reported } of outlook)
          for (const [run, { status }] of Object.entries({ ...outcomes, reported }))
            expect(statuses.get(event)?.[run]).toBe(status);
        for (const { outcomes } of outlook)
          for (const { status } of Object.values(outcomes)) seen.add(String(status));
      }
    }
    // A comparison that met no refusal has compared nothing.
    for (const status of ['recognised', 'refused', 'already', 'impossible'])
      expect(seen).toContain(status);
  });
});
