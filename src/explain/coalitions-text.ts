import { type Agreement, partyTitle } from '../model/agreement.ts';
import { published } from '../model/moment.ts';
import type {
  CoalitionAnswer,
  CoalitionSet,
  CoalitionsFromOne,
  HelpedSet,
  NoSetReason,
} from '../search/coalitions.ts';
import { type Block, GAP, line, type Phrase, phrased, typed } from './document.ts';
import type { Judged } from './judged.ts';
import { partlyReachedSaid, reachedSaid } from './reached-text.ts';
import { completeness, eventsSaid, goalText, NO_WAY_WORDS, type Searched } from './search-text.ts';
import { delegationWords } from './delegation-text.ts';
import { caseBlocks } from './where-text.ts';
import { AS_ASKED, capital, eventTitle, listed, takingPartWords, underReadings } from './words.ts';

/**
 * Which coalitions can reach a goal on their own: what follows from what the documents say of who can do what, and
 * what would if the events of which no document says so came about by themselves.
 *
 * @param onlyHelped leaves the first of the two out
 */
export function coalitionsText(
  searched: Searched,
  answer: CoalitionAnswer,
  onlyHelped = false,
): Block[] {
  const { moment, readings } = searched;
  const goal = goalText(moment.agreement, searched.goal);
  const whose = underReadings(moment.agreement, readings);
  const question = answer.isReached
    ? []
    : [...line(`Who can reach ${goal} on their own, ${whose}; derived.`), GAP];
  return [...question, ...coalitionsAnswer(searched, answer, onlyHelped)];
}

/** The same below a head that has said what was asked. */
export function coalitionsAnswer(
  searched: Searched,
  answer: CoalitionAnswer,
  onlyHelped = false,
): Block[] {
  const { moment, readings } = searched;
  const { agreement } = moment;
  const goal = goalText(agreement, searched.goal);
  const { isReached, cases } = answer;
  if (isReached) return line(`${reachedSaid(searched, readings)}. Nobody needs to act.`);
  const foot = [
    ...line(
      `Parties that could matter: ${answer.parties.length === 0 ? 'none' : named(agreement, answer.parties)}.`,
    ),
    ...line(delegationWords(agreement)),
    ...line(AS_ASKED),
    ...line(completeness(answer.complete)),
  ];
  return [
    ...line(partlyReachedSaid(searched)),
    ...(cases.length === 0
      ? [...setsBlocks(searched, goal, answer, onlyHelped), GAP]
      : [
          ...line(
            answer.minimal.length === 0
              ? 'By what the documents say, no set of parties can reach it in every case; who can depends on what is not known.'
              : 'By what the documents say, these can reach it in every case, though not always by the same events; who else can depends on what is not known:',
          ),
          ...answer.minimal.flatMap((set) => line(setSaid(agreement, set), 1)),
          GAP,
          ...caseBlocks(agreement, cases, (from) =>
            from.isReached
              ? line('Nothing is left to be done.', 1)
              : setsBlocks(searched, goal, from, onlyHelped),
          ),
          GAP,
        ]),
    ...foot,
  ];
}

/** The two answers where it is known how things stand, or where that makes no difference. */
function setsBlocks(
  { moment }: Searched,
  goal: string,
  answer: CoalitionsFromOne,
  onlyHelped: boolean,
): Block[] {
  const { helped } = answer;
  // Where nothing needs to come about by itself the two answers are one.
  const isOne = helped === null || helped.every(({ events }) => events.flat().length === 0);
  const isLeftOut = onlyHelped && (!isOne || helped?.length === 0);
  return [
    ...(isLeftOut ? [] : statedBlocks(moment.agreement, goal, answer)),
    ...(isLeftOut || helped === null ? [] : [GAP]),
    ...(helped === null ? [] : helpedBlocks(moment, goal, answer, helped, isLeftOut)),
  ];
}

function named(agreement: Agreement, parties: readonly string[]): string {
  return parties.length === 0
    ? 'nobody needs to act'
    : listed(parties.map((id) => partyTitle(agreement, id)));
}

