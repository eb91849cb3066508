import type { Agreement, Position } from './agreement.ts';
import { both, type Condition, keepLeaves, NOTHING_ASKED } from './condition.ts';
import { endsBy, type Day } from './days.ts';

/** Under what a gate is looked at: whose reading, on which day, and what that reading has waived. */
export interface Terms {
  /** A reading's id, or `reported`, under which no gate asks anything. */
  readonly reading: string;
  /** Leaves and positions first published after this day are not in force yet; null where no day bounds them. */
  readonly day: Day | null;
  /** Ids of the leaves that the reading has waived. */
  readonly waived: readonly string[];
}

/** A gate's condition as it stands: the base's share always, the reading's own once it has been stated. */
export interface EffectiveCondition {
  /** The reading's position, null where it states none by that day. */
  readonly position: Position | null;
  readonly condition: Condition;
}

/**
 * What a gate asks under given terms. Leaves not yet in force are left out; waived ones are still there.
 *
 * @param gateId a gate of the agreement
 */
export function effectiveCondition(
  agreement: Agreement,
  gateId: string,
  terms: Terms,
): EffectiveCondition {
  const base = agreement.base.get(gateId) ?? NOTHING_ASKED;
  const stated = agreement.readings.get(terms.reading)?.gates.get(gateId)?.stated ?? null;
  if (stated === null || !inForce(stated.since, terms.day))
    return { position: null, condition: base };
  const own = keepLeaves(stated.condition, (leaf) => inForce(leaf.since, terms.day));
  return { position: stated, condition: both(base, own) };
}

/** Whether a claim is certain to have been published by a day; without a day every claim counts as published. */
export function isPublished(agreement: Agreement, reference: string, day: Day | null): boolean {
  return inForce(agreement.claims.get(reference)?.source.published ?? null, day);
}

/** Whether something stated in that span is in force on the day: once even its last possible day has passed. */
export function inForce(since: Position['since'], day: Day | null): boolean {
  return since === null || day === null || endsBy(since, day);
}
