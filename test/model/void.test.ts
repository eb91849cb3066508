import { describe, expect, it } from 'vitest';
import { momentAt, NOW } from '../../src/model/moment.ts';
import { stageIn } from '../../src/model/run-state.ts';
import { step as stepShape, type StepFile } from '../../src/model/shapes/scenario.ts';
import { hasSucceeded, standing } from '../../src/model/standing.ts';
import { tell } from '../../src/model/story.ts';
import { asText } from '../../src/draw/text.ts';
import { stepBlocks } from '../../src/explain/step-text.ts';
import { loadHarbour } from '../fixtures/harbour/load.ts';

const { agreement, scenarios, opens } = loadHarbour();

/** The divers think that they have found the wreck, and the third gazette says that it was another. */
const ATTEMPT = { event: 'wreck.located', claims: ['gazette-1.c1'] };

function momentOf(written: Partial<StepFile> | object, knownBy: string | null = null) {
  const record = scenarios.get(opens);
  if (record === undefined) throw new Error('The record is not there.');
  const step = stepShape.parse({ id: 'found', title: 'Found', date: '2031-01-05', ...written });
  return momentAt(agreement, tell({ ...record, steps: [step] }, scenarios), { ...NOW, knownBy });
}

const wreckIn = (moment: ReturnType<typeof momentOf>, run: string) => {
  const state = moment.states[run];
  return state === undefined ? null : stageIn(state, 'wreck');
};

describe('an attempt that came to nothing', () => {
  it('moves nothing in any run, and is void in each', () => {
    for (const attempt of [true, { claims: ['gazette-3.c4'] }]) {
      const moment = momentOf({ ...ATTEMPT, void: attempt });
      const [only] = moment.played.steps;
      const statuses = Object.values(only?.outcomes ?? {}).map(({ status }) => status);
      expect([...new Set(statuses), only?.reported.status]).toEqual(['void', 'void']);
      for (const run of Object.keys(moment.states)) expect(wreckIn(moment, run)).toBe('lost');
      expect(standing(moment, 'wreck.located').taken).toBe(false);
    }
  });

  it('happened in the run of a party that disputes that it came to nothing', () => {
    const disputedBy = [{ reading: 'guild', claims: ['gazette-3.c2'] }];
    const moment = momentOf({ ...ATTEMPT, void: { claims: ['gazette-3.c4'] }, disputedBy });
    expect(wreckIn(moment, 'guild')).toBe('located');
    expect(wreckIn(moment, 'northquay')).toBe('lost');
    expect(wreckIn(moment, 'reported')).toBe('lost');
    expect(moment.played.steps[0]?.outcomes['guild']?.status).toBe('unopposed');
  });

  it('is refused in that run where its party would not let it pass', () => {
    const disputedBy = [{ reading: 'southquay', claims: ['gazette-3.c2'] }];
    const moment = momentOf({
      event: 'batteries.sealed',
      claims: ['gazette-1.c1'],
      void: true,
      disputedBy,
      date: '2031-03-05',
    });
    const [only] = moment.played.steps;
    expect(only?.outcomes['southquay']?.status).toBe('refused');
    expect(only?.outcomes['northquay']?.status).toBe('void');
    expect(hasSucceeded(moment)).toBe(false);
  });

  it('has happened as long as nothing published says that it came to nothing', () => {
    const disputedBy = [{ reading: 'guild', claims: ['gazette-1.c2'] }];
    const written = { ...ATTEMPT, void: { claims: ['gazette-3.c4'] }, disputedBy };
    const by = (knownBy: string) => momentOf(written, knownBy);
    // The third gazette is of 2 March. Until then nobody is at odds with anybody about it.
    expect(
      ['2031-03-01', '2031-03-02'].map((day) => [
        wreckIn(by(day), 'northquay'),
        by(day).played.steps[0]?.step.disputedBy.length,
      ]),
    ).toEqual([
      ['located', 0],
      ['lost', 1],
    ]);
  });

  it('is told as such, with what says so and who holds otherwise', () => {
    const disputedBy = [{ reading: 'guild', claims: ['gazette-3.c2'] }];
    const moment = momentOf({ ...ATTEMPT, void: { claims: ['gazette-3.c4'] }, disputedBy });
    const [entry] = moment.played.steps;
    if (entry === undefined) throw new Error('The step was not played.');
    const telling = { moment, base: null, verbose: true };
    const told = { entry, standing: null, before: moment.played.start };
    const text = asText(stepBlocks(telling, told), 2000).join('\n');
    expect(text).toContain('Attempted, void: it came to nothing [The Lock Gazette, 2 Mar 2031');
    expect(text).toContain("Held to have happened by the Pilots' Guild [The Lock Gazette, 2 Mar");
    expect(text).toContain('✗ attempted, void: Northquay and Southquay');
    expect(text).toContain("· unopposed: the Pilots' Guild");
  });
});