/** A set of parties, with what of its way rests on the model's own assumption. */
function setSaid(agreement: Agreement, { parties, assumed }: CoalitionSet): string {
  const rests =
    assumed.length === 0
      ? ''
      : `, by events that the model itself assumes: ${eventsSaid(agreement, assumed)}`;
  return `${capital(named(agreement, parties))}${rests}`;
}

function statedBlocks(
  agreement: Agreement,
  goal: string,
  { minimal, reason, complete }: CoalitionsFromOne,
): Block[] {
  const basis = 'By what the documents say of who can bring what about,';
  if (minimal.length === 0)
    return line(
      complete
        ? phrased`${basis} no set of parties can reach ${goal} on its own${reason === null ? '' : phrased`: ${whyNoneWords(agreement, reason)}`}.`
        : `${basis} no set of parties had been found when the work was stopped.`,
    );
  return [
    ...line(
      complete
        ? `${basis} the smallest sets of parties that can reach ${goal} on their own, while nobody else acts:`
        : `${basis} these sets of parties can; smaller ones may too, as the work was stopped:`,
    ),
    ...minimal.flatMap((set) => line(setSaid(agreement, set), 1)),
  ];
}

/** Why no set of parties can, in words that go on from a colon. */
function whyNoneWords(agreement: Agreement, reason: NoSetReason): Phrase[] {
  if (reason.kind === 'nobodys')
    return phrased`it takes events of which no document says who can bring them about, such as ${listed(reason.events.map((id) => `"${eventTitle(agreement, id)}" (${id})`))}`;
  const more =
    reason.kind === 'events'
      ? []
      : [typed('; `plan` with the same options names it', '; the shortest path names it')];
  return phrased`${NO_WAY_WORDS[reason.kind]}${more}`;
}

function helpedBlocks(
  moment: Judged,
  goal: string,
  { unstatedEvents, reason, complete }: CoalitionsFromOne,
  helped: readonly HelpedSet[],
  isAlone: boolean,
): Block[] {
  const count = unstatedEvents.length;
  const what =
    count === 1
      ? `event that bears on ${goal} and that no document gives to anyone`
      : `${count} events that bear on ${goal} and that no document gives to anyone`;
  const itself = count === 1 ? 'itself' : 'themselves';
  const isNeeded = helped.some(({ events }) => events.flat().length > 0);
  // Stopped before the end, neither that there is none nor that none is needed is known.
  if (!complete && !isNeeded)
    return line(
      `The work was stopped before it was known who could if the ${what} came about by ${itself}.`,
    );
  if (helped.length === 0)
    return line(
      phrased`Even if the ${what} came about by ${itself}, no set could${isAlone && reason !== null ? phrased`: ${whyNoneWords(moment.agreement, reason)}` : ''}.`,
    );
  if (!isNeeded)
    return line(
      `${count === 1 ? 'The' : 'None of the'} ${what} is ${count === 1 ? 'not ' : ''}needed for that.`,
    );
  return [
    ...line(
      `If the ${what} came about by ${itself}, these parties could, each with the events named:`,
    ),
    ...helped.flatMap(({ events, ...reached }) => [
      ...line(setSaid(moment.agreement, reached), 1),
      ...events.flatMap((set, index) => onceBlocks(moment, set, index > 0)),
    ]),
  ];
}

/** The events that have to come about by themselves: one in a line, several in a line each. */
function onceBlocks(moment: Judged, events: readonly string[], isOther: boolean): Block[] {
  const or = isOther ? 'or ' : '';
  const said = events.map((id) => eventWords(moment, id));
  const [first] = said;
  if (first === undefined) return line(`${or}without any such event`, 2);
  return said.length === 1
    ? line(phrased`${or}once this comes about by itself: ${first}`, 2)
    : [
        ...line(`${or}once these come about by themselves:`, 2),
        ...said.flatMap((each) => line(each, 3)),
      ];
}

function eventWords(moment: Judged, id: string): Phrase[] {
  const { agreement } = moment;
  const { title = id, takingPart = [] } = agreement.events.get(id) ?? {};
  return phrased`${title} (${id}${takingPartWords(agreement, published(moment, takingPart))})`;
}
