import { type Agreement, partyTitle } from '../model/agreement.ts';
import type { Veto, VetoAnswer, VetoesFromOne } from '../search/veto.ts';
import { type Block, line, phrased, rows } from './document.ts';
import { partlyReachedSaid, reachedSaid } from './reached-text.ts';
import { completeness, eventsSaid, goalText, NO_WAY_WORDS, type Searched } from './search-text.ts';
import { delegationWords } from './delegation-text.ts';
import { SAYS_WHY } from './typed-words.ts';
import { caseBlocks } from './where-text.ts';
import { AS_ASKED, underReadings } from './words.ts';

/** Who can block a goal for good. */
export function vetoText(searched: Searched, answer: VetoAnswer): Block[] {
  const { moment, readings, goal: asked } = searched;
  const { agreement } = moment;
  const goal = goalText(agreement, asked);
  const under = underReadings(agreement, readings);
  if (answer.isReached)
    return line(`${reachedSaid(searched, readings)}. Nobody can block it any more.`);
  const head = [
    ...line(`Who can block ${goal} for good, ${under}; derived.`),
    ...line(partlyReachedSaid(searched)),
  ];
  const foot = line(completeness(answer.complete));
  if (answer.cases.length > 0)
    return [
      ...head,
      ...line(
        answer.vetoes.length === 0
          ? 'No party can in every case; who can depends on what is not known.'
          : 'These can in every case; who else can, and how, depends on what is not known:',
      ),
      ...rows(
        answer.vetoes.map((veto) => [partyTitle(agreement, veto.party), howSaid(agreement, veto)]),
        { depth: 1 },
      ),
      ...caseBlocks(agreement, answer.cases, (from) =>
        from.isReached
          ? line('Nothing is left to be done, and nobody can block it any more.', 1)
          : fromBlocks(agreement, from),
      ),
      ...line(unstatedSaid(answer.unstated)),
      ...line(delegationWords(agreement)),
      ...line(AS_ASKED),
      ...foot,
    ];
  if (answer.reachable !== true) return [...head, ...fromBlocks(agreement, answer), ...foot];
  return [
    ...head,
    ...fromBlocks(agreement, answer),
    ...line(unstatedSaid(answer.unstated)),
    ...line(delegationWords(agreement)),
    ...line(AS_ASKED),
    ...foot,
  ];
}

/** Who can where it is known how things stand, or where that makes no difference. */
function fromBlocks(agreement: Agreement, answer: VetoesFromOne): Block[] {
  if (answer.reachable !== true)
    return line(
      answer.reachable === null
        ? 'The work was stopped before it was known whether it can be reached at all.'
        : phrased`It cannot be reached at all, so there is nothing to block; ${SAYS_WHY}.`,
    );
  const none = answer.complete
    ? 'No single party can.'
    : 'None had been found when the work was stopped.';
  return [
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
      : line(
          'After these events, which one party can bring about, only events that the model itself assumes lead there:',
        )),
    ...rows(
      answer.undoneByAssumed.map(({ party, events }) => [
        partyTitle(agreement, party),
        `by ${eventsSaid(agreement, events)}`,
      ]),
      { depth: 1 },
    ),
  ];
}

function unstatedSaid(unstated: VetoAnswer['unstated']): string {
  return unstated === 'free'
    ? 'Events of which no document says who can bring them about may happen at any time here.'
    : 'Events of which no document says who can bring them about do not happen here.';
}

function howSaid(agreement: Agreement, { byWithholding, bySpoiling }: Veto): string {
  if (!byWithholding && bySpoiling === null) return 'in one way or another, by case';
  return [
    ...(byWithholding ? ['by doing nothing: there is no path without it'] : []),
    ...(bySpoiling === null
      ? []
      : [
          `by ${eventsSaid(agreement, bySpoiling.events)}: there is no path afterwards, since ${bySpoiling.reason === null ? 'something excludes it that was not found before the work was stopped' : NO_WAY_WORDS[bySpoiling.reason]}`,
        ]),
  ].join('; ');
}
