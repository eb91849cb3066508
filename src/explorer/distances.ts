import { EMPTY } from './node-store.ts';
import { MOST_NODES } from './reachability.ts';
import type { Space, Steps } from './space.ts';
import type { Work } from './work.ts';

/** The sets of states reached within 0, 1, 2, ... events. */
export interface Distances {
  readonly within: readonly number[];
  /**
   * `met`: the last set is the first with a state of the goal in it. `exhausted`: the last set is everything
   * reachable, and no state of the goal is. `stopped`: no state of the goal is in the last set; more is not known.
   */
  readonly end: 'met' | 'exhausted' | 'stopped';
}

/**
 * How far a goal is, by breadth-first search on sets. It keeps what is reached *within* so many events, not what is
 * reached in exactly so many: the former have smaller diagrams by far.
 *
 * @param goal a set; EMPTY to search everything
 */
export function* distancesTo(
  space: Space,
  from: number,
  goal: number,
  steps: Steps,
): Work<Distances> {
  const { diagram } = space;
  const within = [from];
  for (let set = from; ;) {
    if (diagram.intersection(set, goal) !== EMPTY) return { within, end: 'met' };
    const nodes = diagram.store.size;
    const stop = yield { doing: 'events from the start', done: within.length - 1, nodes };
    if (stop === true || nodes > MOST_NODES) return { within, end: 'stopped' };
    const grown = oneMore(space, set, steps, 'forward');
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
