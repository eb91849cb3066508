import type { Cone } from './cone.ts';
import { type Distances, distancesTo, oneMore } from './distances.ts';
import { EMPTY } from './node-store.ts';
import type { Space } from './space.ts';
import { type CompiledEvent, type State, startState, take } from './system.ts';
import type { Work } from './work.ts';

/** Shortest ways to a goal, each as the events of the cone in order. */
export interface Shortest {
  readonly end: Distances['end'];
  /** Events that the shortest way takes; where none was found, how many the search has tried. */
  readonly length: number;
  readonly ways: readonly (readonly CompiledEvent[])[];
  /** Whether no other events than those given lead there in as few; false where the search ended before it knew. */
  readonly every: boolean;
}

/**
 * The shortest ways from the start to a goal. Two ways that take the same events in another order count as one; the
 * one given comes first in the order of the events.
 *
 * @param goal a set of the space
 * @param cone what the goal depends on; what it leaves out is not searched
 * @param most how many ways to look for
 */
export function* shortestWays(space: Space, goal: number, cone: Cone, most = 1): Work<Shortest> {
  const steps = space.steps(cone.events);
  const { within, end } = yield* distancesTo(space, space.start, goal, steps);
  const length = within.length - 1;
  if (end !== 'met') return { end, length, ways: [], every: end === 'exhausted' };

  // Backwards from the goal: the states that lie on a shortest way, by the number of events still to come.
  const { diagram } = space;
  const ahead = [diagram.intersection(goal, within[length] ?? EMPTY)];
  for (let rest = 1; rest <= length; rest += 1) {
    const before = oneMore(space, ahead[rest - 1] ?? EMPTY, steps, 'backward');
    ahead.push(diagram.intersection(before, within[length - rest] ?? EMPTY));
  }

  const ways: CompiledEvent[][] = [];
  const seen = new Set<string>();
  const trail: CompiledEvent[] = [];
  const search = function* (state: State, rest: number): Work<boolean> {
    const events = trail.map(({ id }) => id).toSorted();
    const key = `${events.join(' ')} at ${state.join(' ')}`;
    if (seen.has(key)) return true;
    seen.add(key);
    if (rest === 0) {
      const isNew = !seen.has(events.join(' '));
      seen.add(events.join(' '));
      if (isNew) ways.push([...trail]);
      return ways.length < most;
    }
    if (seen.size % 256 === 0) {
      const nodes = diagram.store.size;
      if ((yield { doing: 'ways of equal length', done: ways.length, nodes }) === true)
        return false;
    }
    for (const event of cone.events) {
      const next = take(event, state);
      if (next === null || !space.has(ahead[rest - 1] ?? EMPTY, next)) continue;
      trail.push(event);
      const goesOn = yield* search(next, rest - 1);
      trail.pop();
      if (!goesOn) return false;
    }
    return true;
  };
  const isExhausted = yield* search(space.first(space.start) ?? startState(space.system), length);
  return { end, length, ways, every: isExhausted };
}
