import type { AgreementEvent } from '../model/agreement.ts';
import { agreementOn, type LaterHands, laterHands } from '../model/agreement-on.ts';
import { dayText } from '../model/day-words.ts';
import { type Moment, published } from '../model/moment.ts';
import { type Block, line } from './document.ts';
import { eventTitle, whoText } from './words.ts';

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

/** The same in words, a line for each change: `From 1 Mar 2031 on "The lock is opened" (lock.opened) is up to: South [...].` */
export function handsAfterText(moment: Moment): Block[] {
  const { agreement, viewpoint } = moment;
  return handsAfter(moment).flatMap(({ event: { id }, from }) => {
    const then = agreementOn(agreement, from, viewpoint.knownBy);
    const who = whoText(then, id, (reference) => published(moment, [reference]).length > 0);
    return line(
      `From ${dayText(from)} on, who can bring about "${eventTitle(agreement, id)}" (${id}): ${who}.`,
    );
  });
}
