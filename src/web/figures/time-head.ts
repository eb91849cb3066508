import { LEVEL_WORDS, markText } from '../../explain/lanes-text.ts';
import type { Courses } from '../../lab/course.ts';
import { type Box, type Figure, type Fill, type Shape, textWidth } from './figure.ts';
import { MARGIN, type TimeAxis } from './time-axis.ts';
import { MARK_ROW, markOutline, type StepMark } from './time-marks.ts';

/** How high the names of days are over the marks. */
export const TICKS = 24;
const TEXT = 11;

/** How high what stands over the lanes is. */
export function headHeight(rows: number): number {
  return TICKS + rows * MARK_ROW + 8;
}

/** What stands over the lanes: days, and the steps as marks; with where the one on show may lie. */
export function timeHead(
  axis: TimeAxis,
  marks: readonly StepMark[],
  rows: number,
  current: number,
): Figure {
  const height = headHeight(rows);
  const shapes: Shape[] = axis.ticks.map(({ x, text }): Shape => ({
    kind: 'label',
    x: x + 3,
    y: 15,
    text: x + 3 + textWidth(text, TEXT) > axis.daysEnd + MARGIN ? '' : text,
    ink: 'quiet',
    size: TEXT,
  }));
  for (const { x } of axis.ticks)
    shapes.push({ kind: 'box', x, y: 0, width: 1, height, fill: 'line' });
  if (axis.undatedFrom !== null)
    shapes.push({
      kind: 'label',
      x: axis.undatedFrom + 3,
      y: 15,
      text: 'undated',
      ink: 'quiet',
      size: TEXT,
    });
  const onShow = marks.find(({ place }) => place === current);
  const range = onShow?.range ?? null;
  if (onShow !== undefined && range !== null) {
    const [from, to] = range;
    const y = TICKS + onShow.y;
    shapes.push(
      { kind: 'box', x: from, y: y - 1, width: to - from, height: 2, fill: 'accent' },
      { kind: 'box', x: from, y: y - 4, width: 2, height: 8, fill: 'accent' },
      { kind: 'box', x: to - 2, y: y - 4, width: 2, height: 8, fill: 'accent' },
    );
  }
  for (const { place, step, x, y, isHollow } of marks) {
    const isCurrent = place === current;
    const ink = isCurrent ? 'accent' : place > current ? 'quiet' : 'ink';
    shapes.push({
      kind: 'path',
      x,
      y: TICKS + y,
      d: markOutline(step.action.kind, isCurrent ? 5.6 : undefined),
      fill: isHollow ? 'paper' : ink,
      stroke: ink,
      strokeWidth: isHollow ? 1.5 : 1,
      title: markText(step),
    });
  }
  return { width: axis.width, height, shapes };
}

/** What the colours and the marks mean, in as many lines as a width asks for. */
export function timeLegend(width: number, courses: Pick<Courses, 'base' | 'isBase'>): Figure {
  const { base, isBase } = courses;
  const swatch = (fill: Fill, isDashed = false): Box => ({
    kind: 'box',
    x: 0,
    y: 4,
    width: 18,
    height: 12,
    radius: 2,
    fill,
    ...(isDashed ? { stroke: 'quiet' as const, dashes: 'short' as const } : {}),
  });
  const mark = (kind: Parameters<typeof markOutline>[0], isHollow = false): Shape => ({
    kind: 'path',
    x: 9,
    y: 10,
    d: markOutline(kind),
    fill: isHollow ? 'paper' : 'ink',
    stroke: 'ink',
    strokeWidth: isHollow ? 1.5 : 1,
  });
  const entries: (readonly [Shape, string])[] = [
    ...([0, 1, 2, 3] as const).map(
      (level) => [swatch(`stage-${level}`), `level ${level}: ${LEVEL_WORDS[level]}`] as const,
    ),
    [swatch(['stage-0', 'stage-2'], true), 'not known: at one of several stages'],
    [swatch('stage-1', true), 'dashed: expected, scheduled or assumed'],
    ...(base !== null
      ? [
          [
            { ...swatch('changed'), y: 8, height: 3 },
            `≠ otherwise than in ${isBase ? 'what it branches off' : base.story.scenario.id}`,
          ] as const,
        ]
      : []),
    [mark('event'), 'event'],
    [mark('waive'), 'waiver or grant'],
    [mark('assume', true), 'assumption'],
    [mark('note'), 'note'],
    [mark('event', true), 'hollow: expected, scheduled or assumed'],
  ];
  const shapes: Shape[] = [];
  let [x, y] = [0, 0];
  for (const [shape, text] of entries) {
    const wide = 24 + textWidth(text, TEXT) + 18;
    if (x > 0 && x + wide > width) [x, y] = [0, y + 20];
    shapes.push({ ...shape, x: shape.x + x, y: shape.y + y });
    shapes.push({ kind: 'label', x: x + 24, y: y + 14, text, ink: 'quiet', size: TEXT });
    x += wide;
  }
  return { width, height: y + 20, shapes };
}
