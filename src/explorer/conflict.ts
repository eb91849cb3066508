import type { Agreement } from '../agreement/agreement.ts';
import { type Leaf, leavesOf } from '../agreement/condition.ts';
import { effectiveCondition } from '../agreement/terms.ts';
import type { Standpoint } from './compile.ts';
import { coneOf } from './cone.ts';
import { type Joint, joint, nonEmptySubsets } from './joint.ts';
import { type StatePredicate, resolve } from './predicate.ts';
import { meets } from './reachability.ts';
import { Space } from './space.ts';
import { allOf, type Guard, type System } from './system.ts';
import type { Work } from './work.ts';

/** Readings that cannot all be satisfied on the way to a goal, while any of them left out, the others can. */
export interface Conflict {
  /** One reading of each group is enough for the conflict: those of a group ask the same from the same start. */
  readonly readings: readonly (readonly string[])[];
  /**
   * Leaves of these readings that exclude the goal together, and none of them needlessly: without any one of them
   * the others leave a way. There may be other such sets. Empty where the stages alone leave no way.
   */
  readonly leaves: readonly { readonly leaf: Leaf; readonly gate: string }[];
  /** False where the search for the leaves was stopped; then some of them may be needless. */
  readonly complete: boolean;
}

/** What is searched: whose runs, towards what, and which events may happen how. */
export interface JointSearch {
  readonly agreement: Agreement;
  readonly standpoints: readonly Standpoint[];
  readonly goal: StatePredicate;
  /** Takes away what the question does not allow. */
  readonly restrict: (system: System) => System;
}

/** The joint system of a search, as far as it is allowed, and its goal: reached in every run. */
export function prepared(search: JointSearch): { together: Joint; system: System; goal: Guard } {
  const together = joint(search.agreement, search.standpoints);
  const restricted = search.restrict(together.system);
  const goals = together.runs.map(({ system }, run) =>
    together.inRun(resolve(search.goal, system), run),
  );
  return { together, system: restricted, goal: allOf(goals) };
}

/** Whether a goal can be reached by all runs; null where the search was stopped before it knew. */
export function* canBeReached(search: JointSearch): Work<boolean | null> {
  const { system, goal } = prepared(search);
  const space = new Space(system);
  const cone = coneOf(system, goal);
  return yield* meets(space, space.start, space.set(goal), space.steps(cone.events));
}

/**
 * Why a goal cannot be reached by all: every minimal set of readings whose runs cannot reach it together.
 *
 * Leaving readings out only makes more possible, so the sets are found from the smallest up; for the leaves one
 * after the other is waived for good unless that would open a way (a minimal unsatisfiable set by deletion).
 */
export function* conflicts(search: JointSearch): Work<Conflict[]> {
  const { together } = prepared(search);
  const groups = together.runs.map(({ readings }) => readings);
  const found: Conflict[] = [];
  for (const subset of nonEmptySubsets([...groups.keys()]).toReversed()) {
    const readings = subset.map((group) => groups[group] ?? []);
    if (found.some((known) => known.readings.every((group) => readings.includes(group)))) continue;
    const standpoints = readings.flatMap(([reading]) =>
      search.standpoints.filter(({ terms }) => terms.reading === reading),
    );
    const smaller = { ...search, standpoints };
    if ((yield* canBeReached(smaller)) === false)
      found.push({ readings, ...(yield* excludingLeaves(smaller)) });
  }
  return found;
}

function* excludingLeaves(
  search: JointSearch,
): Work<{ leaves: Conflict['leaves']; complete: boolean }> {
  const { agreement, standpoints } = search;
  const candidates = new Map<string, { leaf: Leaf; gate: string }>();
  for (const { terms } of standpoints)
    for (const gate of agreement.gates.keys())
      for (const leaf of leavesOf(effectiveCondition(agreement, gate, terms).condition))
        if (!terms.waived.includes(leaf.id)) candidates.set(leaf.id, { leaf, gate });

  const dropped: string[] = [];
  const needed: { leaf: Leaf; gate: string }[] = [];
  let complete = true;
  for (const [id, candidate] of candidates) {
    const without = standpoints.map(({ terms, ...rest }) => ({
      ...rest,
      terms: { ...terms, waived: [...terms.waived, ...dropped, id] },
    }));
    const reached = yield* canBeReached({ ...search, standpoints: without });
    if (reached === null) complete = false;
    if (reached === false) dropped.push(id);
    else needed.push(candidate);
  }
  return { leaves: needed, complete };
}
