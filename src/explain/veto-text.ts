import { type Agreement, partyTitle } from '../model/agreement.ts';
import type { Veto, VetoAnswer } from '../search/veto.ts';
import { type Block, line, rows } from './document.ts';
import { reachedSaid } from './reached-text.ts';
import { completeness, eventsSaid, goalText, NO_WAY_WORDS, type Searched } from './search-text.ts';
import { delegationText } from './delegation-text.ts';
import { AS_ASKED, readingTitles } from './words.ts';

/** Who can block a goal for good. */
export function vetoText(searched: Searched, answer: VetoAnswer): Block[] {
  const { moment, readings, goal: asked } = searched;
  const { agreement } = moment;
  const goal = goalText(agreement, asked);
  const under = readingTitles(agreement, readings);
  if (answer.isReached)
    return line(`${reachedSaid(searched, readings)}. Nobody can block it any more.`);
  const head = line(`Who can block ${goal} for good, under ${under}; derived.`);
  if (answer.reachable !== true)
    return [
      ...head,
      ...line(
        answer.reachable === null
          ? 'Whether it can be reached at all was not determined before the work was stopped.'
          : 'It cannot be reached at all, so nobody needs a veto; `plan`, asked the same, says why.',
      ),
      ...line(completeness(answer.complete)),
    ];
  const none = answer.complete
    ? 'No single party can.'
    : 'None had been found when the work was stopped.';
  return [
    ...head,
    ...(answer.vetoes.length === 0
      ? line(none)
      : rows(
          answer.vetoes.map((veto) => [
            partyTitle(agreement, veto.party),
            howSaid(agreement, veto),
          ]),
          { depth: 1 },
        )),
    ...(answer.undoneByAssumed.length === 0
      ? []
      : line('After what these can do only events that the model itself assumes lead there:')),
    ...rows(
      answer.undoneByAssumed.map(({ party, events }) => [
        partyTitle(agreement, party),
        `by ${eventsSaid(agreement, events)}`,
      ]),
      { depth: 1 },
    ),
    ...line(
      answer.unstated === 'free'
        ? 'Events of which no document says who controls them may happen freely here.'
        : 'Events of which no document says who controls them do not happen here.',
    ),
    ...line(delegationText(moment.agreement)),
    ...line(AS_ASKED),
    ...line(completeness(answer.complete)),
  ];
}

function howSaid(agreement: Agreement, { byWithholding, bySpoiling }: Veto): string {
  return [
    ...(byWithholding ? ['by doing nothing: there is no way without it'] : []),
    ...(bySpoiling === null
      ? []
      : [
          `by ${eventsSaid(agreement, bySpoiling.events)}: there is no way afterwards, since ${bySpoiling.reason === null ? 'something that was not determined excludes it' : NO_WAY_WORDS[bySpoiling.reason]}`,
        ]),
  ].join('; ');
}
