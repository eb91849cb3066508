import type { Relation } from './diagram.ts';
import { EMPTY } from './node-store.ts';
import type { Space, Steps } from './space.ts';
import type { Work } from './work.ts';

/** A set that a search has arrived at, and whether nothing is missing from it. */
export interface Found {
  readonly set: number;
  /** False where the search was stopped: then the set holds only what was found by then. */
  readonly complete: boolean;
}

/** Beyond this many nodes (about 100 MB) a search stops by itself and says that it is partial. */
export const MOST_NODES = 2_000_000;

/**
 * Every state that events lead to from a set, the set itself included.
 *
 * By chaining: each event's image is added before the next event is applied, so that one round does the work of many
 * steps of breadth-first search (O. Roig, J. Cortadella, E. Pastor: Verification of asynchronous circuits by
 * BDD-based model checking of Petri nets, 1995). Events of one region alone are closed all at once after each
 * addition, which is what saturation (G. Ciardo, G. Lüttgen, R. Siminiceanu, 2001) would do with them first; its
 * treatment of the other events was slower by far on agreements of this shape. It ends when no event adds a state.
 *
 * @param from the set to begin in
 * @param steps what may happen
 */
export function* reachableFrom(space: Space, from: number, steps = space.steps()): Work<Found> {
  const { diagram } = space;
  return yield* closure(
    space,
    from,
    steps.relations,
    (relation, set) => diagram.image(relation, set),
    (set) => diagram.afterLocalMoves(steps.local, set),
  );
}

/**
 * Every state from which events can lead into a set, the set itself included; chaining backwards.
 *
 * @param until ends the search as soon as one of these states is among them; then more may be
 */
export function* leadingTo(
  space: Space,
  goal: number,
  steps = space.steps(),
  until = EMPTY,
): Work<Found> {
  const { diagram } = space;
  return yield* closure(
    space,
    goal,
    steps.relations.toReversed(),
    (relation, set) => diagram.preimage(relation, set),
    (set) => diagram.afterLocalMoves(steps.localBack, set),
    until,
  );
}

/**
 * Whether events lead from a set to some state of another; null where the search was stopped before it knew. It looks
 * backwards from the goal: what does not bear on it stays out of the diagrams.
 */
export function* meets(
  space: Space,
  from: number,
  goal: number,
  steps: Steps,
): Work<boolean | null> {
  const { set, complete } = yield* leadingTo(space, goal, steps, from);
  if (space.diagram.intersection(set, from) !== EMPTY) return true;
  return complete ? false : null;
}

function* closure(
  space: Space,
  from: number,
  relations: readonly Relation[],
  step: (relation: Relation, set: number) => number,
  closeLocally: (set: number) => number,
  until = EMPTY,
): Work<Found> {
  let set = closeLocally(from);
  const isOver = (): boolean => space.diagram.intersection(set, until) !== EMPTY;
  if (isOver()) return { set, complete: false };
  let unchanged = 0;
  for (let round = 1; unchanged < relations.length; round += 1) {
    for (const relation of relations) {
      const grown = space.diagram.union(set, step(relation, set));
      // An event that added states may add more when it is applied to them, so it has to be seen idle as well.
      unchanged = grown === set ? unchanged + 1 : 0;
      if (grown !== set) {
        set = closeLocally(grown);
        if (isOver()) return { set, complete: false };
      }
      if (unchanged >= relations.length) break;
    }
    const { size } = space.diagram.store;
    const stop = yield { doing: 'reachable states', done: round, nodes: size };
    if ((stop === true || size > MOST_NODES) && unchanged < relations.length)
      return { set, complete: false };
  }
  return { set, complete: true };
}
