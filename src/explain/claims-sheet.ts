import { type Agreement, type CitedClaim, partyTitle } from '../model/agreement.ts';
import { citationText, sourceName } from '../model/citation.ts';
import { several, type Sheet, sheetOf } from './sheet.ts';

/** `claims` as a table, a row each. */
export function claimsSheet(agreement: Agreement, claims: readonly CitedClaim[]): Sheet {
  return sheetOf(claims, {
    claim: ({ reference }) => reference,
    source: ({ source }) => source.id,
    added_by: ({ source }) => source.addedBy ?? null,
    source_name: ({ source }) => sourceName(source),
    published_from: ({ source }) => source.published.from,
    published_to: ({ source }) => source.published.to,
    paragraph: ({ paragraph }) => paragraph ?? null,
    speaker: ({ speaker }) => speaker,
    speaker_title: ({ speaker }) => partyTitle(agreement, speaker),
    attributed_to: ({ attributedTo }) => several(attributedTo),
    hearsay: ({ hearsay }) => hearsay,
    kind: ({ kind }) => kind,
    date_from: ({ date }) => date?.from ?? null,
    date_to: ({ date }) => date?.to ?? null,
    regions: ({ regions }) => several(regions),
    statement: ({ statement }) => statement,
    disputed_by: ({ disputedBy }) => several(disputedBy),
    citation: ({ reference }) => citationText(agreement, reference),
  });
}
