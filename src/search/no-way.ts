/**
 * Why there is no way: what the parties hold excludes it; or what the model requires does, whatever anybody holds; or
 * the model has no event that leads there, which is a limit of the model and no finding about the world.
 */
export const NO_WAY_REASONS = ['positions', 'requirements', 'events'] as const;
export type NoWayReason = (typeof NO_WAY_REASONS)[number];
