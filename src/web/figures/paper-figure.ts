import { differencesOf } from '../../answer/lanes.ts';
import { lanesCaption } from '../../explain/figure-text.ts';
import { nothingPublishedText } from '../../explain/moment-text.ts';
import { coursesOf } from '../../lab/course.ts';
import type { Setting } from '../../lab/state.ts';
import type { Moment } from '../../model/moment.ts';
import type { Picture } from './figure.ts';
import { timeAxis } from './time-axis.ts';
import { cursorOf, stepMarks } from './time-marks.ts';
import { timeRows } from './time-rows.ts';
import { timeWhole } from './time-whole.ts';

/** As wide as can be read on a sheet of A4. */
const WIDTH = 800;
const NAMES = 150;

/** The figure of a paper, and what stands under it. */
export interface PaperFigure {
  readonly picture: Picture;
  readonly caption: string;
}

/**
 * The lanes of a scenario over its days, and beside them what it is held against: as wide as a sheet. Null where no step
 * has a day, and where nothing had been published.
 */
export function paperFigure(
  runner: Setting['runner'],
  after: Moment,
  before: Moment | null,
): PaperFigure | null {
  const { agreement, story, stepIndex, day } = after;
  if (nothingPublishedText(after) !== '') return null;
  const other = before === null || before.story.scenario.id === story.scenario.id ? null : before;
  const [gate = null] = agreement.gates.values();
  const courses = coursesOf({ agreement, runner }, story, other?.story ?? null, {
    knownBy: after.viewpoint.knownBy,
    event: gate?.event ?? null,
  });
  const { own, base } = courses;
  if (own.instants.length === 0) return null;
  const apart = base === null ? [] : [...differencesOf(own, base, 0, own.instants.length).keys()];
  const axis = timeAxis(own, WIDTH - NAMES, true);
  const { marks } = stepMarks(own, axis);
  const picture = timeWhole({
    courses,
    axis,
    rows: timeRows(
      agreement,
      courses,
      gate !== null,
      apart.length === 0 ? 'touched' : new Set(apart),
    ),
    gate,
    moment: after,
    current: { place: stepIndex, x: cursorOf(axis, marks, own, stepIndex, day) },
    names: NAMES,
    isHeaded: false,
  });
  const caption = lanesCaption(
    story.scenario,
    other && { scenario: other.story.scenario, isApart: apart.length > 0 },
    gate?.title ?? null,
  );
  return { picture, caption };
}
