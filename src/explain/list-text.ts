import { type Agreement, partyTitle } from '../model/agreement.ts';
import { type Stance, STANCES } from '../model/statement.ts';
import type { ScenarioFile } from '../model/shapes/scenario.ts';
import { handsOverTime } from '../model/agreement-on.ts';
import { dayText, rangeText } from '../model/day-words.ts';
import {
  type Block,
  GAP,
  heading,
  joined,
  line,
  phrase,
  phrased,
  rows,
  title,
  type Words,
} from './document.ts';
import { addedText } from './claims-text.ts';
import { tenureText } from './tenure-text.ts';
import { type ListName, LISTS } from './lists.ts';
import { controllersText, controllersWords, recordLine } from './words.ts';

/** What a party holds, before the gates that it holds it on. */
const STANCE_TOWARDS: Readonly<Record<Stance, string>> = {
  asks: 'asks something before',
  objects: 'objects to',
  backs: 'backs',
};

/** What there is, as tables: all lists, or the one asked for. */
export function listText(
  agreement: Agreement,
  scenarios: ReadonlyMap<string, ScenarioFile>,
  only: ListName | null,
): Block[] {
  const names = only === null ? LISTS : [only];
  return [
    title(`${agreement.title} (${agreement.id})`),
    ...(only === null ? line(agreement.question ?? '') : []),
    ...names.flatMap((name) => [
      heading(`${name}:`),
      ...rows(rowsOf(agreement, scenarios, name), { depth: 1 }),
    ]),
    GAP,
    ...line(recordLine(agreement)),
  ];
}

function rowsOf(
  agreement: Agreement,
  scenarios: ReadonlyMap<string, ScenarioFile>,
  name: ListName,
): Words[][] {
  switch (name) {
    case 'scenarios':
      return [...scenarios.values()].map(({ id, kind, title: called }) => [id, kind, called]);
    case 'gates':
      return [...agreement.gates.values()].map(({ id, event, title: called }) => [
        id,
        event === id ? '' : event,
        called,
      ]);
    case 'regions':
      return agreement.statechart.regions.map(({ id, kind, title: called, stages }) => [
        id,
        kind,
        `${called}: ${stages.map((stage) => stage.id).join(', ')}`,
      ]);
    case 'readings':
      return [...agreement.readings.values()].map(({ id, kind, title: called, positions }) => {
        const said = STANCES.flatMap((stance) => {
          const gates = [...positions].flatMap(([event, statements]) =>
            statements.some((statement) => statement.stance === stance)
              ? [agreement.events.get(event)?.gate ?? event]
              : [],
          );
          return gates.length === 0 ? [] : [`${STANCE_TOWARDS[stance]} ${gates.join(', ')}`];
        });
        return [id, kind, `${called}: ${said.join('; ') || 'no position reported'}`];
      });
    case 'events':
      return [...agreement.events.values()].map((event) => {
        const hands = handsOverTime(agreement, event.id).map(({ from, controllers }) => {
          const who = controllersText(agreement, controllers);
          return [phrase(from === null ? who : `from ${dayText(from)} on: ${who}`)];
        });
        const who =
          hands.length > 0
            ? joined(hands, '; ')
            : controllersWords(agreement, event.controllers, event.takingPart);
        const assumed =
          event.assumed === null ? '' : ` Assumed by the model itself: ${event.assumed}`;
        return [
          event.id,
          event.gate ?? '',
          phrased`${event.title}${event.again ? ', any number of times' : ''} (who can: ${who})${assumed}`,
        ];
      });
    case 'sources':
      return agreement.sources.map((source) => {
        const { id, published, publisher, title: called, claims } = source;
        return [
          id,
          rangeText(published),
          `${called}${addedText(source)}. Publisher: ${publisher ?? 'not shown in the text'}. ${claims.length} claims.`,
        ];
      });
    case 'parties':
      return [...agreement.parties.keys(), ...agreement.speakers.keys()]
        .map((id) => [
          id,
          agreement.parties.has(id) ? 'party' : 'speaker',
          `${partyTitle(agreement, id)}${actsForText(agreement, id)}`,
        ])
        .concat(
          [...agreement.hands.roles.values()].map(({ id, title: called, heldBy }) => [
            id,
            'role',
            `${called}, held by: ${heldBy.map((each) => `${partyTitle(agreement, each.party)}${tenureText(each)}`).join('; ') || 'nobody known'}`,
          ]),
        );
  }
}

/** For whom a party acts, one after another: `, acts for: the north until 31 Mar 2031`; empty where for nobody. */
function actsForText(agreement: Agreement, id: string): string {
  const list = agreement.hands.actsFor.get(id) ?? [];
  const said = list.map((each) => `${partyTitle(agreement, each.party)}${tenureText(each)}`);
  return said.length === 0 ? '' : `, acts for: ${said.join('; ')}`;
}
