import { describe, expect, it } from 'vitest';
import { partyReadings } from '../../src/model/agreement.ts';
import { momentAt, momentUpTo, NOW, type Viewpoint } from '../../src/model/moment.ts';
import { Runner } from '../../src/model/runner.ts';
import { overallOf, standing, standingOfStep } from '../../src/model/standing.ts';
import type { Verdict } from '../../src/model/shapes/scenario.ts';
import { tell } from '../../src/model/story.ts';
import { checkGates } from '../../src/answer/check.ts';
import { HARBOUR, SUBJECTS, type Subject } from '../model/subjects.ts';

function at(
  { agreement, scenarios }: Subject,
  id: string,
  viewpoint: Viewpoint = NOW,
  until?: string,
) {
  const scenario = scenarios.get(id);
  if (scenario === undefined) throw new Error(`There is no scenario ${id}.`);
  const story = tell(scenario, scenarios);
  const index =
    until === undefined ? undefined : story.steps.findIndex((step) => step.id === until);
  return momentAt(agreement, story, viewpoint, new Runner(agreement), index);
}

describe('the verdict over all readings that have a position', () => {
  it.each<[Verdict[], Verdict | 'contested']>([
    [[], 'unstated'],
    [['unstated', 'unstated'], 'unstated'],
    [['open', 'unstated'], 'open'],
    [['passed', 'passed'], 'passed'],
    [['passed', 'unstated'], 'passed'],
    [['open', 'passed'], 'open'],
    [['closed', 'closed'], 'closed'],
    [['closed', 'unstated'], 'closed'],
    [['open', 'closed'], 'contested'],
    [['passed', 'closed', 'unstated'], 'contested'],
    [['passed', 'closed', 'unknown'], 'contested'],
    [['unknown', 'open'], 'unknown'],
    [['unknown', 'passed'], 'unknown'],
    [['unknown', 'closed'], 'closed'],
    [['unknown', 'unstated'], 'unknown'],
    [['unknown'], 'unknown'],
  ])('of %j is %s', (verdicts, overall) => {
    expect(overallOf(verdicts)).toBe(overall);
    expect(overallOf(verdicts.toReversed())).toBe(overall);
  });
});

describe.each(SUBJECTS)('check, in $name', (subject) => {
  const { agreement, scenarios } = subject;
  const moment = at(subject, [...scenarios.keys()][0] ?? '');

  it('asks of every gate in the order of the files, and counts the parties alone', () => {
    const checks = checkGates(moment);
    expect(checks.map(({ gate }) => gate)).toEqual([...agreement.gates.values()]);
    const parties = partyReadings(agreement).map(({ id }) => id);
    for (const { parties: found, terms, verdict } of checks) {
      expect(found.map(({ reading }) => reading)).toEqual(parties);
      expect(found.length + terms.length).toBe(agreement.readings.size);
      expect(verdict).toBe(overallOf(found.map((each) => each.verdict)));
    }
  });

  it('of one reading gives what it gives beside the others', () => {
    for (const { event } of agreement.gates.values()) {
      const whole = standing(moment, event);
      for (const reading of agreement.readings.keys()) {
        const one = standing(moment, event, [reading]);
        const all = [...whole.parties, ...whole.terms];
        expect([...one.parties, ...one.terms]).toEqual(
          all.filter((each) => each.reading === reading),
        );
        expect(one.verdict).toBe([...one.parties, ...one.terms][0]?.verdict);
        expect(one.requirement).toEqual(whole.requirement);
      }
    }
    expect(() => standing(moment, 'phase.twoBegan', ['nobody'])).toThrow(/no (reading|run) nobody/);
    expect(() => standing(moment, 'phase.neverWas')).toThrow(/no event phase.neverWas/);
  });

  it('succeeds on a stated position only: where nobody holds anything it does not', () => {
    for (const event of agreement.events.keys()) {
      const { success, verdict } = standing(moment, event);
      expect([event, success && verdict !== 'open' && verdict !== 'passed']).toEqual([
        event,
        false,
      ]);
    }
  });
});

