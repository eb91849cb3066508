import { expect, it } from 'vitest';
import { EMPTY_STEP } from '../../src/model/assumed-step.ts';
import type { ScenarioFile } from '../../src/model/shapes/scenario.ts';
import { tell } from '../../src/model/story.ts';

/** Work that doubled with each of them would never come to an end. */
const LONG = 60;

it('tells a scenario that plays on one that plays on another, however many of them there are', () => {
  const first: ScenarioFile = {
    agreement: 'invented',
    id: 'branch-0',
    kind: 'hypothetical',
    title: 'Branch 0',
    summary: 'Invented.',
    steps: [0, 1].map((index) => ({ ...EMPTY_STEP, id: `begins-${index}`, title: 'It goes on' })),
  };
  const scenarios = new Map([[first.id, first]]);
  for (let index = 1; index <= LONG; index += 1) {
    const scenario = `branch-${index - 1}`;
    scenarios.set(`branch-${index}`, {
      ...first,
      id: `branch-${index}`,
      branchesFrom: { scenario, step: 'begins-0' },
      steps: [{ ...EMPTY_STEP, id: `own-${index}`, title: 'It goes on' }],
      replay: { scenario, after: 'begins-0' },
    });
  }
  const last = scenarios.get(`branch-${LONG}`);
  if (last === undefined) throw new Error('no last branch');
  const { steps } = tell(last, scenarios);
  expect(steps.map(({ id }) => id)).toEqual([
    'begins-0',
    ...Array.from({ length: LONG }, (_, index) => `own-${LONG - index}`),
    'begins-1',
  ]);
});
