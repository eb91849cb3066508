import { describe, expect, it } from 'vitest';
import { agreementOn } from '../../src/model/agreement-on.ts';
import { aroundDay } from '../../src/model/days.ts';
import { momentAt, NOW, playedOn } from '../../src/model/moment.ts';
import { step as stepShape, type StepFile } from '../../src/model/shapes/scenario.ts';
import { standing } from '../../src/model/standing.ts';
import { storyStep, tell } from '../../src/model/story.ts';
import { loadHarbour } from '../fixtures/harbour/load.ts';

const { agreement, scenarios, opens } = loadHarbour();

// The first gazette is of 10 to 12 January, the second of 1 to 14 February, the third of 2 March.
const FIRST = 'gazette-1.c1';
const PERHAPS = ['2031-01-31', '2031-02-01', '2031-02-02', '2031-02-13'];
const CERTAIN = ['2031-02-14', '2031-02-15'];

/** What is made of one step as far as it was known by a day. */
function known(written: Partial<StepFile>, knownBy: string | null) {
  const record = scenarios.get(opens);
  if (record === undefined) throw new Error('The record is not there.');
  const step = stepShape.parse({ id: 'one', title: 'One', date: '2031-01-05', ...written });
  const story = tell({ ...record, steps: [step] }, scenarios);
  return momentAt(agreement, story, { ...NOW, knownBy });
}

const LOCATED = { event: 'wreck.located', claims: [FIRST] };

describe('a denial', () => {
  const denied = (claims: string[], knownBy: string | null) => {
    const disputedBy = [{ reading: 'northquay', claims }];
    const { played } = known({ ...LOCATED, disputedBy }, knownBy);
    const [only] = played.steps;
    return [only?.outcomes['northquay']?.status, only?.step.disputedBy[0]?.claims];
  };

  it('counts from the day of its publication on', () => {
    expect(aroundDay('2031-03-02').map((day) => denied(['gazette-3.c4'], day))).toEqual([
      ['unopposed', undefined],
      ['disputed', ['gazette-3.c4']],
      ['disputed', ['gazette-3.c4']],
    ]);
    expect(denied(['gazette-3.c4'], null)).toEqual(['disputed', ['gazette-3.c4']]);
  });

  it('does not count while it may but need not have been published', () => {
    for (const day of PERHAPS)
      expect([day, ...denied(['gazette-2.c6'], day)]).toEqual([day, 'unopposed', undefined]);
    for (const day of CERTAIN)
      expect([day, ...denied(['gazette-2.c6'], day)]).toEqual([day, 'disputed', ['gazette-2.c6']]);
  });

  it('counts by the first of its claims, and cites those that there were', () => {
    const claims = ['gazette-3.c4', 'gazette-2.c6'];
    expect(denied(claims, '2031-02-13')).toEqual(['unopposed', undefined]);
    expect(denied(claims, '2031-02-14')).toEqual(['disputed', ['gazette-2.c6']]);
    expect(denied(claims, '2031-03-02')).toEqual(['disputed', claims]);
  });

  it('that had not been published holds back no step that is played on', () => {
    const disputedBy = [{ reading: 'northquay', claims: ['gazette-3.c4'] }];
    const outcomes = aroundDay('2031-03-02').map((day) => {
      const step = stepShape.parse({ id: 'two', title: 'Two', ...LOCATED, disputedBy });
      const after = playedOn(known({}, day), [storyStep({ id: 'on' }, step)]);
      return after.played.steps.at(-1)?.outcomes['northquay']?.status;
    });
    expect(outcomes).toEqual(['unopposed', 'disputed', 'disputed']);
  });
});

