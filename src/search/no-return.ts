import type { Controllers } from '../model/agreement.ts';
import { coneOf } from './cone.ts';
import type { Exploration } from './exploration.ts';
import { ALL, EMPTY } from './node-store.ts';
import { resolve, type StatePredicate } from './predicate.ts';
import { leadingTo } from './reachability.ts';
import { shortestWays } from './shortest.ts';
import type { Work } from './work.ts';

/** An event that can put a goal out of reach for good. */
export interface PointOfNoReturn {
  readonly event: string;
  readonly gate: string | null;
  readonly controllers: Controllers;
  /** In how many reachable states the goal is still possible, the event can be taken, and the goal then no longer is. */
  readonly states: bigint;
  /** The shortest way to such a state and the event itself, last; null where the search for it was stopped. */
  readonly events: readonly string[] | null;
}

export interface PointsOfNoReturn {
  readonly points: readonly PointOfNoReturn[];
  /** In how many reachable states the goal can still be reached, and in how many no longer; null where the search was stopped before it knew. */
  readonly possible: bigint | null;
  readonly lost: bigint | null;
  readonly complete: boolean;
}

/**
 * The events that lose a goal: from some reachable state the goal could be reached, and once the event is taken
 * there it never can be.
 *
 * @returns the points, those that lose it in most states first
 */
export function* pointsOfNoReturn(
  exploration: Exploration,
  goal: StatePredicate,
): Work<PointsOfNoReturn> {
  const { system, space, reachable, states } = exploration;
  const { diagram, members } = space;
  const guard = resolve(goal, system);
  const cone = coneOf(system, guard);
  const leading = yield* leadingTo(space, space.set(guard), space.steps(cone.events));
  let complete = leading.complete && reachable.complete;
  if (!complete) return { points: [], possible: null, lost: null, complete };
  const possible = members.count(diagram.intersection(reachable.set, leading.set));
  const hopeless = diagram.difference(ALL, leading.set);

  const points: PointOfNoReturn[] = [];
  for (const event of cone.events) {
    const losing = diagram.intersection(
      leading.set,
      diagram.preimage(space.relation(event), hopeless),
    );
    const count = members.count(diagram.intersection(reachable.set, losing));
    if (losing === EMPTY || count === 0n) continue;
    const { ways, end } = yield* shortestWays(space, losing, cone);
    if (end === 'stopped') complete = false;
    const [way] = ways;
    points.push({
      event: event.id,
      gate: event.gate,
      controllers: event.controllers,
      states: count,
      events: way === undefined ? null : [...way.map(({ id }) => id), event.id],
    });
  }
  points.sort((left, right) =>
    left.states < right.states ? 1 : left.states > right.states ? -1 : 0,
  );
  return { points, possible, lost: states - possible, complete };
}
