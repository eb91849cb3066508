import { type Cone, coneOf } from './cone.ts';
import type { Exploration } from './exploration.ts';
import { lasso } from './lasso.ts';
import { EMPTY } from './node-store.ts';
import { patiently } from './patiently.ts';
import { resolve, type StatePredicate } from './predicate.ts';
import type { Formula } from './property.ts';
import { leadingTo, reachableFrom } from './reachability.ts';
import { shortestWays } from './shortest.ts';
import type { Space } from './space.ts';
import { allOf, asChanging, type Guard, negated, regionsOfGuard } from './system.ts';
import type { Work } from './work.ts';

/** A way that shows something: a shortest one but for some that refute a `leadsTo`. */
export interface Shown {
  /** Events from the start. */
  readonly events: readonly string[];
  /** Of a `leadsTo` that fails: the events that can go on for ever afterwards; none where nothing more can happen. */
  readonly forEver: readonly string[] | null;
  /** Whether no other way shows it in fewer events, those that repeat counted once. */
  readonly isShortest: boolean;
}

/**
 * Vacuous: it holds, but only because nothing that it speaks of can happen. Unknown: it holds or fails by what is not known.
 * Unfinished: the search was stopped before anything was decided.
 */
export const PROPERTY_VERDICTS = ['holds', 'vacuous', 'fails', 'unknown', 'unfinished'] as const;
export type PropertyVerdict = (typeof PROPERTY_VERDICTS)[number];

export interface PropertyAnswer {
  readonly verdict: PropertyVerdict;
  /** How a state that a `sometimes` speaks of is reached. */
  readonly witness: Shown | null;
  /** How a property that fails is violated; null where a `sometimes` fails, and where the search for it was stopped. */
  readonly counterexample: Shown | null;
}

/** Which ways to look for: those are what costs most. */
export type WantedWays = 'counterexamples' | 'all' | 'none';

/**
 * Whether a property holds in everything that can be reached.
 *
 * A verdict is exact. Set against the reachable states a property costs a few operations on diagrams; a way that shows it
 * costs a search by distance.
 *
 * @param guardOf a predicate over the system's regions, for systems in which several runs have regions of their own
 * @throws UnknownNameError for a region, stage or event that is not there
 */
export function* verify(
  exploration: Exploration,
  formula: Formula,
  wanted: WantedWays = 'counterexamples',
  guardOf = (predicate: StatePredicate): Guard => resolve(predicate, exploration.system),
): Work<PropertyAnswer> {
  const answer = yield* verdictOn(exploration, formula, wanted, guardOf);
  return answer.verdict === 'holds' && isVacuous(exploration, formula, guardOf)
    ? { ...answer, verdict: 'vacuous' }
    : answer;
}

/** Whether nothing that a property speaks of can be reached, so that it holds whatever else can. */
function isVacuous(
  { space, reachable }: Exploration,
  formula: Formula,
  guardOf: (predicate: StatePredicate) => Guard,
): boolean {
  const isNever = (predicate: StatePredicate): boolean =>
    space.diagram.intersection(reachable.set, space.set(guardOf(predicate))) === EMPTY;
  switch (formula.kind) {
    case 'always': {
      // `if A then B` is written as any of not A and B.
      const { holds } = formula;
      const parts = holds.kind === 'any' ? holds.of : [];
      const ifs = parts.flatMap((part) => (part.kind === 'not' ? [part.of] : []));
      const isImplication = ifs.length > 0 && ifs.length < parts.length;
      return isImplication && isNever({ kind: 'all', of: ifs });
    }
    case 'never': {
      // That several things never come together says nothing where one of them never comes.
      const { holds } = formula;
      const parts = holds.kind === 'all' && holds.of.length > 1 ? holds.of : [];
      return parts.some((part) => part.kind !== 'deadEnd' && isNever(part));
    }
    case 'sometimes':
      return false;
    case 'eventuallyPossible':
      return formula.from !== undefined && isNever(formula.from);
    case 'precedes':
      return isNever(formula.later);
    case 'leadsTo':
      return isNever(formula.from);
  }
}