describe('a waiver, its end and what a party grants', () => {
  it.each<[string, Partial<StepFile>]>([
    ['waive', { waive: { reading: 'northquay', condition: 'wreckRaised' } }],
    ['acknowledge', { acknowledge: { reading: 'northquay', event: 'wreck.located' } }],
  ])('%s from the day of its publication on', (_, action) => {
    const stateAt = (day: string | null) =>
      known({ ...action, claims: ['gazette-3.c4'] }, day).states['northquay'];
    const changed = [...aroundDay('2031-03-02'), null].map((day) => {
      const { waived, facts } = stateAt(day) ?? {};
      return [...(waived ?? []), facts?.['wreck']?.stage];
    });
    const [before, ...after] = changed;
    expect(after).toEqual([after[0], after[0], after[0]]);
    expect(before).not.toEqual(after[0]);
  });
});

describe('what is told of a step', () => {
  const TOLD = { ...LOCATED, narrative: 'Told.', inference: 'Inferred.' };
  const told = (written: Partial<StepFile>, day: string | null) => {
    const { narrative, inference, basis } = known(written, day).played.steps[0]?.step ?? {};
    return [narrative, inference, basis];
  };

  it.each<[string, Partial<StepFile>]>([
    ['reports it', { ...TOLD, claims: [FIRST, 'gazette-3.c4'] }],
    ['bears on it', { ...TOLD, bearing: ['gazette-3.c4'] }],
    ['denies it', { ...TOLD, disputedBy: [{ reading: 'guild', claims: ['gazette-3.c4'] }] }],
  ])('is told where all that %s had been published', (_, written) => {
    const whole = ['Told.', 'Inferred.', 'derived'];
    expect([...aroundDay('2031-03-02'), null].map((day) => told(written, day))).toEqual([
      [null, null, 'derived'],
      whole,
      whole,
      whole,
    ]);
  });
});

describe('what is said to stand in the way', () => {
  const claims = [FIRST, 'gazette-2.c6', 'gazette-3.c4'];
  const located = agreement.events.get('wreck.located');
  const guild = agreement.readings.get('guild');
  if (located === undefined || guild === undefined) throw new Error('The accord has changed.');
  const said = {
    ...agreement,
    events: new Map(agreement.events).set(located.id, {
      ...located,
      inTheWay: claims,
    }),
    readings: new Map(agreement.readings).set('guild', {
      ...guild,
      says: new Map([[located.id, claims]]),
    }),
  };

  it.each<[string, number]>([
    ['2031-01-11', 0],
    ['2031-01-12', 1],
    ...PERHAPS.map((day): [string, number] => [day, 1]),
    ...CERTAIN.map((day): [string, number] => [day, 2]),
    ['2031-03-01', 2],
    ['2031-03-02', 3],
    ['2031-03-03', 3],
  ])('and what is said of an event is, by %s, the first %i', (day, count) => {
    const { inTheWay, parties } = standing({ ...known({}, day), agreement: said }, located.id);
    const says = parties.find(({ reading }) => reading === 'guild')?.says;
    expect([inTheWay, says]).toEqual([claims.slice(0, count), claims.slice(0, count)]);
  });
});

describe('who can bring an event about', () => {
  it('is known from the first publication that says so', () => {
    const said = [...agreement.events.values()].filter(
      ({ controllers, claims }) => controllers !== null && claims.length > 0,
    );
    expect(said.length).toBeGreaterThan(3);
    for (const { id, home, controllers, claims } of said) {
      const days = claims.map((reference) => agreement.claims.get(reference)?.source.published.to);
      const first = days.toSorted()[0] ?? '';
      for (const [index, day] of aroundDay(first).entries()) {
        const named = index === 0 ? null : controllers;
        const seen = agreementOn(agreement, null, day);
        expect([id, day, seen.events.get(id)?.controllers]).toEqual([id, day, named]);
        expect(seen.eventsOn.get(home)).toContain(seen.events.get(id));
        expect(agreementOn(agreement, null, day)).toBe(seen);
      }
    }
    expect(agreementOn(agreement, null, null)).toBe(agreement);
  });
});
