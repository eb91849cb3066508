import type { Agreement } from '../model/agreement.ts';
import { dayBefore, type Day, type DayRange } from '../model/days.ts';
import type { Duty } from '../model/duty.ts';
import { holderOn } from '../model/holder.ts';
import { isPublished } from '../model/position.ts';

/** Who holds a role that a duty binds, for all of the days over which it runs or for some of them. */
export interface RoleHeld {
  readonly role: string;
  /** Null where nobody is known to hold it then. */
  readonly party: string | null;
  /** The first day, where that is not the first of the duty. */
  readonly from: Day | null;
  /** The last day, where that is not the last of the duty. */
  readonly until: Day | null;
  /** What says so, of what was known. */
  readonly claims: readonly string[];
}

/** Whom a duty binds. */
export interface Bound {
  /**
   * The parties that it names, and those that hold the roles that it names; null where no document says whom, and where
   * nobody is known to hold any of them.
   */
  readonly parties: readonly string[] | null;
  /** Who holds the roles that it names, one after another. */
  readonly roles: readonly RoleHeld[];
}

/**
 * Whom a duty binds: the parties that it names and, of each role, everyone who holds it on one of the days over which the
 * duty runs, as far as that was certainly known by a day.
 */
export function boundBy(
  agreement: Agreement,
  { binds }: Pick<Duty, 'binds'>,
  days: DayRange,
  knownBy: Day | null,
): Bound {
  const roles: RoleHeld[] = [];
  const parties = (binds ?? []).flatMap((id) => {
    const held = heldOver(agreement, id, days, knownBy);
    if (held === null) return [id];
    roles.push(...held);
    return held.flatMap(({ party }) => party ?? []);
  });
  return { parties: parties.length === 0 ? null : [...new Set(parties)], roles };
}

/** Who holds a role over some days, one after another; null where there is no such role. */
function heldOver(
  agreement: Agreement,
  id: string,
  { from, to }: DayRange,
  knownBy: Day | null,
): RoleHeld[] | null {
  const role = agreement.hands.roles.get(id);
  if (role === undefined) return null;
  const changes = agreement.hands.days.filter((day) => from < day && day <= to);
  const found: RoleHeld[] = [];
  for (const day of [from, ...changes]) {
    const holder = holderOn(agreement, role, day, knownBy);
    const party = holder?.party ?? null;
    const before = found.at(-1);
    if (before?.party === party) continue;
    if (before !== undefined) found.splice(-1, 1, { ...before, until: dayBefore(day) });
    const start = day === from ? null : day;
    const claims = (holder?.claims ?? []).filter((one) => isPublished(agreement, one, knownBy));
    found.push({ role: id, party, from: start, until: null, claims });
  }
  return found;
}
