import type { Agreement } from '../model/agreement.ts';
import { type Day, dayBefore, dayNumber, dayOfNumber } from '../model/days.ts';
import { type Moment, momentAt, momentUpTo, NOW } from '../model/moment.ts';
import type { PlayedStep } from '../model/run.ts';
import type { Runner } from '../model/runner.ts';
import type { Story } from '../model/story.ts';
import { factDays, statementDays } from './change-days.ts';

/** A day from which on things may stand otherwise than on the day before; or, behind all days, a step that nothing dates. */
export interface Instant {
  /** Null for a step that nothing dates, which comes after all that is dated. */
  readonly day: Day | null;
  /** The place of that step in the story; null for a day. */
  readonly place: number | null;
}

/** A story laid out over days: everything stands alike from one instant up to the next. */
export interface Course {
  readonly agreement: Agreement;
  readonly story: Story;
  /** In order: the days, and behind them the steps that nothing dates. */
  readonly instants: readonly Instant[];
  /** The days that it is laid out over, both counted; null where no step has a day. */
  readonly span: { readonly from: Day; readonly to: Day } | null;
  /** All steps that are known, in order. */
  readonly steps: readonly PlayedStep[];
  /** Where everything stands from an instant on: as of its day. Played when it is first asked for. */
  readonly momentAt: (instant: number) => Moment;
}

/** What a course is asked for. */
export interface CourseAsked {
  /** By what had certainly been published by this day. */
  readonly knownBy: Day | null;
  /** The event whose verdicts are looked at as well; null for none. */
  readonly event: string | null;
  /** Days that are to be instants in any case, so that another course can be laid beside this one. */
  readonly days?: readonly Day[];
}

/** How much of a course is shown before its first step, so that one sees from where it begins. */
const AHEAD = 0.03;

/**
 * Lays a story out over the days of its steps, up to where the record ends if that is later. The instants are all days
 * on which anything can change: both ends of every step's range; the days on which what somebody holds may change, as
 * far as a step may have happened by then or an event's verdicts are asked for.
 *
 * @param runner kept by the caller to share the machines that it has provided
 * @param moments kept by the caller to share what was played of the story by what was known alike
 */
export function courseOf(
  agreement: Agreement,
  story: Story,
  asked: CourseAsked,
  runner: Runner,
  moments = new Map<Day | number, Moment>(),
): Course {
  const knownBy = knownAlike(agreement, asked.knownBy);
  const span = spanOf(agreement, story);
  const days = span === null ? [] : daysOf(agreement, story, { ...asked, knownBy }, span);
  // By what was known by a day, nothing lies behind the days.
  const whole = knownBy === null ? momentAt(agreement, story, NOW, runner) : null;
  const lastDated = story.steps.findLastIndex(({ date }) => date !== null);
  const places = whole === null ? [] : [...story.steps.keys()].slice(lastDated + 1);
  const instants = [
    ...days.map((day): Instant => ({ day, place: null })),
    ...places.map((place): Instant => ({ day: null, place })),
  ];
  const at = (index: number): Moment => {
    const { day = null, place = null } = instants[index] ?? {};
    const key = day ?? place ?? -1;
    let moment = moments.get(key);
    if (moment === undefined) {
      moment =
        whole !== null && place !== null
          ? momentUpTo(whole, place)
          : momentAt(agreement, story, { ...NOW, asOf: day, knownBy }, runner);
      moments.set(key, moment);
    }
    return moment;
  };
  return {
    agreement,
    story,
    instants,
    span,
    get steps() {
      if (whole !== null) return whole.played.steps;
      return days.length === 0 ? [] : at(days.length - 1).played.steps;
    },
    momentAt: at,
  };
}

/** The instant that a day falls into: the last one that begins by then; the first where none does. */
export function instantOn({ instants }: Pick<Course, 'instants'>, day: Day): number {
  let low = 0;
  let high = instants.findLastIndex((instant) => instant.day !== null);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((instants[middle]?.day ?? '') <= day) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The days from a little before the first step to the last one, or to where the record ends. */
function spanOf({ recordEnds }: Agreement, { steps }: Story): Course['span'] {
  let first: Day | null = null;
  let last = recordEnds;
  for (const { date } of steps) {
    if (date === null) continue;
    if (first === null || date.from < first) first = date.from;
    if (last === null || date.to > last) last = date.to;
  }
  if (first === null || last === null) return null;
  const to = last > first ? last : first;
  const ahead = Math.max(1, Math.round((dayNumber(to) - dayNumber(first)) * AHEAD));
  return { from: dayOfNumber(Math.max(1, dayNumber(first) - ahead)), to };
}

function daysOf(
  agreement: Agreement,
  { steps }: Story,
  { knownBy, event, days = [] }: CourseAsked,
  span: { readonly from: Day; readonly to: Day },
): Day[] {
  const found = new Set([span.from, ...days, ...factDays(agreement, steps, knownBy)]);
  const readings = [...agreement.readings.values()];
  const onEvent = readings.flatMap(({ positions }) => positions.get(event ?? '') ?? []);
  for (const day of statementDays(agreement, onEvent, knownBy)) found.add(day);
  return [...found].filter((day) => span.from <= day && day <= span.to).toSorted();
}

/**
 * The first of the days that are all alike with this one in what had been published, certainly or perhaps, by then: so
 * that what is played by one of them serves for all.
 */
export function knownAlike({ sources }: Agreement, knownBy: Day | null): Day | null {
  if (knownBy === null || sources.length === 0) return knownBy;
  const days = sources.flatMap(({ published }) => [published.from, published.to]);
  const [first = knownBy] = days.toSorted();
  return (
    days
      .filter((day) => day <= knownBy)
      .toSorted()
      .at(-1) ?? dayBefore(first)
  );
}
