import { daysBack, daysBackMend, daysBackText } from '../answer/days-back.ts';
import type { ScenarioFile } from '../model/shapes/scenario.ts';
import { BrokenReferenceError } from '../model/story.ts';
import { storyOf } from './story-of.ts';

/** Why a bench cannot be as it is: a branch departs from a step that is gone, or its days run back. */
export function obstacleIn(bench: {
  readonly scenarios: ReadonlyMap<string, ScenarioFile>;
  readonly branches: readonly string[];
}): string | null {
  for (const id of bench.branches) {
    try {
      const back = daysBack(storyOf(bench, id));
      if (back !== null) return `${daysBackText(back)} ${daysBackMend(back)}`;
    } catch (error) {
      if (!(error instanceof BrokenReferenceError)) throw error;
      const title = bench.scenarios.get(id)?.title ?? id;
      return `"${title}" needs that step: it branches off it, or plays it on.`;
    }
  }
  return null;
}
