import { type Agreement, regionTitle } from '../model/agreement.ts';
import { type Moment, published } from '../model/moment.ts';
import { REPORTED } from '../model/terms.ts';
import { EVERYONE, type PerspectivesRequest } from '../search/perspective.ts';
import type { PropertyUnder, Verified } from '../search/verify-all.ts';
import type { PropertyVerdict, Shown } from '../search/verify.ts';
import { type Block, GAP, heading, line, rows } from './document.ts';
import { grouped } from './grouped.ts';
import { completeness } from './search-text.ts';
import type { TextOptions } from './text-options.ts';
import { eventTitle, listed, PROPERTY_WORDS, restsOn, runTitle, spokenCount } from './words.ts';

/**
 * Exact counts, then each property with its verdicts, then what shows them.
 *
 * @param from where everything begins: at the very beginning, by the positions and waivers of the moment, or at it
 */
export function verifyText(
  moment: Moment,
  from: PerspectivesRequest['from'],
  verified: Verified,
  { verbose }: TextOptions,
): Block[] {
  const { agreement } = moment;
  const { explored, properties } = verified;
  return [
    ...line(
      from === 'start'
        ? 'Explored from the very beginning, by the positions and waivers of that moment.'
        : 'Explored from where each run stands at that moment.',
    ),
    ...line(waiversText(moment)),
    GAP,
    ...line('Reachable states, exactly (a count of the model, never a likelihood):'),
    ...rows(
      explored.map(({ reading, states, nodes, complete }) => [
        perspectiveTitle(agreement, reading),
        states === null
          ? 'not known: it hangs on where it begins'
          : `${spokenCount(states)}${complete ? '' : ' or more'}`,
        String(nodes),
      ]),
      { head: ['Reading', 'States', 'Diagram nodes'], depth: 1 },
    ),
    ...line(unknownText(agreement, 'Not known where it begins', explored), 1),
    GAP,
    ...rows(
      properties.map(({ property, answers }) => [
        worstOf(answers),
        property.id,
        `${property.title} (${[scopeText(agreement, verified, answers), property.claims.length === 0 ? 'derived from the model' : restsOn(agreement, published(moment, property.claims), 'derived')].filter((part) => part !== '').join('; ')})`,
      ]),
    ),
    ...line(meaningsText(properties.flatMap(({ answers }) => answers))),
    ...(verbose
      ? [GAP, ...properties.flatMap(({ property }) => line(`${property.id}: ${property.why}`))]
      : []),
    ...properties.flatMap(({ property, answers }) =>
      answers.flatMap((each) => shownBlocks(agreement, property.id, each)),
    ),
    GAP,
    ...line(completeness(explored.every(({ complete }) => complete))),
  ];
}

/** What parties have waived by the moment: it is asked no more. */
function waiversText({ agreement, states }: Moment): string {
  const said = Object.entries(states).flatMap(([run, { waived }]) =>
    waived.length === 0 || run === REPORTED
      ? []
      : [`${runTitle(agreement, run)}: ${waived.join(', ')}`],
  );
  return said.length === 0 ? '' : `Waived, and asked no more: ${said.join('; ')}.`;
}

/** Whose reading it is; or that of all parties at once. */
export function perspectiveTitle(agreement: Agreement, reading: string): string {
  return reading === EVERYONE ? 'everyone at once' : runTitle(agreement, reading);
}

/** Verdicts, those that matter most first: that it fails under any of the readings asked outweighs where it holds. */
const WORST: readonly PropertyVerdict[] = ['fails', 'unfinished', 'unknown', 'holds', 'vacuous'];

function worstOf(answers: readonly PropertyUnder[]): string {
  const verdict = WORST.find((one) => answers.some(({ answer }) => answer.verdict === one));
  return verdict === undefined ? 'not asked' : PROPERTY_WORDS[verdict].word;
}

/** Under which of the readings asked it comes out how. */
function scopeText(
  agreement: Agreement,
  { explored }: Verified,
  answers: readonly PropertyUnder[],
): string {
  const groups = grouped(answers, ({ answer }) => answer.verdict);
  if (groups.length <= 1 && answers.length === explored.length && explored.length > 1)
    return 'under every reading';
  return groups
    .map((alike) => {
      const titles = listed(alike.map(({ reading }) => perspectiveTitle(agreement, reading)));
      const { word } = PROPERTY_WORDS[alike[0].answer.verdict];
      return `${groups.length > 1 ? `${word} ` : ''}under ${titles}`;
    })
    .join('; ');
}

/** What the words for verdicts mean, of those that do not speak for themselves. */
function meaningsText(answers: readonly PropertyUnder[]): string {
  const said = (['vacuous', 'unknown', 'unfinished'] as const).filter((verdict) =>
    answers.some(({ answer }) => answer.verdict === verdict),
  );
  const meanings = said.map((verdict) => {
    const { word, meaning } = PROPERTY_WORDS[verdict];
    return `${word}: ${meaning}`;
  });
  return meanings.length === 0 ? '' : `${meanings.join('; ')}.`;
}

/** What shows a verdict: a way to a violation, a way to what is reachable, or what it hangs on. */
function shownBlocks(agreement: Agreement, id: string, under: PropertyUnder): Block[] {
  const { answer, reading, runs } = under;
  const whose = `under ${perspectiveTitle(agreement, reading)}`;
  const inRuns =
    runs.length === 0
      ? ''
      : `, in the runs of ${listed(runs.map((run) => runTitle(agreement, run)))}`;
  const { verdict, counterexample, witness } = answer;
  if (verdict === 'fails')
    return counterexample === null
      ? [heading(`${id} fails ${whose}${inRuns}.`)]
      : [
          heading(`${id} fails ${whose}${inRuns}. ${kindOf('counterexample', counterexample)}:`),
          ...wayLines(agreement, counterexample),
        ];
  if (verdict === 'unknown')
    return [
      heading(`${id} is not known ${whose}.`),
      ...line(unknownText(agreement, 'It hangs on', [under]), 1),
    ];
  return witness === null
    ? []
    : [
        heading(`${id} holds ${whose}. ${kindOf('witness', witness)}:`),
        ...wayLines(agreement, witness),
      ];
}

function kindOf(what: 'counterexample' | 'witness', { isShortest }: Shown): string {
  return isShortest ? `The shortest ${what}` : `A ${what} (there may be shorter ones)`;
}

function wayLines(agreement: Agreement, { events, forEver }: Shown): Block[] {
  const title = (id: string) => `${eventTitle(agreement, id)} (${id})`;
  return [
    ...(events.length === 0 ? line('it is so from the beginning', 1) : []),
    ...events.flatMap((id, index) => line(`${index + 1}. ${title(id)}`, 1)),
    ...(forEver === null
      ? []
      : line(
          `and then for ever: ${forEver.length === 0 ? 'nothing more can happen' : forEver.map(title).join('; ')}`,
          1,
        )),
  ];
}

function unknownText(
  agreement: Agreement,
  what: string,
  of: readonly { readonly unknown: readonly string[] }[],
): string {
  const regions = [...new Set(of.flatMap(({ unknown }) => unknown))];
  return regions.length === 0
    ? ''
    : `${what}: ${listed(regions.map((id) => regionTitle(agreement, id)))}.`;
}
