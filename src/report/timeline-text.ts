import { type Agreement, conditionTitle, readingTitle } from '../model/agreement.ts';
import type { StatementChange, TimelineAsked, TimelineEntry } from '../answer/timeline.ts';
import { conditionsOf } from '../model/condition.ts';
import type { Stance } from '../model/position.ts';
import type { PartyStanding } from '../model/standing.ts';
import type { Story, StoryStep } from '../model/story.ts';
import { dayText, rangeText } from './citation.ts';
import { type Block, GAP, line, rows, title } from './document.ts';
import {
  canHappenWord,
  eventName,
  listed,
  recordLine,
  restsOn,
  runTitle,
  VERDICT_WORDS,
} from './words.ts';

/** How a change of what a party holds is told, by what became of the statement. */
const CHANGED: Readonly<Record<StatementChange['change'], Readonly<Record<Stance, string>>>> = {
  certain: {
    asks: 'asks for',
    objects: 'objects, no condition reported',
    backs: 'backs it',
  },
  perhaps: {
    asks: 'may by then ask for',
    objects: 'may by then object, no condition reported',
    backs: 'may by then back it',
  },
  over: {
    asks: 'no longer asks for',
    objects: 'no longer objects',
    backs: 'no longer backs it',
  },
};

/** When an event's verdict changed: one row a day, with what brought the change about. */
export function timelineText(
  agreement: Agreement,
  story: Story,
  eventId: string,
  entries: readonly TimelineEntry[],
  { asOf = null, knownBy = null }: TimelineAsked = {},
): Block[] {
  const [first] = entries;
  const { title: called, gate } = agreement.events.get(eventId) ?? { title: eventId, gate: null };
  const clocks = [
    `scenario ${story.scenario.id}`,
    ...(asOf === null ? [] : [`up to ${dayText(asOf)}`]),
    ...(knownBy === null ? [] : [`known by ${dayText(knownBy)}`]),
  ];
  const readings = first === undefined ? [] : readingsOf(first).map(({ reading }) => reading);
  const head = [
    'By',
    'Overall',
    ...readings.map((id) => runTitle(agreement, id)),
    'Can happen',
    'What changed it',
  ];
  const isNothing = first?.standing.moment.nothingPublished === true && knownBy !== null;
  return [
    title(agreement.title),
    ...line(`${called} (${eventName({ id: eventId, gate })}) in ${clocks.join(', ')}.`),
    GAP,
    ...(isNothing
      ? line(`Nothing had been published by ${dayText(knownBy)}.`)
      : [
          ...rows(
            entries.map((entry, index) => rowOf(agreement, entry, index)),
            { head },
          ),
          GAP,
          ...line('* changed on that day: what a reading says, or what keeps it from happening.'),
        ]),
    GAP,
    ...line(recordLine(agreement)),
  ];
}

function readingsOf({ standing }: TimelineEntry): PartyStanding[] {
  return [...standing.parties, ...standing.terms];
}

function rowOf(agreement: Agreement, entry: TimelineEntry, index: number): string[] {
  const { standing, changed, changedAsReported } = entry;
  // Where the story begins nothing has changed yet.
  const marked = (isChanged: boolean) => (isChanged && index > 0 ? ' *' : '');
  return [
    entry.day === null ? 'undated' : dayText(entry.day),
    VERDICT_WORDS[standing.verdict].word,
    ...readingsOf(entry).map(
      ({ reading, verdict }) =>
        `${VERDICT_WORDS[verdict].word}${marked(changed.includes(reading))}`,
    ),
    `${canHappenWord(standing.possible.answer, standing.taken)}${marked(changedAsReported)}`,
    [
      ...stepsText('step', entry.certain),
      ...stepsText('may have happened by then:', entry.possible),
      ...entry.statements.map((change) => statementText(agreement, change)),
    ].join('; '),
  ];
}

function stepsText(what: string, steps: readonly StoryStep[]): string[] {
  return steps.map(({ id, date }) => `${what} ${id} (${rangeText(date)})`);
}

/** What a party came to hold, may have come to hold, or no longer holds; that it is inferred is said. */
function statementText(
  agreement: Agreement,
  { statement, change, isInferred, claims }: StatementChange,
): string {
  const asked = conditionsOf(statement.asked).map((each) => conditionTitle(agreement, each));
  const inferred = isInferred ? ', by inference,' : '';
  const what = asked.length === 0 ? '' : ` ${listed(asked)}`;
  const basis = restsOn(agreement, claims, statement.basis);
  return `${readingTitle(agreement, statement.reading)}${inferred} ${CHANGED[change][statement.stance]}${what} [${basis}]`;
}
