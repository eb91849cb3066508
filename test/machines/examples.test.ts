import { describe, expect, it } from 'vitest';
import { momentAt, NOW, type Viewpoint } from '../../src/model/moment.ts';
import { type PartyStanding, type Standing, standing } from '../../src/model/standing.ts';
import { loadShipped, storyOf } from '../shipped.ts';
import { FIVE_WERE_OUT } from './five-documents.ts';

const shipped = loadShipped();
const { agreement } = shipped;
const record = storyOf(shipped, 'record');

/** By when all was published that these examples were written from: what comes out later leaves them as they are. */
const THEN = { ...NOW, knownBy: FIVE_WERE_OUT };

const on = (event: string, viewpoint: Partial<Viewpoint> = {}): Standing =>
  standing(momentAt(agreement, record, { ...THEN, ...viewpoint }), event);

function under(event: string, reading: string, viewpoint: Partial<Viewpoint> = {}): PartyStanding {
  const { parties, terms } = on(event, viewpoint);
  const found = [...parties, ...terms].find((entry) => entry.reading === reading);
  if (found === undefined) throw new Error(`There is no reading ${reading}.`);
  return found;
}

const idsOf = (sets: readonly (readonly { readonly id: string }[])[]) =>
  sets.map((set) => set.map(({ id }) => id));

describe('phase two', () => {
  it('is closed to Israel on 20 December by the body, with the claim, and open to Hamas and the mediators', () => {
    const asOf = '2025-12-20';
    const israel = under('phase.twoBegan', 'israel', { asOf });
    expect([israel.verdict, idsOf(israel.unmet)]).toEqual(['closed', [['bodyRecovered']]]);
    const [body] = israel.conditions;
    expect(body).toMatchObject({
      condition: { id: 'bodyRecovered', region: 'remains' },
      status: 'unmet',
      isCertain: true,
      claims: ['document-3.c7'],
      fact: { stage: 'searchUnderway', claims: ['document-3.c10', 'document-4.c46'] },
      controllers: null,
    });
    expect(under('phase.twoBegan', 'hamas', { asOf })).toMatchObject({
      verdict: 'open',
      stance: 'backs',
    });
    expect(under('phase.twoBegan', 'mediators', { asOf }).verdict).toBe('open');
    expect(under('phase.twoBegan', 'us', { asOf }).verdict).toBe('unstated');
    expect(on('phase.twoBegan', { asOf })).toMatchObject({ verdict: 'contested', success: false });
  });

  it('may by then have been made to wait for all of phase one, which no page before January tells', () => {
    const { conditions } = under('phase.twoBegan', 'israel', { asOf: '2025-12-20' });
    expect(conditions.map(({ condition, isCertain }) => [condition.id, isCertain])).toEqual([
      ['bodyRecovered', true],
      ['livingReleased', false],
      ['deadReturned', false],
    ]);
    const known = under('phase.twoBegan', 'israel', { knownBy: '2025-12-20' });
    expect(known.conditions.map(({ condition }) => condition.id)).toEqual(['bodyRecovered']);
  });

  it('is known by 20 December from one page: phase one in force, the body asked for, nothing in the way', () => {
    const viewpoint = { knownBy: '2025-12-20' };
    const found = on('phase.twoBegan', viewpoint);
    expect(found).toMatchObject({ verdict: 'contested', possible: { stages: ['phaseOne'] } });
    expect(under('phase.twoBegan', 'hamas', viewpoint).verdict).toBe('open');
    for (const reading of ['turkiye', 'mediators', 'us'])
      expect(under('phase.twoBegan', reading, viewpoint).verdict).toBe('unstated');
    const cited = [
      ...found.inTheWay,
      ...[...found.parties, ...found.terms].flatMap((entry) => [
        ...entry.says,
        ...entry.statements.flatMap(({ claims }) => claims),
        ...entry.conditions.flatMap(({ claims, fact, takingPart }) => [
          ...claims,
          ...fact.claims,
          ...takingPart,
        ]),
      ]),
    ];
    expect(new Set(cited.map((claim) => claim.split('.')[0]))).toEqual(new Set(['document-3']));
  });

  it('has nothing said of it by 1 November, when nothing had been published', () => {
    const viewpoint = { knownBy: '2025-11-01' };
    const found = on('phase.twoBegan', viewpoint);
    expect(found.moment.nothingPublished).toBe(true);
    expect(found).toMatchObject({ verdict: 'unstated', inTheWay: [], success: false });
    for (const entry of [...found.parties, ...found.terms])
      expect([entry.statements, entry.conditions, entry.says]).toEqual([[], [], []]);
  });

  it('is passed for Hamas, the mediators and Türkiye and closed for Israel at the end, so contested', () => {
    const verdicts = on('phase.twoBegan').parties.map(({ reading, verdict }) => [reading, verdict]);
    expect(Object.fromEntries(verdicts)).toEqual({
      israel: 'closed',
      hamas: 'passed',
      us: 'unstated',
      turkiye: 'passed',
      mediators: 'passed',
    });
    expect(idsOf(under('phase.twoBegan', 'israel').unmet)).toEqual([['deadReturned']]);
    expect(on('phase.twoBegan').verdict).toBe('contested');
  });

  it('is no longer passed once the truce has collapsed, and its region is not left behind', () => {
    for (const assume of [
      [{ region: 'truce', stage: 'collapsed' }],
      [{ region: 'phase', stage: 'collapsed' }],
    ]) {
      const found = on('phase.twoBegan', { assume });
      expect(found.possible).toMatchObject({ answer: false, stages: ['collapsed'] });
      expect(found.parties.filter(({ verdict }) => verdict === 'passed')).toEqual([]);
      expect(found.success).toBe(false);
    }
  });
});

