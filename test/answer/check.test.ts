import { describe, expect, it } from 'vitest';
import { partyReadings } from '../../src/model/agreement.ts';
import type { Verdict } from '../../src/model/shapes/scenario.ts';
import { tell } from '../../src/model/story.ts';
import { combinedVerdict, type GateUnderReading, overallVerdict } from '../../src/model/verdict.ts';
import { checkGate, checkGates, lets } from '../../src/answer/check.ts';
import { isContested } from '../../src/answer/contested.ts';
import { optionsFrom } from './options-from.ts';
import { NOW, standAt } from '../../src/answer/standing.ts';
import { whyRegion } from '../../src/answer/why.ts';
import { Runner } from '../../src/model/runner.ts';
import { HARBOUR, SHIPPED, type Subject, SUBJECTS } from '../model/subjects.ts';

const says = (...verdicts: Verdict[]) =>
  verdicts.map((verdict) => ({ verdict }) as GateUnderReading);

function at({ agreement, scenarios }: Subject, id: string, viewpoint = NOW, until?: string) {
  const scenario = scenarios.get(id);
  if (scenario === undefined) throw new Error(`There is no scenario ${id}.`);
  const story = tell(scenario, scenarios);
  const index =
    until === undefined ? undefined : story.steps.findIndex((step) => step.id === until);
  return standAt(agreement, story, viewpoint, new Runner(agreement), index);
}

describe('the verdict over all readings that have a position', () => {
  it.each<[Verdict[], Verdict | 'contested', everyone: Verdict, anyone: Verdict]>([
    [[], 'unstated', 'unstated', 'unstated'],
    [['unstated', 'unstated'], 'unstated', 'unstated', 'unstated'],
    [['open', 'unstated'], 'open', 'open', 'open'],
    [['passed', 'passed'], 'passed', 'passed', 'passed'],
    [['open', 'passed'], 'open', 'open', 'open'],
    [['closed', 'closed'], 'closed', 'closed', 'closed'],
    [['open', 'closed'], 'contested', 'closed', 'open'],
    [['passed', 'closed', 'unstated'], 'contested', 'closed', 'passed'],
    [['passed', 'closed', 'unknown'], 'contested', 'closed', 'passed'],
    [['unknown', 'open'], 'unknown', 'unknown', 'open'],
    [['unknown', 'closed'], 'unknown', 'closed', 'unknown'],
    [['unknown'], 'unknown', 'unknown', 'unknown'],
  ])('of %j is %s, for everyone %s, for anyone %s', (verdicts, overall, everyone, anyone) => {
    for (const order of [verdicts, verdicts.toReversed()]) {
      expect(overallVerdict(says(...order))).toBe(overall);
      expect(combinedVerdict(says(...order), 'everyone')).toBe(everyone);
      expect(combinedVerdict(says(...order), 'anyone')).toBe(anyone);
    }
  });

  it('lets the event pass by a stated position only: unstated is not open', () => {
    const verdicts = ['open', 'passed', 'closed', 'unknown', 'unstated', 'contested'] as const;
    expect(verdicts.filter(lets)).toEqual(['open', 'passed']);
  });
});

describe.each(SUBJECTS)('check, in $name', (subject) => {
  const { agreement, scenarios } = subject;
  const [standing] = [...scenarios.values()].map((scenario) => at(subject, scenario.id));
  if (standing === undefined) throw new Error('There is no scenario.');

  it('comes to what its readings say, and counts the parties alone', () => {
    const parties = new Set(partyReadings(agreement).map((reading) => reading.id));
    for (const check of checkGates(standing)) {
      const counted = check.readings.filter((entry) => parties.has(entry.reading));
      expect(counted.length).toBe(parties.size);
      expect(check.verdict).toBe(overallVerdict(counted));
      expect(check.everyone).toBe(combinedVerdict(counted, 'everyone'));
      expect(check.anyone).toBe(combinedVerdict(counted, 'anyone'));
    }
  });

  it('of some readings gives those, and what they come to; everyone and anyone stay whole', () => {
    for (const gate of agreement.gates.keys()) {
      const whole = checkGate(standing, gate);
      for (const reading of agreement.readings.keys()) {
        const one = checkGate(standing, gate, [reading]);
        expect(one.readings).toEqual(whole.readings.filter((entry) => entry.reading === reading));
        expect(one.verdict).toBe(one.readings[0]?.verdict);
        expect([one.everyone, one.anyone]).toEqual([whole.everyone, whole.anyone]);
      }
    }
    expect(() => checkGate(standing, 'phaseTwo', ['nobody'])).toThrow(/no reading nobody/);
    expect(() => checkGate(standing, 'noGate')).toThrow(/no gate noGate/);
  });

  it('agrees with why: what a region holds up is what blocks, leaf by leaf', () => {
    const blocking = new Set<string>();
    for (const { gate, readings } of checkGates(standing)) {
      for (const entry of readings)
        for (const id of entry.blocking.flat()) blocking.add(`${gate} ${id}`);
    }
    const held = [...agreement.regions.keys()].flatMap((region) => {
      const why = whyRegion(standing, region, null);
      for (const { leaf } of why.heldUp) expect(leaf.region).toBe(region);
      return why.heldUp
        .filter((entry) => entry.blocks)
        .map(({ gate, leaf }) => `${gate} ${leaf.id}`);
    });
    const byRegion = [...blocking].filter((line) => !isNever(line.split(' ')[1] ?? ''));
    // The base's leaves are listed once, under the first reading, where they may be entailed by its own.
    expect(new Set(byRegion)).toEqual(new Set(held));
  });

  function isNever(id: string): boolean {
    return checkGates(standing ?? at(subject, 'record')).some(({ readings }) =>
      readings.some(({ leaves }) =>
        leaves.some(({ leaf }) => leaf.id === id && leaf.region === null),
      ),
    );
  }

  it('offers every event, and changes nothing by trying it', () => {
    const before = JSON.stringify(standing.states);
    const runner = new Runner(agreement);
    const options = optionsFrom(agreement, runner, standing.states, standing.day);
    expect(options.map((option) => option.event)).toEqual([...agreement.events.keys()]);
    expect(JSON.stringify(standing.states)).toBe(before);
    for (const check of checkGates(standing)) {
      const event = agreement.gates.get(check.gate)?.event;
      const option = options.find((candidate) => candidate.event === event);
      for (const { reading, verdict, eventPossible } of check.readings) {
        const isTaken = option?.outcomes[reading]?.status === 'recognised';
        const isOpen = verdict === 'open' || verdict === 'unstated';
        expect([check.gate, reading, isTaken]).toEqual([
          check.gate,
          reading,
          eventPossible === true && isOpen,
        ]);
      }
    }
  });
});

