import type { AgreementEvent } from '../model/agreement.ts';
import { agreementOn, type LaterHands, laterHands } from '../model/agreement-on.ts';
import { dayText } from '../model/day-words.ts';
import type { Moment } from '../model/moment.ts';
import { isPublished } from '../model/position.ts';
import { type Block, line, type Phrase, phrased } from './document.ts';
import { whoWords } from './who-words.ts';
import { eventTitle } from './words.ts';

/** Who can bring events about from days after a moment on, where that changes: event by event, in the order of the days. */
export function handsAfter({
  agreement,
  day,
  viewpoint,
}: Moment): (LaterHands & { readonly event: AgreementEvent })[] {
  return [...agreement.events.values()].flatMap((event) =>
    laterHands(agreement, event.id, day, viewpoint.knownBy).map((later) => ({ event, ...later })),
  );
}

/** The same in words, a line for each change: `From 1 Mar 2031 on, who can bring about "The lock is opened" (lock.opened): South [...].` */
export function handsAfterText(moment: Moment): Block[] {
  const { agreement } = moment;
  return [...agreement.events.keys()].flatMap((id) =>
    laterWhoTexts(moment, id).flatMap(({ from, who }) =>
      line(
        phrased`From ${from} on, who can bring about "${eventTitle(agreement, id)}" (${id}): ${who}.`,
      ),
    ),
  );
}

/** Where its event has been named: `From 1 Mar 2031 on: South [...].` */
export function handsAfterOn(moment: Moment, event: string): Phrase[][] {
  return laterWhoTexts(moment, event).map(({ from, who }) => phrased`From ${from} on: ${who}.`);
}

function laterWhoTexts(
  { agreement, day, viewpoint: { knownBy } }: Moment,
  event: string,
): { readonly from: string; readonly who: Phrase[] }[] {
  const isKnown = (reference: string) => isPublished(agreement, reference, knownBy);
  return laterHands(agreement, event, day, knownBy).map(({ from }) => ({
    from: dayText(from),
    who: whoWords(agreementOn(agreement, from, knownBy), event, isKnown),
  }));
}
