import type { ClaimUse } from '../answer/claim-uses.ts';
import {
  type Agreement,
  type CitedClaim,
  partyTitle,
  readingTitle,
  regionTitle,
} from '../model/agreement.ts';
import type { ClaimKind, Source } from '../model/shapes/source.ts';
import { citationText } from '../model/citation.ts';
import { rangeText } from '../model/day-words.ts';
import { claimSaid, claimTable, sourceHead, spokenDays, spokenRegions } from './claims-text.ts';
import { type Block, GAP, heading, line, phrase, phrased, rows, type Words } from './document.ts';
import { citedPhrase, HELD_WORDS, listed, recordLine } from './words.ts';

/** A claim asked for, or a source, which stands for all its claims. */
export type AskedClaims =
  | { readonly kind: 'claim'; readonly claim: CitedClaim; readonly uses: readonly ClaimUse[] }
  | { readonly kind: 'source'; readonly source: Source; readonly claims: readonly CitedClaim[] };

const KIND_WORDS: Readonly<Record<ClaimKind, string>> = {
  event: 'that something happened, or how things are',
  term: 'what the agreement provides for',
  position: 'where somebody stands',
  demand: 'what somebody asks for',
  offer: 'what somebody offers',
  refusal: 'what somebody refuses',
  accusation: 'what somebody charges another with',
  denial: 'that something is not so',
  expectation: 'what is expected to come',
  assessment: 'how somebody judges things',
  meeting: 'that some met or talked',
  count: 'a number',
  context: 'background',
};

/** Claims in full: what is said, by whom, where and when, what stands against it, and what it is cited for. */
export function claimText(agreement: Agreement, asked: readonly AskedClaims[]): Block[] {
  return [
    ...asked.flatMap((each) =>
      each.kind === 'claim'
        ? oneClaim(agreement, each.claim, each.uses)
        : oneSource(agreement, each.source, each.claims),
    ),
    GAP,
    ...line(recordLine(agreement)),
  ];
}

function oneClaim(agreement: Agreement, claim: CitedClaim, uses: readonly ClaimUse[]): Block[] {
  const { source } = claim;
  const of = claim.attributedTo.map((id) => partyTitle(agreement, id));
  const cells: Words[][] = [
    ['said by', partyTitle(agreement, claim.speaker)],
    ...(of.length === 0 ? [] : [['of', listed(of)]]),
    ['kind', `${claim.kind}: ${KIND_WORDS[claim.kind]}`],
    [
      'hearsay',
      claim.hearsay
        ? 'yes: it is given without naming who said it and when'
        : 'no: a named speaker, a joint text, or the publication in its own voice',
    ],
    ['speaks of', spokenDays(claim)],
    ['regions', spokenRegions(agreement, claim)],
    [
      'found in',
      `${claim.paragraph === undefined ? '' : `paragraph ${claim.paragraph} of `}${source.id}: ${source.title}`,
    ],
    ...sourceRows(source),
    ...claim.disputedBy.flatMap((reference, index) => {
      const other = agreement.claims.get(reference);
      if (other === undefined) return [];
      const said = phrased`${citedPhrase(agreement, [reference])}, ${claimSaid(agreement, other)}`;
      return [[index === 0 ? 'disputed by' : '', said]];
    }),
    ...(claim.disputedBy.length === 0 ? [['disputed by', 'no other claim']] : []),
    ...(uses.length === 0
      ? [['cited for', 'nothing; it is there for the reader']]
      : uses.map((use, index) => [index === 0 ? 'cited for' : '', spokenUse(agreement, use)])),
  ];
  return [
    heading([
      phrase(citationText(agreement, claim.reference), 'strong', { cites: [claim.reference] }),
    ]),
    ...line(claim.statement, 1),
    ...rows(cells, { depth: 1 }),
  ];
}

function oneSource(agreement: Agreement, source: Source, claims: readonly CitedClaim[]): Block[] {
  return [...sourceBlocks(source), GAP, ...claimTable(agreement, claims, { verbose: false })];
}

/** A document: its title, who published it and when, how that is known, and whose perspective it has. */
export function sourceBlocks(source: Source): Block[] {
  return [heading(sourceHead(source)), ...rows(sourceRows(source), { depth: 1 })];
}

/** Who published a source and when, and how that is known. */
function sourceRows(source: Source): string[][] {
  const { publisher, publisherNote, perspective } = source;
  return [
    ['publisher', `${publisher ?? 'not shown'}. ${publisherNote}`],
    ['published', datingText(source)],
    ['perspective', perspective],
  ];
}

/** When a document was published, and how that is known. */
export function datingText({ published }: Source): string {
  return `${rangeText(published)}. Inferred: ${published.inference}`;
}

/** What a claim is cited for, in words. */
function spokenUse(agreement: Agreement, use: ClaimUse): string {
  switch (use.kind) {
    case 'condition':
      return use.reading === null
        ? `the condition ${use.condition} that the model itself requires before ${eventText(agreement, use.event)}`
        : `the condition ${use.condition} of ${readingTitle(agreement, use.reading)}, before ${eventText(agreement, use.event)}`;
    case 'position':
      return `the position of ${readingTitle(agreement, use.reading)}, ${HELD_WORDS[use.stance].towards} ${eventText(agreement, use.event)}`;
    case 'says':
      return `what is said of ${eventText(agreement, use.event)} by ${readingTitle(agreement, use.reading)} or of it, and is no position`;
    case 'start':
      return `where ${regionTitle(agreement, use.region)} starts`;
    case 'controllers':
      return `who can bring about ${eventText(agreement, use.event)}`;
    case 'role':
      return `that ${partyTitle(agreement, use.party)} holds the role of ${partyTitle(agreement, use.role)}`;
    case 'actsFor':
      return `that ${partyTitle(agreement, use.party)} acts for ${partyTitle(agreement, use.for)}`;
    case 'takingPart':
      return `who takes part so far in ${eventText(agreement, use.event)}`;
    case 'inTheWay':
      return `what is said to stand in the way of ${eventText(agreement, use.event)}, without being a condition`;
    case 'duty':
      return `the duty ${use.duty}, to bring about ${eventText(agreement, use.event)}`;
    case 'step':
      return `step ${use.step} of scenario ${use.scenario}: ${use.title}`;
    case 'bearing':
      return `bears on step ${use.step} of scenario ${use.scenario}: ${use.title}`;
    case 'void':
      return `that step ${use.step} of scenario ${use.scenario} came to nothing: ${use.title}`;
    case 'denial':
      return `the denial by ${readingTitle(agreement, use.reading)} of step ${use.step} of scenario ${use.scenario}: ${use.title}`;
    case 'property':
      return `property ${use.property}: ${use.title}`;
  }
}

function eventText(agreement: Agreement, id: string): string {
  const event = agreement.events.get(id);
  return `"${event?.title ?? id}" (${event?.gate ?? id})`;
}
