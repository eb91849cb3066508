import { scaleUtc } from 'd3-scale';
import type { Course } from '../answer/course.ts';
import { dayText } from '../model/day-words.ts';
import { type Day, dayNumber, dayOfNumber } from '../model/days.ts';

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
/** About as far apart the ticks are. */
const BETWEEN_TICKS = 95;

/**
 * Lays days out over a width: as wide as there is room, and wider where days or changes would come too close.
 *
 * @param room so many pixels are there
 */
export function timeAxis({ instants, span }: Course, room: number): TimeAxis {
  const undated = instants.filter(({ day }) => day === null).length;
  const behind = undated === 0 ? 0 : (span === null ? 0 : PART) + undated * COLUMN;
  const [first, last] = span === null ? [0, 0] : [dayNumber(span.from), dayNumber(span.to) + 1];
  const changes = instants.length - undated;
  const least = Math.min((last - first) * NARROWEST_DAY, changes * NARROWEST_CHANGE);
  const daysEnd = span === null ? 0 : Math.round(Math.max(room - behind, least, 240));
  // Days are counted in UTC, so that no clock is ever put forward between two of them.
  const scale = scaleUtc(span === null ? [0, 1] : [timeOf(span.from), timeOf(span.to) + A_DAY], [
    0,
    daysEnd,
  ]);
  const xOf = (day: Day) => scale(timeOf(day));
  const from = (instant: number): number => {
    const found = instants[instant];
    if (found === undefined) return instant <= 0 ? 0 : daysEnd + behind;
    if (found.day !== null) return xOf(found.day);
    return daysEnd + (span === null ? 0 : PART) + (instant - changes) * COLUMN;
  };
  return {
    width: daysEnd + behind,
    daysEnd,
    dayWidth: last > first ? daysEnd / (last - first) : 0,
    ticks: span === null ? [] : ticksOf(scale, daysEnd),
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

const A_DAY = 86_400_000;

function timeOf(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** What lies behind the year 9999 is no day that anything is on. */
function isDay(text: string): boolean {
  return /^\d{4}-/.test(text);
}

function ticksOf(scale: ReturnType<typeof scaleUtc<number>>, width: number): Tick[] {
  const count = Math.max(2, Math.round(width / BETWEEN_TICKS));
  const days = new Set(
    scale
      .ticks(count)
      .map((time) => time.toISOString().slice(0, 10))
      .filter(isDay),
  );
  let year = '';
  return [...days].map((day) => {
    const isNewYear = day.slice(0, 4) !== year;
    year = day.slice(0, 4);
    const said = dayText(day);
    return { day, x: scale(timeOf(day)), text: isNewYear ? said : said.replace(/ \d+$/, '') };
  });
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
