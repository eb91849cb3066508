import type { ClaimUse } from '../answer/claim-uses.ts';
import { type Agreement, type CitedClaim, partyTitle, regionTitle } from '../model/agreement.ts';
import { citation } from '../model/citation.ts';
import { envelope } from './envelope.ts';

/** One claim with all that its record says, and how it is cited. */
export function claimJson(agreement: Agreement, claim: CitedClaim) {
  return {
    id: claim.reference,
    citation: citation(agreement, claim.reference),
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
  return { ...envelope(agreement), claims: claims.map((claim) => claimJson(agreement, claim)) };
}

/** `claim` as one object: each claim in full, with its source, what contradicts it and what it is cited for. */
export function claimInFullJson(
  agreement: Agreement,
  claims: readonly CitedClaim[],
  uses: ReadonlyMap<string, readonly ClaimUse[]>,
) {
  return {
    ...envelope(agreement),
    claims: claims.map((claim) => {
      const { id, title, name, publisher, publisherNote, published, perspective } = claim.source;
      return {
        ...claimJson(agreement, claim),
        speakerTitle: partyTitle(agreement, claim.speaker),
        attributedToTitles: claim.attributedTo.map((party) => partyTitle(agreement, party)),
        regionTitles: claim.regions.map((region) => regionTitle(agreement, region)),
        publication: {
          id,
          title,
          name: name ?? null,
          publisher,
          publisherNote,
          published,
          perspective,
        },
        disputes: claim.disputedBy.flatMap((reference) => {
          const other = agreement.claims.get(reference);
          return other === undefined ? [] : [claimJson(agreement, other)];
        }),
        citedFor: uses.get(claim.reference) ?? [],
      };
    }),
  };
}
