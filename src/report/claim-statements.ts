import type { Agreement } from '../model/agreement.ts';
import { inNaturalOrder } from '../model/natural-order.ts';
import { sourceText } from './citation.ts';
import { type Block, heading, line, rows } from './document.ts';
import { grouped } from './grouped.ts';
import { speakerText } from './words.ts';

/** What the claims cited in an answer say, each once and with its speaker, under their sources. */
export function claimStatements(agreement: Agreement, references: Iterable<string>): Block[] {
  const claims = [...new Set(references)]
    .toSorted(inNaturalOrder)
    .flatMap((reference) => agreement.claims.get(reference) ?? []);
  if (claims.length === 0) return [];
  return [
    heading('What the claims cited here say:'),
    ...grouped(claims, ({ source }) => source.id).flatMap((same) => [
      ...line(sourceText(same[0].source), 1),
      ...rows(
        same.map((claim) => [
          claim.reference,
          `${speakerText(agreement, claim)}: ${claim.statement}`,
        ]),
        { depth: 2 },
      ),
    ]),
  ];
}
