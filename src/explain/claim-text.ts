import type { ClaimUse } from '../answer/claim-uses.ts';
import {
  type Agreement,
  type CitedClaim,
  conditionTitle,
  partyTitle,
  readingTitle,
  regionTitle,
} from '../model/agreement.ts';
import { conditionsOf, NOTHING_ASKED } from '../model/condition.ts';
import type { ClaimKind, Source } from '../model/shapes/source.ts';
import { citationText } from '../model/citation.ts';
import { rangeText } from '../model/day-words.ts';
import { claimSaid, claimTable, sourceHead, spokenDays, spokenRegions } from './claims-text.ts';
import {
  type Block,
  detail,
  GAP,
  heading,
  line,
  phrase,
  phrased,
  type Phrase,
  rows,
  type Words,
} from './document.ts';
import { quoted } from './step-title.ts';
import { citedPhrase, counted, HELD_WORDS, listed, recordLine } from './words.ts';

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
export function claimText(
  agreement: Agreement,
  asked: readonly AskedClaims[],
  scenarios: Titled,
): Block[] {
  return [
    ...asked.flatMap((each) =>
      each.kind === 'claim'
        ? oneClaim(agreement, each.claim, each.uses, scenarios)
        : oneSource(agreement, each.source, each.claims),
    ),
    GAP,
    ...line(recordLine(agreement)),
  ];
}

function oneClaim(
  agreement: Agreement,
  claim: CitedClaim,
  uses: readonly ClaimUse[],
  scenarios: Titled,
): Block[] {
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
      : uses.map((use, index) => [
          index === 0 ? 'cited for' : '',
          spokenUse(agreement, use, scenarios),
        ])),
  ];
  return [
    heading([
      phrase(citationText(agreement, claim.reference), 'strong', { cites: [claim.reference] }),
    ]),
    ...line(claim.statement, 1),
    // What disputes it may be out of view where the rest is long.
    ...line(
      claim.disputedBy.length === 0
        ? ''
        : `Disputed by ${counted(claim.disputedBy.length, 'other claim')}, below.`,
      1,
    ),
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
function spokenUse(agreement: Agreement, use: ClaimUse, scenarios: Titled): Words {
  switch (use.kind) {
    case 'condition': {
      const condition = conditionWords(agreement, use);
      return use.reading === null
        ? phrased`the condition ${condition} that the model itself requires before ${eventText(agreement, use.event)}`
        : phrased`the condition ${condition} of ${readingTitle(agreement, use.reading)}, before ${eventText(agreement, use.event)}`;
    }
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
      return phrased`the step ${stepWords(use, scenarios)}`;
    case 'bearing':
      return phrased`bears on the step ${stepWords(use, scenarios)}`;
    case 'void':
      return phrased`that the step ${stepWords(use, scenarios)} came to nothing`;
    case 'denial':
      return phrased`the denial by ${readingTitle(agreement, use.reading)} of the step ${stepWords(use, scenarios)}`;
    case 'property':
      return phrased`the property ${quoted(use.title)}${detail(` (${use.property})`)}`;
  }
}

/** What has a title, by id: the scenarios at hand. */
type Titled = ReadonlyMap<string, { readonly title: string }>;

/** A step and its scenario by their titles; their ids mean something to commands and files alone. */
function stepWords(use: Extract<ClaimUse, { readonly step: string }>, scenarios: Titled): Phrase[] {
  const scenario = scenarios.get(use.scenario)?.title ?? use.scenario;
  return phrased`${quoted(use.title)}${detail(` (${use.step})`)} of ${quoted(scenario)}${detail(` (${use.scenario})`)}`;
}

/** A condition by what it asks for. */
function conditionWords(
  agreement: Agreement,
  use: Extract<ClaimUse, { readonly kind: 'condition' }>,
): Phrase[] {
  const trees =
    use.reading === null
      ? [agreement.events.get(use.event)?.requirement ?? NOTHING_ASKED]
      : (agreement.readings.get(use.reading)?.positions.get(use.event) ?? []).map(
          ({ asked }) => asked,
        );
  const found = trees.flatMap(conditionsOf).find(({ id }) => id === use.condition);
  return found === undefined
    ? phrased`${use.condition}`
    : phrased`${quoted(conditionTitle(agreement, found))}${detail(` (${use.condition})`)}`;
}

function eventText(agreement: Agreement, id: string): string {
  const event = agreement.events.get(id);
  return `"${event?.title ?? id}" (${event?.gate ?? id})`;
}
