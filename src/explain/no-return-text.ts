import { isPublished } from '../model/position.ts';
import type { LostFromOne, PointOfNoReturn, PointsOfNoReturn } from '../search/no-return.ts';
import { type Block, heading, joined, line, type Phrase, phrased } from './document.ts';
import { reachedSaid } from './reached-text.ts';
import { completeness, eventsSaid, goalText, NO_WAY_WORDS, type Searched } from './search-text.ts';
import { caseBlocks } from './where-text.ts';
import { whoWords } from './who-words.ts';
import { capital, counted, listed, underReadings } from './words.ts';

/** What can lose a goal for good under one reading. */
export interface LostUnder {
  readonly reading: string;
  readonly answer: PointsOfNoReturn;
}

/** The events that can put a goal out of reach for good, reading by reading. */
export function noReturnText(searched: Searched, found: readonly LostUnder[]): Block[] {
  const { agreement } = searched.moment;
  return found.flatMap(({ reading, answer }) => [
    heading(`${capital(underReadings(agreement, [reading]))}:`),
    ...lostLines(searched, reading, answer),
  ]);
}

function lostLines(searched: Searched, reading: string, answer: PointsOfNoReturn): Block[] {
  const { agreement } = searched.moment;
  const { cases, inEach } = answer;
  if (cases.length === 0) return lostFromBlocks(searched, reading, answer);
  const goal = goalText(agreement, searched.goal);
  return [
    ...line(
      `How ${goal} can be put out of reach depends on what is not known${inEach.length === 0 ? '' : `; however things stand, these can do so: ${listed(inEach.map((id) => eventsSaid(agreement, [id])))}`}.`,
      1,
    ),
    ...caseBlocks(agreement, cases, (from) =>
      from.isReached
        ? line('It has been reached, and can no longer be put out of reach.', 1)
        : lostFromBlocks(searched, reading, from),
    ),
  ];
}

function lostFromBlocks(searched: Searched, reading: string, answer: LostFromOne): Block[] {
  const goal = goalText(searched.moment.agreement, searched.goal);
  const { possible, lost, points, undoneByAssumed } = answer;
  if (answer.isReached)
    return line(`${reachedSaid(searched, [reading])}. It can no longer be put out of reach.`, 1);
  if (possible === null || lost === null)
    return [
      ...line(`The work was stopped before it was known how ${goal} could be put out of reach.`, 1),
      ...line(completeness(false), 1),
    ];
  return [
    ...line(
      `${goal} can still be reached from ${lost === 0n ? 'all of the ' : ''}${counted(possible, 'reachable state')}${lost === 0n ? '' : `, and no longer from ${counted(lost, 'state')}`}. Such counts are properties of the model, never likelihoods.`,
      1,
    ),
    ...line(
      points.length === 0
        ? 'No single event puts it out of reach.'
        : 'Events that put it out of reach:',
      1,
    ),
    ...points.flatMap((point) => line(pointSaid(searched, point), 2)),
    ...line(
      undoneByAssumed.length === 0
        ? ''
        : 'Events after which only what the model itself assumes leads back:',
      1,
    ),
    ...undoneByAssumed.flatMap((point) => line(pointSaid(searched, point), 2)),
    ...line(completeness(answer.complete), 1),
  ];
}

function pointSaid({ moment }: Searched, point: PointOfNoReturn): Phrase[] {
  const { agreement, viewpoint } = moment;
  const counts = (reference: string) => isPublished(agreement, reference, viewpoint.knownBy);
  const { event, states, events, reasons, assumed } = point;
  const told = [
    phrased`Who can: ${whoWords(agreement, event, counts)}.`,
    ...(events === null ? [] : [phrased`Soonest: ${eventsSaid(agreement, events)}.`]),
    ...(reasons.length === 0
      ? []
      : [
          phrased`There is no path back, since ${listed(
            reasons.map((reason) => NO_WAY_WORDS[reason]),
            'or',
          )}.`,
        ]),
    ...(assumed === null ? [] : [phrased`Assumed by the model itself: ${assumed}`]),
  ];
  return joined(
    [phrased`${eventsSaid(agreement, [event])}, in ${counted(states, 'state')}.`, ...told],
    ' ',
  );
}
