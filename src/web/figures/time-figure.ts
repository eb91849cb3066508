import { type Course } from '../../answer/course.ts';
import {
  differencesOf,
  type Lane,
  lanesOf,
  type Stretch,
  type VerdictLane,
  verdictLanesOf,
  type Whereabouts,
} from '../../answer/lanes.ts';
import {
  allWhereaboutsText,
  elsewhereText,
  stretchDaysText,
  verdictLaneTitle,
  whereaboutsText,
  whoseText,
} from '../../explain/lanes-text.ts';
import { capital } from '../../explain/words.ts';
import type { Overall } from '../../model/standing.ts';
import type { Region } from '../../model/statechart.ts';
import type { Courses } from '../../lab/course.ts';
import { type Fill, fitted, type Figure, type Ink, type Shape } from './figure.ts';
import { instantsBetween, type TimeAxis } from './time-axis.ts';
import { verdictSign } from './verdict-sign.ts';
import { BASE, GATE, LANE, SMALL, TEXT, type TimeRows, VERDICT } from './time-rows.ts';

/** What lies in view, to be drawn. */
export interface TimeShown {
  readonly lanes: readonly Lane[];
  readonly apart: ReturnType<typeof differencesOf>;
  readonly verdicts: readonly VerdictLane[];
  /** The places between which it is looked at. */
  readonly left: number;
  readonly right: number;
}

/** Looks at the courses between two places; nothing else of them is played. */
export function timeShown(
  { own, base }: Courses,
  axis: TimeAxis,
  event: string | null,
  left: number,
  right: number,
): TimeShown {
  const [from, to] = instantsBetween(own, axis, left, right);
  return {
    lanes: lanesOf(own, from, to),
    apart: base === null ? new Map() : differencesOf(own, base, from, to),
    verdicts: event === null ? [] : verdictLanesOf(own, event, from, to),
    left,
    right,
  };
}

/** The regions beside which another story is drawn, and that nowhere in view are elsewhere in it. */
export function sameIn({ regions }: TimeRows, { apart }: TimeShown): ReadonlySet<string> {
  const isSame = (id: string) => (apart.get(id) ?? []).length === 0;
  return new Set(
    regions.flatMap(({ region, hasBase }) => (hasBase && isSame(region.id) ? [region.id] : [])),
  );
}

/** The lanes and the verdicts under them. */
export function timeLanes(
  { own, base }: Courses,
  axis: TimeAxis,
  rows: TimeRows,
  shown: TimeShown,
): Figure {
  const { agreement } = own;
  const shapes: Shape[] = [];
  for (const { x, day } of axis.ticks)
    shapes.push({ kind: 'box', x, y: 0, width: 1, height: rows.height, fill: 'line', title: day });
  const lanes = new Map(shown.lanes.map((lane) => [lane.region, lane]));
  for (const { region, y, hasBase } of rows.regions) {
    for (const stretch of lanes.get(region.id)?.stretches ?? [])
      shapes.push(...stretchShapes(own, axis, region, stretch, shown, y));
    if (!hasBase || base === null) continue;
    for (const stretch of shown.apart.get(region.id) ?? [])
      shapes.push(
        ...apartShapes(own, base.story.scenario.id, axis, region, stretch, shown, y + LANE),
      );
  }
  if (rows.verdicts !== null) {
    for (const [index, { reading, stretches }] of shown.verdicts.entries()) {
      const y = rows.verdicts + GATE + index * VERDICT;
      const whose = verdictLaneTitle(agreement, reading);
      for (const stretch of stretches)
        shapes.push(...verdictShapes(own, axis, whose, stretch, shown, y));
    }
  }
  return { width: axis.width, height: rows.height, shapes };
}

/** Where a stretch lies, and what of it is in view; of one that is out of view, all. */
function extent(axis: TimeAxis, { from, to }: Stretch<unknown>, { left, right }: TimeShown) {
  const x = axis.from(from);
  const end = axis.to(to - 1);
  const seen = end > left ? Math.max(x, left) : x;
  const last = x < right ? Math.min(end, right) : end;
  return { x, width: Math.max(1, end - x - 1), seen, room: last - seen - 8 };
}

