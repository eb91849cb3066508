import { describe, expect, it } from 'vitest';
import { conditionsOf } from '../../src/model/condition.ts';
import { conditionControllers } from '../../src/model/region-moves.ts';
import { startOf } from '../../src/model/run.ts';
import type { RunState } from '../../src/model/run-state.ts';
import { Runner } from '../../src/model/runner.ts';
import type { PartyStanding } from '../../src/model/standing.ts';
import type { StageMap } from '../../src/model/statechart.ts';
import { loadShipped } from '../shipped.ts';
import { verdictUnder } from '../model/verdict-under.ts';
import { controllerDifferences, CONTROLLERS } from './controllers.ts';
import { asFiveDocumentsHaveIt, isOfTheFive } from './five-documents.ts';
import {
  CONDITIONS,
  type ConditionPin,
  MODEL,
  OBJECTIONS,
  positionDifferences,
  statementsOf,
  treesOf,
} from './positions.ts';

const shipped = loadShipped();
const agreement = asFiveDocumentsHaveIt(shipped.files);
const start = startOf(agreement);
const runner = new Runner(agreement);
const own = CONDITIONS.filter(({ reading }) => reading !== MODEL);
const required = CONDITIONS.filter(({ reading }) => reading === MODEL);

/** The start with the event's home region where it can leave, and some regions elsewhere. */
function stateAt(event: string, stages: StageMap, waived: readonly string[] = []): RunState {
  const found = agreement.events.get(event);
  const home = found?.home ?? '';
  const [from = ''] = Object.keys(found?.moves[home] ?? {});
  const state = start['reported'] as RunState;
  const known = { ...state.worlds.known, [home]: from, ...stages };
  return { ...state, worlds: { known, open: [] }, waived };
}

function judged(
  { reading, event }: Pick<ConditionPin, 'reading' | 'event'>,
  day: string | null,
  stages: StageMap,
  waived: readonly string[] = [],
): PartyStanding {
  return verdictUnder(agreement, reading, event, stateAt(event, stages, waived), day);
}

const idsOf = (sets: readonly (readonly { readonly id: string }[])[]) =>
  sets.flat().map(({ id }) => id);

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}

describe('what is held and required', () => {
  it('is that of the documents, event by event', () => {
    expect(positionDifferences(agreement)).toEqual([]);
  });

  it('is all pinned', () => {
    const ids = [...agreement.conditions.keys(), ...agreement.objections.keys()];
    const pins = [...CONDITIONS, ...OBJECTIONS].map(({ id }) => id);
    expect(ids.toSorted()).toEqual(pins.toSorted());
    expect([CONDITIONS.length, OBJECTIONS.length]).toEqual([31, 4]);
  });

  it('says that it is inferred, but for what a document reports as it stands', () => {
    const asReported = [...agreement.conditions.values()].filter(
      ({ basis }) => basis === 'sourced',
    );
    expect(asReported.map(({ id }) => id).toSorted()).toEqual([
      'bodyRecovered',
      'reformCompleted',
      'remainsFirst',
    ]);
    for (const id of required.map((pin) => pin.id))
      expect(agreement.conditions.get(id)?.basis).toBe('derived');
  });

  it('attributes to a party only what a document does: most is unstated', () => {
    const stated = [...agreement.readings.values()].map(({ id, positions }) => [
      id,
      positions.size,
    ]);
    expect(Object.fromEntries(stated)).toEqual({
      israel: 7,
      hamas: 11,
      us: 3,
      turkiye: 5,
      mediators: 6,
      plan: 7,
    });
    const possible = agreement.readings.size * agreement.events.size;
    expect(statementsOf(agreement).length).toBeLessThan(possible / 10);
  });

  it('cites for each statement a claim of the party or about it', () => {
    const others = statementsOf(agreement).filter(({ reading, claims }) => {
      const party = agreement.readings.get(reading)?.party;
      if (!party) return false;
      return !claims.some((reference) => {
        const { speaker = '', attributedTo = [] } = agreement.claims.get(reference) ?? {};
        return [speaker, ...attributedTo].includes(party);
      });
    });
    expect(others.map(({ reading, event }) => `${reading} ${event}`).toSorted()).toEqual(
      INFERRED_OF.toSorted(),
    );
  });
});

