import type { Agreement } from '../../src/model/agreement.ts';
import { type Condition, type Leaf, leavesOf } from '../../src/model/condition.ts';

/**
 * One leaf as the documents have it, written by hand: which stages meet it, a stage that just misses it and the
 * first that meets it, the claim behind it, and the day that its first document was certainly out (null for the
 * base, which holds without a date).
 */
export interface LeafPin {
  readonly leaf: string;
  /** The reading that states it; `base` for what all share. */
  readonly reading: string;
  readonly gate: string;
  /** Null, with no stages, for a leaf that says never. */
  readonly region: string | null;
  readonly stages: readonly string[];
  readonly misses: string;
  readonly meets: string;
  readonly claim: string;
  readonly since: string | null;
}

/** The day by which each document was certainly out. */
const OUT: Readonly<Record<string, string>> = {
  'document-3': '2025-12-14',
  'document-4': '2025-12-21',
  'document-5': '2026-01-25',
};

/** Reading and gate; then leaf, claim, region, the stage that just misses, the first that meets, others that do. */
const TABLE = `
israel phaseTwo
  # In December only recovery is asked for; the hand-over is not, yet.
  bodyRecovered document-3.c7 remains searchUnderway recovered handedOver
  # In January all of phase one, which the page takes to be every hostage released, the dead included.
  livingReleased document-5.c20 exchange pending livingReturned
  deadReturned document-5.c20 remains recovered handedOver
israel rafahOpening
  # The hand-over is asked for: finding the remains is not enough.
  remainsFirst document-5.c14 remains recovered handedOver
israel turkishContingent
  # The insistence is without a condition.
  noTurkishTroops document-4.c43 never
israel paHandover
  # The opposition is without a condition.
  noAuthorityRole document-4.c40 never
hamas talksRound
  # The round is expected after the understandings are settled; pending ones do not do.
  understandingsSettled document-3.c4 understandings pending finalised
hamas administrationTransfer
  # A committee that is agreed on: it need not have members for Hamas.
  committeeAgreed document-3.c15 committee proposed agreed named inOffice
hamas weaponsFreeze
  # The freeze belongs to a truce in force: an offer of one is not one.
  longTruceInForce document-3.c18 longTruce proposed inForce
  # Guarantees that bind have to be given: the freeze is offered under them.
  bindingGuarantees document-3.c18 freezeGuarantees notGiven given
hamas weaponsCustody
  # A consensus is spoken of: a meeting that was held is not one.
  palestinianConsensus document-3.c14 nationalMeeting held consensusReached
  noOnwardTransfer document-3.c16 custodyGuarantees notGiven given
  # The process has to be defined, and need not have begun.
  processDefined document-3.c17 politicalProcess notDefined defined underway
hamas disarmament
  # The refusal is without a condition.
  noDisarmament document-4.c23 never
# What the plan as reported places in phase two waits for phase two.
plan committeeOffice
  committeeInPhaseTwo document-4.c20 phase phaseOne phaseTwo settled
plan administrationTransfer
  administrationInPhaseTwo document-4.c20 phase phaseOne phaseTwo settled
plan forceDeployment
  forceInPhaseTwo document-4.c20 phase phaseOne phaseTwo settled
plan phasedWithdrawal
  withdrawalInPhaseTwo document-4.c20 phase phaseOne phaseTwo settled
  # The force comes in while the Israeli presence goes.
  forceComesIn document-4.c20 stabilizationForce contributorsPledged deploying deployed
plan disarmament
  disarmamentInPhaseTwo document-4.c22 phase phaseOne phaseTwo settled
plan paHandover
  # A reform that is under way is not a completed one.
  reformCompleted document-4.c39 paReform underway completed handedOver
plan settlement
  committeeServes document-4.c20 committee named inOffice
  boardServes document-4.c20 boardOfPeace established operating
  weaponsGone document-4.c22 weapons decommissioning decommissioned
  stripDemilitarized document-4.c22 demilitarization underway complete
base contributorsPledged
  # Recruiting is hard while two questions are open; tabling a formula answers neither.
  disarmamentQuestionAnswered document-4.c25 weapons formulaTabled frozen heldInTrust disarmamentAccepted decommissioning decommissioned
  controlQuestionAnswered document-4.c51 withdrawal initialPullback timetableAgreed underway complete
base administrationTransfer
  committeeNamed document-3.c15 committee agreed named inOffice
base settlement
  administrationSettled document-4.c20 administration transferOffered transferred handedOver
  forceInPlace document-4.c20 stabilizationForce deploying deployed
  withdrawalComplete document-4.c20 withdrawal underway complete
  # The three answers for the weapons that anybody is reported to have given.
  weaponsDecommissioned document-4.c22 weapons decommissioning decommissioned
  weaponsInCustody document-3.c16 weapons formulaTabled heldInTrust
  weaponsFrozenForLong document-3.c18 weapons retained frozen
`;

