import { type ClaimFilter, findClaims } from '../answer/claims.ts';
import type { Citing } from '../answer/claim-uses.ts';
import { claimSaid } from '../explain/claims-text.ts';
import type { Agreement, CitedClaim } from '../model/agreement.ts';
import type { Source } from '../model/shapes/source.ts';

/** Which claims are looked at; an empty text asks nothing. */
export interface Sought {
  readonly speaker: string;
  readonly region: string;
  readonly kind: string;
  readonly isDisputed: boolean;
  /** Each of them stands somewhere in the claim, in who says it, or in its document. */
  readonly words: string;
}

export const ALL_CLAIMS: Sought = {
  speaker: '',
  region: '',
  kind: '',
  isDisputed: false,
  words: '',
};

/** A document with those of its claims that are looked at. */
export interface FoundSource {
  readonly source: Source;
  readonly claims: readonly CitedClaim[];
}

/** The documents that have claims that are looked at; all documents where nothing is asked. */
export function claimsFound(citing: Citing, sought: Sought): FoundSource[] {
  const { agreement } = citing;
  const one = (value: string) => (value === '' ? undefined : [value]);
  const filter: ClaimFilter = {
    speaker: one(sought.speaker),
    region: one(sought.region),
    kind: one(sought.kind),
    disputed: sought.isDisputed,
  };
  const words = sought.words.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const claims = findClaims(citing, filter).filter((claim) => {
    const said =
      `${claim.reference} ${claimSaid(agreement, claim)} ${claim.source.title}`.toLocaleLowerCase();
    return words.every((word) => said.includes(word));
  });
  return agreement.sources
    .map((source) => ({ source, claims: claims.filter((claim) => claim.source.id === source.id) }))
    .filter((found) => found.claims.length > 0);
}

/** Whoever says a claim, as they are called, by id: in the order of their names. */
export function speakersOf(agreement: Agreement): (readonly [id: string, title: string])[] {
  const found = new Map<string, string>();
  for (const { speaker, attributedTo } of agreement.claims.values())
    for (const id of [speaker, ...attributedTo])
      found.set(id, agreement.parties.get(id)?.title ?? id);
  return [...found].toSorted(([, left], [, right]) => left.localeCompare(right));
}
