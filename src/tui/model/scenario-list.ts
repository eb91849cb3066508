import type { ScenarioFile } from '../../model/shapes/scenario.ts';
import { matcher } from '../../explain/filter.ts';

/**
 * The scenarios that have every word of the filter in their id, title, kind or summary, in the order of the files.
 */
export function matchingScenarios(
  scenarios: ReadonlyMap<string, ScenarioFile>,
  filter: string,
): ScenarioFile[] {
  const matches = matcher(filter);
  return [...scenarios.values()].filter(({ id, title, kind, summary }) =>
    matches(`${id} ${title} ${kind} ${summary}`),
  );
}
