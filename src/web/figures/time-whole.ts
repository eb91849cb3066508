import { momentText } from '../../explain/moment-text.ts';
import type { Courses } from '../../lab/course.ts';
import type { Moment } from '../../model/moment.ts';
import { lanesSaid, verdictLanesSaid } from '../../explain/lanes-text.ts';
import { composed, type Figure, type Picture } from './figure.ts';
import { headingFigure, headingHeight } from './headed.ts';
import { headHeight, timeHead, timeLegend } from './time-head.ts';
import type { TimeAxis } from './time-axis.ts';
import { sameIn, timeLanes, type TimeShown, timeShown } from './time-figure.ts';
import { timeNames, type TimeRows } from './time-rows.ts';
import { stepMarks } from './time-marks.ts';

const EDGE = 16;
const NAMES = 200;

/** What of a scenario over its days is drawn, and what is on show of it. */
export interface TimeDrawn {
  readonly courses: Courses;
  readonly axis: TimeAxis;
  readonly rows: TimeRows;
  readonly gate: { readonly event: string; readonly title: string } | null;
  readonly moment: Moment;
  /** The place of the step on show, and where the line for it stands; null where nothing dates it. */
  readonly current: { readonly place: number; readonly x: number | null };
  /** How much room is kept for the names of the lanes. */
  readonly names?: number;
  /** Whether what it is of stands above it, and not around it. */
  readonly isHeaded?: boolean;
}

/** The whole drawing in one: what it is of, all days whether in view or not, the day on show, and what the signs mean. */
export function timeWhole({
  courses,
  axis,
  rows,
  gate,
  moment,
  current,
  names = NAMES,
  isHeaded = true,
}: TimeDrawn): Picture {
  const { marks, rows: markRows } = stepMarks(courses.own, axis);
  const head = headHeight(markRows);
  const shown = timeShown(courses, axis, gate?.event ?? null, 0, axis.width);
  const base = courses.base?.story.scenario.id ?? null;
  const edge = isHeaded ? EDGE : 0;
  const width = edge * 2 + names + axis.width;
  const legend = timeLegend(width - edge * 2, courses);
  const said = [moment.agreement.title, `Scenario ${momentText(moment)}`];
  const heading = isHeaded ? headingHeight(said.length) : 0;
  const top = heading + head;
  const cursor: Figure = {
    width: 2,
    height: 4 + rows.height,
    shapes:
      current.x === null
        ? []
        : [{ kind: 'box', x: -1, y: 0, width: 2, height: 4 + rows.height, fill: 'accent' }],
  };
  const lanes = edge + names;
  const figure = composed(width, top + rows.height + EDGE + legend.height + edge, [
    ...(isHeaded ? [{ x: edge, y: EDGE, figure: headingFigure(said, width - edge * 2) }] : []),
    {
      x: edge,
      y: top,
      figure: timeNames(moment.agreement, rows, {
        gate: gate?.title ?? null,
        base,
        same: sameIn(rows, shown),
        width: names - EDGE,
      }),
    },
    { x: lanes, y: heading, figure: timeHead(axis, marks, markRows, current.place) },
    { x: lanes, y: top, figure: timeLanes(courses, axis, rows, shown) },
    { x: lanes + (current.x ?? 0), y: top - 4, figure: cursor },
    { x: edge, y: top + rows.height + EDGE, figure: legend },
  ]);
  return { figure, title: said.join('. '), description: timeSaid(courses, rows, shown) };
}

/** The lanes in words, as far as they are drawn. */
function timeSaid({ own }: Courses, rows: TimeRows, { lanes, verdicts }: TimeShown): string {
  const drawn = rows.regions.flatMap(
    ({ region }) => lanes.find((lane) => lane.region === region.id) ?? [],
  );
  return [...lanesSaid(own, drawn), ...verdictLanesSaid(own, verdicts)]
    .map(({ title, parts }) => `${title}. ${parts.join('. ')}.`)
    .join('\n');
}
