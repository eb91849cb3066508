import type { FileAtHand, FilesAtHand } from '../../node/laboratory.ts';
import type { ScenarioFile } from '../../model/shapes/scenario.ts';
import { matcher } from '../../explain/filter.ts';

/** What can be opened: a scenario at hand, or a file of the user's. */
export type Openable =
  | { readonly scenario: ScenarioFile; readonly file?: never }
  | { readonly file: FileAtHand; readonly scenario?: never };

/**
 * The scenarios that have every word of the filter in their id, title, kind or summary, in the order of the files.
 */
export function matchingScenarios(
  scenarios: ReadonlyMap<string, ScenarioFile>,
  filter: string,
): ScenarioFile[] {
  const matches = matcher(filter);
  return [...scenarios.values()].filter((scenario) => matches(words(scenario)));
}

const words = ({ id, title, kind, summary = '' }: ScenarioFile) =>
  `${id} ${title} ${kind} ${summary}`;

/**
 * Those scenarios and then the files that have every word of the filter in their id, title, kind, summary or name, in the
 * order in which they come.
 */
export function matchingOpenables(
  scenarios: ReadonlyMap<string, ScenarioFile>,
  files: FilesAtHand | null,
  filter: string,
): Openable[] {
  const matches = matcher(filter);
  return [
    ...matchingScenarios(scenarios, filter).map((scenario) => ({ scenario })),
    ...(files?.files ?? [])
      .filter((file) =>
        matches(`${file.name} ${file.scenario === undefined ? '' : words(file.scenario)}`),
      )
      .map((file) => ({ file })),
  ];
}
