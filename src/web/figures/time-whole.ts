import { momentText } from '../../explain/moment-text.ts';
import type { Courses } from '../../lab/course.ts';
import type { Moment } from '../../model/moment.ts';
import { composed, type Figure, fitted } from './figure.ts';
import { headHeight, timeHead, timeLegend } from './time-head.ts';
import type { TimeAxis } from './time-axis.ts';
import { timeLanes, timeShown } from './time-figure.ts';
import { timeNames, type TimeRows } from './time-rows.ts';
import { stepMarks } from './time-marks.ts';

const EDGE = 16;
const NAMES = 200;
const HEADING = 56;

/** The whole drawing in one: what it is of, all days whether in view or not, the day on show, and what the signs mean. */
export function timeWhole(
  courses: Courses,
  axis: TimeAxis,
  rows: TimeRows,
  gate: { readonly event: string; readonly title: string } | null,
  moment: Moment,
  current: { readonly place: number; readonly x: number | null },
): Figure {
  const { marks, rows: markRows } = stepMarks(courses.own, axis);
  const head = headHeight(markRows);
  const shown = timeShown(courses, axis, gate?.event ?? null, 0, axis.width);
  const base = courses.base?.story.scenario.id ?? null;
  const width = EDGE * 2 + NAMES + axis.width;
  const legend = timeLegend(width - EDGE * 2, base !== null);
  const top = HEADING + head;
  const said = [moment.agreement.title, `Scenario ${momentText(moment)}`];
  const heading: Figure = {
    width,
    height: HEADING,
    shapes: said.map((text, index) => ({
      kind: 'label',
      x: 0,
      y: 18 + index * 20,
      text: fitted(text, width - EDGE * 2, index === 0 ? 15 : 12),
      ink: index === 0 ? 'ink' : 'quiet',
      size: index === 0 ? 15 : 12,
      isStrong: index === 0,
    })),
  };
  const cursor: Figure = {
    width: 2,
    height: 4 + rows.height,
    shapes:
      current.x === null
        ? []
        : [{ kind: 'box', x: -1, y: 0, width: 2, height: 4 + rows.height, fill: 'accent' }],
  };
  return composed(width, top + rows.height + EDGE + legend.height + EDGE, [
    { x: EDGE, y: EDGE, figure: heading },
    {
      x: EDGE,
      y: top,
      figure: timeNames(moment.agreement, rows, {
        gate: gate?.title ?? null,
        base,
        width: NAMES - EDGE,
      }),
    },
    { x: EDGE + NAMES, y: HEADING, figure: timeHead(axis, marks, markRows, current.place) },
    { x: EDGE + NAMES, y: top, figure: timeLanes(courses, axis, rows, shown) },
    { x: EDGE + NAMES + (current.x ?? 0), y: top - 4, figure: cursor },
    { x: EDGE, y: top + rows.height + EDGE, figure: legend },
  ]);
}
