import { describe, expect, it } from 'vitest';
import { leavesOf } from '../../src/model/condition.ts';
import { type RunState, startOf } from '../../src/model/run.ts';
import { Runner } from '../../src/model/runner.ts';
import type { StageMap } from '../../src/model/statechart.ts';
import { type GateUnderReading, judgeGate } from '../../src/model/verdict.ts';
import { leafControllers } from '../../src/model/region-moves.ts';
import { loadShipped } from '../shipped.ts';
import { controllerDifferences, CONTROLLERS } from './controllers.ts';
import { CELLS, conditionDifferences, conditionIn, LEAVES, type LeafPin } from './leaves.ts';

const { agreement } = loadShipped();
const start = startOf(agreement, new Runner(agreement));

/** A reading that says nothing of any gate, so that the base alone speaks. */
const SILENT = 'turkiye';

/** The pin's gate as judged on the day that its leaf came into force, with some regions moved. */
function judged(pin: LeafPin, stages: StageMap, waived: readonly string[] = []): GateUnderReading {
  const reading = pin.reading === 'base' ? SILENT : pin.reading;
  const state = start[reading] as RunState;
  const event = agreement.events.get(agreement.gates.get(pin.gate)?.event ?? '');
  const [home = ''] = Object.keys(event?.moves[event.home] ?? {});
  const world = { ...state.worlds[0], [event?.home ?? '']: home, ...stages };
  const terms = { reading, day: pin.since, waived };
  return judgeGate(agreement, pin.gate, terms, { ...state, worlds: [world] });
}

/**
 * Leaves that another leaf of the same gate entails, so that they are left out of its blocking sets; the other has to
 * be waived for them to show. A committee that is named is agreed on as well.
 */
const ENTAILED_BY: Readonly<Record<string, readonly string[]>> = {
  committeeAgreed: ['committeeNamed'],
};

const byDocument = LEAVES.filter((pin) => pin.region !== null);
const never = LEAVES.filter((pin) => pin.region === null);

describe('the conditions', () => {
  it('are those of the documents, gate by gate and leaf by leaf', () => {
    expect(conditionDifferences(agreement)).toEqual([]);
  });

  it('are all pinned', () => {
    const ids = [...agreement.readings.keys(), 'base'].flatMap((reading) =>
      [...agreement.gates.keys()].flatMap((gate) => {
        const condition = conditionIn(agreement, reading, gate);
        return condition === null ? [] : leavesOf(condition).map((leaf) => leaf.id);
      }),
    );
    expect(ids.toSorted()).toEqual(LEAVES.map((pin) => pin.leaf).toSorted());
    expect(ids).toHaveLength(34);
  });

  it('say that they are inferred, but for those that a document reports as they stand', () => {
    const ids = [...agreement.readings.keys(), 'base'].flatMap((reading) =>
      [...agreement.gates.keys()].flatMap((gate) => {
        const condition = conditionIn(agreement, reading, gate);
        return condition === null ? [] : leavesOf(condition);
      }),
    );
    const asReported = ids.filter((leaf) => leaf.basis === 'sourced').map((leaf) => leaf.id);
    expect(asReported).toEqual(['bodyRecovered', 'remainsFirst', 'reformCompleted']);
  });

  it('attribute to a party only what a document does: most cells are unstated', () => {
    const stated = (reading: string) =>
      [...agreement.gates.keys()].filter((gate) => conditionIn(agreement, reading, gate) !== null);
    expect(
      Object.fromEntries([...agreement.readings.keys()].map((id) => [id, stated(id).length])),
    ).toEqual({ israel: 4, hamas: 7, mediators: 0, turkiye: 0, plan: 7 });
    expect(Object.keys(CELLS['base'] ?? {})).toHaveLength(3);
  });
});

describe('a state that just misses a leaf', () => {
  it.each(byDocument)('$leaf of $reading blocks $gate at $region=$misses', (pin) => {
    const apart = ENTAILED_BY[pin.leaf] ?? [];
    const found = judged(pin, { [pin.region ?? '']: pin.misses }, apart);
    expect(found.verdict).toBe('closed');
    expect(found.blocking.flat()).toContain(pin.leaf);
    expect(found.leaves.find(({ leaf }) => leaf.id === pin.leaf)?.status).toBe('unmet');
  });

  it.each(byDocument)('$leaf of $reading no longer blocks $gate at $region=$meets', (pin) => {
    const found = judged(pin, { [pin.region ?? '']: pin.meets });
    expect(found.blocking.flat()).not.toContain(pin.leaf);
    expect(found.leaves.find(({ leaf }) => leaf.id === pin.leaf)?.status).toBe('met');
  });

  it.each(never)('$leaf of $reading blocks $gate until it is waived', (pin) => {
    expect(judged(pin, {})).toMatchObject({ verdict: 'closed', blocking: [[pin.leaf]] });
    expect(judged(pin, {}, [pin.leaf])).toMatchObject({ verdict: 'open', blocking: [] });
  });
});

describe('a leaf holds nothing up before it was stated', () => {
  it.each(LEAVES.filter((pin) => pin.since !== null))('$leaf of $reading', (pin) => {
    const dayBefore = new Date(Date.parse(pin.since ?? '') - 86_400_000).toISOString().slice(0, 10);
    const found = judged({ ...pin, since: dayBefore }, { [pin.region ?? '']: pin.misses });
    expect(found.leaves.map(({ leaf }) => leaf.id)).not.toContain(pin.leaf);
    expect(found.blocking.flat()).not.toContain(pin.leaf);
  });
});

describe('who can bring an event about', () => {
  it('is as the documents have it', () => {
    expect(controllerDifferences(agreement)).toEqual([]);
  });

  it.each([...agreement.events.values()])('$id has its reason', (event) => {
    const [controllers, reason] = CONTROLLERS[event.id] ?? [null, ''];
    const cited = reason.match(/document-\d\.c\d+/g) ?? [];
    expect(cited.length > 0).toBe(controllers !== null || event.claims.length > 0);
    expect(event.claims).toEqual(expect.arrayContaining(cited));
  });

  it.each([
    ['deadReturned', 'israel', 'phaseTwo', [['hamas']]],
    ['livingReleased', 'israel', 'phaseTwo', [['israel', 'hamas']]],
    ['understandingsSettled', 'hamas', 'talksRound', [['us', 'israel']]],
    ['palestinianConsensus', 'hamas', 'weaponsCustody', [['hamas', 'factions', 'fatah']]],
    ['longTruceInForce', 'hamas', 'weaponsFreeze', [['israel', 'hamas']]],
    ['boardServes', 'plan', 'settlement', [['us']]],
    ['reformCompleted', 'plan', 'paHandover', [['pa']]],
    ['withdrawalComplete', 'base', 'settlement', [['israel']]],
    // Who takes part in the search is reported, and not who can bring the recovery about.
    ['bodyRecovered', 'israel', 'phaseTwo', null],
    // The documents name no guarantor, and nobody at all can meet what is ruled out.
    ['bindingGuarantees', 'hamas', 'weaponsFreeze', null],
    ['noTurkishTroops', 'israel', 'turkishContingent', []],
  ])('%s of %s (%s) is met by %j', (leaf, reading, gate, controllers) => {
    const condition = conditionIn(agreement, reading, gate);
    const found = condition === null ? [] : leavesOf(condition).filter(({ id }) => id === leaf);
    expect(found.map((one) => leafControllers(agreement, one))).toEqual([controllers]);
  });
});
