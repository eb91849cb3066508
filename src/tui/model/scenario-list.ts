import type { ScenarioFile } from '../../agreement/shapes/scenario.ts';

/**
 * The scenarios that have every word of the filter in their id, title, kind or summary, in the order of the files.
 */
export function matchingScenarios(
  scenarios: ReadonlyMap<string, ScenarioFile>,
  filter: string,
): ScenarioFile[] {
  const words = filter
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return [...scenarios.values()].filter(({ id, title, kind, summary }) => {
    const text = `${id} ${title} ${kind} ${summary}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
