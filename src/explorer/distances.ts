import { EMPTY } from './node-store.ts';
import { MOST_NODES } from './reachability.ts';
import type { Space, Steps } from './space.ts';
import type { Work } from './work.ts';

/** The sets of states from which a goal is within 0, 1, 2, ... events. */
export interface Distances {
  readonly within: readonly number[];
  /**
   * `met`: the last set is the first with a start in it. `exhausted`: the last set is everything that the goal can be
   * reached from, and no start is in it. `stopped`: no start is in the last set; more is not known.
   */
  readonly end: 'met' | 'exhausted' | 'stopped';
}

/**
 * How far a goal is, by breadth-first search on sets, backwards: what has nothing to do with the goal stays out of the
 * diagrams, while forwards from one state everything that can happen meanwhile gets into them (on the shipped agreement
 * they have some 60 nodes backwards, and thousands forwards). It keeps what is *within* so many events of the goal, not
 * what is exactly so many away: the former have smaller diagrams by far.
 *
 * @param from the states to begin in; EMPTY to search everything
 * @param goal a set
 */
export function* distancesTo(
  space: Space,
  from: number,
  goal: number,
  steps: Steps,
): Work<Distances> {
  const { diagram } = space;
  const within = [goal];
  for (let set = goal; ;) {
    if (diagram.intersection(set, from) !== EMPTY) return { within, end: 'met' };
    const nodes = diagram.store.size;
    const stop = yield { doing: 'events before the goal', done: within.length - 1, nodes };
    if (stop === true || nodes > MOST_NODES) return { within, end: 'stopped' };
    const grown = oneMore(space, set, steps, 'backward');
    if (grown === set) return { within, end: 'exhausted' };
    within.push((set = grown));
  }
}

/** A set with everything that one event leads to from it, or from which one event leads into it. */
export function oneMore(
  space: Space,
  set: number,
  steps: Steps,
  direction: 'forward' | 'backward',
): number {
  const { diagram } = space;
  const isForward = direction === 'forward';
  let grown = diagram.withinOneLocalMove(isForward ? steps.local : steps.localBack, set);
  for (const relation of steps.relations) {
    const step = isForward ? diagram.image(relation, set) : diagram.preimage(relation, set);
    grown = diagram.union(grown, step);
  }
  return grown;
}
