import { type Cone, coneOf } from './cone.ts';
import type { Exploration } from './exploration.ts';
import { lasso } from './lasso.ts';
import { EMPTY } from './node-store.ts';
import { resolve, type StatePredicate } from './predicate.ts';
import type { Formula } from './property.ts';
import { leadingTo, reachableFrom } from './reachability.ts';
import { shortestWays } from './shortest.ts';
import type { Space } from './space.ts';
import { allOf, type Guard, negated, regionsOfGuard } from './system.ts';
import type { Work } from './work.ts';

/** A way that shows why a property fails, or that a `sometimes` holds: a shortest one but for some of `leadsTo`. */
export interface Example {
  /** Events from the start. */
  readonly events: readonly string[];
  /** Of a `leadsTo` that fails: the events that can go on for ever afterwards; none where nothing more can happen. */
  readonly forEver: readonly string[] | null;
  /** Whether no other way shows it in fewer events, those that repeat counted once. */
  readonly isShortest: boolean;
}

export interface PropertyAnswer {
  readonly verdict: 'holds' | 'fails' | 'unfinished';
  /** Null where there is nothing to show, or the search for it was stopped. */
  readonly example: Example | null;
}

/** Which examples to look for: those are what costs most. */
export type WantedExamples = 'failing' | 'all' | 'none';

/**
 * Whether a property holds in everything that can be reached.
 *
 * A verdict is exact; it is `unfinished` only where the search was stopped before anything was decided. Set against
 * the reachable states a property costs a few operations on diagrams; an example costs a search by distance.
 *
 * @throws UnknownNameError for a region, stage or event that is not there
 */
export function* verify(
  exploration: Exploration,
  formula: Formula,
  examples: WantedExamples = 'failing',
): Work<PropertyAnswer> {
  const { system, space, reachable } = exploration;
  const { diagram } = space;
  const guardOf = (predicate: StatePredicate): Guard => resolve(predicate, system);
  const not = (guard: Guard): Guard => negated(guard, system.regions);

  const refutedBy = function* (counter: number, cone: Cone): Work<PropertyAnswer> {
    if (diagram.intersection(reachable.set, counter) === EMPTY)
      return { verdict: reachable.complete ? 'holds' : 'unfinished', example: null };
    const example = examples === 'none' ? null : yield* exampleOf(space, counter, cone);
    return { verdict: 'fails', example };
  };

  switch (formula.kind) {
    case 'always':
    case 'never': {
      const guard = guardOf(formula.holds);
      const counter = formula.kind === 'always' ? not(guard) : guard;
      return yield* refutedBy(space.set(counter), coneOf(system, counter));
    }
    case 'sometimes': {
      const guard = guardOf(formula.holds);
      if (diagram.intersection(reachable.set, space.set(guard)) === EMPTY)
        return { verdict: reachable.complete ? 'fails' : 'unfinished', example: null };
      const isWanted = examples === 'all';
      const cone = coneOf(system, guard);
      const example = isWanted ? yield* exampleOf(space, space.set(guard), cone) : null;
      return { verdict: 'holds', example };
    }
    case 'eventuallyPossible': {
      const goal = guardOf(formula.goal);
      const from = formula.from === undefined ? allOf([]) : guardOf(formula.from);
      const cone = coneOf(system, goal, from);
      const leading = yield* leadingTo(space, space.set(goal), space.steps(cone.events));
      if (!leading.complete) return { verdict: 'unfinished', example: null };
      return yield* refutedBy(diagram.difference(space.set(from), leading.set), cone);
    }
    case 'precedes': {
      const first = guardOf(formula.first);
      const without = not(first);
      const counter = allOf([guardOf(formula.later), without]);
      // Only ways on which the first has not happened yet can break it. Where it has, no event that could undo it
      // goes on; what the other events do there cannot lead back.
      const undoing = regionsOfGuard(first);
      const events = system.events.map((event) =>
        event.moves.some(({ region }) => undoing.has(region))
          ? { ...event, guard: allOf([event.guard, without]) }
          : event,
      );
      const cone = coneOf({ ...system, events }, counter);
      const found = yield* reachableFrom(space, space.start, space.steps(cone.events));
      if (diagram.intersection(found.set, space.set(counter)) === EMPTY)
        return { verdict: found.complete ? 'holds' : 'unfinished', example: null };
      const isWanted = examples !== 'none';
      const example = isWanted ? yield* exampleOf(space, space.set(counter), cone) : null;
      return { verdict: 'fails', example };
    }
    case 'leadsTo':
      return yield* leads(space, guardOf(formula.from), guardOf(formula.to), examples);
  }
}

function* exampleOf(space: Space, target: number, cone: Cone): Work<Example | null> {
  const { ways } = yield* shortestWays(space, target, cone);
  const [way] = ways;
  return way === undefined
    ? null
    : { events: way.map(({ id }) => id), forEver: null, isShortest: true };
}

/**
 * The states from which some way never comes to `to` are the largest set of other states each of which can stay in
 * it, or has nothing more that can happen (EG of E. M. Clarke, E. A. Emerson, A. P. Sistla, 1986).
 */
function* leads(
  space: Space,
  from: Guard,
  to: Guard,
  examples: WantedExamples,
): Work<PropertyAnswer> {
  const { diagram, system } = space;
  const cone = coneOf(system, from, to);
  const relations = cone.events.map((event) => space.relation(event));
  const { set, complete } = yield* reachableFrom(space, space.start, space.steps(cone.events));
  if (!complete) return { verdict: 'unfinished', example: null };
  const stuck = relations.reduce((rest, { guard }) => diagram.difference(rest, guard), set);
  let avoiding = diagram.difference(set, space.set(to));
  for (let before = -1, round = 1; before !== avoiding; round += 1) {
    before = avoiding;
    let staying = stuck;
    for (const relation of relations)
      staying = diagram.union(staying, diagram.preimage(relation, avoiding));
    avoiding = diagram.intersection(avoiding, staying);
    const nodes = diagram.store.size;
    if ((yield { doing: 'ways that avoid the goal', done: round, nodes }) === true)
      return { verdict: 'unfinished', example: null };
  }
  const counter = diagram.intersection(avoiding, space.set(from));
  if (counter === EMPTY) return { verdict: 'holds', example: null };
  if (examples === 'none') return { verdict: 'fails', example: null };
  return { verdict: 'fails', example: yield* lasso(space, cone, counter, avoiding, stuck) };
}
