import type { Agreement, CitedClaim } from '../model/agreement.ts';
import { publishedText } from '../model/day-words.ts';
import { sourceName } from '../model/citation.ts';
import type { Source } from '../model/shapes/source.ts';
import { speakerText } from './words.ts';

/**
 * A claim as a footnote: who says it, in which document, of which day, at which paragraph, and the id that commands
 * take. `Northquay, in The Lock Gazette, "Third paper", 2 Mar 2031, paragraph 4 (gazette-3.c1).`
 */
export function footnote(agreement: Agreement, claim: CitedClaim): string {
  const { source, paragraph } = claim;
  const place = paragraph === undefined ? '' : `, paragraph ${paragraph}`;
  return `${speakerText(agreement, claim)}, in ${documentText(source)}${place} (${claim.reference}).`;
}

/** A document as a footnote: `The Lock Gazette, "Third paper", 2 Mar 2031 (gazette-3).` */
export function documentFootnote(source: Source): string {
  return `${documentText(source)} (${source.id}).`;
}

function documentText(source: Source): string {
  return `${sourceName(source)}, "${source.title}", ${publishedText(source.published)}`;
}
