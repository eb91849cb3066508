import { conditionTitle } from '../model/agreement.ts';
import { dayText, rangeText } from '../model/day-words.ts';
import type { Ending } from '../model/endings.ts';
import { published } from '../model/moment.ts';
import type { Span } from '../model/position.ts';
import { askedText } from './condition-text.ts';
import { type Phrase, phrase, phrased } from './document.ts';
import type { Judged } from './judged.ts';
import { HELD_WORDS, restsOnPhrase } from './words.ts';

/**
 * What a party held and no longer holds, since when, how it ended and what says so: `No longer asking for the canal:
 * open (since 1 Mar 2031) [...]; dropped on 3 Apr 2031 [...]`.
 */
export function endingWords(moment: Judged, ending: Ending): Phrase[] {
  const { agreement } = moment;
  const { statement, span, condition, isCertain } = ending;
  const asked =
    condition === null
      ? askedText(agreement, statement.asked)
      : conditionTitle(agreement, condition);
  const { noLonger } = HELD_WORDS[statement.stance];
  const what = `${isCertain ? '' : 'perhaps '}${noLonger}${asked === '' ? '' : ` ${asked}`}`;
  const claims = published(moment, statement.claims);
  const says = restsOnPhrase(agreement, claims, statement.basis);
  return phrased`${what}${heldSince(span)}${says}; ${howEnded(moment, ending)}`;
}

/** How something came to be held no longer, when, and what says so: `dropped on 3 Apr 2031 [...]`. */
export function howEnded(moment: Judged, ending: Ending): Phrase[] {
  const { by, how, isCertain } = ending;
  const perhaps = isCertain ? '' : 'perhaps ';
  if (by === null) return [phrase(`${perhaps}${lastDayText(ending)}`)];
  const { claims, basis } = by.statement;
  const says = restsOnPhrase(moment.agreement, published(moment, claims), basis);
  return phrased`${perhaps}${how} ${dayOfEnd(by.span)}${says}`;
}

function heldSince({ certainFrom, possibleFrom, isDated }: Span): string {
  if (certainFrom === null || !isDated) return '';
  if (possibleFrom === null || possibleFrom === certainFrom)
    return ` (since ${dayText(certainFrom)})`;
  return ` (since between ${rangeText({ from: possibleFrom, to: certainFrom }, 'and')})`;
}

function lastDayText({ span, condition }: Ending): string {
  const range = condition?.until ?? null;
  if (range !== null && range.from !== range.to)
    return `its last day lies between ${rangeText(range, 'and')}`;
  const day = range?.to ?? span.until;
  return day === null ? 'ended' : `ended, its last day ${dayText(day)}`;
}

/** On which day it was dropped or replaced, as far as the claims tell. */
function dayOfEnd({ certainFrom, possibleFrom, isDated }: Span): string {
  if (certainFrom === null) return 'on a day that is not given';
  if (!isDated) return `by ${dayText(certainFrom)}`;
  if (possibleFrom === null) return `by ${dayText(certainFrom)}`;
  return possibleFrom === certainFrom
    ? `on ${dayText(certainFrom)}`
    : `between ${rangeText({ from: possibleFrom, to: certainFrom }, 'and')}`;
}
