import type { Relation } from './diagram.ts';
import { EMPTY } from './node-store.ts';
import { MOST_NODES } from './most-nodes.ts';
import { patiently } from './patiently.ts';
import type { Space, Steps } from './space.ts';
import type { Work } from './work.ts';

/** A set that a search has arrived at, and whether nothing is missing from it. */
export interface Found {
  readonly set: number;
  /** False where the search was stopped: then the set holds only what was found by then. */
  readonly complete: boolean;
}

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
  return yield* closure(space, forwards(space, from, steps));
}

/** Every state from which events can lead into a set, the set itself included; chaining backwards. */
export function* leadingTo(space: Space, goal: number, steps = space.steps()): Work<Found> {
  return yield* closure(space, backwards(space, goal, steps));
}

/**
 * Whether events lead from a set to some state of another; null where the search was stopped before it knew.
 *
 * It chains from both ends, a round at a time from the one whose diagram is smaller, and ends as soon as they meet or
 * one of them has nothing more to add.
 */
export function* meets(
  space: Space,
  from: number,
  goal: number,
  steps: Steps,
): Work<boolean | null> {
  const { diagram, members } = space;
  const [ahead, back] = [forwards(space, from, steps), backwards(space, goal, steps)];
  const haveMet = (): boolean => diagram.intersection(ahead.set, back.set) !== EMPTY;
  for (let round = 1; ; round += 1) {
    const progress = { doing: 'a way from start to goal', done: round };
    const met = yield* patiently(space, progress, haveMet);
    if (met === null) return null;
    if (met.result) return true;
    const { size } = diagram.store;
    const stop = yield { ...progress, nodes: size };
    if (stop === true || size > MOST_NODES) return null;
    const isAheadSmaller = members.nodeCount(ahead.set) <= members.nodeCount(back.set);
    const side = isAheadSmaller ? ahead : back;
    const before = side.set;
    const went = yield* patiently(space, progress, roundOf(space, side, haveMet));
    if (went === null) return null;
    if (side.set === before) return false;
  }
}

/** A set that grows by events, one after the other, in one direction. */
interface Chain {
  set: number;
  /** How many events in a row have added nothing. */
  unchanged: number;
  readonly relations: readonly Relation[];
  readonly step: (relation: Relation, set: number) => number;
  readonly closeLocally: (set: number) => number;
}

function forwards({ diagram }: Space, from: number, { local, relations }: Steps): Chain {
  return {
    set: diagram.afterLocalMoves(local, from),
    unchanged: 0,
    relations,
    step: (relation, set) => diagram.image(relation, set),
    closeLocally: (set) => diagram.afterLocalMoves(local, set),
  };
}

function backwards({ diagram }: Space, goal: number, { localBack, relations }: Steps): Chain {
  return {
    set: diagram.afterLocalMoves(localBack, goal),
    unchanged: 0,
    relations: relations.toReversed(),
    step: (relation, set) => diagram.preimage(relation, set),
    closeLocally: (set) => diagram.afterLocalMoves(localBack, set),
  };
}

/**
 * Applies each event once, and all local moves after each that adds states.
 *
 * @param isOver asked after each addition; once it says yes the rest of the round is left out
 */
function chainRound({ diagram }: Space, chain: Chain, isOver: () => boolean = () => false): void {
  for (const relation of chain.relations) {
    const grown = diagram.union(chain.set, chain.step(relation, chain.set));
    // An event that added states may add more when it is applied to them, so it has to be seen idle as well.
    chain.unchanged = grown === chain.set ? chain.unchanged + 1 : 0;
    if (grown !== chain.set) {
      chain.set = chain.closeLocally(grown);
      if (isOver()) return;
    }
    if (chain.unchanged >= chain.relations.length) return;
  }
}

/** A round that can be begun again: what was idle before counts no more, since the round goes over all events anew. */
function roundOf(space: Space, chain: Chain, isOver?: () => boolean): () => void {
  let isBegun = false;
  return () => {
    if (isBegun) chain.unchanged = 0;
    isBegun = true;
    chainRound(space, chain, isOver);
  };
}

function* closure(space: Space, chain: Chain): Work<Found> {
  const isDone = (): boolean => chain.unchanged >= chain.relations.length;
  for (let round = 1; !isDone(); round += 1) {
    const progress = { doing: 'reachable states', done: round };
    const went = yield* patiently(space, progress, roundOf(space, chain));
    if (went === null) return { set: chain.set, complete: false };
    const { size } = space.diagram.store;
    const stop = yield { ...progress, nodes: size };
    if ((stop === true || size > MOST_NODES) && !isDone())
      return { set: chain.set, complete: false };
  }
  return { set: chain.set, complete: true };
}
