import type { ScenarioFile } from '../model/shapes/scenario.ts';
import { BrokenReferenceError, tell } from '../model/story.ts';

/** The ids of a scenario's steps, those that it inherits and replays among them; only its own where it is broken. */
export function stepsOf(id: string, scenarios: ReadonlyMap<string, ScenarioFile>): string[] {
  const scenario = scenarios.get(id);
  if (scenario === undefined) return [];
  try {
    return tell(scenario, scenarios).steps.map((step) => step.id);
  } catch (error) {
    if (!(error instanceof BrokenReferenceError)) throw error;
    return scenario.steps.map((step) => step.id);
  }
}
