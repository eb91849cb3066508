import { describe, expect, it } from 'vitest';
import { momentAt, NOW, type Viewpoint } from '../../src/model/moment.ts';
import { Runner } from '../../src/model/runner.ts';
import { tell } from '../../src/model/story.ts';
import { whyRegion } from '../../src/answer/why.ts';
import { assembleAgreement } from '../../src/model/assemble.ts';
import { HARBOUR, RICH_FILES } from '../model/subjects.ts';

const { agreement, scenarios } = HARBOUR;
const record = scenarios.get('harbour-record');
if (record === undefined) throw new Error('There is no record.');
const story = tell(record, scenarios);
const runner = new Runner(agreement);

const why = (region: string, viewpoint: Partial<Viewpoint> = {}, stage: string | null = null) =>
  whyRegion(momentAt(agreement, story, { ...NOW, ...viewpoint }, runner), region, stage);
const told = (answer: ReturnType<typeof why>) =>
  answer.heldUp.map(({ event, reading, status, force, blocks }) => [
    event.id,
    reading,
    status.condition.id,
    status.status,
    force,
    blocks,
  ]);

describe('why', () => {
  it('has a region’s conditions by event and reading, and which of them block', () => {
    expect(told(why('wreck'))).toEqual([
      ['phase.twoBegan', 'northquay', 'wreckRaised', 'unmet', 'certain', true],
      ['canal.opened', 'northquay', 'wreckBeforeCanal', 'unmet', 'certain', true],
    ]);
    expect(told(why('wreck', {}, 'raised'))).toEqual(told(why('wreck')));
    expect(told(why('wreck', {}, 'located'))).toEqual([]);
  });

  it('tells a condition in force from one that may be, and from one of later days', () => {
    const force = (asOf: string) =>
      told(why('wreck', { asOf })).map(([, , id, , each]) => [id, each]);
    // The first paper came out between the 10th and the 12th, and names no day for the demand.
    expect(force('2031-01-11')).toEqual([
      ['wreckRaised', 'perhaps'],
      ['wreckBeforeCanal', 'notYet'],
    ]);
    expect(force('2031-01-12')).toEqual([
      ['wreckRaised', 'certain'],
      ['wreckBeforeCanal', 'notYet'],
    ]);
    // The second demand has a day of its own.
    expect(force('2031-02-28')[1]).toEqual(['wreckBeforeCanal', 'notYet']);
    expect(force('2031-03-01')[1]).toEqual(['wreckBeforeCanal', 'certain']);
  });

  it('is silent on what had not been published', () => {
    expect(told(why('wreck', { knownBy: '2031-03-01' }))).toEqual([
      ['phase.twoBegan', 'northquay', 'wreckRaised', 'unmet', 'certain', true],
    ]);
    expect(why('wreck', { knownBy: '2031-01-09' })).toMatchObject({ heldUp: [], claims: [] });
    expect(why('wreck', { knownBy: '2031-02-28' }).claims).toEqual([
      'gazette-1.c2',
      'gazette-1.c7',
      'gazette-1.c8',
      'gazette-2.c2',
      'gazette-2.c3',
      'gazette-2.c6',
    ]);
  });

  it('has a region that a step may have moved as unknown between the two stages', () => {
    const fact = (asOf: string) => why('canal', { asOf }).facts.map((each) => each.fact);
    expect(fact('2031-01-05')).toMatchObject([{ stage: 'shut', step: null }]);
    for (const day of ['2031-01-06', '2031-01-07'])
      expect(fact(day)).toMatchObject([
        { stage: 'unknown', possible: ['shut', 'oneWayOffered'], step: 'one-way-offer' },
      ]);
    expect(fact('2031-01-08')).toMatchObject([{ stage: 'oneWayOffered' }]);
  });

  it('tells the runs apart where one denies what the others take as fact', () => {
    expect(why('wreck').facts.map(({ runs, fact }) => [runs, fact.stage])).toEqual([
      [['northquay'], 'lost'],
      [['southquay', 'guild', 'charter', 'reported'], 'located'],
    ]);
    expect(why('wreck').facts[1]?.disputedBy).toEqual(['northquay']);
  });

  it('keeps the model’s own requirements apart from what the parties hold', () => {
    const canal = why('canal');
    expect(canal.heldUp).toEqual([]);
    expect(
      canal.required.map(({ event, status, blocks }) => [event.id, status.condition.id, blocks]),
    ).toEqual([['tolls.shared', 'trafficFlows', true]]);
    const assumed = why('canal', { assume: [{ region: 'canal', stage: 'open' }] });
    expect(assumed.required).toMatchObject([{ status: { status: 'met' }, blocks: false }]);
  });

  it('names what is said to stand in the way of an event and speaks of the region', () => {
    const events = RICH_FILES.events.events.map((event) => ({ ...event }));
    const [first] = events;
    const claims = RICH_FILES.sources.flatMap((source) =>
      source.claims.map((claim) => ({ reference: `${source.id}.${claim.id}`, claim, source })),
    );
    const spoken = claims.find(({ claim }) => claim.regions.length > 0);
    const silent = claims.find(({ claim }) => claim.regions.length === 0);
    const [region] = spoken?.claim.regions ?? [];
    if (first === undefined || spoken === undefined || silent === undefined || region === undefined)
      throw new Error('The content has no such claims.');
    const changed = assembleAgreement({
      ...RICH_FILES,
      events: {
        events: [{ ...first, inTheWay: [spoken.reference, silent.reference] }, ...events.slice(1)],
      },
    });
    const none = { ...story, steps: [] };
    const answer = whyRegion(momentAt(changed, none, NOW), region, null);
    expect(answer.inTheWay.find(({ event }) => event.id === first.id)?.claims).toEqual([
      spoken.reference,
    ]);
    const before = { ...NOW, knownBy: '1999-01-01' };
    expect(whyRegion(momentAt(changed, none, before), region, null).inTheWay).toEqual([]);
  });
});
