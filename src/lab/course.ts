import { type Course, type CourseAsked, courseOf, knownAlike } from '../answer/course.ts';
import type { Day } from '../model/days.ts';
import type { Moment } from '../model/moment.ts';
import type { Story } from '../model/story.ts';
import { gateShown, told } from './scene.ts';
import type { LabState, Setting } from './state.ts';

/** What was laid out of a story by what was known, and the moments that its courses share. */
interface Laid {
  readonly moments: Map<Day | number, Moment>;
  readonly courses: Map<string, Course>;
}

const known = new WeakMap<Story, Map<Day | null, Laid>>();

/** A scenario over its days, with the verdicts on a gate, and another that it is held against beside it. */
export interface Courses {
  readonly own: Course;
  /** Null where it is held against none. */
  readonly base: Course | null;
  /** As many steps, from the first on, are the same in both. */
  readonly shared: number;
  /** Whether the other is what it branches off. */
  readonly isBase: boolean;
}

/** By what was known, and the gate's event whose verdicts are looked at. */
type Asked = Pick<CourseAsked, 'knownBy' | 'event'>;

/**
 * What is on show, laid out over its days by what was known: whatever day it is looked at as of. The same while nothing
 * of that changes.
 *
 * @param against the scenario that it is held against; what it branches off where none is named
 */
export function coursesShown(
  setting: Setting,
  lab: LabState,
  against: string | null = null,
): Courses {
  const { scenarios, scenario, clocks } = lab;
  const storyOf = (id: string) => told(setting, scenarios, id).story;
  const other = heldAgainst(lab, against);
  return coursesOf(setting, storyOf(scenario), other === null ? null : storyOf(other), {
    knownBy: clocks.knownBy,
    event: setting.agreement.gates.get(gateShown(setting, lab) ?? '')?.event ?? null,
  });
}

/** The scenario that one on show is held against: the one that is named, or what it branches off; null for neither. */
export function heldAgainst(
  { scenarios, scenario }: Pick<LabState, 'scenarios' | 'scenario'>,
  against: string | null,
): string | null {
  const from = scenarios.get(scenario)?.branchesFrom?.scenario ?? null;
  return [against, from].find((id) => id !== null && id !== scenario && scenarios.has(id)) ?? null;
}

/** Two stories over their days, each with the days of the other among its own. */
export function coursesOf(
  setting: Pick<Setting, 'agreement' | 'runner'>,
  own: Story,
  base: Story | null,
  asked: Asked,
): Courses {
  if (base === null)
    return { own: laidOut(setting, own, asked, []), base: null, shared: 0, isBase: false };
  return {
    own: laidOut(setting, own, asked, daysIn(base)),
    base: laidOut(setting, base, asked, daysIn(own)),
    shared: sharedSteps(own, base),
    isBase: own.scenario.branchesFrom?.scenario === base.scenario.id,
  };
}

function daysIn({ steps }: Story): Day[] {
  return steps.flatMap(({ date }) => (date === null ? [] : [date.from, date.to]));
}

function sharedSteps({ steps: own }: Story, { steps: base }: Story): number {
  const parted = own.findIndex(
    ({ scenario, id }, at) => base[at]?.id !== id || base[at]?.scenario !== scenario,
  );
  return parted < 0 ? own.length : parted;
}

function laidOut(
  { agreement, runner }: Pick<Setting, 'agreement' | 'runner'>,
  story: Story,
  { knownBy, event }: Asked,
  beside: readonly Day[],
): Course {
  const alike = knownAlike(agreement, knownBy);
  let byKnown = known.get(story);
  if (byKnown === undefined) known.set(story, (byKnown = new Map()));
  let laid = byKnown.get(alike);
  if (laid === undefined) byKnown.set(alike, (laid = { moments: new Map(), courses: new Map() }));
  const key = `${event} ${beside.join(' ')}`;
  let course = laid.courses.get(key);
  if (course === undefined) {
    course = courseOf(agreement, story, { knownBy, event, days: beside }, runner, laid.moments);
    laid.courses.set(key, course);
  }
  return course;
}
