import { rangeText } from '../model/day-words.ts';
import type { Happened } from '../model/happened.ts';
import { published } from '../model/moment.ts';
import type { Standing } from '../model/standing.ts';
import { grouped } from './grouped.ts';
import type { Judged } from './judged.ts';
import { counted, readingTitles, restsOn, STEP_STATUS_WORDS } from './words.ts';

/**
 * How often an event that may happen again has happened, as reported and in the runs in which that differs, one sentence
 * each; none for other events.
 */
export function happenedTexts({ moment, happened, parties }: Standing): string[] {
  if (happened === null) return [];
  const asReported = timesText(moment, happened);
  const differing = parties.flatMap(({ reading, happened: own }) =>
    own === null || timesText(moment, own) === asReported ? [] : [{ reading, own }],
  );
  return [
    `It may happen any number of times. As reported it ${asReported}.`,
    ...grouped(differing, ({ own }) => timesText(moment, own)).map(
      (alike) =>
        `As recognised by ${readingTitles(
          moment.agreement,
          alike.map(({ reading }) => reading),
        )}, it ${timesText(moment, alike[0].own)}.`,
    ),
  ];
}

function timesText(moment: Judged, { times, perhaps, last }: Happened): string {
  const may = perhaps === 0 ? '' : `, and may have happened ${counted(perhaps, 'time')} more`;
  if (last === null)
    return perhaps === 0 ? 'has not happened' : `may have happened ${counted(perhaps, 'time')}`;
  const status = STEP_STATUS_WORDS[last.status];
  const claims = published(moment, [...last.claims]);
  const says = restsOn(moment.agreement, claims, claims.length === 0 ? 'assumed' : 'sourced');
  const when = `last ${rangeText(last.date)} (${status === '' ? '' : `${status}: `}${last.step})`;
  return `has happened ${counted(times, 'time')}, ${when} [${says}]${may}`;
}
