import { partyTitle } from '../model/agreement.ts';
import type { VetoAnswer } from '../search/veto.ts';
import { type Block, line, rows } from './document.ts';
import { completeness, goalText, type Searched } from './search-text.ts';
import { AS_ASKED, readingTitles } from './words.ts';

/** Who can block a goal for good. */
export function vetoText({ moment, readings, goal: asked }: Searched, answer: VetoAnswer): Block[] {
  const { agreement } = moment;
  const goal = goalText(agreement, asked);
  const head = line(
    `Who can block ${goal} for good, under ${readingTitles(agreement, readings)}; derived.`,
  );
  if (answer.reachable !== true)
    return [
      ...head,
      ...line(
        answer.reachable === null
          ? 'Whether it can be reached at all was not determined before the work was stopped.'
          : 'It cannot be reached at all, so nobody needs a veto; `phasegate plan` says why.',
      ),
      ...line(completeness(answer.complete)),
    ];
  const cells = answer.vetoes.map(({ party, byWithholding, bySpoiling }) => {
    const events = (bySpoiling ?? []).map(
      (id) => `"${agreement.events.get(id)?.title ?? id}" (${id})`,
    );
    return [
      partyTitle(agreement, party),
      [
        ...(byWithholding ? ['by doing nothing: there is no way without it'] : []),
        ...(bySpoiling === null
          ? []
          : [`by ${events.join(', then ')}: after that there is no way at all in the model`]),
      ].join('; '),
    ];
  });
  const none = answer.complete
    ? 'No single party can.'
    : 'None had been found when the work was stopped.';
  return [
    ...head,
    ...(cells.length === 0 ? line(none) : rows(cells, { depth: 1 })),
    ...line(
      answer.unstated === 'free'
        ? 'Events of which no document says who controls them may happen freely here.'
        : 'Events of which no document says who controls them do not happen here.',
    ),
    ...line(AS_ASKED),
    ...line(completeness(answer.complete)),
  ];
}
