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
 * What is in the way of events, one by one: the unmet conditions and the objections of every party whose reading is
 * closed or unknown, and what the model itself requires and is not met. A condition that need not be met, since another
 * is enough, is not among it.
 */
export function unmetIn(standings: readonly Standing[]): Unmet[] {
  return standings.flatMap((standing): Unmet[] => {
    const { requirement, parties, terms, verdict } = standing;
    if (verdict === 'passed') return [];
    const required = requirement === null || requirement.truth === true ? null : requirement;
    return [
      ...conditionsIn(required?.conditions ?? [], required?.unmet ?? []).map((condition) => ({
        standing,
        party: null,
        condition,
        objection: null,
      })),
      ...[...parties, ...terms].flatMap((party) => [
        ...party.objections.map((objection) => ({ standing, party, condition: null, objection })),
        ...conditionsIn(party.conditions, party.unmet).map((condition) => ({
          standing,
          party,
          condition,
          objection: null,
        })),
      ]),
    ];
  });
}

/** The conditions that are in one of the sets that would do. */
function conditionsIn(
  conditions: readonly ConditionStatus[],
  sets: Standing['parties'][number]['unmet'],
): ConditionStatus[] {
  const wanted = new Set(sets.flat().map(({ id }) => id));
  return conditions.filter(({ condition }) => wanted.has(condition.id));
}
