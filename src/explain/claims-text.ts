import { type Agreement, type CitedClaim, regionTitle } from '../model/agreement.ts';
import { sourceText } from '../model/citation.ts';
import { rangeText } from '../model/day-words.ts';
import { inNaturalOrder } from '../model/natural-order.ts';
import type { Source } from '../model/shapes/source.ts';
import { type Block, GAP, heading, line, phrased, rows, type Words } from './document.ts';
import { grouped } from './grouped.ts';
import type { TextOptions } from './text-options.ts';
import { citedPhrase, counted, recordLine, restsOnPhrase, speakerText } from './words.ts';

/** What the claims cited in an answer say, each once and with its speaker, under their sources. */
export function claimStatements(agreement: Agreement, references: Iterable<string>): Block[] {
  const claims = [...new Set(references)]
    .toSorted(inNaturalOrder)
    .flatMap((reference) => agreement.claims.get(reference) ?? []);
  if (claims.length === 0) return [];
  return [
    heading('What the claims cited here say:'),
    ...underSources(claims, (source, same) => [
      ...line(sourceText(source), 1),
      ...rows(
        same.map((claim) => [claim.reference, claimSaid(agreement, claim)]),
        { depth: 2 },
      ),
    ]),
  ];
}

/** Claims under their sources, a row each; with `verbose` their paragraphs, days and regions as well. */
export function claimsText(
  agreement: Agreement,
  claims: readonly CitedClaim[],
  options: TextOptions,
): Block[] {
  if (claims.length === 0) return [...line('No claim fits.'), ...line(recordLine(agreement))];
  return [
    ...underSources(claims, (source, same) => [
      heading(sourceHead(source)),
      ...claimTable(agreement, same, options),
    ]),
    GAP,
    ...line(`${counted(claims.length, 'claim')}. ${recordLine(agreement)}`.trimEnd()),
  ];
}

/** What stands over a source's claims: `The Lock Gazette, 2 Mar 2031 (gazette-3): Third paper`. */
export function sourceHead(source: Source): string {
  return `${sourceText(source)} (${source.id}): ${source.title}${addedText(source)}`;
}

/** `, added by my-notes`, of what is laid over the agreement; empty for the agreement's own. */
export function addedText({ addedBy }: Source): string {
  return addedBy === undefined ? '' : `, added by ${addedBy}`;
}

/** Claims of one source, a row each. */
export function claimTable(
  agreement: Agreement,
  claims: readonly CitedClaim[],
  { verbose }: TextOptions,
): Block[] {
  return rows(
    claims.flatMap((claim) => rowsOf(agreement, claim, verbose)),
    { depth: 1 },
  );
}

function rowsOf(agreement: Agreement, claim: CitedClaim, verbose: boolean): Words[][] {
  const disputed =
    claim.disputedBy.length === 0
      ? []
      : phrased` Disputed by ${citedPhrase(agreement, claim.disputedBy)}.`;
  const said = phrased`${claimSaid(agreement, claim)}${disputed}`;
  const row = [claim.reference, claim.kind, said];
  if (!verbose) return [row];
  const more = [
    ...(claim.paragraph === undefined ? [] : [`paragraph ${claim.paragraph}`]),
    `speaks of ${spokenDays(claim)}`,
    `regions: ${spokenRegions(agreement, claim)}`,
  ];
  return [row, ['', '', more.join('; ')]];
}

/** What a claim says, after who says it: `Northquay: Northquay asks for the wreck.` */
export function claimSaid(agreement: Agreement, claim: CitedClaim): string {
  return `${speakerText(agreement, claim)}: ${claim.statement}`;
}

/** The same as a line set in, with where it stands. */
export function citedClaim(agreement: Agreement, reference: string): Block[] {
  const claim = agreement.claims.get(reference);
  return claim === undefined
    ? []
    : line(phrased`${claimSaid(agreement, claim)}${restsOnPhrase(agreement, [reference])}`, 1);
}

/** The days that a claim speaks of, in words. */
export function spokenDays({ date }: CitedClaim): string {
  return date === undefined ? 'no certain day' : rangeText(date);
}

/** The regions that a claim is about, by title. */
export function spokenRegions(agreement: Agreement, { regions }: CitedClaim): string {
  return regions.map((id) => regionTitle(agreement, id)).join('; ') || 'none';
}

/** What is told of claims, those of a source together, in the order in which the sources first come. */
function underSources(
  claims: readonly CitedClaim[],
  blocksOf: (source: Source, same: readonly CitedClaim[]) => Block[],
): Block[] {
  return grouped(claims, ({ source }) => source.id).flatMap((same) =>
    blocksOf(same[0].source, same),
  );
}
