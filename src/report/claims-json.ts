import type { Agreement, CitedClaim } from '../model/agreement.ts';
import { envelope } from './envelope.ts';

/** One claim with all that its record says. */
export function claimJson(claim: CitedClaim) {
  return {
    id: claim.reference,
    source: claim.source.id,
    paragraph: claim.paragraph,
    speaker: claim.speaker,
    attributedTo: claim.attributedTo,
    hearsay: claim.hearsay,
    kind: claim.kind,
    date: claim.date ?? null,
    regions: claim.regions,
    statement: claim.statement,
    disputedBy: claim.disputedBy,
    published: { from: claim.source.published.from, to: claim.source.published.to },
  };
}

/** `claims` as one object. */
export function claimsJson(agreement: Agreement, claims: readonly CitedClaim[]) {
  return { ...envelope(agreement), claims: claims.map(claimJson) };
}
