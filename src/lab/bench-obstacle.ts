import { dayText, rangeText } from '../model/day-words.ts';
import type { DayRange } from '../model/days.ts';
import type { ScenarioFile } from '../model/shapes/scenario.ts';
import { BrokenReferenceError, type StoryStep } from '../model/story.ts';
import { storyOf } from './story-of.ts';

/** Why a bench cannot be as it is: a branch departs from a step that is gone, or its days run back. */
export function obstacleIn(bench: {
  readonly scenarios: ReadonlyMap<string, ScenarioFile>;
  readonly branches: readonly string[];
}): string | null {
  for (const id of bench.branches) {
    try {
      const back = runningBack(storyOf(bench, id).steps);
      if (back !== null) return back;
    } catch (error) {
      if (!(error instanceof BrokenReferenceError)) throw error;
      const title = bench.scenarios.get(id)?.title ?? id;
      return `"${title}" needs that step: it branches off it, or plays it on.`;
    }
  }
  return null;
}

/** That a step comes after one that happened later, in words: no file may say so. */
function runningBack(steps: readonly StoryStep[]): string | null {
  let last: (StoryStep & { readonly date: DayRange }) | null = null;
  for (const step of steps) {
    const { date } = step;
    if (date === null) continue;
    if (last !== null && date.to < last.date.to)
      return `Days cannot run back: "${last.title}" (${dayText(last.date.to)}) would come before "${step.title}" (${rangeText(date)}).`;
    last = { ...step, date };
  }
  return null;
}
