import { type Agreement, conditionTitle, partyTitle, regionTitle } from '../model/agreement.ts';
import type { Condition, ConditionTree } from '../model/condition.ts';
import type { ConditionStatus } from '../model/condition-status.ts';
import type { Moment } from '../model/moment.ts';
import { rangeText } from '../model/day-words.ts';
import { isPublished } from '../model/position.ts';
import {
  type Block,
  detail,
  detailLine,
  joined,
  line,
  phrase,
  phrased,
  type Phrase,
  plainWords,
  statusLine,
} from './document.ts';
import { assertedAs, factWords, stageText } from './fact-text.ts';
import { grouped } from './grouped.ts';
import { whoCanWords } from './who-can-text.ts';
import { whoTogether } from './who-words.ts';
import { basisPhrase, CONDITION_WORDS, listed, NOTHING_SAYS_SO } from './words.ts';

/** What an answer has said already of where regions stand and what it takes to move them: it is not said twice. */
export type Told = Set<string>;

/** What a statement rests on, and its conditions with it. */
export interface Ground {
  readonly claims: readonly string[];
  readonly inference: string | null;
}

/**
 * Conditions as they stand: each with how it stands and who could change that; once for a region where it is now; and
 * once for all that rest on the same what they rest on.
 *
 * @param said the claims and the inference of the statement that asks them, said there already
 */
export function conditionLines(
  moment: Moment,
  conditions: readonly ConditionStatus[],
  said: Ground,
  depth: number,
  told: Told,
): Block[] {
  return [
    ...grouped(conditions, ({ condition }) => condition.region).flatMap((alike) =>
      inRegion(moment, alike, depth, told),
    ),
    ...groundLines(moment.agreement, conditions, said, depth),
  ];
}

/** Conditions on one region. One that is met and stands alone takes a single line. */
function inRegion(
  moment: Moment,
  alike: readonly [ConditionStatus, ...ConditionStatus[]],
  depth: number,
  told: Told,
): Block[] {
  const [{ condition, fact, disputedBy, status }] = alike;
  const { region } = condition;
  const { agreement } = moment;
  const stage = `${assertedAs(fact)}${stageText(agreement, region, fact)}`;
  const disputed =
    disputedBy.length === 0
      ? ''
      : `; disputed by ${listed(disputedBy.map((id) => partyTitle(agreement, id)))}`;
  const now = instead(
    once(told, factWords(moment, region, fact, disputedBy)),
    `${stage}${disputed}`,
  );
  if (alike.length > 1)
    return [
      ...alike.flatMap((each) => [
        statusBlock(agreement, each, depth),
        ...line(wayWords(moment, each, told), depth + 1),
      ]),
      ...line(phrased`Now, ${regionTitle(agreement, region)}: ${now}.`, depth + 1),
    ];
  if (status === 'met')
    return [statusBlock(agreement, alike[0], depth, instead(phrased`. Now: ${now}.`, ''))];
  const way = wayWords(moment, alike[0], told);
  return [
    statusBlock(agreement, alike[0], depth),
    ...line(phrased`Now: ${now}.${way.length === 0 ? '' : ' '}${way}`, depth + 1),
  ];
}

function statusBlock(
  agreement: Agreement,
  { status, condition, isCertain }: ConditionStatus,
  depth: number,
  more: readonly Phrase[] = [],
): Block {
  const words = [
    phrase(conditionTitle(agreement, condition)),
    ...(isCertain ? [] : [phrase('', 'quiet', { brief: ' (may be asked by then)' })]),
    phrase(conditionDaysText(condition), 'quiet'),
    detail(` (${condition.id})`),
    ...more,
  ];
  return statusLine(status, words, { word: CONDITION_WORDS[status].word, depth });
}

/** From when until when a condition is asked, where that is not as long as the position: `, asked from 10 Feb 2031 until 1 Mar 2031`. */
export function conditionDaysText({ from, until }: Condition): string {
  if (from === null && until === null) return '';
  const begins = from === null ? '' : ` from ${rangeText(from)}`;
  return `, asked${begins}${until === null ? ' on' : ` until ${rangeText(until)}`}`;
}

