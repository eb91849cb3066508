import type { Agreement } from '../model/agreement.ts';
import { type Leaf, leavesOf } from '../model/condition.ts';
import { effectiveCondition } from '../model/terms.ts';
import type { Standpoint } from './compile.ts';
import { coneTowards } from './cone.ts';
import { type Joint, joint, runKey } from './joint.ts';
import { oneMinimalSet } from './minimal-set.ts';
import { minimalSets } from './minimal-sets.ts';
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
  /** False where the search was stopped; then readings or leaves among them may be needless. */
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
  const cone = coneTowards(system, goal);
  return yield* meets(space, space.start, space.set(goal), space.steps(cone.events));
}

/** The search as if no reading asked for anything. */
export function withoutDemands(search: JointSearch): JointSearch {
  const { agreement, standpoints } = search;
  const leaves = ({ terms }: Standpoint): string[] =>
    [...agreement.gates.keys()].flatMap((gate) =>
      leavesOf(effectiveCondition(agreement, gate, terms).condition).map(({ id }) => id),
    );
  return {
    ...search,
    standpoints: standpoints.map((standpoint) => ({
      ...standpoint,
      terms: { ...standpoint.terms, waived: leaves(standpoint) },
    })),
  };
}

/**
 * Why a goal cannot be reached by all: every minimal set of readings whose runs cannot reach it together.
 *
 * Leaving readings out, or waiving leaves, only makes more possible; so both kinds of sets are minimal ones of
 * something that keeps holding as they grow.
 */
export function* conflicts(search: JointSearch): Work<{ found: Conflict[]; complete: boolean }> {
  const isExcluded = function* (standpoints: readonly Standpoint[]): Work<boolean | null> {
    if (standpoints.length === 0) return false;
    const reached = yield* canBeReached({ ...search, standpoints });
    return reached === null ? null : !reached;
  };
  const { sets, complete } = yield* minimalSets(groupsOf(search), (groups) =>
    isExcluded(groups.flatMap(({ standpoints }) => standpoints)),
  );
  const found: Conflict[] = [];
  for (const groups of sets) {
    const standpoints = groups.flatMap((group) => group.standpoints);
    const leaves = yield* excludingLeaves({ ...search, standpoints });
    const readings = groups.map((group) => group.readings);
    found.push({ readings, leaves: leaves.leaves, complete: complete && leaves.complete });
  }
  return { found, complete: complete && found.every((conflict) => conflict.complete) };
}

/** Readings that ask the same from the same start, and where one of them stands. */
interface Group {
  readonly readings: readonly string[];
  readonly standpoints: readonly Standpoint[];
}

function groupsOf({ agreement, standpoints }: JointSearch): Group[] {
  const byName = new Map<string, Standpoint[]>();
  for (const standpoint of standpoints) {
    const { reading } = standpoint.terms;
    byName.set(reading, [...(byName.get(reading) ?? []), standpoint]);
  }
  const groups = new Map<string, { readings: string[]; standpoints: Standpoint[] }>();
  for (const [reading, own] of byName) {
    const runs = joint(agreement, own).runs.map(({ system }) => runKey(system));
    const key = runs.toSorted().join(' ');
    const known = groups.get(key);
    if (known) known.readings.push(reading);
    else groups.set(key, { readings: [reading], standpoints: own });
  }
  return [...groups.values()];
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

  let complete = true;
  const needed = yield* oneMinimalSet([...candidates.keys()], function* (kept): Work<boolean> {
    const dropped = [...candidates.keys()].filter((id) => !kept.includes(id));
    const without = standpoints.map(({ terms, ...rest }) => ({
      ...rest,
      terms: { ...terms, waived: [...terms.waived, ...dropped] },
    }));
    const reached = yield* canBeReached({ ...search, standpoints: without });
    if (reached === null) complete = false;
    return reached === false;
  });
  return { leaves: needed.flatMap((id) => candidates.get(id) ?? []), complete };
}
