import { type Agreement, type CitedClaim, partyTitle } from '../model/agreement.ts';
import { byReference } from '../model/assemble.ts';
import { table, wrap } from './table.ts';
import { listed, recordLine, spoken } from './words.ts';

/** Who says a claim, and of whom: `unnamed sources, of a party (hearsay)`. */
export function spokenSpeaker(agreement: Agreement, claim: CitedClaim): string {
  const of =
    claim.attributedTo.length === 0
      ? ''
      : `, of ${listed(claim.attributedTo.map((id) => partyTitle(agreement, id)))}`;
  return `${partyTitle(agreement, claim.speaker)}${of}${claim.hearsay ? ' (hearsay)' : ''}`;
}

/** What the cited claims say, each with its speaker, once. */
export function statements(
  agreement: Agreement,
  references: readonly string[],
  width: number,
  indent = '',
): string[] {
  return [...new Set(references)].toSorted(byReference).flatMap((reference) => {
    const claim = agreement.claims.get(reference);
    if (claim === undefined) return [];
    return wrap(
      `${reference}  ${spokenSpeaker(agreement, claim)}: ${claim.statement}`,
      width,
      indent,
    );
  });
}

/** Claims as a table; with `verbose` their dates, regions and what disputes them as well. */
export function claimsText(
  agreement: Agreement,
  claims: readonly CitedClaim[],
  options: { width: number; verbose: boolean },
): string[] {
  if (claims.length === 0) return ['No claim fits.', recordLine(agreement)];
  const rows = claims.flatMap((claim) => {
    const disputed =
      claim.disputedBy.length === 0 ? '' : ` Disputed by ${claim.disputedBy.join(', ')}.`;
    const row = [
      claim.reference,
      `${claim.kind}`,
      `${spokenSpeaker(agreement, claim)}: ${claim.statement}${disputed}`,
    ];
    if (!options.verbose) return [row];
    const { published } = claim.source;
    const more = `paragraph ${claim.paragraph} of ${claim.source.title}; published ${spoken(published)}; speaks of ${claim.date ? spoken(claim.date) : 'no certain day'}; regions: ${claim.regions.join(', ') || 'none'}`;
    return [row, ['', '', more]];
  });
  return [
    ...table(rows, options.width),
    '',
    `${claims.length} ${claims.length === 1 ? 'claim' : 'claims'}. ${recordLine(agreement)}`,
  ];
}
