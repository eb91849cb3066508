import type { Agreement } from '../model/agreement.ts';
import { joined, type Phrase, phrased } from './document.ts';
import { controllersText, controllersWords, eventTitle, restsOnPhrase } from './words.ts';

/**
 * Who can bring an event about, and what says so: `A, or B (derived: The Gazette, 2 Mar 2031 (gazette-3.c2))`.
 *
 * @param counts whether a claim counts; where none of those that name the controllers does, nothing is said of who can
 */
export function whoWords(
  agreement: Agreement,
  eventId: string,
  counts: (reference: string) => boolean = () => true,
): Phrase[] {
  return whoOf(agreement, [eventId], counts);
}

/**
 * Who can bring events about that happen one after the other: `"One" (a.one) and "Two" (a.two): A [...]; then "Three"
 * (a.three): no document says who`. Events next to each other that the same can bring about are named together.
 */
export function whoTogether(
  agreement: Agreement,
  eventIds: readonly string[],
  counts: (reference: string) => boolean = () => true,
): Phrase[] {
  return joined(whoEach(agreement, eventIds, counts), '; then ');
}

/** The same in parts, one for all the events next to each other that the same can bring about. */
export function whoEach(
  agreement: Agreement,
  eventIds: readonly string[],
  counts: (reference: string) => boolean = () => true,
): Phrase[][] {
  const parts: string[][] = [];
  for (const id of eventIds) {
    const last = parts.at(-1);
    if (
      last?.[0] !== undefined &&
      handsIn(agreement, last[0], counts) === handsIn(agreement, id, counts)
    )
      last.push(id);
    else parts.push([id]);
  }
  return parts.map((ids) => {
    const named = ids.map((id) => `"${eventTitle(agreement, id)}" (${id})`);
    return phrased`${named.join(', then ')}: ${whoOf(agreement, ids, counts)}`;
  });
}

/** Who has a hand in an event, in words and without what says so. */
function handsIn(
  agreement: Agreement,
  eventId: string,
  counts: (reference: string) => boolean,
): string {
  const event = agreement.events.get(eventId);
  const isUnsaid = event === undefined || (event.claims.length > 0 && !event.claims.some(counts));
  return controllersText(agreement, isUnsaid ? null : event.controllers);
}

function whoOf(
  agreement: Agreement,
  eventIds: readonly string[],
  counts: (reference: string) => boolean,
): Phrase[] {
  const events = eventIds.flatMap((id) => agreement.events.get(id) ?? []);
  const [first = ''] = eventIds;
  const who = handsIn(agreement, first, counts);
  const isSaid = who !== controllersText(agreement, null);
  if (!isSaid) {
    const takingPart = events.flatMap((event) => event.takingPart).filter(counts);
    return controllersWords(agreement, null, takingPart);
  }
  const claims = events.flatMap((event) => event.claims).filter(counts);
  const isDerived = claims.length === 0 || events.some(({ inference }) => inference !== null);
  return phrased`${who}${restsOnPhrase(agreement, claims, isDerived ? 'derived' : 'sourced')}`;
}