/**
 * Statements that no claim attributes to their party by a field: the text tells of what the party does, or sources that
 * speak for it tell what it holds.
 */
const INFERRED_OF = [
  'hamas nationalMeeting.held',
  'hamas weapons.heldInTrust',
  'us stabilizationForce.contributorsPledged',
];

describe('a state that just misses a condition', () => {
  it.each(own)('$id of $reading closes $event at $region=$misses, to XState too', (pin) => {
    const stages = { [pin.region]: pin.misses };
    const found = judged(pin, pin.since, stages);
    expect(found.verdict).toBe('closed');
    expect(found.conditions.find(({ condition }) => condition.id === pin.id)?.status).toBe('unmet');
    const tree = treesOf(agreement, pin.reading, pin.event);
    const { known } = stateAt(pin.event, stages).worlds;
    expect(runner.take(known, pin.event, tree)).toBeNull();
  });

  it.each(own)('$id of $reading no longer closes $event at $region=$meets', (pin) => {
    const found = judged(pin, pin.since, { [pin.region]: pin.meets });
    expect(idsOf(found.unmet)).not.toContain(pin.id);
    expect(found.conditions.find(({ condition }) => condition.id === pin.id)?.status).toBe('met');
  });

  it.each(required)('$id of the model holds $event at $region=$misses, whoever asks', (pin) => {
    for (const reading of agreement.readings.keys()) {
      const { requirement } = judged({ reading, event: pin.event }, null, {
        [pin.region]: pin.misses,
      });
      expect(requirement).toBe(false);
    }
  });

  it.each(OBJECTIONS)('$id of $reading closes $event until it is waived', (pin) => {
    const found = judged(pin, pin.since, {});
    expect([found.verdict, found.unmet]).toEqual(['closed', []]);
    expect(found.objections.map(({ id }) => id)).toEqual([pin.id]);
    expect(judged(pin, pin.since, {}, [pin.id]).verdict).toBe('open');
  });
});

describe('a condition or an objection is not certain before it was stated', () => {
  it.each([...own, ...OBJECTIONS])('$id of $reading', (pin) => {
    const found = judged(pin, dayBefore(pin.since ?? ''), {});
    const certain = found.statements.filter(({ isCertain }) => isCertain);
    const ids = certain.flatMap(({ statement }) => [
      statement.id,
      ...conditionsOf(statement.asked).map(({ id }) => id),
    ]);
    expect(ids).not.toContain(pin.id);
  });
});

/** Events of which no other document has told since who can bring them about. */
const stillOfTheFive = [...shipped.agreement.events.values()].filter(
  ({ id, claims }) => id in CONTROLLERS && claims.every(isOfTheFive),
);

describe('who can bring an event about', () => {
  it('is as the documents have it', () => {
    expect(controllerDifferences(agreement)).toEqual([]);
  });

  it.each(stillOfTheFive)('$id has its reason', (event) => {
    const [controllers, reason] = CONTROLLERS[event.id] ?? [null, ''];
    const cited = reason.match(/document-\d\.c\d+/g) ?? [];
    const behind = [...event.claims, ...event.takingPart];
    expect(cited.length > 0).toBe(controllers !== null || behind.length > 0);
    expect(behind).toEqual(expect.arrayContaining(cited));
  });

  it.each([
    ['deadReturned', [['hamas']]],
    ['livingReleased', [['israel', 'hamas']]],
    ['palestinianConsensus', [['hamas', 'factions', 'fatah']]],
    ['longTruceInForce', [['israel', 'hamas']]],
    ['reformCompleted', [['pa']]],
    ['withdrawalComplete', [['israel']]],
    // Who takes part in the search is reported, and not who can bring the recovery about.
    ['bodyRecovered', null],
    // The documents name who may lead the board and no guarantor.
    ['boardServes', null],
    ['bindingGuarantees', null],
  ])('%s is met by %j', (id, controllers) => {
    const condition = agreement.conditions.get(id);
    if (condition === undefined) throw new Error(`There is no condition ${id}.`);
    // The recovered body may be the hand-over as well, which is another's to bring about.
    const found = conditionControllers(agreement, condition);
    expect(found).toEqual(controllers);
  });
});
