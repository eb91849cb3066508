import type { Agreement } from './agreement.ts';
import type { Day } from './days.ts';
import type { Role } from './hands.ts';
import { isPublished } from './position.ts';
import { inForce } from './tenure.ts';

/** Somebody who holds a role for a time, and what says so. */
export type Holder = Role['heldBy'][number];

/** A role that goes to another, or to nobody known, on a day. */
export interface LaterHolder {
  readonly role: string;
  readonly from: Day;
  /** Null where from that day on nobody is known to hold it. */
  readonly party: string | null;
  readonly claims: readonly string[];
}

/** Whether something that rests on these claims was certainly known by a day; what rests on none is assumed, and known. */
export function isHeldKnown(
  agreement: Agreement,
  claims: readonly string[],
  knownBy: Day | null,
): boolean {
  return claims.length === 0 || claims.some((one) => isPublished(agreement, one, knownBy));
}

/** Who holds a role on a day, as far as that was certainly known by another; null where nobody is known to. */
export function holderOn(
  agreement: Agreement,
  role: Pick<Role, 'heldBy'>,
  day: Day,
  knownBy: Day | null,
): Holder | null {
  return inForce(role.heldBy, day, (claims) => isHeldKnown(agreement, claims, knownBy));
}

/** How it changes after a day who holds a role, as far as that was known by another: in the order of the days. */
export function laterHolders(
  agreement: Agreement,
  roleId: string,
  day: Day | null,
  knownBy: Day | null,
): LaterHolder[] {
  const role = agreement.hands.roles.get(roleId);
  if (role === undefined) return [];
  const start = day ?? agreement.recordEnds;
  let before = holderOn(agreement, role, start, knownBy)?.party ?? null;
  return agreement.hands.days.flatMap((from) => {
    if (from <= start) return [];
    const holder = holderOn(agreement, role, from, knownBy);
    const party = holder?.party ?? null;
    if (party === before) return [];
    before = party;
    return [{ role: roleId, from, party, claims: holder?.claims ?? [] }];
  });
}
