import { allOf, anyOf, changing, type Guard, negated, type System } from './system.ts';

/** A statement about one state, as data: what properties and goals are made of. */
export type StatePredicate =
  | { readonly kind: 'in'; readonly region: string; readonly stages: readonly string[] }
  | { readonly kind: 'all'; readonly of: readonly StatePredicate[] }
  | { readonly kind: 'any'; readonly of: readonly StatePredicate[] }
  | { readonly kind: 'not'; readonly of: StatePredicate }
  /** The event can be taken here: its home region can leave, and nothing stands before it under the terms. */
  | { readonly kind: 'possible'; readonly event: string }
  /** Nothing that changes anything can be taken here. */
  | { readonly kind: 'deadEnd' };

/** A region stands in one of the stages. */
export function inStages(region: string, ...stages: string[]): StatePredicate {
  return { kind: 'in', region, stages };
}

/** A predicate names a region, a stage or an event that the system does not have. */
export class UnknownNameError extends Error {
  constructor(readonly what: string) {
    super(`The agreement has no ${what}.`);
  }
}

/**
 * A predicate in the numbers of a system.
 *
 * @param placeOf the region of the system that stands for one of the agreement's, where it has several: those of one run
 * @throws UnknownNameError for a region, stage or event that is not there; a silent `false` would prove anything
 */
export function resolve(
  predicate: StatePredicate,
  system: System,
  placeOf = (id: string): number => system.regions.findIndex((region) => region.id === id),
): Guard {
  const resolved = (part: StatePredicate): Guard => resolve(part, system, placeOf);
  switch (predicate.kind) {
    case 'in': {
      const region = placeOf(predicate.region);
      const known = system.regions[region]?.stages;
      if (known === undefined) throw new UnknownNameError(`region ${predicate.region}`);
      const stages = predicate.stages.map((stage) => {
        const index = known.indexOf(stage);
        if (index < 0) throw new UnknownNameError(`stage ${predicate.region}=${stage}`);
        return index;
      });
      return { kind: 'in', region, stages };
    }
    case 'all':
      return allOf(predicate.of.map(resolved));
    case 'any':
      return anyOf(predicate.of.map(resolved));
    case 'not':
      return negated(resolved(predicate.of), system.regions);
    case 'possible': {
      const cases = system.events.filter(({ id }) => id === predicate.event);
      if (cases.length === 0) throw new UnknownNameError(`event ${predicate.event}`);
      return anyOf(cases.map(({ guard }) => guard));
    }
    case 'deadEnd':
      return deadEndOf(system);
  }
}

const deadEnds = new WeakMap<System, Guard>();

/** Where nothing that changes anything can be taken; it looks at every event, so each system's is kept. */
function deadEndOf(system: System): Guard {
  let guard = deadEnds.get(system);
  if (guard === undefined) {
    guard = negated(anyOf(system.events.map(changing)), system.regions);
    deadEnds.set(system, guard);
  }
  return guard;
}