describe('why, by example', () => {
  it('has the remains hold up phase two and Rafah for Israel at the end of the record', () => {
    const why = whyRegion(at(SHIPPED, 'record'), 'remains', 'handedOver');
    expect(
      why.heldUp.map(({ gate, reading, leaf, blocks }) => [gate, reading, leaf.id, blocks]),
    ).toEqual([
      ['phaseTwo', 'israel', 'bodyRecovered', false],
      ['phaseTwo', 'israel', 'deadReturned', true],
      ['rafahOpening', 'israel', 'remainsFirst', true],
    ]);
    expect(why.claims).toContain('document-3.c7');
    // Once found, the hand-over is what is still asked for.
    const found = whyRegion(at(SHIPPED, 'record'), 'remains', 'recovered');
    expect(found.heldUp.map(({ leaf }) => leaf.id)).toEqual(['bodyRecovered']);
  });

  it('lists a demand of later days as not yet in force', () => {
    const early = at(SHIPPED, 'record', { ...NOW, asOf: '2025-12-20' });
    const rafah = whyRegion(early, 'remains', null).heldUp.find(
      ({ leaf }) => leaf.id === 'remainsFirst',
    );
    expect(rafah).toMatchObject({ inForce: false, blocks: false, status: 'unmet' });
  });
});

describe('contested, by example', () => {
  const contested = (subject: Subject, id: string) =>
    at(subject, id)
      .played.steps.filter((played) => isContested(subject.agreement, played))
      .map(({ step }) => step.id);

  it('is the step that one party recognises and another refuses', () => {
    expect(contested(SHIPPED, 'record')).toEqual(['phase-two-reported']);
    expect(contested(HARBOUR, 'harbour-record')).toContain('phase-two-declared');
  });

  it('is a step that one party denies and another recognises', () => {
    expect(contested(HARBOUR, 'harbour-record')).toContain('wreck-located');
  });

  it('is no step that the others merely let pass, having no position', () => {
    expect(contested(SHIPPED, 'turkish-contingent-included')).not.toContain('included');
  });
});

describe('standing, by example', () => {
  it('takes what is assumed after the last step that counts', () => {
    const assume = [{ region: 'remains', stage: 'handedOver' }];
    const israel = checkGate(at(SHIPPED, 'record', { ...NOW, assume }), 'rafahOpening', ['israel']);
    expect(israel.verdict).toBe('open');
    expect(israel.readings[0]?.leaves[0]?.fact).toMatchObject({
      stage: 'handedOver',
      basis: 'assumed',
    });
  });

  it('lists the unknown facts that could change an answer apart from those that cannot', () => {
    const assume = ['remains', 'aid'].map((region) => ({ region, stage: 'unknown' }));
    const standing = at(SHIPPED, 'record', { ...NOW, assume });
    expect(checkGate(standing, 'rafahOpening', ['israel']).readings[0]).toMatchObject({
      verdict: 'unknown',
      unknownFacts: { deciding: ['remains'], irrelevant: ['aid'] },
    });
    expect(checkGate(standing, 'turkishContingent', ['israel']).readings[0]).toMatchObject({
      verdict: 'closed',
      unknownFacts: { deciding: [], irrelevant: ['remains', 'aid'] },
    });
  });

  it('leaves out what was not published by the day that is asked about', () => {
    const standing = at(SHIPPED, 'record', { ...NOW, knownBy: '2025-12-14' });
    expect(standing.day).toBe('2025-12-14');
    const cited = standing.played.steps.flatMap(({ step }) => step.claims);
    expect(cited.length).toBeGreaterThan(0);
    expect(cited.filter((claim) => !claim.startsWith('document-3.'))).toEqual([]);
  });
});