function stretchShapes(
  course: Course,
  axis: TimeAxis,
  region: Region,
  stretch: Stretch<readonly Whereabouts[]>,
  shown: TimeShown,
  y: number,
): Shape[] {
  const { agreement } = course;
  const { x, width, seen, room } = extent(axis, stretch, shown);
  const days = stretchDaysText(course, stretch);
  const title = `${capital(region.title)}, ${days}: ${allWhereaboutsText(agreement, region.id, stretch.value)}`;
  const count = stretch.value.length;
  const height = (LANE - (count - 1)) / count;
  return stretch.value.flatMap((where, index): Shape[] => {
    const top = y + index * (height + 1);
    const fill = stageFill(region, where.possible);
    const isTaken = where.status !== null && where.status !== 'happened';
    const said = whereaboutsText(agreement, region.id, where);
    const text = count === 1 ? said : `${whoseText(agreement, where)}: ${said}`;
    const size = height < 14 ? 9 : height < 20 ? SMALL : TEXT;
    const label = height < 9 ? '' : fitted(text, room, size);
    return [
      {
        kind: 'box',
        x,
        y: top,
        width,
        height,
        radius: 2,
        fill,
        title,
        ...(isTaken || typeof fill !== 'string'
          ? { stroke: 'quiet' as const, dashes: 'short' as const }
          : fill === 'sheet'
            ? { stroke: 'line' as const }
            : {}),
      },
      ...labelShapes(label, { x: seen + 5, y: top + height / 2 + size * 0.35, size, fill, title }),
    ];
  });
}

function labelShapes(
  text: string,
  {
    x,
    y,
    size,
    fill,
    title,
  }: {
    readonly x: number;
    readonly y: number;
    readonly size: number;
    readonly fill: Fill;
    readonly title: string;
  },
): Shape[] {
  if (text === '') return [];
  const isStriped = typeof fill !== 'string';
  const ink: Ink =
    !isStriped && fill.startsWith('stage-') ? (`on-${fill}` as `on-stage-${0 | 1 | 2 | 3}`) : 'ink';
  return [{ kind: 'label', x, y, text, ink, size, title, ...(isStriped ? { rim: 'paper' } : {}) }];
}

function apartShapes(
  course: Course,
  base: string,
  axis: TimeAxis,
  region: Region,
  stretch: Stretch<readonly Whereabouts[]>,
  shown: TimeShown,
  y: number,
): Shape[] {
  const { x, width, seen, room } = extent(axis, stretch, shown);
  const title = `${capital(region.title)}, ${elsewhereText(course, base, region.id, stretch)}`;
  const fill = stageFill(
    region,
    stretch.value.flatMap(({ possible }) => possible),
  );
  const text = fitted(
    `≠ ${allWhereaboutsText(course.agreement, region.id, stretch.value)}`,
    room,
    SMALL,
  );
  return [
    { kind: 'box', x, y: y - 1.5, width, height: 3, fill: 'changed', title },
    { kind: 'box', x, y: y + 2, width, height: BASE - 3, radius: 2, fill, title },
    ...labelShapes(text, { x: seen + 5, y: y + 12, size: SMALL, fill, title }),
  ];
}

const WASHES: Readonly<Record<Overall, Ink>> = {
  open: 'wash-good',
  passed: 'wash-good',
  closed: 'wash-bad',
  unknown: 'wash-unsure',
  unstated: 'sheet',
  contested: 'wash-contested',
};

function verdictShapes(
  course: Course,
  axis: TimeAxis,
  whose: string,
  stretch: Stretch<Overall>,
  shown: TimeShown,
  y: number,
): Shape[] {
  const { x, width, seen, room } = extent(axis, stretch, shown);
  const { sign, word, ink } = verdictSign(stretch.value);
  const title = `${whose}, ${stretchDaysText(course, stretch)}: ${word}`;
  const said = fitted(`${sign} ${word}`, room, TEXT);
  const text = said.includes('…') || said === '' ? (room > 8 ? sign : '') : said;
  return [
    {
      kind: 'box',
      x,
      y: y + 1,
      width,
      height: VERDICT - 2,
      radius: 2,
      fill: WASHES[stretch.value],
      title,
    },
    ...(text === ''
      ? []
      : [{ kind: 'label' as const, x: seen + 5, y: y + 15, text, ink, size: TEXT, title }]),
  ];
}

/** The colour of a stage by its level, or by its place among stages that have none; of several stages, stripes. */
function stageFill({ stages }: Region, possible: readonly string[]): Fill {
  const isCoded = stages.some(({ level }) => level !== null);
  const tones = possible.map((id): number | null => {
    const place = stages.findIndex((stage) => stage.id === id);
    if (isCoded) return stages[place]?.level ?? null;
    return Math.round((3 * Math.max(0, place)) / Math.max(1, stages.length - 1));
  });
  const known = tones.filter((tone) => tone !== null).toSorted();
  const ink = (tone: number | undefined): Ink =>
    tone === undefined ? 'sheet' : (`stage-${tone}` as `stage-${0 | 1 | 2 | 3}`);
  const [low, high] = [known[0], known.at(-1)];
  if (new Set(possible).size < 2) return ink(low);
  if (known.length < tones.length) return ['sheet', ink(high)];
  return low === high ? ['paper', ink(low)] : [ink(low), ink(high)];
}
