import type { Agreement, CitedClaim } from '../model/agreement.ts';
import { byReference } from '../model/assemble.ts';
import { whoseClaim } from '../model/condition-status.ts';

/** Which claims are wanted; what is left out asks nothing. */
export interface ClaimFilter {
  /** Says it, or has it attributed to them. */
  readonly speaker?: string | undefined;
  readonly region?: string | undefined;
  readonly kind?: string | undefined;
  readonly source?: string | undefined;
  readonly disputed?: boolean | undefined;
}

/** The claims that pass a filter, by source and number. */
export function findClaims(agreement: Agreement, filter: ClaimFilter): CitedClaim[] {
  return [...agreement.claims.values()]
    .filter(
      (claim) =>
        (filter.speaker === undefined ||
          claim.speaker === filter.speaker ||
          whoseClaim(agreement, claim).includes(filter.speaker)) &&
        (filter.region === undefined || claim.regions.includes(filter.region)) &&
        (filter.kind === undefined || claim.kind === filter.kind) &&
        (filter.source === undefined || claim.source.id === filter.source) &&
        (filter.disputed !== true || claim.disputedBy.length > 0),
    )
    .toSorted((left, right) => byReference(left.reference, right.reference));
}
