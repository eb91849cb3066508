import type { Agreement } from '../../src/model/agreement.ts';
import { type Condition, type ConditionTree, conditionsOf } from '../../src/model/condition.ts';
import { spanOf } from '../../src/model/position.ts';
import type { Statement } from '../../src/model/statement.ts';

/** Whose a condition is where the model itself requires it. */
export const MODEL = 'model';

/**
 * One condition as the documents have it, written by hand: which stages meet it, a stage that just misses it and the
 * first that meets it, and the claim behind it.
 */
export interface ConditionPin {
  readonly id: string;
  /** The reading that asks it, or {@link MODEL}. */
  readonly reading: string;
  readonly event: string;
  readonly claim: string;
  readonly region: string;
  readonly stages: readonly string[];
  readonly misses: string;
  readonly meets: string;
  /** The day from which it is certainly asked; null for the model's, which has no day. */
  readonly since: string | null;
}

/** An objection as the documents have it. */
export interface ObjectionPin {
  readonly id: string;
  readonly reading: string;
  readonly event: string;
  readonly claim: string;
  readonly since: string;
}

/** The day by which what each document asks was certainly so: its claims on these are undated, or dated up to then. */
const OUT: Readonly<Record<string, string>> = {
  'document-3': '2025-12-14',
  'document-4': '2025-12-21',
  'document-5': '2026-01-25',
};

/**
 * Reading and event; then what is asked (condition, claim, region, the stage that just misses, the first that meets,
 * others that do), objected to (objection, claim) or backed (the claims).
 */