describe('check, by example', () => {
  const record = (event: string, viewpoint: Viewpoint = NOW, until?: string) =>
    standing(at(HARBOUR, 'harbour-record', viewpoint, until), event);

  it('tells apart what can happen, what the model requires, and what each party holds', () => {
    const settled = record('phase.settled');
    expect(settled.possible).toMatchObject({ answer: true, region: 'phase', stages: ['phaseTwo'] });
    expect(settled.requirement).toMatchObject({ truth: false });
    expect(settled.requirement?.unmet.map((set) => set.map(({ id }) => id))).toEqual([
      ['tollsSettled', 'batteriesGone'],
      ['tollsSettled', 'batteriesShut'],
    ]);
    // Of the model's requirement nothing is any party's.
    expect(settled.parties.map(({ reading, verdict }) => [reading, verdict])).toEqual([
      ['northquay', 'unstated'],
      ['southquay', 'unstated'],
      ['guild', 'closed'],
    ]);
    expect(settled).toMatchObject({ verdict: 'closed', success: false });
  });

  it('answers on an event that is no gate: nobody holds anything on it', () => {
    expect(record('envoys.met')).toMatchObject({
      gate: null,
      requirement: null,
      verdict: 'unstated',
      taken: true,
      success: false,
    });
  });

  it('is passed by the event having been taken, not by the stage that it leads to', () => {
    const assume = [{ region: 'phase', stage: 'phaseTwo' }];
    const before = { ...NOW, asOf: '2031-02-15', assume };
    expect(record('phase.twoBegan', before).parties.map(({ verdict }) => verdict)).toEqual([
      'closed',
      'open',
      'unstated',
    ]);
    expect(record('phase.twoBegan').parties.map(({ verdict }) => verdict)).toEqual([
      'closed',
      'passed',
      'unstated',
    ]);
  });

  it('takes what is assumed after the last step that counts', () => {
    const assume = [{ region: 'wreck', stage: 'raised' }];
    const opening = standing(at(HARBOUR, 'harbour-record', { ...NOW, assume }), 'canal.opened', [
      'northquay',
    ]);
    expect(opening).toMatchObject({ verdict: 'open', success: true });
    expect(opening.parties[0]?.conditions[0]?.fact).toMatchObject({
      stage: 'raised',
      basis: 'assumed',
    });
  });

  it('lists the unknown facts that could change an answer apart from those that cannot', () => {
    const assume = ['wreck', 'inspectors'].map((region) => ({ region, stage: 'unknown' }));
    const moment = at(HARBOUR, 'harbour-record', { ...NOW, assume });
    expect(standing(moment, 'canal.opened', ['northquay']).parties[0]).toMatchObject({
      verdict: 'unknown',
      unknownFacts: { deciding: ['wreck'] },
    });
    expect(standing(moment, 'batteries.sealed', ['southquay']).parties[0]).toMatchObject({
      verdict: 'closed',
      unknownFacts: { deciding: [] },
    });
  });
});

describe('a step that the parties differ about', () => {
  const contested = (subject: Subject, id: string) => {
    const moment = at(subject, id);
    return moment.played.steps.flatMap(({ step }, index) =>
      standingOfStep(momentUpTo(moment, index))?.verdict === 'contested' ? [step.id] : [],
    );
  };

  it('is the one that one party has recognised and another refuses, and no other', () => {
    expect(contested(HARBOUR, 'harbour-record')).toEqual(['phase-two-declared']);
    expect(contested(HARBOUR, 'guild-sequence')).toEqual(['phase-two-declared']);
  });

  it('is none that the others merely let pass, holding nothing on it', () => {
    expect(contested(HARBOUR, 'wreck-never-raised')).not.toContain('search-given-up');
  });
});
