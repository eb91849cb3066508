import type { Aim } from './aim.ts';
import type { Cone } from './cone.ts';
import { type JointSearch, prepared, thinkingAway } from './joint-search.ts';
import { EMPTY } from './node-store.ts';
import { NO_WAY_REASONS, type NoWayReason } from './no-way.ts';
import { leadingTo } from './reachability.ts';
import type { Space } from './space.ts';
import type { CompiledEvent, Guard, System } from './system.ts';
import type { Work } from './work.ts';

/** From where a goal could be reached if some of what stands before events did not. */
export interface WaysBack {
  /** If nobody held anything, and if the model required nothing either. */
  readonly unasked: number;
  readonly unbound: number;
  readonly complete: boolean;
}

/**
 * From where the goal of a search could be reached without what the parties hold, and without what the model requires
 * either: what it rests on that there is no way back.
 *
 * @param space of the search's own system; the regions are the same whatever is thought away
 * @param coneIn what of a system bears on its goal
 * @param keep which events may happen
 */
export function* waysBack(
  search: JointSearch,
  space: Space,
  coneIn: (system: System, goal: Guard) => Cone,
  keep: (event: CompiledEvent) => boolean = () => true,
): Work<WaysBack> {
  const leading = function* ({ system, goal }: Aim): Work<{ set: number; complete: boolean }> {
    const events = coneIn(system, goal).events.filter(keep);
    return yield* leadingTo(space, space.set(goal), space.steps(events));
  };
  const unasked = thinkingAway(search, { positions: true });
  const free = yield* leading(prepared(unasked).aim);
  const unbound = yield* leading(prepared(thinkingAway(unasked, { requirements: true })).aim);
  return {
    unasked: free.set,
    unbound: unbound.set,
    complete: free.complete && unbound.complete,
  };
}

/** Why there is no way back from some states, each reason that holds in one of them. */
export function reasonsIn(
  { diagram }: Space,
  lost: number,
  { unasked, unbound }: WaysBack,
): NoWayReason[] {
  const held = diagram.difference(lost, unasked);
  const sets = {
    positions: diagram.intersection(lost, unasked),
    requirements: diagram.intersection(held, unbound),
    events: diagram.difference(held, unbound),
  };
  return NO_WAY_REASONS.filter((reason) => sets[reason] !== EMPTY);
}
