import type { Agreement } from '../../model/agreement.ts';
import type { Standpoint } from '../compile.ts';
import { aimAt } from '../aim.ts';
import { slice } from '../cone.ts';
import { exploreSystem } from '../exploration.ts';
import type { Goal } from '../goal.ts';
import { type Joint, joint, type JointRun } from '../joint.ts';
import { EMPTY } from '../node-store.ts';
import { resolve } from '../predicate.ts';
import { allOf, anyOf, type Guard, type System } from '../system.ts';
import type { Work } from '../work.ts';

/** What of an agreement is exported, with its states counted. */
export interface Part {
  readonly system: System;
  /** What it was cut from; itself where it was not cut. */
  readonly whole: System;
  /** The runs that it puts together. */
  readonly runs: readonly JointRun[];
  /**
   * The goal over the part's own regions: that every run has reached it or, where it is an event, that it can be taken in
   * every run that has it to take.
   */
  readonly goal: Guard | null;
  /** How many of the part's states can be reached; null where the count was stopped. */
  readonly states: bigint | null;
  /** Whether a state that meets the goal can be reached; null without a goal, and where the count was stopped too early. */
  readonly goalReachable: boolean | null;
}

/**
 * The transition system of one reading's run, or of several at once, and its reachable states.
 *
 * @param goal cuts the system down to what bears on it; null exports the whole
 * @throws TooManyRunsError where the runs differ in too many ways
 */
export function* exportedPart(
  agreement: Agreement,
  standpoints: readonly Standpoint[],
  goal: Goal | null,
): Work<Part> {
  const together = joint(agreement, standpoints);
  const { system: whole, runs } = together;
  const reached = goal === null ? null : readyFor(together, goal);
  const system = reached === null ? whole : slice(whole, reached);
  const guard = reached === null ? null : moved(reached, whole, system);
  const { space, reachable, states } = yield* exploreSystem(system);
  const meets =
    guard !== null && space.diagram.intersection(reachable.set, space.set(guard)) !== EMPTY;
  return {
    system,
    whole,
    runs,
    goal: guard,
    states: reachable.complete ? states : null,
    goalReachable: guard === null || (!meets && !reachable.complete) ? null : meets,
  };
}

/** Where a goal is reached or, where it is an event, can be taken; one that has been taken is asked about all the same. */
function readyFor(together: Joint, goal: Goal): Guard {
  const { ready, isReached } = aimAt(together, goal);
  if (!isReached || goal.kind === 'state') return ready;
  const leaving = together.runs.flatMap(({ system }, run) =>
    system.events
      .filter(({ id }) => id === goal.event)
      .map(({ home, from }) => together.inRun({ kind: 'in', region: home, stages: from }, run)),
  );
  const again = resolve({ kind: 'possible', event: goal.event }, together.system);
  return allOf([again, anyOf(leaving)]);
}

/** A guard over one system's regions, over those of another that has them under the same ids. */
function moved(guard: Guard, from: System, to: System): Guard {
  if (guard.kind !== 'in') return { ...guard, of: guard.of.map((part) => moved(part, from, to)) };
  const id = from.regions[guard.region]?.id;
  return { ...guard, region: to.regions.findIndex((region) => region.id === id) };
}
