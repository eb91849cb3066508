import type { ClaimUse } from '../answer/claim-uses.ts';
import { type Agreement, type CitedClaim, partyTitle, regionTitle } from '../model/agreement.ts';
import { citationText } from '../model/citation.ts';
import { envelope } from './envelope.ts';
import type { ClaimOutput, ClaimsOutput } from './shapes/claims.ts';

/** One claim with all that its record says, and how it is cited. */
export function claimJson(agreement: Agreement, claim: CitedClaim): ClaimsOutput['claims'][number] {
  const { source, speaker, attributedTo, regions } = claim;
  return {
    id: claim.reference,
    citation: citationText(agreement, claim.reference),
    source: source.id,
    addedBy: source.addedBy ?? null,
    published: { from: source.published.from, to: source.published.to },
    paragraph: claim.paragraph ?? null,
    speaker,
    speakerTitle: partyTitle(agreement, speaker),
    attributedTo,
    attributedToTitles: attributedTo.map((party) => partyTitle(agreement, party)),
    hearsay: claim.hearsay,
    kind: claim.kind,
    date: claim.date ?? null,
    regions,
    regionTitles: regions.map((region) => regionTitle(agreement, region)),
    statement: claim.statement,
    disputedBy: claim.disputedBy,
  };
}

/** `claims` as one object. */
export function claimsJson(agreement: Agreement, claims: readonly CitedClaim[]): ClaimsOutput {
  return { ...envelope(agreement), claims: claims.map((claim) => claimJson(agreement, claim)) };
}

/** `claim` as one object: each claim in full, with its source, what disputes it and what it is cited for. */
export function claimInFullJson(
  agreement: Agreement,
  claims: readonly CitedClaim[],
  uses: ReadonlyMap<string, readonly ClaimUse[]>,
): ClaimOutput {
  return {
    ...envelope(agreement),
    claims: claims.map((claim) => {
      const { id, title, name, publisher, publisherNote, published, perspective } = claim.source;
      const { from, to, precision, inference } = published;
      return {
        ...claimJson(agreement, claim),
        publication: {
          id,
          title,
          name: name ?? null,
          publisher,
          publisherNote,
          published: { from, to, precision, inference },
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
