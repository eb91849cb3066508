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
import { quoted } from './step-title.ts';
import { whoCanWords } from './who-can-text.ts';
import { whoTogether } from './who-words.ts';
import { basisPhrase, CONDITION_WORDS, eventTitle, listed, NOTHING_SAYS_SO } from './words.ts';

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
    ...(isCertain ? [] : [phrase('', 'quiet', { brief: ' (perhaps not asked yet)' })]),
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
        ? `On ${listed(alike.map(({ condition }) => nameAmong(agreement, condition, conditions)))}`
        : alike.length > 1
          ? 'All of these'
          : 'This';
    return detailLine(phrased`${whose}: ${ground}`, depth);
  });
}

/** A condition by its region, as long as no other is on that; else by all that it asks. */
function nameAmong(
  agreement: Agreement,
  condition: Condition,
  among: readonly ConditionStatus[],
): string {
  const alike = among.filter((other) => other.condition.region === condition.region);
  return alike.length === 1
    ? regionTitle(agreement, condition.region)
    : quoted(conditionTitle(agreement, condition));
}

/** Sets of conditions, any one of which is enough: `tolls: suspended; and one of: wreck: raised; wreck: bypassed`. */
export function setsInWords(agreement: Agreement, sets: readonly (readonly Condition[])[]): string {
  const { common, others } = factored(agreement, sets);
  if (others.length === 0) return inOneSet(common);
  const either = others.map((set) => inOneSet(set));
  return common.length === 0
    ? either.join('; or ')
    : `${inOneSet(common)}; and one of: ${either.join('; ')}`;
}

/** `tolls: suspended and envoys: meeting`; parted more clearly where a title has an "and" or an "or" of its own. */
function inOneSet(titles: readonly string[]): string {
  const isPlain = titles.length <= 2 && titles.every((title) => !/ (?:and|or) /.test(title));
  return titles.join(isPlain ? ' and ' : ', and ');
}

/** The same, a line for each where there are several: what every set has, and what one of them has. */
export function setsLines(
  agreement: Agreement,
  lead: string,
  sets: readonly (readonly Condition[])[],
  depth: number,
): Block[] {
  const { common, others } = factored(agreement, sets);
  if (common.length + others.length === 0) return [];
  const below = (each: string) => detailLine(each, depth + 1);
  const either = others.map((set) => inOneSet(set));
  if (common.length === 0)
    return [...detailLine(`${lead} any one of these:`, depth), ...either.flatMap(below)];
  const [only = ''] = common;
  const isOne = common.length === 1;
  const also = isOne ? `${lead}: ${only}; and with one of these:` : 'and with one of these:';
  return [
    ...(isOne ? [] : [...detailLine(`${lead} all of these:`, depth), ...common.flatMap(below)]),
    ...(either.length > 0
      ? [...detailLine(also, depth), ...either.flatMap(below)]
      : isOne
        ? detailLine(`${lead}: ${only}`, depth)
        : []),
  ];
}

/** The titles of the conditions that all of some sets have, and of those that each has beside them. */
function factored(
  agreement: Agreement,
  sets: readonly (readonly Condition[])[],
): { readonly common: readonly string[]; readonly others: readonly (readonly string[])[] } {
  const titled = sets.map((set) => [
    ...new Set(set.map((each) => conditionTitle(agreement, each))),
  ]);
  const [first = [], ...more] = titled;
  const common = first.filter((title) => more.every((set) => set.includes(title)));
  const others = titled
    .map((set) => set.filter((title) => !common.includes(title)))
    .filter((set) => set.length > 0);
  return { common, others: others.length < titled.length ? [] : others };
}

/** A condition or an objection by its title: `tolls: suspended`, `the objection to "The canal opens"`. */
export function heldTitle(agreement: Agreement, id: string): string {
  const condition = agreement.conditions.get(id);
  if (condition !== undefined) return conditionTitle(agreement, condition);
  const event = agreement.objections.get(id)?.event;
  return event === undefined ? id : `the objection to ${quoted(eventTitle(agreement, event))}`;
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
