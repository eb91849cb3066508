import type { Agreement, CitedClaim, Controllers } from './agreement.ts';
import { FACTUAL_KINDS } from './claim-kinds.ts';
import type { Condition } from './condition.ts';
import { isPublished } from './position.ts';
import type { Moment } from './moment.ts';
import {
  controllersOf,
  type ConditionMove,
  conditionPath,
  eventsMeeting,
  takingPartIn,
  unheldBefore,
} from './region-moves.ts';
import type { Fact, RunState } from './run-state.ts';
import { valuesOf } from './worlds.ts';

/** A condition as it stands in a run. */
export interface ConditionStatus {
  readonly condition: Condition;
  readonly status: 'met' | 'unmet' | 'unknown' | 'waived';
  /** False where the statement that asks it may or may not be in force by the day. */
  readonly isCertain: boolean;
  /** Those of its claims that count. */
  readonly claims: readonly string[];
  /** How it is inferred from them; null where it is not, or where not all of them count. */
  readonly inference: string | null;
  /** Who can bring about an event that meets it; null where no document says. */
  readonly controllers: Controllers;
  /** Claims that tell who takes part so far, where no document says who can meet it. */
  readonly takingPart: readonly string[];
  /** The first event on every way there, before the last, that no document gives to anybody; null where there is none. */
  readonly unheldBefore: string | null;
  /** The shortest way there within its own region, gates aside; empty where it is met or there is none. */
  readonly path: readonly ConditionMove[];
  /** Where its region stands. */
  readonly fact: Fact;
  /** Parties whose claims dispute those behind the fact. */
  readonly disputedBy: readonly string[];
}

/** How a condition stands in a run at a moment, and who could change that. */
export function conditionStatus(
  { agreement, viewpoint }: Moment,
  condition: Condition,
  state: RunState,
  { isCertain, waived }: { readonly isCertain: boolean; readonly waived: readonly string[] },
): ConditionStatus {
  const { region, stages } = condition;
  const known = (reference: string) => isPublished(agreement, reference, viewpoint.knownBy);
  const values = valuesOf(state.worlds, region);
  const isMet = values.map((stage) => stages.includes(stage ?? ''));
  const status = waived.includes(condition.id)
    ? 'waived'
    : isMet.every(Boolean)
      ? 'met'
      : isMet.some(Boolean)
        ? 'unknown'
        : 'unmet';
  const fact = state.facts[region];
  if (fact === undefined) throw new Error(`The run has no region ${region}.`);
  const claims = fact.claims.filter(known);
  const meeting = eventsMeeting(agreement, condition, status === 'met' ? undefined : fact.possible);
  const own = condition.claims.filter(known);
  return {
    condition,
    status,
    isCertain,
    claims: own,
    inference: own.length === condition.claims.length ? condition.inference : null,
    controllers: controllersOf(meeting),
    takingPart: takingPartIn(meeting).filter(known),
    unheldBefore: status === 'met' ? null : unheldBefore(agreement, condition, fact.possible),
    path: status === 'met' ? [] : conditionPath(agreement, condition, fact.possible[0] ?? ''),
    fact: { ...fact, claims },
    disputedBy: disputingParties(agreement, region, claims, viewpoint.knownBy),
  };
}

/**
 * The parties whose claims contradict a fact: said by them or reported of them, about the same region, and saying how
 * things are. That somebody asks for something else is a dispute about what is required, not about the fact.
 */
export function disputingParties(
  agreement: Agreement,
  region: string,
  references: readonly string[],
  knownBy: string | null = null,
): string[] {
  const parties = new Set<string>();
  for (const reference of references) {
    for (const other of agreement.claims.get(reference)?.disputedBy ?? []) {
      const claim = agreement.claims.get(other);
      if (
        claim === undefined ||
        !isPublished(agreement, other, knownBy) ||
        !claim.regions.includes(region) ||
        !FACTUAL_KINDS.includes(claim.kind)
      )
        continue;
      for (const party of whoseClaim(agreement, claim)) parties.add(party);
    }
  }
  return [...parties];
}

/** The parties whose stance a claim gives: those it is attributed to, else the speaker where that is a party. */
export function whoseClaim(agreement: Agreement, claim: CitedClaim): string[] {
  if (claim.attributedTo.length > 0) return [...claim.attributedTo];
  return agreement.parties.has(claim.speaker) ? [claim.speaker] : [];
}

/** Whether all of some claims are hearsay, so that what they are cited for is known at second hand only. */
export function isAtSecondHand(agreement: Agreement, references: readonly string[]): boolean {
  return (
    references.length > 0 &&
    references.every((reference) => agreement.claims.get(reference)?.hearsay === true)
  );
}
