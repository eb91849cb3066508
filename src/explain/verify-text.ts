import type { Agreement } from '../model/agreement.ts';
import type { Moment } from '../model/moment.ts';
import { REPORTED } from '../model/terms.ts';
import type { PerspectivesRequest } from '../search/perspective.ts';
import type { PropertyUnder, Verified } from '../search/verify-all.ts';
import type { PropertyVerdict } from '../search/verify.ts';
import { type Block, GAP, joined, line, type Phrase, phrase, rows } from './document.ts';
import { heldTitle } from './condition-text.ts';
import { grouped } from './grouped.ts';
import {
  countBlocks,
  propertyBasis,
  shownBlocks,
  underText,
  unknownText,
  verdictInWords,
} from './property-text.ts';
import { completeness } from './search-text.ts';
import type { TextOptions } from './text-options.ts';
import { PROPERTY_WORDS, runTitle } from './words.ts';

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
        ? 'The search begins at the very start, with the positions and waivers of that moment.'
        : 'The search begins where each run stands at that moment.',
    ),
    ...line(waiversText(moment)),
    GAP,
    ...countBlocks(agreement, verified),
    ...line(unknownText(agreement, 'Not known where it begins', explored), 1),
    GAP,
    ...rows(
      properties.map(({ property, answers }) => [
        worstOf(answers),
        `${property.title} (${property.id})`,
        joined(
          [...scopesOf(agreement, verified, answers), [propertyBasis(moment, property)]],
          '; ',
        ),
      ]),
    ),
    ...line(meaningsText(properties.flatMap(({ answers }) => answers))),
    ...(verbose
      ? [GAP, ...properties.flatMap(({ property }) => line(`${property.title}: ${property.why}`))]
      : []),
    ...properties.flatMap(({ property, answers }) =>
      answers.flatMap((each) => shownBlocks(agreement, property, each)),
    ),
    GAP,
    ...line(completeness(isComplete(verified))),
  ];
}

/** Whether nothing was left undecided, neither what can be reached nor a property. */
function isComplete({ explored, properties }: Verified): boolean {
  const verdicts = properties.flatMap(({ answers }) => answers.map(({ answer }) => answer.verdict));
  return explored.every(({ complete }) => complete) && !verdicts.includes('unfinished');
}

/** What parties have waived by the moment: it is asked no more. */
function waiversText({ agreement, states }: Moment): string {
  const said = Object.entries(states).flatMap(([run, { waived }]) =>
    waived.length === 0 || run === REPORTED
      ? []
      : [`${runTitle(agreement, run)}: ${waived.map((id) => heldTitle(agreement, id)).join(', ')}`],
  );
  return said.length === 0 ? '' : `Waived, and so not asked: ${said.join('; ')}.`;
}

/** Verdicts, those that matter most first: that it fails under any of the readings asked outweighs where it holds. */
const WORST: readonly PropertyVerdict[] = ['fails', 'unfinished', 'unknown', 'holds', 'vacuous'];

function worstOf(answers: readonly PropertyUnder[]): string {
  const verdict = WORST.find((one) => answers.some(({ answer }) => answer.verdict === one));
  return verdict === undefined ? 'not asked' : PROPERTY_WORDS[verdict].word;
}

/** Under which of the readings asked it comes out how. */
function scopesOf(
  agreement: Agreement,
  { explored }: Verified,
  answers: readonly PropertyUnder[],
): Phrase[][] {
  const groups = grouped(answers, ({ answer }) => answer.verdict);
  if (groups.length <= 1 && answers.length === explored.length && explored.length > 1)
    return [[phrase(underText(agreement, [], true))]];
  return groups.map((alike) => {
    const { word } = PROPERTY_WORDS[alike[0].answer.verdict];
    const readings = alike.map(({ reading }) => reading);
    return [
      phrase(`${groups.length > 1 ? `${word} ` : ''}${underText(agreement, readings, false)}`),
    ];
  });
}

/** What the words for verdicts mean, of those that do not speak for themselves. */
function meaningsText(answers: readonly PropertyUnder[]): string {
  const said = (['vacuous', 'unknown', 'unfinished'] as const).filter((verdict) =>
    answers.some(({ answer }) => answer.verdict === verdict),
  );
  return said.length === 0 ? '' : `${said.map(verdictInWords).join('; ')}.`;
}
