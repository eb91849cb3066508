import { type Agreement, type CitedClaim, readingTitle, regionTitle } from '../model/agreement.ts';
import { citationText } from '../model/citation.ts';
import { type Moment, published } from '../model/moment.ts';
import type { Standing } from '../model/standing.ts';
import type { StoryStep } from '../model/story.ts';
import { REPORTED } from '../model/terms.ts';
import { claimSaid, spokenDays } from './claims-text.ts';
import { type Block, line, phrase, statusLine } from './document.ts';

/** What is on show together, of which it is asked by which claims it is. */
export interface Shown {
  readonly step: StoryStep | null;
  /** How the gate stands; null where there is none. */
  readonly board: Standing | null;
  /** In whose run it is asked where the region stands. */
  readonly run?: string;
  readonly region: string;
  /** What is looked at, and so comes first; the step where nothing is said. */
  readonly first?: ShownPart;
}

/** What has claims behind it. */
export type ShownPart = 'step' | 'gate' | 'region';

const PARTS: readonly ShownPart[] = ['step', 'gate', 'region'];

/** Claims that stand behind one thing on show. */
export interface ClaimGroup {
  readonly heading: string;
  readonly claims: readonly CitedClaim[];
}

/** The claims behind a step, a gate and where a region stands, under what each is cited for. */
export function claimGroups(
  moment: Moment,
  { step, board, run = REPORTED, region, first = 'step' }: Shown,
): ClaimGroup[] {
  const { agreement, states } = moment;
  const group = (said: string, references: readonly string[]): ClaimGroup[] => {
    const claims = published(moment, [...new Set(references)])
      .flatMap((reference) => agreement.claims.get(reference) ?? [])
      .map((claim) => ({ ...claim, disputedBy: published(moment, claim.disputedBy) }));
    return claims.length > 0 ? [{ heading: said, claims }] : [];
  };
  const denied = step?.void === null ? 'The step' : 'That it came to nothing';
  const ofStep =
    step === null
      ? []
      : [
          ...group('The step', step.claims),
          ...group('Bears on the step', step.bearing),
          ...group('That it came to nothing', step.void?.claims ?? []),
          ...step.disputedBy.flatMap(({ reading, claims }) =>
            group(`${denied} is denied by ${readingTitle(agreement, reading)}`, claims),
          ),
        ];
  const fact = states[run]?.facts[region];
  const groups: Readonly<Record<ShownPart, readonly ClaimGroup[]>> = {
    step: ofStep,
    gate: board === null ? [] : gateGroups(board, group),
    region: group(`Where this stands: ${regionTitle(agreement, region)}`, fact?.claims ?? []),
  };
  return [first, ...PARTS.filter((part) => part !== first)].flatMap((part) => groups[part]);
}

function gateGroups(
  { moment, requirement, parties, terms, inTheWay }: Standing,
  group: (said: string, references: readonly string[]) => ClaimGroup[],
): ClaimGroup[] {
  const required = requirement?.conditions.flatMap(({ claims }) => claims) ?? [];
  return [
    ...group('The gate: what the model requires', required),
    ...[...parties, ...terms].flatMap(({ reading, statements, conditions, says }) => {
      const whose = readingTitle(moment.agreement, reading);
      const held = [...statements, ...conditions].flatMap(({ claims }) => claims);
      return [
        ...group(`The gate: what is held by ${whose}`, held),
        ...group(`The gate: said by or of ${whose}, no position`, says),
      ];
    }),
    ...group('The gate: said to stand in the way', inTheWay),
  ];
}

/** One claim in a few lines: by whom it was published and of what day it speaks, who says what, and what disputes it. */
export function claimBlocks(agreement: Agreement, claim: CitedClaim): Block[] {
  const { reference, kind, paragraph } = claim;
  const of = claim.date === undefined ? '' : `, of ${spokenDays(claim)}`;
  return [
    ...line([
      phrase(citationText(agreement, reference), 'strong', { cites: [reference] }),
      phrase(`, ${kind}${of}`, 'quiet'),
    ]),
    ...line(
      [
        phrase(claimSaid(agreement, claim)),
        phrase(paragraph === undefined ? '' : ` (paragraph ${paragraph})`, 'quiet'),
      ],
      1,
    ),
    ...claim.disputedBy.flatMap((other) => {
      const against = agreement.claims.get(other);
      if (against === undefined) return [];
      const by = phrase(`disputed by ${citationText(agreement, other)}: `, 'contested', {
        cites: [other],
      });
      return [statusLine('contested', [by, phrase(claimSaid(agreement, against))], { depth: 1 })];
    }),
  ];
}
