import type { Agreement, CitedClaim } from '../model/agreement.ts';
import { inNaturalOrder } from '../model/natural-order.ts';
import { type Citing, type ClaimUse, claimUses } from './claim-uses.ts';
import { type RelatedParties, relatedParties } from './related-parties.ts';

/** Which claims are wanted. Any value of an option will do, every option must be met, and no value asks nothing. */
export interface ClaimFilter {
  /** Parties: what they say, what is said of them, and what the model cites for what they hold, do or can do. */
  readonly about?: readonly string[] | undefined;
  /** Whoever says it, or has it attributed to them, themselves or by a group or a member of theirs. */
  readonly speaker?: readonly string[] | undefined;
  readonly region?: readonly string[] | undefined;
  readonly kind?: readonly string[] | undefined;
  readonly source?: readonly string[] | undefined;
  readonly disputed?: boolean | undefined;
}

/** The claims that pass a filter, by source and number as people count. */
export function findClaims(citing: Citing, filter: ClaimFilter): CitedClaim[] {
  const { agreement } = citing;
  const speakers = filter.speaker?.map((id) => relatedParties(agreement, id));
  const parties = filter.about?.map((id) => relatedParties(agreement, id));
  const uses = parties === undefined ? new Map<string, ClaimUse[]>() : claimUses(citing);
  return [...agreement.claims.values()]
    .filter(
      (claim) =>
        isAnyOf(speakers, (one) => isOf(claim, one)) &&
        isAnyOf(
          parties,
          (one) =>
            isOf(claim, one) ||
            (uses.get(claim.reference) ?? []).some((use) => isCitedFor(citing, claim, use, one)),
        ) &&
        isAnyOf(filter.region, (one) => claim.regions.includes(one)) &&
        isAnyOf(filter.kind, (one) => claim.kind === one) &&
        isAnyOf(filter.source, (one) => claim.source.id === one) &&
        (filter.disputed !== true || claim.disputedBy.length > 0),
    )
    .toSorted((left, right) => inNaturalOrder(left.reference, right.reference));
}

/** Whether some value of an option passes; all do where it was not given. */
function isAnyOf<T>(wanted: readonly T[] | undefined, passes: (one: T) => boolean): boolean {
  return wanted === undefined || wanted.length === 0 || wanted.some(passes);
}

/** Whether a claim is said by a party or speaker, or of one, be it in the name of a group or of a member. */
function isOf({ speaker, attributedTo }: CitedClaim, { own, groups }: RelatedParties): boolean {
  return [speaker, ...attributedTo].some((id) => own.has(id) || groups.has(id));
}

/**
 * Whether a claim is cited for something of a party. What is cited for something of its group tells of the party too,
 * unless it is the stance of other members alone.
 */
function isCitedFor(
  citing: Citing,
  claim: CitedClaim,
  use: ClaimUse,
  { own, groups }: RelatedParties,
): boolean {
  const { parties } = citing.agreement;
  const named = whoIn(citing, use);
  if (named.some((id) => own.has(id))) return true;
  const whose = [claim.speaker, ...claim.attributedTo].filter((id) => parties.has(id));
  return named.some((id) => {
    const members = parties.get(id)?.members ?? [];
    return groups.has(id) && (whose.length === 0 || whose.some((each) => !members.includes(each)));
  });
}

/** The parties of which a claim tells something by what it is cited for: who holds it, did it, or can do it. */
function whoIn({ agreement, scenarios }: Citing, use: ClaimUse): readonly string[] {
  switch (use.kind) {
    case 'controllers':
      return everControlling(agreement, use.event);
    case 'duty':
      return everBound(agreement, use.event, use.duty);
    case 'condition':
    case 'position':
    case 'says':
    case 'denial': {
      const party = use.reading === null ? null : agreement.readings.get(use.reading)?.party;
      return party === null || party === undefined ? [] : [party];
    }
    case 'void':
    case 'step': {
      // What a scenario only supposes somebody to do is said of nobody.
      const scenario = scenarios.get(use.scenario);
      if (scenario?.kind !== 'documented') return [];
      return scenario.steps.find(({ id }) => id === use.step)?.by ?? [];
    }
    case 'role':
      return [use.party];
    case 'actsFor':
      return [use.party, use.for];
    case 'start':
    case 'takingPart':
    case 'inTheWay':
    case 'bearing':
    case 'property':
      return [];
  }
}

/** Whoever can bring an event about on any day, by a role too. */
function everControlling(agreement: Agreement, event: string): string[] {
  const written = agreement.hands.controls.get(event)?.flatMap(({ of }) => of?.flat() ?? []);
  return everHolding(agreement, written ?? agreement.events.get(event)?.controllers?.flat() ?? []);
}

/** Whomever a duty binds on any day, by a role too. */
function everBound(agreement: Agreement, event: string, duty: string): string[] {
  const written = agreement.events.get(event)?.duties ?? [];
  return everHolding(agreement, written.find(({ id }) => id === duty)?.binds ?? []);
}

/** Parties, and in place of each role all that ever hold it. */
function everHolding({ hands }: Agreement, ids: readonly string[]): string[] {
  return ids.flatMap((id) => hands.roles.get(id)?.heldBy.map(({ party }) => party) ?? [id]);
}
