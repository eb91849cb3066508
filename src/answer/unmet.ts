import type { ConditionStatus } from '../model/condition-status.ts';
import type { PartyStanding, Standing } from '../model/standing.ts';
import type { Statement } from '../model/statement.ts';

/** One thing in an event's way: whose it is, and either a condition that is not met or an objection. */
export interface Unmet {
  readonly standing: Standing;
  /** Null where the model itself requires it. */
  readonly party: PartyStanding | null;
  readonly condition: ConditionStatus | null;
  readonly objection: Statement | null;
}

/**
 * What is in the way of events, one by one: the objections of every party whose reading is closed or unknown, and every
 * condition that is not met, or not known to be, of what it asks or may ask by then, alternatives among them; and what the
 * model itself requires and is not met. It is what `standing` shows, and which of it would do is for its `unmet` sets.
 */
export function unmetIn(standings: readonly Standing[]): Unmet[] {
  return standings.flatMap((standing): Unmet[] => {
    const { requirement, parties, terms, verdict } = standing;
    if (verdict === 'passed') return [];
    const required = requirement === null || requirement.truth === true ? null : requirement;
    return [
      ...notMet(required?.conditions ?? []).map((condition) => ({
        standing,
        party: null,
        condition,
        objection: null,
      })),
      ...[...parties, ...terms].filter(isHeldBack).flatMap((party) => [
        ...party.objections.map((objection) => ({ standing, party, condition: null, objection })),
        ...notMet(party.conditions).map((condition) => ({
          standing,
          party,
          condition,
          objection: null,
        })),
      ]),
    ];
  });
}

function isHeldBack({ verdict }: PartyStanding): boolean {
  return verdict === 'closed' || verdict === 'unknown';
}

function notMet(conditions: readonly ConditionStatus[]): ConditionStatus[] {
  return conditions.filter(({ status }) => status === 'unmet' || status === 'unknown');
}
