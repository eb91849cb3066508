import type { Agreement } from '../model/agreement.ts';
import type { DayRange } from '../model/days.ts';
import { citationText } from '../model/citation.ts';

/** Where a claim was published, and how it is cited. */
export interface CitationJson {
  readonly id: string;
  readonly source: string;
  readonly published: DayRange;
  readonly citation: string;
}

/**
 * The answer, and with it where each of the claims that it names was published. Claims are named all over an answer, so
 * they are looked for in all of it: a text that is the id of one of the agreement's claims can be nothing else.
 */
export function withCitations<Answer extends object>(
  agreement: Agreement,
  answer: Answer,
): Answer & { readonly citations: Readonly<Record<string, CitationJson>> } {
  const citations: Record<string, CitationJson> = {};
  const look = (value: unknown): void => {
    if (typeof value === 'string') {
      const claim = agreement.claims.get(value);
      if (claim === undefined || Object.hasOwn(citations, value)) return;
      const { id, published } = claim.source;
      citations[value] = {
        id: value,
        source: id,
        published: { from: published.from, to: published.to },
        citation: citationText(agreement, value),
      };
    } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(look);
  };
  look(answer);
  return { ...answer, citations };
}
