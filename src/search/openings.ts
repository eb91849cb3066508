import type { Guard, State } from './system.ts';
import { holds } from './system.ts';

/** Regions that have to come into other stages, by region of the system. */
export type Opening = ReadonlyMap<number, number>;

/** What a conjunction asks: of each region that it speaks of, the stages that it accepts. */
type Part = ReadonlyMap<number, ReadonlySet<number>>;

/**
 * All smallest changes of stages that make a guard hold from a state, everything else staying as it is: none contains
 * another, and without any one of its stages the guard does not hold. Small ones come first.
 */
export function openingsOf(guard: Guard, start: State): Opening[] {
  const changes = partsOf(guard).flatMap((part) => changesFor(part, start));
  const kept: Opening[] = [];
  for (const change of changes.toSorted((left, right) => left.size - right.size)) {
    const isNeedless = kept.some((other) =>
      [...other].every(([region, stage]) => change.get(region) === stage),
    );
    if (!isNeedless && holds(guard, after(change, start))) kept.push(change);
  }
  return kept;
}

/** The state with some regions in other stages. */
function after(change: Opening, state: State): State {
  return state.map((stage, region) => change.get(region) ?? stage);
}

/** The ways in which a part can be satisfied: a region moves only where it has to. */
function changesFor(part: Part, start: State): Map<number, number>[] {
  let changes: Map<number, number>[] = [new Map()];
  for (const [region, stages] of part) {
    if (stages.has(start[region] ?? -1)) continue;
    changes = changes.flatMap((change) =>
      [...stages].map((stage) => new Map(change).set(region, stage)),
    );
  }
  return changes;
}

/** A guard as conjunctions, any one of which is enough. */
function partsOf(guard: Guard): Part[] {
  switch (guard.kind) {
    case 'in':
      return guard.stages.length === 0 ? [] : [new Map([[guard.region, new Set(guard.stages)]])];
    case 'any':
      return withoutNarrower(guard.of.flatMap(partsOf));
    case 'all':
      return guard.of.reduce<Part[]>(
        (parts, other) =>
          withoutNarrower(
            parts.flatMap((part) => partsOf(other).flatMap((more) => bothParts(part, more) ?? [])),
          ),
        [new Map()],
      );
  }
}

/** What two parts ask together; null where no stage of some region satisfies both. */
function bothParts(left: Part, right: Part): Part | null {
  const joined = new Map(left);
  for (const [region, stages] of right) {
    const known = joined.get(region);
    const common =
      known === undefined ? stages : new Set([...known].filter((stage) => stages.has(stage)));
    if (common.size === 0) return null;
    joined.set(region, common);
  }
  return joined;
}

/** Without the parts that ask for more than another does. */
function withoutNarrower(parts: readonly Part[]): Part[] {
  const isNarrower = (part: Part, other: Part): boolean =>
    [...other].every(([region, stages]) => {
      const own = part.get(region);
      return own !== undefined && [...own].every((stage) => stages.has(stage));
    });
  return parts.filter(
    (part, index) =>
      !parts.some(
        (other, place) =>
          place !== index && isNarrower(part, other) && (place < index || !isNarrower(other, part)),
      ),
  );
}
