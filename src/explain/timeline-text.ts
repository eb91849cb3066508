import { type Agreement, conditionTitle, readingTitle } from '../model/agreement.ts';
import type { StatementChange, TimelineAsked, TimelineEntry } from '../answer/timeline.ts';
import type { Statement } from '../model/statement.ts';
import type { PartyStanding } from '../model/standing.ts';
import type { Story, StoryStep } from '../model/story.ts';
import { dayText, rangeText } from '../model/day-words.ts';
import { askedText, heldTitle } from './condition-text.ts';
import {
  type Block,
  GAP,
  line,
  type Phrase,
  phrase,
  phrased,
  rows,
  title,
  type Words,
} from './document.ts';
import { nothingPublishedText, scenarioText } from './moment-text.ts';
import { quoted } from './step-title.ts';
import {
  canHappenWord,
  eventName,
  HELD_WORDS,
  listed,
  recordLine,
  restsOnPhrase,
  runTitle,
  STEP_STATUS_WORDS,
  VERDICT_WORDS,
} from './words.ts';

/** Which words tell what became of a statement. */
const CHANGED = {
  certain: 'holding',
  perhaps: 'perhapsHolding',
  over: 'noLonger',
} as const satisfies Readonly<Record<StatementChange['change'], string>>;

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
    `scenario ${scenarioText(story)}`,
    ...(asOf === null ? [] : [`up to ${dayText(asOf)}`]),
    ...(knownBy === null ? [] : [`known by ${dayText(knownBy)}`]),
  ];
  const readings = first === undefined ? [] : readingsOf(first).map(({ reading }) => reading);
  const head = [
    'By',
    'Overall',
    ...readings.map((id) => runTitle(agreement, id)),
    'By its stage',
    'What changed it',
  ];
  const nothing = first === undefined ? '' : nothingPublishedText(first.standing.moment);
  return [
    title(agreement.title),
    ...line(`${called} (${eventName({ id: eventId, gate })}) in ${clocks.join(', ')}.`),
    GAP,
    ...(nothing !== ''
      ? line(nothing)
      : [
          ...rows(
            entries.flatMap((entry, index) => rowsOf(agreement, entry, index)),
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

/** A row, and one more for each further thing that brought the change about. */
function rowsOf(agreement: Agreement, entry: TimelineEntry, index: number): Words[][] {
  const { standing, changed, changedAsReported } = entry;
  // Where the story begins nothing has changed yet.
  const marked = (isChanged: boolean) => (isChanged && index > 0 ? ' *' : '');
  const [cause = [], ...more] = causesOf(agreement, entry, index === 0);
  const cells = [
    index === 0 && standing.moment.played.steps.length === 0
      ? 'before the first step'
      : entry.day === null
        ? 'undated'
        : dayText(entry.day),
    VERDICT_WORDS[standing.verdict].word,
    ...readingsOf(entry).map(
      ({ reading, verdict }) =>
        `${VERDICT_WORDS[verdict].word}${marked(changed.includes(reading))}`,
    ),
    `${canHappenWord(standing.possible.answer, standing.taken)}${marked(changedAsReported)}`,
  ];
  return [[...cells, cause], ...more.map((each) => [...cells.map(() => ''), each])];
}

/** What brought a change about: steps, and what is held on the event; else what is held on a step within its days. */
function causesOf(agreement: Agreement, entry: TimelineEntry, isFirst: boolean): Phrase[][] {
  const causes = [
    ...statusesOf(entry.certain).flatMap((status) =>
      stepsWords(
        STEP_STATUS_WORDS[status] === '' ? 'happened' : STEP_STATUS_WORDS[status],
        entry.certain.filter((step) => step.status === status),
      ),
    ),
    ...stepsWords('may have happened by then', entry.possible),
    ...entry.statements.map((change) => statementWords(agreement, change)),
  ];
  return causes.length > 0 || isFirst
    ? causes
    : [[phrase('what a party holds on a step that may have happened by then')]];
}

/** Their statuses, each once, in the order in which the steps come. */
function statusesOf(steps: readonly StoryStep[]): StoryStep['status'][] {
  return [...new Set(steps.map(({ status }) => status))];
}

function stepsWords(what: string, steps: readonly StoryStep[]): Phrase[][] {
  const said = steps.map((step) => `${quoted(step.title)} (${rangeText(step.date)})`);
  return said.length === 0 ? [] : [[phrase(`${what}: ${said.join(', ')}`)]];
}

/** What a party came to hold, may have come to hold, or no longer holds; that it is inferred is said. */
function statementWords(
  agreement: Agreement,
  { statement, condition, change, isInferred, claims }: StatementChange,
): Phrase[] {
  const asked =
    condition === null ? whatText(agreement, statement) : conditionTitle(agreement, condition);
  const whose = `${readingTitle(agreement, statement.reading)}${isInferred ? ', by inference' : ''}`;
  const what = `${HELD_WORDS[statement.stance][CHANGED[change]]}${asked === '' ? '' : ` ${asked}`}`;
  return phrased`${whose}: ${what}${restsOnPhrase(agreement, claims, statement.basis)}`;
}

/** What a statement asks, or drops; empty where it does neither. */
function whatText(agreement: Agreement, { stance, asked, drops }: Statement): string {
  if (stance !== 'drops') return askedText(agreement, asked);
  if (drops.length === 0) return 'what it held';
  return listed(drops.map((id) => heldTitle(agreement, id)));
}
