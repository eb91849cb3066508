import { type Course, courseOf, knownAlike } from '../answer/course.ts';
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

/** The scenario on show over its days, with the verdicts of the gate on show, and that which it branches off beside it. */
export interface Courses {
  readonly own: Course;
  /** Null where it branches off none. */
  readonly base: Course | null;
}

/**
 * What is on show, laid out over its days by what was known: whatever day it is looked at as of. The same while nothing
 * of that changes.
 */
export function coursesShown(setting: Setting, lab: LabState): Courses {
  const from = lab.scenarios.get(lab.scenario)?.branchesFrom?.scenario;
  if (from === undefined || !lab.scenarios.has(from))
    return { own: laidOut(setting, lab, lab.scenario, []), base: null };
  const days = (id: string) =>
    told(setting, lab.scenarios, id).story.steps.flatMap(({ date }) =>
      date === null ? [] : [date.from, date.to],
    );
  return {
    own: laidOut(setting, lab, lab.scenario, days(from)),
    base: laidOut(setting, lab, from, days(lab.scenario)),
  };
}

function laidOut(
  setting: Setting,
  lab: LabState,
  scenario: string,
  beside: readonly Day[],
): Course {
  const { agreement, runner } = setting;
  const { story } = told(setting, lab.scenarios, scenario);
  const { knownBy } = lab.clocks;
  const event = agreement.gates.get(gateShown(setting, lab) ?? '')?.event ?? null;
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
