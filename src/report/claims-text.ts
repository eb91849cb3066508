import { type Agreement, type CitedClaim, partyTitle, regionTitle } from '../model/agreement.ts';
import { byReference } from '../model/assemble.ts';
import { citationsText, sourceText } from '../model/citation.ts';
import { rangeText } from '../model/day-words.ts';
import type { Source } from '../model/shapes/source.ts';
import { grouped } from './grouped.ts';
import { table, wrap } from './table.ts';
import { listed, recordLine } from './words.ts';

/** How claims are laid out: the columns at hand, and whether all that is recorded of each is wanted. */
interface Layout {
  readonly width: number;
  readonly verbose: boolean;
}

/** Who says a claim, and of whom: `unnamed sources, of a party (hearsay)`. */
export function spokenSpeaker(agreement: Agreement, claim: CitedClaim): string {
  const of =
    claim.attributedTo.length === 0
      ? ''
      : `, of ${listed(claim.attributedTo.map((id) => partyTitle(agreement, id)))}`;
  return `${partyTitle(agreement, claim.speaker)}${of}${claim.hearsay ? ' (hearsay)' : ''}`;
}

/** What the cited claims say, each once and with its speaker, under their sources. */
export function statements(
  agreement: Agreement,
  references: readonly string[],
  width: number,
  indent = '',
): string[] {
  const claims = [...new Set(references)]
    .toSorted(byReference)
    .flatMap((reference) => agreement.claims.get(reference) ?? []);
  return underSources(claims, (source, same) => [
    ...wrap(sourceText(source), width, indent),
    ...table(
      same.map((claim) => [
        claim.reference,
        `${spokenSpeaker(agreement, claim)}: ${claim.statement}`,
      ]),
      width,
      `${indent}  `,
    ),
  ]);
}

/** Claims under their sources, a row each; with `verbose` their paragraphs, days and regions as well. */
export function claimsText(
  agreement: Agreement,
  claims: readonly CitedClaim[],
  options: Layout,
): string[] {
  if (claims.length === 0) return ['No claim fits.', recordLine(agreement)];
  return [
    ...underSources(claims, (source, same) => [
      ...wrap(sourceHead(source), options.width),
      ...claimTable(agreement, same, options),
    ]),
    '',
    `${claims.length} ${claims.length === 1 ? 'claim' : 'claims'}. ${recordLine(agreement)}`,
  ];
}

/** What stands over a source's claims: `The Lock Gazette, 2 Mar 2031 (gazette-3): Third paper`. */
export function sourceHead(source: Source): string {
  return `${sourceText(source)} (${source.id}): ${source.title}`;
}

/** Claims of one source, a row each. */
export function claimTable(
  agreement: Agreement,
  claims: readonly CitedClaim[],
  { width, verbose }: Layout,
): string[] {
  return table(
    claims.flatMap((claim) => rowsOf(agreement, claim, verbose)),
    width,
    '  ',
  );
}

function rowsOf(agreement: Agreement, claim: CitedClaim, verbose: boolean): string[][] {
  const disputed =
    claim.disputedBy.length === 0
      ? ''
      : ` Disputed by ${citationsText(agreement, claim.disputedBy)}.`;
  const said = `${spokenSpeaker(agreement, claim)}: ${claim.statement}${disputed}`;
  const row = [claim.reference, claim.kind, said];
  if (!verbose) return [row];
  const more = [
    `paragraph ${claim.paragraph}`,
    `speaks of ${spokenDays(claim)}`,
    `regions: ${spokenRegions(agreement, claim)}`,
  ];
  return [row, ['', '', more.join('; ')]];
}

/** The days that a claim speaks of, in words. */
export function spokenDays({ date }: CitedClaim): string {
  return date === undefined ? 'no certain day' : rangeText(date);
}

/** The regions that a claim is about, by title. */
export function spokenRegions(agreement: Agreement, { regions }: CitedClaim): string {
  return regions.map((id) => regionTitle(agreement, id)).join('; ') || 'none';
}

/** Lines about claims, those of a source together, in the order in which the sources first come. */
function underSources(
  claims: readonly CitedClaim[],
  linesOf: (source: Source, same: readonly CitedClaim[]) => string[],
): string[] {
  return grouped(claims, ({ source }) => source.id).flatMap((same) =>
    linesOf(same[0].source, same),
  );
}
