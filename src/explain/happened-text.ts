import { rangeText } from '../model/day-words.ts';
import type { Happened } from '../model/happened.ts';
import { published } from '../model/moment.ts';
import type { Standing } from '../model/standing.ts';
import { grouped } from './grouped.ts';
import type { Judged } from './judged.ts';
import { type Phrase, phrase, phrased, plainWords } from './document.ts';
import { stepNamed } from './step-title.ts';
import { counted, readingTitles, restsOnPhrase, STEP_STATUS_WORDS } from './words.ts';

/**
 * How often an event that may happen again has happened, as reported and in the runs in which that differs, one sentence
 * each; none for other events.
 */
export function happenedTexts({ moment, happened, parties }: Standing): Phrase[][] {
  if (happened === null) return [];
  const asReported = plainWords(timesWords(moment, happened));
  const differing = parties.flatMap(({ reading, happened: own }) =>
    own === null || plainWords(timesWords(moment, own)) === asReported ? [] : [{ reading, own }],
  );
  return [
    phrased`It may happen any number of times. As reported it ${timesWords(moment, happened)}.`,
    ...grouped(differing, ({ own }) => plainWords(timesWords(moment, own))).map(
      (alike) =>
        phrased`As recognised by ${readingTitles(
          moment.agreement,
          alike.map(({ reading }) => reading),
        )}, it ${timesWords(moment, alike[0].own)}.`,
    ),
  ];
}

function timesWords(moment: Judged, { times, perhaps, last }: Happened): Phrase[] {
  const may = perhaps === 0 ? '' : `, and may have happened ${counted(perhaps, 'time')} more`;
  if (last === null)
    return [
      phrase(perhaps === 0 ? 'has not happened' : `may have happened ${counted(perhaps, 'time')}`),
    ];
  const status = STEP_STATUS_WORDS[last.status];
  const claims = published(moment, [...last.claims]);
  const says = restsOnPhrase(moment.agreement, claims, claims.length === 0 ? 'assumed' : 'sourced');
  const step = stepNamed(
    moment.played.steps.map((each) => each.step),
    last.step,
  );
  const when = `last ${rangeText(last.date)} (${status === '' ? '' : `${status}: `}${step})`;
  return phrased`has happened ${counted(times, 'time')}, ${when}${says}${may}`;
}
