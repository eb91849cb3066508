import type { Agreement } from './agreement.ts';
import type { Day } from './days.ts';
import type { Role } from './hands.ts';
import { isPublished } from './position.ts';
import { inForce } from './tenure.ts';

/** Somebody who holds a role for a time, and what says so. */
export type Holder = Role['heldBy'][number];

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
