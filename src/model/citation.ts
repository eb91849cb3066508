import type { Agreement, CitedClaim } from './agreement.ts';
import { publishedText } from './day-words.ts';
import { inNaturalOrder } from './natural-order.ts';
import type { Source } from './shapes/source.ts';

/** How one claim is cited: for a reader first, by whom and when it was published, and then by its id. */
export interface Citation {
  /** `The Lock Gazette`, or what a source without a publisher goes by. */
  readonly source: string;
  /** `2 Mar 2031`, `11 or 12 Jan 2031`, `by 14 Feb 2031`. */
  readonly day: string;
  /** `gazette-1.c7`: what commands take. */
  readonly id: string;
}

/** Claims of one source, cited together. */
export interface SourceCitation {
  readonly source: Source;
  /** `The Lock Gazette, 2 Mar 2031 (gazette-3.c1, c4)`. */
  readonly text: string;
}

/** What a source is called: its own name, else its publisher, else that it shows none. */
export function sourceName({ name, publisher }: Pick<Source, 'name' | 'publisher'>): string {
  return name ?? publisher ?? 'unnamed publication';
}

/** A source as citations begin: `The Lock Gazette, 2 Mar 2031`. */
export function sourceText(source: Source): string {
  return `${sourceName(source)}, ${publishedText(source.published)}`;
}

/** A claim's citation in its parts. The agreement must have the claim. */
export function citation(agreement: Agreement, reference: string): Citation {
  const { source } = claimNamed(agreement, reference);
  return { source: sourceName(source), day: publishedText(source.published), id: reference };
}

/** A claim's citation in words: `The Lock Gazette, by 14 Feb 2031 (gazette-2.c5)`. */
export function citationText(agreement: Agreement, reference: string): string {
  return citationsText(agreement, [reference]);
}

/** Claims cited source by source: `The Lock Gazette, 2 Mar 2031 (gazette-3.c1, c4); The Pilot, ...`. */
export function citationsText(agreement: Agreement, references: readonly string[]): string {
  return citationsBySource(agreement, references)
    .map(({ text }) => text)
    .join('; ');
}

/**
 * Claims grouped by source, each once: the sources in the order in which they are first named, since what matters
 * most is named first, and the claims of each as people count. Two sources that go by one name stay two.
 */
export function citationsBySource(
  agreement: Agreement,
  references: readonly string[],
): SourceCitation[] {
  const claims = new Map<Source, CitedClaim[]>();
  for (const reference of new Set(references)) {
    const claim = claimNamed(agreement, reference);
    const same = claims.get(claim.source);
    if (same === undefined) claims.set(claim.source, [claim]);
    else same.push(claim);
  }
  return [...claims].map(([source, ofSource]) => {
    const ids = ofSource.map(({ id }) => id).toSorted(inNaturalOrder);
    return { source, text: `${sourceText(source)} (${source.id}.${ids.join(', ')})` };
  });
}

/** Content is checked before anything runs on it, so a claim that is not there is a mistake of the program's. */
function claimNamed(agreement: Agreement, reference: string): CitedClaim {
  const claim = agreement.claims.get(reference);
  if (claim === undefined)
    throw new Error(`The agreement ${agreement.id} has no claim ${reference}.`);
  return claim;
}
