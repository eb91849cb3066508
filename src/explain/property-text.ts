import { type Agreement, regionTitle } from '../model/agreement.ts';
import { type Moment, published } from '../model/moment.ts';
import { REPORTED } from '../model/terms.ts';
import { EVERYONE } from '../search/perspective.ts';
import type { Property } from '../search/property.ts';
import type { PropertyUnder, Verified } from '../search/verify-all.ts';
import type { PropertyVerdict, Shown } from '../search/verify.ts';
import { type Block, heading, line, type Phrase, phrase, rows } from './document.ts';
import {
  basisPhrase,
  eventTitle,
  listed,
  PROPERTY_WORDS,
  runTitle,
  spokenCount,
  underReadings,
} from './words.ts';

/** Whose reading it is; or that of all parties at once. */
export function perspectiveTitle(agreement: Agreement, reading: string): string {
  return reading === EVERYONE ? 'everyone at once' : runTitle(agreement, reading);
}

/** `under the readings of A and B, and as reported`. */
export function underPerspectives(agreement: Agreement, readings: readonly string[]): string {
  const own = readings.filter((id) => id !== EVERYONE && id !== REPORTED);
  return [
    ...(own.length === 0 ? [] : [underReadings(agreement, own)]),
    ...(readings.includes(REPORTED) ? ['as reported'] : []),
    ...(readings.includes(EVERYONE) ? ['for everyone at once'] : []),
  ].join(', and ');
}

/** The same; or that it is under every reading. */
export function underText(
  agreement: Agreement,
  readings: readonly string[],
  isEvery: boolean,
): string {
  return isEvery ? 'under every reading' : underPerspectives(agreement, readings);
}

/** The word for a verdict, and what it means: `vacuous: it holds, but only because ...`. */
export function verdictInWords(verdict: PropertyVerdict): string {
  const { word, meaning } = PROPERTY_WORDS[verdict];
  return `${word}: ${meaning}`;
}

/** What a property rests on. */
export function propertyBasis(moment: Moment, { claims }: Property): Phrase {
  return claims.length === 0
    ? phrase('derived from the model', 'quiet')
    : basisPhrase(moment.agreement, published(moment, claims), 'derived');
}

/** How many states can be reached under each reading. */
export function countBlocks(agreement: Agreement, { explored }: Verified): Block[] {
  return [
    ...line('Reachable states, exactly (a count of the model, never a likelihood):'),
    ...rows(
      explored.map(({ reading, states, complete }) => [
        perspectiveTitle(agreement, reading),
        states === null
          ? 'not known: it depends on where it begins'
          : `${spokenCount(states)}${complete ? '' : ' or more'}`,
      ]),
      { head: ['Reading', 'States'], depth: 1 },
    ),
  ];
}

/** One property: why it is asked, what it rests on, and what shows how it comes out under a reading. */
export function propertyBlocks(moment: Moment, property: Property, under: PropertyUnder): Block[] {
  return [
    ...line(property.why),
    ...line([phrase(`${property.id}; `, 'quiet'), propertyBasis(moment, property)]),
    ...shownBlocks(moment.agreement, property, under),
  ];
}

/** What shows a verdict: a way to a violation, a way to what is reachable, or what it hangs on. */
export function shownBlocks(
  agreement: Agreement,
  property: Property,
  under: PropertyUnder,
): Block[] {
  const called = `"${property.title}" (${property.id})`;
  const { answer, reading, runs } = under;
  const whose = underPerspectives(agreement, [reading]);
  const inRuns =
    runs.length === 0
      ? ''
      : `, in the runs of ${listed(runs.map((run) => runTitle(agreement, run)))}`;
  const { verdict, counterexample, witness } = answer;
  if (verdict === 'fails')
    return counterexample === null
      ? [heading(`${called} fails ${whose}${inRuns}.`)]
      : [
          heading(
            `${called} fails ${whose}${inRuns}. ${kindOf('counterexample', counterexample)}:`,
          ),
          ...wayLines(agreement, counterexample),
        ];
  if (verdict === 'unknown')
    return [
      heading(`${called} is not known ${whose}.`),
      ...line(unknownText(agreement, 'It depends on', [under]), 1),
    ];
  return witness === null
    ? []
    : [
        heading(`${called} holds ${whose}. ${kindOf('witness', witness)}:`),
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

export function unknownText(
  agreement: Agreement,
  what: string,
  of: readonly { readonly unknown: readonly string[] }[],
): string {
  const regions = [...new Set(of.flatMap(({ unknown }) => unknown))];
  return regions.length === 0
    ? ''
    : `${what}: ${listed(regions.map((id) => regionTitle(agreement, id)))}.`;
}
