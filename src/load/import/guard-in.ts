import { type ForeignGuard, type ForeignState, isWithin } from './foreign-chart.ts';
import { innermost, type RegionIn, type RegionsIn } from './regions-in.ts';

/** A guard as stages asked of regions; null where some of it is no question about states. */
export type GuardIn =
  | { readonly kind: 'in'; readonly region: RegionIn; readonly stages: ReadonlySet<ForeignState> }
  | { readonly kind: 'all' | 'any'; readonly of: readonly GuardIn[] };

const ALWAYS: GuardIn = { kind: 'all', of: [] };
const NEVER: GuardIn = { kind: 'any', of: [] };

/**
 * What a guard asks of the regions.
 *
 * @returns null where some of it is no question about states
 */
export function guardIn(
  guard: ForeignGuard,
  regions: RegionsIn,
  isNegated = false,
): GuardIn | null {
  switch (guard.kind) {
    case 'other':
      return null;
    case 'not':
      return guardIn(guard.of, regions, !isNegated);
    case 'all':
    case 'any': {
      const parts = guard.of.map((part) => guardIn(part, regions, isNegated));
      if (parts.includes(null)) return null;
      const of = parts.filter((part) => part !== null);
      return (guard.kind === 'all') === isNegated ? anyOf(of) : allOf(of);
    }
    case 'in':
      return standing(guard.state, regions, isNegated);
  }
}

function standing(state: ForeignState, regions: RegionsIn, isNegated: boolean): GuardIn {
  const target = state.kind === 'history' ? innermost(state) : state;
  for (const region of regions.regions) {
    const inside = region.stages.filter((stage) => isWithin(stage, target));
    // A parallel state deep within is a stage itself, and so is not told by what is in its parts.
    if (inside.length === 0 || isWithin(region.state, target)) continue;
    const stages = region.stages.filter((stage) => inside.includes(stage) !== isNegated);
    return inStages(region, stages);
  }
  // A region as a whole, or what is around several of them, is always there.
  return isNegated ? NEVER : ALWAYS;
}

/** A region's being in any of some stages; every one of them would do is nothing asked. */
function inStages(region: RegionIn, stages: readonly ForeignState[]): GuardIn {
  const asked = new Set(stages);
  if (asked.size === 0) return NEVER;
  return asked.size === region.stages.length ? ALWAYS : { kind: 'in', region, stages: asked };
}

/** All of several, one part a region as far as that goes. */
export function allOf(guards: readonly GuardIn[]): GuardIn {
  const byRegion = new Map<RegionIn, Set<ForeignState>>();
  const others: GuardIn[] = [];
  for (const part of guards.flatMap((each) => (each.kind === 'all' ? each.of : [each]))) {
    if (part.kind === 'in') {
      const known = byRegion.get(part.region);
      const both = [...part.stages].filter((stage) => known?.has(stage) ?? true);
      byRegion.set(part.region, new Set(both));
    } else if (isNever(part)) return NEVER;
    else others.push(part);
  }
  const merged = [...byRegion]
    .map(([region, stages]) => inStages(region, [...stages]))
    .filter((part) => !isAlways(part));
  if (merged.some(isNever)) return NEVER;
  const [only, another] = [...merged, ...others];
  return only !== undefined && another === undefined
    ? only
    : { kind: 'all', of: [...merged, ...others] };
}

/** Any of several: stages of one region as one part. */
export function anyOf(guards: readonly GuardIn[]): GuardIn {
  const parts = guards.flatMap((each) => (each.kind === 'any' ? each.of : [each]));
  if (parts.some(isAlways)) return ALWAYS;
  const [first] = parts;
  const region = first?.kind === 'in' ? first.region : null;
  if (region !== null && parts.every((part) => part.kind === 'in' && part.region === region)) {
    const stages = parts.flatMap((part) => (part.kind === 'in' ? [...part.stages] : []));
    return inStages(region, stages);
  }
  return parts.length === 1 && first !== undefined ? first : { kind: 'any', of: parts };
}

export function isAlways(guard: GuardIn): boolean {
  return guard.kind === 'all' && guard.of.length === 0;
}

export function isNever(guard: GuardIn): boolean {
  return guard.kind === 'in' ? guard.stages.size === 0 : guard.kind === 'any' && !guard.of.length;
}

/** What is left of a guard where a region is known to stand in a stage. */
export function given(guard: GuardIn, region: RegionIn, stage: ForeignState): GuardIn {
  if (guard.kind === 'in')
    return guard.region !== region ? guard : guard.stages.has(stage) ? ALWAYS : NEVER;
  const of = guard.of.map((part) => given(part, region, stage));
  return guard.kind === 'all' ? allOf(of) : anyOf(of);
}

/** Whether two guards are of the same form. */
export function isSame(left: GuardIn, right: GuardIn): boolean {
  if (left.kind === 'in')
    return (
      right.kind === 'in' &&
      left.region === right.region &&
      left.stages.size === right.stages.size &&
      [...left.stages].every((stage) => right.stages.has(stage))
    );
  return (
    right.kind !== 'in' &&
    left.kind === right.kind &&
    left.of.length === right.of.length &&
    left.of.every((part, index) => {
      const other = right.of[index];
      return other !== undefined && isSame(part, other);
    })
  );
}
