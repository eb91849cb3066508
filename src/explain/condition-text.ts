import { type Agreement, conditionTitle, regionTitle } from '../model/agreement.ts';
import type { Condition, ConditionTree } from '../model/condition.ts';
import type { ConditionStatus } from '../model/condition-status.ts';
import type { Moment } from '../model/moment.ts';
import { isPublished } from '../model/position.ts';
import { type Block, line } from './document.ts';
import { factText } from './fact-text.ts';
import { grouped } from './grouped.ts';
import {
  CONDITION_WORDS,
  controllersText,
  listed,
  NOTHING_SAYS_SO,
  restsOn,
  whoTogether,
} from './words.ts';

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
  const now = once(told, factText(moment, region, fact, disputedBy));
  if (alike.length > 1)
    return [
      ...alike.flatMap((each) => [
        ...line(conditionText(moment.agreement, each), depth),
        ...line(wayText(moment, each, told), depth + 1),
      ]),
      ...line(`Now, ${regionTitle(moment.agreement, region)}: ${now}.`, depth + 1),
    ];
  const said = conditionText(moment.agreement, alike[0]);
  if (status === 'met') return line(`${said}. Now: ${now}.`, depth);
  const way = wayText(moment, alike[0], told);
  return [...line(said, depth), ...line(`Now: ${now}.${way === '' ? '' : ` ${way}`}`, depth + 1)];
}

function conditionText(agreement: Agreement, { status, condition }: ConditionStatus): string {
  const { mark, word } = CONDITION_WORDS[status];
  return `${mark} ${word}: ${conditionTitle(agreement, condition)} (${condition.id})`;
}

/** Who could meet a condition that is not met, event by event; those for which the same holds are named together. */
function wayText({ agreement, viewpoint }: Moment, condition: ConditionStatus, told: Told): string {
  const { status, path, fact, controllers, takingPart } = condition;
  if (status === 'met' || status === 'waived') return '';
  const counts = (reference: string) => isPublished(agreement, reference, viewpoint.knownBy);
  if (path.length > 0)
    return `The shortest way there: ${once(
      told,
      whoTogether(
        agreement,
        path.map(({ event }) => event),
        counts,
      ),
    )}.`;
  // From one of the stages where it may stand nothing is needed; who could bring it there otherwise is said all the same.
  return fact.possible.length > 1
    ? `Who could change that: ${controllersText(agreement, controllers, takingPart)}.`
    : NO_EVENT;
}

/** What it says of the model, and not of the world, that nothing leads somewhere. */
export const NO_EVENT =
  'The model has no event that leads there: a limit of the model, and no finding about the world.';

function once(told: Told, text: string): string {
  if (told.has(text)) return 'the same as above';
  told.add(text);
  return text;
}

/** What conditions rest on, where that is more than the statement that asks them says: once for all that rest on the same. */
function groundLines(
  agreement: Agreement,
  conditions: readonly ConditionStatus[],
  said: Ground,
  depth: number,
): Block[] {
  const groundOf = ({ condition, claims, inference }: ConditionStatus): string => {
    const cited =
      claims.length === 0
        ? condition.claims.length === 0
          ? ''
          : NOTHING_SAYS_SO
        : claims.every((reference) => said.claims.includes(reference))
          ? ''
          : restsOn(agreement, claims);
    const isInferred = inference !== null && inference !== said.inference;
    const inferred = isInferred ? `inferred: ${inference}` : '';
    return [cited, inferred].filter((part) => part !== '').join('; ');
  };
  return grouped(conditions, groundOf).flatMap((alike) => {
    const ground = groundOf(alike[0]);
    if (ground === '') return [];
    const whose =
      alike.length < conditions.length
        ? listed(alike.map(({ condition }) => condition.id))
        : alike.length > 1
          ? 'All of these'
          : 'This';
    return line(`${whose}: ${ground}`, depth);
  });
}

/** Sets of conditions, any one of which is enough, by their ids: `a + b; or c`. They stand in words beside it. */
export function setsById(sets: readonly (readonly Condition[])[]): string {
  return sets.map((set) => set.map(({ id }) => id).join(' + ')).join('; or ');
}

/** The same in words, where the conditions stand nowhere else: `wreck: raised (wreckRaised)`. */
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