describe('Rafah in both directions', () => {
  it('is refused by Israel in December without a condition, by the report of 20 and 21 December', () => {
    const israel = under('rafah.openedBothWays', 'israel', { asOf: '2025-12-21' });
    expect(israel).toMatchObject({ verdict: 'closed', stance: 'objects', unmet: [] });
    expect(israel.objections.map(({ id, claims }) => [id, claims])).toEqual([
      ['noOpening', ['document-4.c16']],
    ]);
    // The day before it may have been so, by the same report.
    const before = under('rafah.openedBothWays', 'israel', { asOf: '2025-12-20' });
    expect(before).toMatchObject({ verdict: 'unknown', stance: 'unstated' });
  });

  it('waits in January for the hand-over, which takes the place of the refusal', () => {
    const israel = under('rafah.openedBothWays', 'israel');
    expect(israel).toMatchObject({ verdict: 'closed', stance: 'asks', objections: [] });
    expect(idsOf(israel.unmet)).toEqual([['remainsFirst']]);
    const [asked] = israel.statements;
    expect(asked?.claims).toEqual(['document-5.c14', 'document-5.c15']);
    // On the 24th it is the one or the other, and closed either way.
    const between = under('rafah.openedBothWays', 'israel', { asOf: '2026-01-24' });
    expect(between.verdict).toBe('closed');
    expect(between.statements.map(({ isCertain }) => isCertain)).toEqual([false, false]);
  });
});

describe('what may or may not have happened', () => {
  it('leaves the exchange on 15 November between its two stages', () => {
    const { states } = momentAt(agreement, record, { ...THEN, asOf: '2025-11-15' });
    expect(states['reported']?.facts['exchange']).toMatchObject({
      stage: 'unknown',
      possible: ['pending', 'livingReturned'],
      step: 'living-returned',
    });
  });

  it('is no fact of a sequence that is only expected', () => {
    const plan = storyOf(shipped, 'plan-sequence');
    const moment = momentAt(agreement, plan, NOW);
    const found = standing(moment, 'phase.settled').requirement?.conditions ?? [];
    const weapons = found.find(({ condition }) => condition.id === 'weaponsDecommissioned');
    expect(weapons?.fact).toMatchObject({ stage: 'decommissioned', status: 'expected' });
  });
});

describe('the plan', () => {
  it('is no party, so it is left out of what the parties come to', () => {
    expect(agreement.readings.get('plan')?.kind).toBe('terms');
    expect(on('administration.handedOver')).toMatchObject({ verdict: 'closed' });
    expect(on('stabilizationForce.deploymentBegan')).toMatchObject({
      verdict: 'unstated',
      success: false,
      terms: [{ reading: 'plan', verdict: 'open' }],
    });
  });

  it('asks for the reform before the hand-over', () => {
    const plan = under('administration.handedOver', 'plan');
    expect(idsOf(plan.unmet)).toEqual([['reformCompleted']]);
    expect(plan.conditions[0]?.path.map((move) => move.event)).toEqual([
      'paReform.began',
      'paReform.completed',
    ]);
  });
});