export const LEAVES: readonly LeafPin[] = readTable();

function readTable(): LeafPin[] {
  const pins: LeafPin[] = [];
  let [reading, gate] = ['', ''];
  for (const line of TABLE.split('\n')) {
    const words = line.trim().split(' ');
    if (line.trim() === '' || words[0] === '#') continue;
    if (!line.startsWith(' ')) {
      [reading = '', gate = ''] = words;
      continue;
    }
    const [leaf = '', claim = '', region = '', misses = '', ...stages] = words;
    const since = reading === 'base' ? null : (OUT[claim.split('.')[0] ?? ''] ?? '');
    const [meets = ''] = stages;
    const isNever = region === 'never';
    pins.push({
      leaf,
      reading,
      gate,
      claim,
      region: isNever ? null : region,
      misses,
      meets,
      stages,
      since,
    });
  }
  return pins;
}

/**
 * What each reading says of each gate, as a formula over leaves: `unstated` where the documents attribute nothing to
 * it, `nothing` where it has a position, and no condition of its own is reported. Readings that say nothing of any gate are left out.
 */
export const CELLS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  israel: {
    phaseTwo: 'bodyRecovered and livingReleased and deadReturned',
    rafahOpening: 'remainsFirst',
    turkishContingent: 'noTurkishTroops',
    paHandover: 'noAuthorityRole',
  },
  hamas: {
    phaseTwo: 'nothing',
    talksRound: 'understandingsSettled',
    administrationTransfer: 'committeeAgreed',
    weaponsFreeze: 'longTruceInForce and bindingGuarantees',
    weaponsCustody: 'palestinianConsensus and noOnwardTransfer and processDefined',
    disarmament: 'noDisarmament',
    longTruce: 'nothing',
  },
  mediators: {},
  turkiye: {},
  plan: {
    committeeOffice: 'committeeInPhaseTwo',
    administrationTransfer: 'administrationInPhaseTwo',
    forceDeployment: 'forceInPhaseTwo',
    phasedWithdrawal: 'withdrawalInPhaseTwo and forceComesIn',
    disarmament: 'disarmamentInPhaseTwo',
    paHandover: 'reformCompleted',
    settlement: 'committeeServes and boardServes and weaponsGone and stripDemilitarized',
  },
  base: {
    contributorsPledged: 'disarmamentQuestionAnswered and controlQuestionAnswered',
    administrationTransfer: 'committeeNamed',
    settlement:
      'administrationSettled and forceInPlace and withdrawalComplete and ' +
      '(weaponsDecommissioned or weaponsInCustody or weaponsFrozenForLong)',
  },
};

/** What a reading, or the base, says of a gate in the agreement: null where it is unstated. */
export function conditionIn(agreement: Agreement, reading: string, gate: string): Condition | null {
  return reading === 'base'
    ? (agreement.base.get(gate) ?? null)
    : (agreement.readings.get(reading)?.gates.get(gate)?.stated?.condition ?? null);
}

/** Leaves and cells that are not as the documents have them. */
export function conditionDifferences(agreement: Agreement): string[] {
  const differences: string[] = [];
  for (const reading of [...agreement.readings.keys(), 'base']) {
    for (const gate of agreement.gates.keys()) {
      const condition = conditionIn(agreement, reading, gate);
      const found = condition === null ? 'unstated' : inWords(condition);
      const pinned = CELLS[reading]?.[gate] ?? 'unstated';
      if (found !== pinned)
        differences.push(`${gate} under ${reading} is ${found}, and by the documents ${pinned}`);
      for (const leaf of condition === null ? [] : leavesOf(condition)) {
        const pin = LEAVES.find((other) => other.leaf === leaf.id && other.reading === reading);
        const asFound = leafInWords(leaf);
        const asPinned = pin === undefined ? 'nowhere' : pinInWords(pin);
        if (asFound !== asPinned || pin?.gate !== gate)
          differences.push(`${leaf.id} is ${asFound}, and by the documents ${asPinned}`);
        else if (!leaf.claims.includes(pin.claim))
          differences.push(`${leaf.id} does not cite ${pin.claim}`);
      }
    }
  }
  return differences;
}

function inWords(condition: Condition, isInside = false): string {
  if (condition.kind === 'leaf') return condition.leaf.id;
  if (condition.of.length === 0) return 'nothing';
  const words = condition.of
    .map((part) => inWords(part, true))
    .join(condition.kind === 'all' ? ' and ' : ' or ');
  return isInside ? `(${words})` : words;
}

function leafInWords(leaf: Leaf): string {
  return `${leaf.region ?? 'never'} at ${leaf.stages.toSorted().join(', ')} from ${leaf.since?.to ?? 'ever'}`;
}

function pinInWords(pin: LeafPin): string {
  return `${pin.region ?? 'never'} at ${pin.stages.toSorted().join(', ')} from ${pin.since ?? 'ever'}`;
}
