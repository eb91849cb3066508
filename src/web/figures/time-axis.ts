import type { Course } from '../../answer/course.ts';
import { dayIn, type Period } from '../../model/calendar.ts';
import { dayText } from '../../model/day-words.ts';
import { type Day, dayNumber, dayOfNumber } from '../../model/days.ts';

/** A day on which a line is drawn, and what it is called there. */
export interface Tick {
  readonly day: Day;
  readonly x: number;
  readonly text: string;
}

/** Days across, and behind them a column for each step that nothing dates. */
export interface TimeAxis {
  readonly width: number;
  /** Where the days end and the undated steps begin. */
  readonly daysEnd: number;
  /** Where the undated steps begin; null where there are none. */
  readonly undatedFrom: number | null;
  readonly dayWidth: number;
  readonly ticks: readonly Tick[];
  /** The left edge of a day. */
  readonly xOf: (day: Day) => number;
  /** The left edge of an instant, and where the next begins. */
  readonly from: (instant: number) => number;
  readonly to: (instant: number) => number;
  /** The day that a place lies on; null behind the days, and where there are none. */
  readonly dayAt: (x: number) => Day | null;
}

/** As narrow as a day and the time between two changes may become before it is better to move sideways. */
const NARROWEST_DAY = 6;
const NARROWEST_CHANGE = 22;
/** An undated step's column, and what parts them from the days. */
const COLUMN = 72;
const PART = 20;
/** So that what is marked on the last day is seen whole. */
export const MARGIN = 12;
/** About as far apart the ticks are. */
const BETWEEN_TICKS = 95;

/**
 * Lays days out over a width: as wide as there is room, and wider where days or changes would come too close.
 *
 * @param room so many pixels are there
 * @param isWithin whether it keeps to them, however close things come: on paper nothing is moved sideways
 */
export function timeAxis({ instants, span }: Course, room: number, isWithin = false): TimeAxis {
  const undated = instants.filter(({ day }) => day === null).length;
  const behind = undated === 0 ? 0 : (span === null ? 0 : PART) + undated * COLUMN;
  const [first, last] = span === null ? [0, 0] : [dayNumber(span.from), dayNumber(span.to) + 1];
  const changes = instants.length - undated;
  const least = isWithin ? 0 : Math.min((last - first) * NARROWEST_DAY, changes * NARROWEST_CHANGE);
  const daysEnd = span === null ? 0 : Math.round(Math.max(room - behind - MARGIN, least, 240));
  const dayWidth = last > first ? daysEnd / (last - first) : 0;
  const xOf = (day: Day) => (dayNumber(day) - first) * dayWidth;
  const from = (instant: number): number => {
    const found = instants[instant];
    if (found === undefined) return instant <= 0 ? 0 : daysEnd + behind;
    if (found.day !== null) return xOf(found.day);
    return daysEnd + (span === null ? 0 : PART) + (instant - changes) * COLUMN;
  };
  return {
    width: daysEnd + behind + MARGIN,
    daysEnd,
    undatedFrom: undated === 0 ? null : from(changes),
    dayWidth,
    ticks: span === null ? [] : ticksOf(span, dayWidth, xOf),
    xOf,
    from,
    to: (instant) => (instant === changes - 1 ? daysEnd : from(instant + 1)),
    dayAt: (x) => {
      if (span === null || x < 0 || x >= daysEnd) return null;
      return dayOfNumber(
        first + Math.min(last - first - 1, Math.floor((x / daysEnd) * (last - first))),
      );
    },
  };
}

/** How far apart ticks may be, the closest first: so many days, or months from the first of one on. */
const STEPS: readonly Period[] = [
  { count: 1, unit: 'days' },
  { count: 2, unit: 'days' },
  { count: 1, unit: 'weeks' },
  { count: 2, unit: 'weeks' },
  { count: 1, unit: 'months' },
  { count: 3, unit: 'months' },
  { count: 6, unit: 'months' },
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map((count) => ({ count, unit: 'years' as const })),
];

const LENGTHS = { days: 1, weeks: 7, months: 30.4, years: 365.2 } as const;

/** Days to count by: the first of months and of years, or every so many days from the first of a month. */
function ticksOf(
  span: { readonly from: Day; readonly to: Day },
  dayWidth: number,
  xOf: (day: Day) => number,
): Tick[] {
  const step =
    STEPS.find(({ count, unit }) => count * LENGTHS[unit] * dayWidth >= BETWEEN_TICKS) ??
    STEPS.at(-1);
  if (step === undefined) return [];
  const years = Math.floor(Number(span.from.slice(0, 4)) / step.count) * step.count;
  const ticks: Tick[] = [];
  let day =
    step.unit === 'years'
      ? `${String(years).padStart(4, '0')}-01-01`
      : step.unit === 'months'
        ? `${span.from.slice(0, 4)}-01-01`
        : `${span.from.slice(0, 7)}-01`;
  let year = '';
  while (day <= span.to) {
    if (day >= span.from) {
      const said = dayText(day);
      const isNewYear = day.slice(0, 4) !== year;
      year = day.slice(0, 4);
      ticks.push({ day, x: xOf(day), text: isNewYear ? said : said.replace(/ \d+$/, '') });
    }
    const next = dayIn(day, step);
    if (next === day) break;
    day = next;
  }
  return ticks;
}

/** The instants that lie between two places, the one that covers the first among them: from, and up to. */
export function instantsBetween(
  { instants }: Pick<Course, 'instants'>,
  axis: TimeAxis,
  left: number,
  right: number,
): readonly [from: number, to: number] {
  let from = firstWhere(instants.length, (index) => axis.to(index) > left);
  const to = firstWhere(instants.length, (index) => axis.from(index) >= right);
  if (from >= instants.length) from = Math.max(0, instants.length - 1);
  return [from, Math.max(to, Math.min(from + 1, instants.length))];
}

/** The first of so many, in order, of which something holds: as many as there are where it holds of none. */
function firstWhere(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The middle of a day, where what happens on it is marked. */
export function middleOf(axis: TimeAxis, day: Day): number {
  return axis.xOf(day) + axis.dayWidth / 2;
}
