import {
  type Agreement,
  conditionTitle,
  eventNamed,
  readingTitle,
  regionTitle,
  stageTitle,
} from '../model/agreement.ts';
import type { Condition } from '../model/condition.ts';
import { type Moment, published } from '../model/moment.ts';
import type { Statement } from '../model/statement.ts';
import type { NoWayReason } from '../search/no-way.ts';
import { type UnknownStages, unknownOnce } from '../search/standpoints.ts';
import { type Block, GAP, line, type Phrase, phrased, title, typed } from './document.ts';
import type { Judged } from './judged.ts';
import { momentFoot, momentText } from './moment-text.ts';
import { WITH_ASSUME } from './typed-words.ts';
import { eventTitle, listedStages, readingTitles, restsOnPhrase, STANCE_WORDS } from './words.ts';

/** What a search was asked, for those who tell its answer. */
export interface Searched {
  readonly moment: Moment;
  /** What it is after, as it was written: a gate, an event, or `region=stage`; empty where it is after nothing. */
  readonly goal: string;
  /** Under which readings, all at once or each by itself. */
  readonly readings: readonly string[];
}

/** The answer of a search, in its frame: from where it looked, what it found, and where it was stopped. */
export function searchText(
  moment: Moment,
  found: readonly Block[],
  stoppedAt: string | null,
  unknown: readonly UnknownStages[],
): Block[] {
  return [
    title(moment.agreement.title),
    ...line(`From scenario ${momentText(moment)}.`),
    GAP,
    ...found,
    ...unknownBlocks(moment.agreement, unknown),
    ...line(stoppedAt === null ? '' : `Stopped at: ${stoppedAt}; nothing after it was looked at.`),
    ...momentFoot(moment, found, {
      regions: unknown.length === 0 ? null : new Set(unknown.map(({ region }) => region)),
    }),
  ];
}

/** What is not known and bears on an answer: that does for all that it may be, unless it names a case. */
export function unknownBlocks(agreement: Agreement, unknown: readonly UnknownStages[]): Block[] {
  if (unknown.length === 0) return [];
  const where = unknownOnce(unknown).map(({ region, stages }) =>
    unknownSaid(agreement, region, stages),
  );
  return line(
    phrased`Not known from here, and it bears on this answer: ${where.join('; ')}. Where no case is named, the answer holds for all of these; to ask about one, take it for granted ${WITH_ASSUME}.`,
  );
}

function unknownSaid(agreement: Agreement, region: string, stages: readonly string[]): string {
  const titles = stages.map((stage) => stageTitle(agreement, region, stage));
  return `${regionTitle(agreement, region)}: ${listedStages(titles, 'or')}`;
}

/** That too much is not known to search from here, and what would help. */
export function tooMuchUnknownText(
  { moment, readings: asked }: Pick<Searched, 'moment' | 'readings'>,
  unknown: readonly UnknownStages[],
): Block[] {
  const { agreement } = moment;
  const [first] = unknown;
  const hint =
    first === undefined
      ? []
      : [
          typed(
            `, such as with --assume ${first.region}=${first.stages[0] ?? ''}`,
            `, ${WITH_ASSUME.onScreen}`,
          ),
        ];
  return [
    ...line('Too much is not known from here for an answer:'),
    ...unknown.flatMap(({ region, stages, readings }) => {
      const isAll = asked.every((reading) => readings.includes(reading));
      const whose = isAll ? '' : ` (as recognised by ${readingTitles(agreement, readings)})`;
      return line(`${unknownSaid(agreement, region, stages)}${whose}`, 1);
    }),
    ...line(phrased`Say at which stage they are${hint}, or ask as of another day.`),
  ];
}

/** What a goal is, in titles: an event in quotation marks, or `region: stage`; with what was written. */
export function goalText(agreement: Agreement, goal: string): string {
  return `${goalTitle(agreement, goal)} (${goal})`;
}

/** A goal in titles alone. */
export function goalTitle(agreement: Agreement, goal: string): string {
  const event = eventNamed(agreement, goal);
  if (event !== null) return `"${event.title}"`;
  const [region = '', stage = ''] = goal.split('=').map((part) => part.trim());
  return `"${regionTitle(agreement, region)}: ${stageTitle(agreement, region, stage)}"`;
}

/** Whether an answer is exact, or what was left when the work was stopped. */
export function completeness(complete: boolean): string {
  return complete
    ? 'COMPLETE: every reachable state was taken into account.'
    : 'PARTIAL: the work was stopped. What is listed had been found by then; there may be more.';
}

/** Whose condition it is: a reading's, or the model's own. */
export function whoAsks(agreement: Agreement, { reading }: Pick<Condition, 'reading'>): string {
  return reading === null ? 'the model itself' : readingTitle(agreement, reading);
}

/** A condition, by its id, with what it rests on. */
export function conditionWords(moment: Judged, condition: Condition): Phrase[] {
  const { agreement } = moment;
  const rest = restsOnPhrase(agreement, published(moment, condition.claims), condition.basis);
  return phrased`${conditionTitle(agreement, condition)} (${condition.id})${rest}`;
}

/** An objection, by its id, with what it rests on. */
export function objectionWords(moment: Judged, { id, claims, basis }: Statement): Phrase[] {
  const rest = restsOnPhrase(moment.agreement, published(moment, claims), basis);
  return phrased`${STANCE_WORDS.objects} (${id})${rest}`;
}

/** Events one after the other: `"One" (a.one), then "Two" (a.two)`. */
export function eventsSaid(agreement: Agreement, events: readonly string[]): string {
  return events.map((id) => `"${eventTitle(agreement, id)}" (${id})`).join(', then ');
}

/** What it rests on that there is no path, in words that go on from a colon. */
export const NO_WAY_WORDS: Readonly<Record<NoWayReason, string>> = {
  positions: 'what parties hold excludes it',
  requirements: "what the model itself requires excludes it, which is no party's position",
  events:
    'the model has no event that leads there, a limit of the model and no finding about the world',
};
