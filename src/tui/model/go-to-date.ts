import { daySpellings } from '../../model/day-words.ts';
import type { Day } from '../../model/days.ts';
import { typedDay } from '../../model/typed-day.ts';
import { NO_CLOCKS, type PlayClocks } from '../../model/run.ts';
import { keySaid } from '../bound-keys.ts';
import type { Session, Told } from '../session.ts';
import { capital, counted } from '../../explain/words.ts';
import { clocksText } from './wording.ts';

/** The clocks that were typed, or what is wrong with them. */
export type DateAnswer =
  | { readonly kind: 'problem'; readonly message: string }
  | { readonly kind: 'clocks'; readonly clocks: PlayClocks };

/**
 * How days are typed here.
 *
 * @param day one to show it by
 */
export function howToTypeClocks(day: Day | null): string {
  const [iso, long] = daySpellings(day);
  return `Type a day, "known" and a day by which it was published, or both: ${long}, known ${long}, or ${iso} known ${iso}.`;
}

/**
 * Reads days as they are typed: as of a day, known by a day, or both, in either order.
 *
 * @param shown a day to show by how they are typed
 * @param near the day on or after which one is meant that is written without a year
 */
export function readClocks(
  typed: string,
  shown: Day | null = null,
  near: Day | null = null,
): DateAnswer {
  let clocks: PlayClocks = NO_CLOCKS;
  let clock: keyof PlayClocks = 'asOf';
  for (const part of typed.split(/\b(known(?:\s+by)?|as\s+of)\b/i)) {
    const words = part.replaceAll(',', ' ').trim().replaceAll(/\s+/g, ' ');
    if (/^known/i.test(words)) clock = 'knownBy';
    else if (/^as of$/i.test(words)) clock = 'asOf';
    else if (words !== '') {
      const read = typedDay(words, near);
      if (!read.ok) return { kind: 'problem', message: `${read.problem} ${read.mend}` };
      if (clocks[clock] !== null) return { kind: 'problem', message: howToTypeClocks(shown) };
      clocks = { ...clocks, [clock]: read.day };
    }
  }
  return clocks.asOf === null && clocks.knownBy === null
    ? { kind: 'problem', message: howToTypeClocks(shown) }
    : { kind: 'clocks', clocks };
}

/** What there is to say of a story under the clocks: what may count and what does not. */
export function clocksNotice(session: Session, { story, whole, places }: Told): string {
  const { perhaps, notKnown, stepIndex, viewpoint } = whole;
  const undated = story.steps.filter(
    (step, place) => step.date === null && !places.includes(place) && !notKnown.includes(step),
  );
  // That nothing had been published stands on the screen itself, in whole.
  const facts = whole.nothingPublished
    ? []
    : [
        ...(stepIndex < 0 ? ['no step had happened for certain'] : []),
        ...(perhaps.length === 0 ? [] : [`${counted(perhaps.length, 'step')} may have happened`]),
        ...(notKnown.length === 0 ? [] : [`${counted(notKnown.length, 'step')} not known by then`]),
        ...(undated.length === 0
          ? []
          : [`${counted(undated.length, 'step')} without a day left out`]),
      ];
  const said = [capital(clocksText(viewpoint)), ...(facts.length === 0 ? [] : [facts.join('; ')])];
  // What matters comes first: a narrow screen has no room for all of it.
  return `${said.join(': ')}. ${keySaid(session, 'close', 'escape')} takes the date away.`;
}
