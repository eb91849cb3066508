import type { ScenarioFile } from '../model/shapes/scenario.ts';
import { type Story, tell } from '../model/story.ts';

/** A scenario at hand, told. */
export function storyOf(
  { scenarios }: { readonly scenarios: ReadonlyMap<string, ScenarioFile> },
  id: string,
): Story {
  const scenario = scenarios.get(id);
  if (scenario === undefined) throw new Error(`There is no scenario ${id}.`);
  return tell(scenario, scenarios);
}
