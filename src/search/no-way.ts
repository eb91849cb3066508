import { canBeReached, type JointSearch, thinkingAway } from './joint-search.ts';
import type { Work } from './work.ts';

/**
 * Why there is no path: what the parties hold excludes it; or what the model requires does, whatever anybody holds; or
 * the model has no event that leads there, which is a limit of the model and no finding about the world.
 */
export const NO_WAY_REASONS = ['positions', 'requirements', 'events'] as const;
export type NoWayReason = (typeof NO_WAY_REASONS)[number];

/** Why a goal that cannot be reached cannot; null where the search was stopped before that was known. */
export function* noWayReason(search: JointSearch): Work<NoWayReason | null> {
  const unasked = thinkingAway(search, { positions: true });
  const isByPositions = yield* canBeReached(unasked);
  if (isByPositions === null) return null;
  if (isByPositions) return 'positions';
  const isByRequirements = yield* canBeReached(thinkingAway(unasked, { requirements: true }));
  if (isByRequirements === null) return null;
  return isByRequirements ? 'requirements' : 'events';
}
