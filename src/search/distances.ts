import { EMPTY } from './node-store.ts';
import { MOST_NODES } from './most-nodes.ts';
import { patiently } from './patiently.ts';
import type { Space, Steps } from './space.ts';
import type { Work } from './work.ts';

/** How far a goal is, with what was found on the way there. */
export interface Distances {
  /** By number of events: what is reached from the start within so many. */
  readonly reached: readonly number[];
  /** By number of events: from where the goal is within so many. */
  readonly leading: readonly number[];
  /**
   * `met`: the last set of each have a state in common, and none before; the goal is as many events away as both have
   * taken. `exhausted`: no state of the goal can be reached. `stopped`: more than that many events lead there, if any.
   */
  readonly end: 'met' | 'exhausted' | 'stopped';
  readonly length: number;
}

/**
 * How far a goal is, by breadth-first search on sets from both ends (I. Pohl: Bi-directional search, 1971): the end
 * whose diagram is smaller goes on. From one state everything gets into the diagram that can happen meanwhile, from
 * the goal everything that would lead there, reached or not; which is worse depends on the question, and the better
 * one does most of the work. It keeps what is *within* so many events, not what is exactly so many away: the former
 * have smaller diagrams by far.
 */
export function* distancesTo(
  space: Space,
  from: number,
  goal: number,
  steps: Steps,
): Work<Distances> {
  const { diagram, members } = space;
  const reached = [from];
  const leading = [goal];
  for (;;) {
    const [first, last] = [reached.at(-1) ?? EMPTY, leading.at(-1) ?? EMPTY];
    const length = reached.length + leading.length - 2;
    const progress = { doing: 'events between start and goal', done: length };
    const stopped = { reached, leading, end: 'stopped', length } as const;
    const both = yield* patiently(space, progress, () => diagram.intersection(first, last));
    // One event fewer has been tried in full.
    if (both === null) return { ...stopped, length: length - 1 };
    if (both.result !== EMPTY) return { reached, leading, end: 'met', length };
    const nodes = diagram.store.size;
    const stop = yield { ...progress, nodes };
    if (stop === true || nodes > MOST_NODES) return stopped;
    const isForward = members.nodeCount(first) < members.nodeCount(last);
    const side = isForward ? reached : leading;
    const set = isForward ? first : last;
    const direction = isForward ? 'forward' : 'backward';
    const more = yield* patiently(space, progress, () => oneMore(space, set, steps, direction));
    if (more === null) return stopped;
    const grown = more.result;
    if (grown === set) return { reached, leading, end: 'exhausted', length };
    side.push(grown);
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
