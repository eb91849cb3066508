import type { Course } from '../../answer/course.ts';
import type { Day } from '../../model/days.ts';
import type { StoryStep } from '../../model/story.ts';
import { middleOf, type TimeAxis } from './time-axis.ts';

/** A step as a mark over the lanes. */
export interface StepMark {
  /** The place of the step in the story. */
  readonly place: number;
  readonly step: StoryStep;
  readonly x: number;
  readonly y: number;
  /** Where the days begin and end that it may have happened on; null for one day, and for none. */
  readonly range: readonly [from: number, to: number] | null;
  /** Whether it is no more than expected, scheduled or assumed. */
  readonly isHollow: boolean;
}

/** How far apart the rows of marks are, and how large a mark is. */
export const MARK_ROW = 12;
const MARK_SIZE = 4.3;
const MARK_WIDTH = 11;
/** In more rows than these marks lie over one another. */
const MOST_ROWS = 14;

/** The outlines of marks around their middle. */
const OUTLINES = {
  circle:
    'M0,-1C0.55,-1,1,-0.55,1,0C1,0.55,0.55,1,0,1C-0.55,1,-1,0.55,-1,0C-1,-0.55,-0.55,-1,0,-1Z',
  diamond: 'M0,-1.4L0.9,0L0,1.4L-0.9,0Z',
  square: 'M-0.9,-0.9H0.9V0.9H-0.9Z',
  triangle: 'M0,-1.1L1.05,0.8H-1.05Z',
} as const;

/** The outlines of marks by what steps do. */
const SHAPES: Readonly<Record<StoryStep['action']['kind'], keyof typeof OUTLINES>> = {
  event: 'circle',
  acknowledge: 'diamond',
  waive: 'diamond',
  restore: 'diamond',
  assume: 'square',
  unknown: 'square',
  note: 'triangle',
};

/** The outline of a mark around its middle. */
export function markOutline(kind: StoryStep['action']['kind'], size = MARK_SIZE): string {
  return OUTLINES[SHAPES[kind]].replaceAll(/-?\d*\.?\d+/g, (number) => `${Number(number) * size}`);
}

/**
 * The steps as marks: each on the last day of its range, those on one day one above the other. What nothing dates stands
 * with the dated step after it, since it counts from then on; behind all dated ones it has a column of its own.
 *
 * @returns from left to right, and how many rows there are
 */
export function stepMarks(
  course: Course,
  axis: TimeAxis,
): { readonly marks: readonly StepMark[]; readonly rows: number } {
  const { steps, story, instants } = course;
  const columns = new Map(
    instants.flatMap(({ place }, index) => (place === null ? [] : [[place, index] as const])),
  );
  const ends: number[] = [];
  let place = -1;
  const placed = steps.flatMap(({ step: { id } }) => {
    do place += 1;
    while (place < story.steps.length && story.steps[place]?.id !== id);
    const step = story.steps[place];
    return step === undefined ? [] : [{ place, step }];
  });
  const marks = placed.flatMap(({ place: at, step }, index): StepMark[] => {
    const column = columns.get(at);
    const day =
      step.date?.to ?? placed.slice(index).find((later) => later.step.date !== null)?.step.date?.to;
    const x =
      column !== undefined
        ? (axis.from(column) + axis.to(column)) / 2
        : day === undefined
          ? null
          : middleOf(axis, day);
    if (x === null) return [];
    let row = 0;
    while (row < MOST_ROWS - 1 && (ends[row] ?? -Infinity) > x - MARK_WIDTH) row += 1;
    ends[row] = Math.max(ends[row] ?? -Infinity, x);
    const { date, status, action } = step;
    return [
      {
        place: at,
        step,
        x,
        y: row,
        range:
          date === null || date.from === date.to
            ? null
            : [axis.xOf(date.from), axis.xOf(date.to) + axis.dayWidth],
        isHollow: status !== 'happened' || action.kind === 'assume' || action.kind === 'unknown',
      },
    ];
  });
  const rows = Math.max(1, ends.length);
  // The first row lies next to the lanes.
  return {
    marks: marks.map((mark) => ({ ...mark, y: (rows - mark.y - 0.5) * MARK_ROW })),
    rows,
  };
}

/** Where the line for what is on show stands: at its day, or at its own column; null where nothing dates it. */
export function cursorOf(
  axis: TimeAxis,
  marks: readonly StepMark[],
  own: Course,
  position: number,
  day: Day | null,
): number | null {
  const mark = isUndated(own, position) ? marks.find(({ place }) => place === position) : undefined;
  if (mark !== undefined) return mark.x;
  return day === null || axis.daysEnd === 0 ? null : middleOf(axis, day);
}

/** Whether a step has a column of its own, behind the days. */
export function isUndated({ instants }: Course, position: number): boolean {
  return instants.some(({ place }) => place === position);
}
