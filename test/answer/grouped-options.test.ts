import { describe, expect, it } from 'vitest';
import { momentAt, NOW, type Viewpoint } from '../../src/model/moment.ts';
import { Runner } from '../../src/model/runner.ts';
import { REPORTED } from '../../src/model/terms.ts';
import { tell } from '../../src/model/story.ts';
import {
  type GroupedOption,
  OPTION_STANDINGS,
  type OptionStanding,
  optionsGrouped,
} from '../../src/answer/grouped-options.ts';
import { HARBOUR, SUBJECTS } from '../model/subjects.ts';
import { daysAround } from './boundary-days.ts';

describe.each(SUBJECTS)('the list of events, in $name', ({ agreement, scenarios }) => {
  const runner = new Runner(agreement);
  const runs = [...agreement.readings.keys(), REPORTED];
  const moments = [...scenarios.values()].flatMap((scenario) => {
    const story = tell(scenario, scenarios);
    const days = daysAround(agreement, story.steps).filter((_, index) => index % 60 === 7);
    return [null, ...days].map((asOf) => momentAt(agreement, story, { ...NOW, asOf }, runner));
  });

  it('has every event once, the most welcome region first and in it the most welcome event', () => {
    for (const moment of moments.slice(0, 2)) {
      for (const run of runs) {
        const groups = optionsGrouped(moment, run);
        const all = groups.flatMap(({ options }) => options);
        expect(all.map(({ event }) => event.id).toSorted()).toEqual(
          [...agreement.events.keys()].toSorted(),
        );
        const ranks = groups.map(({ options }) =>
          options.map(({ group }) => OPTION_STANDINGS.indexOf(group)),
        );
        for (const rank of [...ranks, ranks.map(([best = 0]) => best)])
          expect(rank).toEqual(rank.toSorted((left, right) => left - right));
        for (const { region, options } of groups)
          for (const { event } of options) expect(event.home).toBe(region);
      }
    }
  });

  it('lists nothing as possible that a stated position refuses or the model holds up', () => {
    const seen = new Set<OptionStanding>();
    for (const [index, moment] of moments.entries()) {
      // Each moment has its turn under two of the runs.
      for (const run of [runs[index % runs.length] ?? '', REPORTED]) {
        for (const option of optionsGrouped(moment, run).flatMap(({ options }) => options)) {
          seen.add(option.group);
          const { group, standing, outcome } = option;
          expect(group === 'impossible').toBe(outcome.status === 'impossible');
          expect(group === 'contested').toBe(
            standing.verdict === 'contested' && group !== 'impossible',
          );
          if (group !== 'possible') continue;
          expect(['recognised', 'unopposed']).toContain(outcome.status);
          expect(['open', 'passed', 'unstated']).toContain(standing.verdict);
          expect(standing.requirement?.truth ?? true).toBe(true);
          expect(option.missing).toEqual([]);
          expect(option.objections).toEqual([]);
        }
      }
    }
    expect([...seen].toSorted()).toEqual(OPTION_STANDINGS.toSorted());
  });
});

describe('the list of events, by example', () => {
  const { agreement, scenarios } = HARBOUR;
  const record = scenarios.get('harbour-record');
  if (record === undefined) throw new Error('There is no record.');
  const story = tell(record, scenarios);
  const find = (run: string, event: string, viewpoint: Viewpoint = NOW): GroupedOption => {
    const all = optionsGrouped(momentAt(agreement, story, viewpoint), run);
    const found = all.flatMap(({ options }) => options).find((each) => each.event.id === event);
    if (found === undefined) throw new Error(`There is no event ${event}.`);
    return found;
  };

  it('has what one party backs and another objects to as contested, whoever is looked over the shoulder of', () => {
    for (const run of [...agreement.readings.keys(), REPORTED]) {
      const sealing = find(run, 'batteries.sealed');
      expect(sealing.group).toBe('contested');
      expect(sealing.objections.map(({ id }) => id)).toEqual(['noSealing']);
    }
    // What has begun as reported, and one party grants, is contested all the same while another holds back.
    expect(find(REPORTED, 'phase.twoBegan')).toMatchObject({
      group: 'contested',
      outcome: { status: 'already' },
    });
  });

  it('has what the run would take and every party with a position refuses as refused', () => {
    const opening = find(REPORTED, 'canal.opened');
    expect(opening).toMatchObject({ group: 'refused', outcome: { status: 'unopposed' } });
    expect(opening.missing.map(({ condition }) => condition.id)).toEqual([
      'wreckBeforeCanal',
      'inspectorsWatch',
      'tollsOff',
    ]);
  });

  it('has what only the model requires something before as held', () => {
    const sharing = find('guild', 'tolls.shared');
    expect(sharing).toMatchObject({ group: 'held', outcome: { status: 'held' } });
    expect(sharing.missing.map(({ condition }) => condition.id)).toEqual(['trafficFlows']);
    expect(find(REPORTED, 'tolls.shared').group).toBe('held');
  });

  it('has what turns on a step that may have happened as unknown', () => {
    const during = { ...NOW, asOf: '2031-01-07' };
    expect(find(REPORTED, 'canal.offeredOneWay', during).group).toBe('unknown');
    expect(find(REPORTED, 'canal.offeredOneWay', { ...NOW, asOf: '2031-01-08' }).group).toBe(
      'already',
    );
    expect(find(REPORTED, 'canal.offeredOneWay', { ...NOW, asOf: '2031-01-05' }).group).toBe(
      'possible',
    );
  });
});
