import { type Agreement, partyTitle, readingTitle } from '../model/agreement.ts';
import { citationsText } from '../model/citation.ts';
import type { CoalitionAnswer, HelpedSet } from '../search/coalitions.ts';
import { completeness } from './explore-text.ts';
import { wrap } from './table.ts';
import { listed, AS_ASKED } from './words.ts';

/**
 * Which coalitions can reach a goal on their own: what follows from what the documents say of who can do what, and
 * what would if the events of which no document says so came about by themselves.
 *
 * @param onlyHelped leaves the first of the two out
 */
export function coalitionsText(
  agreement: Agreement,
  goal: string,
  readings: readonly string[],
  answer: CoalitionAnswer,
  width: number,
  onlyHelped = false,
): string[] {
  const { helped } = answer;
  // Where nothing needs to come about by itself the two answers are one.
  const isOne = helped === null || helped.every(({ events }) => events.flat().length === 0);
  const stated = statedText(agreement, goal, answer, width);
  const under = listed(readings.map((id) => readingTitle(agreement, id)));
  return [
    ...wrap(`Who can reach ${goal} on their own, under ${under}; derived.`, width),
    '',
    ...(onlyHelped && (!isOne || helped?.length === 0) ? [] : [...stated, '']),
    ...(helped === null ? [] : helpedText(agreement, goal, answer, helped, width)),
    ...wrap(`Parties that could matter: ${named(agreement, answer.parties)}.`, width),
    AS_ASKED,
    completeness(answer.complete),
  ];
}

function named(agreement: Agreement, parties: readonly string[]): string {
  return parties.length === 0
    ? 'nobody needs to act'
    : listed(parties.map((id) => partyTitle(agreement, id)));
}

function statedText(
  agreement: Agreement,
  goal: string,
  { minimal, complete }: CoalitionAnswer,
  width: number,
): string[] {
  const basis = 'On what the documents say of who can bring what about,';
  if (minimal.length === 0)
    return wrap(
      complete
        ? `${basis} no set of parties can reach ${goal} on its own.`
        : `${basis} no set of parties had been found when the work was stopped.`,
      width,
    );
  return [
    ...wrap(
      complete
        ? `${basis} the smallest sets of parties that can reach ${goal} on their own, all else standing still:`
        : `${basis} these sets of parties were found to suffice; smaller ones may as well:`,
      width,
    ),
    ...minimal.flatMap((set) => wrap(named(agreement, set), width, '  ')),
  ];
}

function helpedText(
  agreement: Agreement,
  goal: string,
  { unstatedEvents, complete }: CoalitionAnswer,
  helped: readonly HelpedSet[],
  width: number,
): string[] {
  const count = unstatedEvents.length;
  const what = `events that bear on ${goal} and of which no document says who can bring them about (${count} in all)`;
  // Stopped before the end, neither that there is none nor that none is needed is known.
  if (!complete && helped.every(({ events }) => events.flat().length === 0))
    return [
      ...wrap(
        `What would suffice if the ${what} came about by themselves was not found out.`,
        width,
      ),
      '',
    ];
  if (helped.length === 0)
    return [...wrap(`Even if the ${what} came about by themselves, no set could.`, width), ''];
  if (helped.every(({ events }) => events.flat().length === 0))
    return [...wrap(`None of the ${what} is needed for that.`, width), ''];
  return [
    ...wrap(
      `If ${what} came about by themselves, these would suffice, each with the events named:`,
      width,
    ),
    ...helped.flatMap(({ parties, events }) => [
      ...wrap(named(agreement, parties), width, '  '),
      ...events.flatMap((set, index) =>
        wrap(`${index === 0 ? '' : 'or '}${onceText(agreement, set)}`, width, '    '),
      ),
    ]),
    '',
  ];
}

function onceText(agreement: Agreement, events: readonly string[]): string {
  if (events.length === 0) return 'without any such event';
  const once =
    events.length === 1 ? 'once this comes about by itself' : 'once these come about by themselves';
  return `${once}: ${events.map((id) => eventText(agreement, id)).join('; ')}`;
}

function eventText(agreement: Agreement, id: string): string {
  const { title = id, claims = [] } = agreement.events.get(id) ?? {};
  const soFar =
    claims.length === 0 ? '' : `; who takes part so far: ${citationsText(agreement, claims)}`;
  return `${title} (${id}${soFar})`;
}