const TABLE = `
israel phase.twoBegan
  # In December only recovery is asked for; the hand-over is not, yet.
  asks bodyRecovered document-3.c7 remains searchUnderway recovered handedOver
  # In January all of phase one, which the page takes to be every hostage released, the dead included.
  asks livingReleased document-5.c20 exchange pending livingReturned
  asks deadReturned document-5.c20 remains recovered handedOver
israel remains.recovered
  backs document-3.c7
israel remains.handedOver
  backs document-5.c14 document-5.c15
israel rafah.exitOffered
  backs document-4.c17
israel rafah.openedBothWays
  # In December the refusal is without a condition; in January the hand-over is asked for, and finding is not enough.
  objects noOpening document-4.c16
  asks remainsFirst document-5.c14 remains recovered handedOver
israel turkishContingent.included
  objects noTurkishTroops document-4.c43
israel administration.handedOver
  objects noAuthorityRole document-4.c40
hamas phase.twoBegan
  backs document-3.c6
hamas truce.steadied
  backs document-1.c14
hamas aid.sufficed
  backs document-1.c14 document-5.c6
hamas rafah.openedBothWays
  backs document-5.c7
hamas committee.tookOffice
  backs document-5.c8
hamas administration.transferred
  # A committee that is agreed on: it need not have members for Hamas.
  asks committeeAgreed document-3.c15 committee proposed agreed named inOffice
hamas nationalMeeting.held
  backs document-3.c11
hamas longTruce.began
  backs document-3.c18
hamas weapons.frozen
  # The freeze belongs to a truce in force: an offer of one is not one.
  asks longTruceInForce document-3.c18 longTruce proposed inForce
  # Guarantees that bind have to be given: the freeze is offered under them.
  asks bindingGuarantees document-3.c18 freezeGuarantees notGiven given
hamas weapons.heldInTrust
  # A consensus is spoken of: a meeting that was held is not one.
  asks palestinianConsensus document-3.c14 nationalMeeting held consensusReached
  asks noOnwardTransfer document-3.c16 custodyGuarantees notGiven given
  # The process has to be defined, and need not have begun.
  asks processDefined document-3.c17 politicalProcess notDefined defined underway
hamas weapons.disarmamentAccepted
  objects noDisarmament document-4.c23
us truce.steadied
  backs document-2.c10
us stabilizationForce.contributorsPledged
  backs document-4.c25
us turkishContingent.included
  backs document-4.c44
turkiye phase.twoBegan
  backs document-1.c1 document-2.c6 document-2.c19
turkiye truce.steadied
  backs document-2.c5 document-2.c12
turkiye aid.sufficed
  backs document-2.c5 document-5.c6
turkiye rafah.openedBothWays
  backs document-5.c7
turkiye committee.tookOffice
  backs document-5.c8
mediators phase.twoBegan
  backs document-4.c1 document-4.c10
mediators truce.steadied
  backs document-4.c4
mediators committee.named
  backs document-4.c6
mediators committee.tookOffice
  backs document-4.c6 document-4.c30
mediators boardOfPeace.established
  backs document-4.c6 document-4.c37
mediators boardOfPeace.beganOperating
  backs document-4.c37
# What the plan as reported places in phase two waits for phase two.
plan committee.tookOffice
  asks committeeInPhaseTwo document-4.c20 phase phaseOne phaseTwo settled
plan administration.transferred
  asks administrationInPhaseTwo document-4.c20 phase phaseOne phaseTwo settled
plan stabilizationForce.deploymentBegan
  asks forceInPhaseTwo document-4.c20 phase phaseOne phaseTwo settled
plan withdrawal.phaseOutBegan
  asks withdrawalInPhaseTwo document-4.c20 phase phaseOne phaseTwo settled
  # The force comes in while the Israeli presence goes.
  asks forceComesIn document-4.c20 stabilizationForce contributorsPledged deploying deployed
plan weapons.disarmamentAccepted
  asks disarmamentInPhaseTwo document-4.c22 phase phaseOne phaseTwo settled
plan administration.handedOver
  # A reform that is under way is not a completed one.
  asks reformCompleted document-4.c39 paReform underway completed handedOver
plan phase.settled
  asks committeeServes document-4.c20 committee named inOffice
  asks boardServes document-4.c20 boardOfPeace established operating
  asks weaponsGone document-4.c22 weapons decommissioning decommissioned
  asks stripDemilitarized document-4.c22 demilitarization underway complete
model stabilizationForce.contributorsPledged
  # Recruiting is hard while two questions are open; tabling a formula answers neither.
  asks disarmamentQuestionAnswered document-4.c25 weapons formulaTabled frozen heldInTrust disarmamentAccepted decommissioning decommissioned
  asks controlQuestionAnswered document-4.c51 withdrawal initialPullback timetableAgreed underway complete
model turkishContingent.included
  # There has to be a force that one can be part of.
  asks forceMandated document-4.c20 stabilizationForce envisioned mandateAgreed contributorsPledged deploying deployed
model administration.transferred
  asks committeeNamed document-3.c15 committee agreed named inOffice
model phase.settled
  asks administrationSettled document-4.c20 administration transferOffered transferred handedOver
  asks forceInPlace document-4.c20 stabilizationForce deploying deployed
  asks withdrawalComplete document-4.c20 withdrawal underway complete
  # The three answers for the weapons that anybody is reported to have given.
  asks weaponsDecommissioned document-4.c22 weapons decommissioning decommissioned
  asks weaponsInCustody document-3.c16 weapons formulaTabled heldInTrust
  asks weaponsFrozenForLong document-3.c18 weapons retained frozen
`;

export const CONDITIONS: ConditionPin[] = [];
export const OBJECTIONS: ObjectionPin[] = [];
/** `reading event: claims`, in the order of the table. */
export const BACKED: string[] = [];

let [reading, event] = ['', ''];
for (const line of TABLE.split('\n')) {
  const words = line.trim().split(' ');
  const [kind = '', ...rest] = words;
  if (line.trim() === '' || kind === '#') continue;
  if (!line.startsWith(' ')) [reading = '', event = ''] = words;
  else if (kind === 'backs') BACKED.push(`${reading} ${event}: ${rest.join(' ')}`);
  else {
    const [id = '', claim = '', region = '', misses = '', ...stages] = rest;
    const since = OUT[claim.split('.')[0] ?? ''] ?? '';
    if (kind === 'objects') OBJECTIONS.push({ id, reading, event, claim, since });
    else {
      const [meets = ''] = stages;
      const own = { id, reading, event, claim, region, misses, meets, stages };
      CONDITIONS.push({ ...own, since: reading === MODEL ? null : since });
    }
  }
}

