import { expect, it } from 'vitest';
import { NOTHING_DONE } from '../../src/lab/history.ts';
import { likelyDay, likelyDayOf } from '../../src/lab/reduce.ts';
import type { LabState, Setting } from '../../src/lab/state.ts';
import { NO_CLOCKS } from '../../src/model/run.ts';
import { Runner } from '../../src/model/runner.ts';
import { REPORTED } from '../../src/model/terms.ts';
import { typedDay } from '../../src/model/typed-day.ts';
import { loadShipped, storyOf } from '../shipped.ts';

it('takes a day without a year for one that comes after the step before, wherever one stands', () => {
  const { agreement, scenarios, properties } = loadShipped();
  const setting: Setting = { agreement, properties, runner: new Runner(agreement) };
  const { steps } = storyOf({ scenarios }, 'record');
  const atItsEnd: LabState = {
    scenarios,
    branches: [],
    history: NOTHING_DONE,
    scenario: 'record',
    position: steps.length - 1,
    clocks: NO_CLOCKS,
    run: REPORTED,
    task: null,
    gate: null,
  };
  expect(likelyDay(setting, atItsEnd)).toBe('2026-01-26');
  const place = steps.findIndex(({ id }) => id === 'miami-meeting') + 1;
  const near = likelyDayOf(setting, atItsEnd, place);
  expect(near).toBe('2025-12-19');
  expect(typedDay('20 dec', near)).toEqual({ ok: true, day: '2025-12-20' });
});
