import type { Agreement } from '../model/agreement.ts';
import { compiled, type Standpoint } from './compile.ts';
import { type Found, reachableFrom } from './reachability.ts';
import { Space } from './space.ts';
import type { System } from './system.ts';
import type { Work } from './work.ts';

/** Everything that can be reached under one reading: what properties are asked of. */
export interface Exploration {
  readonly system: System;
  readonly space: Space;
  readonly reachable: Found;
  /** How many states can be reached, exactly; of a partial search, how many were found. */
  readonly states: bigint;
  /** How many nodes the reachable set's diagram has. */
  readonly nodes: number;
}

/**
 * Explores an agreement under one reading: the exact set of its reachable states.
 *
 * @throws NotRepresentableError where the agreement has something that cannot be searched exactly
 */
export function* explore(agreement: Agreement, standpoint: Standpoint): Work<Exploration> {
  return yield* exploreSystem(compiled(agreement, standpoint));
}

/** Explores a transition system: the exact set of its reachable states. */
export function* exploreSystem(system: System): Work<Exploration> {
  const space = new Space(system);
  const reachable = yield* reachableFrom(space, space.start);
  return {
    system,
    space,
    reachable,
    states: space.members.count(reachable.set),
    nodes: space.members.nodeCount(reachable.set),
  };
}