/** Conditions that hang together otherwise than that all are asked, as a formula. */
const FORMULAS: Readonly<Record<string, string>> = {
  'model phase.settled':
    'administrationSettled and forceInPlace and withdrawalComplete and ' +
    '(weaponsDecommissioned or weaponsInCustody or weaponsFrozenForLong)',
};

/** Everything that any reading holds. */
export function statementsOf(agreement: Agreement): Statement[] {
  return [...agreement.readings.values()].flatMap(({ positions }) =>
    [...positions.values()].flat(),
  );
}

/** What is asked before an event by a reading, or by the model; nothing where neither asks anything. */
export function treesOf(agreement: Agreement, by: string, eventId: string): ConditionTree[] {
  if (by === MODEL) {
    const requirement = agreement.events.get(eventId)?.requirement;
    return requirement ? [requirement] : [];
  }
  const statements = agreement.readings.get(by)?.positions.get(eventId) ?? [];
  return statements.filter(({ stance }) => stance === 'asks').map(({ asked }) => asked);
}

/** Conditions, objections and what is backed that are not as the documents have them. */
export function positionDifferences(agreement: Agreement): string[] {
  const differences: string[] = [];
  const differs = (what: string, found: string, pinned: string) => {
    if (found !== pinned) differences.push(`${what} is ${found}, and by the documents ${pinned}`);
  };
  for (const by of [...agreement.readings.keys(), MODEL]) {
    for (const id of agreement.events.keys()) {
      const trees = treesOf(agreement, by, id);
      const pins = CONDITIONS.filter((pin) => pin.reading === by && pin.event === id);
      const asked = FORMULAS[`${by} ${id}`] ?? pins.map((pin) => pin.id).join(' and ');
      differs(`${id} of ${by}`, trees.map((tree) => inWords(tree)).join(' and '), asked);
      for (const condition of trees.flatMap(conditionsOf)) {
        const pin = pins.find((other) => other.id === condition.id);
        differs(condition.id, stagesInWords(condition), pin ? stagesInWords(pin) : 'nowhere');
        if (pin !== undefined && !condition.claims.includes(pin.claim))
          differences.push(`${condition.id} does not cite ${pin.claim}`);
      }
    }
  }
  const statements = statementsOf(agreement);
  const objections = statements.filter(({ stance }) => stance === 'objects');
  const objected = objections.map(
    (one) => `${one.id} ${one.reading} ${one.event} ${one.claims.join()}`,
  );
  const pinned = OBJECTIONS.map((one) => `${one.id} ${one.reading} ${one.event} ${one.claim}`);
  differs('what is objected to', objected.toSorted().join('; '), pinned.toSorted().join('; '));
  const backed = statements
    .filter(({ stance }) => stance === 'backs')
    .map((one) => `${one.reading} ${one.event}: ${one.claims.join(' ')}`);
  differs('what is backed', backed.toSorted().join('; '), BACKED.toSorted().join('; '));
  for (const statement of statements.filter(({ stance }) => stance !== 'backs')) {
    const ids = [statement.id, ...conditionsOf(statement.asked).map(({ id }) => id)];
    const pin = [...CONDITIONS, ...OBJECTIONS].find((other) => ids.includes(other.id));
    const since = spanOf(agreement, statement, null)?.certainFrom ?? 'ever';
    differs(`${ids.join()} from`, since, pin?.since ?? 'nowhere');
  }
  return differences;
}

function inWords(tree: ConditionTree, isInside = false): string {
  if (tree.kind === 'condition') return tree.condition.id;
  const words = tree.of
    .map((part) => inWords(part, true))
    .join(tree.kind === 'all' ? ' and ' : ' or ');
  return isInside ? `(${words})` : words;
}

function stagesInWords({ region, stages }: Pick<Condition, 'region' | 'stages'>): string {
  return `${region} at ${stages.toSorted().join(', ')}`;
}
