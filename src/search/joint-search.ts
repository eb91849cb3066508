import type { Agreement } from '../model/agreement.ts';
import { type Aim, aimAt } from './aim.ts';
import type { Standpoint, ThoughtAway } from './compile.ts';
import { coneTowards } from './cone.ts';
import type { Goal } from './goal.ts';
import { type Joint, joint } from './joint.ts';
import { meets } from './reachability.ts';
import { Space } from './space.ts';
import type { System } from './system.ts';
import type { Work } from './work.ts';

/** What is searched: whose runs, after what, and which events may happen how. */
export interface JointSearch {
  readonly agreement: Agreement;
  readonly standpoints: readonly Standpoint[];
  readonly goal: Goal;
  /** Takes away what the question does not allow. */
  readonly restrict: (system: System) => System;
}

/** The joint system of a search with its goal, as far as the question allows it. */
export function prepared(search: JointSearch): { together: Joint; aim: Aim } {
  const together = joint(search.agreement, search.standpoints);
  const aim = aimAt(together, search.goal);
  return { together, aim: { ...aim, system: search.restrict(aim.system) } };
}

/** Whether a goal can be reached by all runs; null where the search was stopped before it knew. */
export function* canBeReached(search: JointSearch): Work<boolean | null> {
  const { system, goal, isReached } = prepared(search).aim;
  if (isReached) return true;
  const space = new Space(system);
  const cone = coneTowards(system, goal);
  return yield* meets(space, space.start, space.set(goal), space.steps(cone.events));
}

/** The search as if some of what stands before events did not. */
export function thinkingAway(search: JointSearch, without: ThoughtAway): JointSearch {
  const standpoints = search.standpoints.map((standpoint) => ({
    ...standpoint,
    without: { ...standpoint.without, ...without },
  }));
  return { ...search, standpoints };
}
