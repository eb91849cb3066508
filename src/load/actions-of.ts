import type { StepFile } from '../model/shapes/scenario.ts';

const ACTIONS = ['event', 'waive', 'restore', 'acknowledge', 'assume', 'unknown'] as const;

/** The keys of what a step does: none where it is a note. */
export function actionsOf(step: StepFile): (typeof ACTIONS)[number][] {
  return ACTIONS.filter((action) => step[action] !== undefined);
}
