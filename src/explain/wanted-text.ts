import type { Moment } from '../model/moment.ts';
import type { Standing } from '../model/standing.ts';
import { type Block, heading, line, phrase } from './document.ts';
import { overallText } from './overall-text.ts';
import { eventTitle, inRuns } from './words.ts';

/** That what somebody wants to happen cannot happen from here in a run, over what has to come first. */
export function wantedHead({ agreement }: Moment, event: string, run: string): Block[] {
  return [
    heading(eventTitle(agreement, event)),
    ...line(`It cannot happen from here, ${inRuns(agreement, [run])}.`),
  ];
}

/** The steps that lead to it, each with how it stands where a stated position refuses it: that is no smooth way. */
export function wantedWay(
  moment: Moment,
  events: readonly string[],
  standingAt: (moment: Moment, event: string) => Standing,
): Block[] {
  return [
    heading('The shortest path to it', { basis: 'derived' }),
    ...events.flatMap((event, index) => {
      const standing = standingAt(moment, event);
      const isRefused = standing.verdict === 'closed' || standing.verdict === 'contested';
      return [
        ...line(`${index + 1}. ${eventTitle(moment.agreement, event)}`, 1),
        ...(isRefused ? line([phrase(overallText(standing), 'unsure')], 2) : []),
      ];
    }),
  ];
}
