import type { Moment } from '../model/moment.ts';
import type { Standing } from '../model/standing.ts';
import { possibilityOf, stateOf } from '../model/party-standing.ts';
import { type Block, heading, line, phrase } from './document.ts';
import { overallText } from './overall-text.ts';
import { eventTitle, inRuns } from './words.ts';

/**
 * Why what somebody wants to happen cannot simply happen in a run, over what has to come first: the run stands where it
 * is not possible, or the model requires something that is unmet.
 */
export function wantedHead(moment: Moment, event: string, run: string): Block[] {
  const { agreement } = moment;
  const asked = agreement.events.get(event);
  const isPossible =
    asked !== undefined && possibilityOf(asked, stateOf(moment, run)).answer !== false;
  const whose = inRuns(agreement, [run]);
  return [
    heading(eventTitle(agreement, event)),
    ...line(
      isPossible
        ? `What the model itself requires first is unmet, ${whose}.`
        : `It cannot happen from here, ${whose}.`,
    ),
  ];
}

/**
 * The steps that lead to it, each with how it stands where a stated position refuses it: that is no smooth way.
 *
 * @param isForEveryone whether no party was to refuse any of them
 */
export function wantedWay(
  moment: Moment,
  events: readonly string[],
  isForEveryone: boolean,
  standingAt: (moment: Moment, event: string) => Standing,
): Block[] {
  return [
    heading(
      isForEveryone ? 'The shortest path to it that no party refuses' : 'The shortest path to it',
      { basis: 'derived' },
    ),
    ...events.flatMap((event, index) => {
      const standing = standingAt(moment, event);
      const isRefused = standing.verdict === 'closed' || standing.verdict === 'contested';
      return [
        ...line(`${index + 1}. ${eventTitle(moment.agreement, event)}`, 1),
        ...(isRefused && !isForEveryone ? line([phrase(overallText(standing), 'unsure')], 2) : []),
      ];
    }),
  ];
}