/** Who could meet a condition that is not met, event by event; those for which the same holds are named together. */
function wayWords(
  { agreement, viewpoint }: Moment,
  condition: ConditionStatus,
  told: Told,
): readonly Phrase[] {
  const { status, path, fact, controllers, takingPart, unheldBefore } = condition;
  if (status === 'met' || status === 'waived') return [];
  const brief = `Who can: ${plainWords(whoCanWords(agreement, { controllers, unheldBefore }))}.`;
  const counts = (reference: string) => isPublished(agreement, reference, viewpoint.knownBy);
  if (path.length > 0) {
    const events = path.map(({ event }) => event);
    const way = once(told, whoTogether(agreement, events, counts));
    return instead(phrased`The shortest path there: ${way}.`, brief);
  }
  // From one of the stages where it may stand nothing is needed; who could bring it there otherwise is said all the same.
  const who = whoCanWords(agreement, { controllers, takingPart, unheldBefore });
  return fact.possible.length > 1
    ? instead(phrased`Who could change that: ${who}.`, brief)
    : [phrase(NO_EVENT)];
}

/** What it says of the model, and not of the world, that nothing leads somewhere. */
export const NO_EVENT =
  'The model has no event that leads there: a limit of the model, and no finding about the world.';

function once(told: Told, words: readonly Phrase[]): readonly Phrase[] {
  const text = plainWords(words);
  if (told.has(text)) return [phrase('the same as above')];
  told.add(text);
  return words;
}

/** Words for which something shorter stands where room is short. */
function instead(words: readonly Phrase[], brief: string): Phrase[] {
  return words.map((each, index) => ({ ...each, brief: index === 0 ? brief : '' }));
}

/** What conditions rest on, where that is more than the statement that asks them says: once for all that rest on the same. */
function groundLines(
  agreement: Agreement,
  conditions: readonly ConditionStatus[],
  said: Ground,
  depth: number,
): Block[] {
  const groundOf = ({ condition, claims, inference }: ConditionStatus): Phrase[] => {
    const cited =
      claims.length === 0
        ? condition.claims.length === 0
          ? []
          : [phrase(NOTHING_SAYS_SO)]
        : claims.every((reference) => said.claims.includes(reference))
          ? []
          : [basisPhrase(agreement, claims)];
    const isInferred = inference !== null && inference !== said.inference;
    const inferred = isInferred ? [phrase(`inferred: ${inference}`)] : [];
    return joined(
      [cited, inferred].filter((part) => part.length > 0),
      '; ',
    );
  };
  return grouped(conditions, (each) => plainWords(groundOf(each))).flatMap((alike) => {
    const ground = groundOf(alike[0]);
    if (ground.length === 0) return [];
    const whose =
      alike.length < conditions.length
        ? listed(alike.map(({ condition }) => condition.id))
        : alike.length > 1
          ? 'All of these'
          : 'This';
    return detailLine(phrased`${whose}: ${ground}`, depth);
  });
}

/** Sets of conditions, any one of which is enough: `wreck: raised (wreckRaised) and tolls: suspended (tollsOff); or ...`. */
export function setsInWords(agreement: Agreement, sets: readonly (readonly Condition[])[]): string {
  return sets
    .map((set) =>
      set
        .map((condition) => `${conditionTitle(agreement, condition)} (${condition.id})`)
        .join(' and '),
    )
    .join('; or ');
}

/** What is asked as a whole, in words: `wreck: raised and (tolls: suspended or envoys: meeting)`. */
export function askedText(agreement: Agreement, tree: ConditionTree): string {
  if (tree.kind === 'condition') return `"${conditionTitle(agreement, tree.condition)}"`;
  const parts = tree.of.map((part) => {
    const said = askedText(agreement, part);
    return part.kind === 'condition' || part.of.length < 2 ? said : `(${said})`;
  });
  return parts.join(tree.kind === 'all' ? ' and ' : ' or ');
}
