import { describe, expect, it } from 'vitest';
import { momentAt, momentUpTo, NOW } from '../../src/model/moment.ts';
import { Runner } from '../../src/model/runner.ts';
import { OUTCOME_STATUSES } from '../../src/model/shapes/scenario.ts';
import { tell } from '../../src/model/story.ts';
import { outlookOf } from '../../src/answer/outlook.ts';
import { SUBJECTS } from '../model/subjects.ts';
import { daysAround } from './boundary-days.ts';
import { optionsFrom } from './options-from.ts';

describe('what each event would come to', () => {
  it.each(SUBJECTS)('is what playing it comes to, at every moment of $name', (subject) => {
    const { agreement, scenarios } = subject;
    const runner = new Runner(agreement);
    const seen = new Set<string | null>();
    for (const scenario of scenarios.values()) {
      const story = tell(scenario, scenarios);
      const end = momentAt(agreement, story, NOW, runner);
      const days = daysAround(agreement, story.steps).filter((_, index) => index % 40 === 0);
      const moments = [
        ...end.played.steps.slice(-2).map((_, index, { length }) => {
          return momentUpTo(end, end.played.steps.length - length + index);
        }),
        ...days.map((asOf) => momentAt(agreement, story, { ...NOW, asOf }, runner)),
      ];
      for (const moment of moments) {
        const outlook = outlookOf(moment);
        expect(outlook).toEqual(optionsFrom(moment, runner));
        for (const { outcomes } of outlook)
          for (const { status } of Object.values(outcomes)) seen.add(status);
      }
    }
    // A comparison that met no refusal has compared nothing. What has not been said to have happened is neither disputed
    // nor said to have come to nothing.
    const expected = OUTCOME_STATUSES.filter(
      (status) => status !== 'disputed' && status !== 'void',
    );
    expect([...seen].toSorted()).toEqual(expected.toSorted());
  });
});