const NOTHING_SHOWN = { witness: null, counterexample: null };

function* verdictOn(
  { system, space, reachable }: Exploration,
  formula: Formula,
  wanted: WantedWays,
  guardOf: (predicate: StatePredicate) => Guard,
): Work<PropertyAnswer> {
  const { diagram } = space;
  const not = (guard: Guard): Guard => negated(guard, system.regions);

  const refutedBy = function* (counter: number, cone: Cone): Work<PropertyAnswer> {
    if (diagram.intersection(reachable.set, counter) === EMPTY)
      return { ...NOTHING_SHOWN, verdict: reachable.complete ? 'holds' : 'unfinished' };
    const counterexample = wanted === 'none' ? null : yield* wayTo(space, counter, cone);
    return { verdict: 'fails', witness: null, counterexample };
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
        return { ...NOTHING_SHOWN, verdict: reachable.complete ? 'fails' : 'unfinished' };
      const isWanted = wanted === 'all';
      const cone = coneOf(system, guard);
      const witness = isWanted ? yield* wayTo(space, space.set(guard), cone) : null;
      return { verdict: 'holds', witness, counterexample: null };
    }
    case 'eventuallyPossible': {
      const goal = guardOf(formula.goal);
      const from = formula.from === undefined ? allOf([]) : guardOf(formula.from);
      const cone = coneOf(system, goal, from);
      const leading = yield* leadingTo(space, space.set(goal), space.steps(cone.events));
      if (!leading.complete) return { ...NOTHING_SHOWN, verdict: 'unfinished' };
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
        return { ...NOTHING_SHOWN, verdict: found.complete ? 'holds' : 'unfinished' };
      const isWanted = wanted !== 'none';
      const counterexample = isWanted ? yield* wayTo(space, space.set(counter), cone) : null;
      return { verdict: 'fails', witness: null, counterexample };
    }
    case 'leadsTo':
      return yield* leads(space, guardOf(formula.from), guardOf(formula.to), wanted);
  }
}

function* wayTo(space: Space, target: number, cone: Cone): Work<Shown | null> {
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
function* leads(space: Space, from: Guard, to: Guard, wanted: WantedWays): Work<PropertyAnswer> {
  const { diagram, system } = space;
  const whole = coneOf(system, from, to);
  // That something happens again and again and changes nothing is no way on which anything fails to come about.
  const cone = { ...whole, events: whole.events.map(asChanging) };
  const relations = cone.events.map((event) => space.relation(event));
  const { set, complete } = yield* reachableFrom(space, space.start, space.steps(cone.events));
  if (!complete) return { ...NOTHING_SHOWN, verdict: 'unfinished' };
  const stuck = relations.reduce((rest, { guard }) => diagram.difference(rest, guard), set);
  let avoiding = diagram.difference(set, space.set(to));
  for (let round = 1; ; round += 1) {
    const before = avoiding;
    const progress = { doing: 'ways that avoid the goal', done: round };
    const kept = yield* patiently(space, progress, () => {
      let staying = stuck;
      for (const relation of relations)
        staying = diagram.union(staying, diagram.preimage(relation, before));
      return diagram.intersection(before, staying);
    });
    if (kept === null) return { ...NOTHING_SHOWN, verdict: 'unfinished' };
    avoiding = kept.result;
    if (avoiding === before) break;
    const nodes = diagram.store.size;
    if ((yield { ...progress, nodes }) === true) return { ...NOTHING_SHOWN, verdict: 'unfinished' };
  }
  const counter = diagram.intersection(avoiding, space.set(from));
  if (counter === EMPTY) return { ...NOTHING_SHOWN, verdict: 'holds' };
  const counterexample =
    wanted === 'none' ? null : yield* lasso(space, cone, counter, avoiding, stuck);
  return { verdict: 'fails', witness: null, counterexample };
}
