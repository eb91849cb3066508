import type { AgreementFiles } from '../src/model/assemble.ts';
import type { ScenarioFile } from '../src/model/shapes/scenario.ts';
import { checkContent } from '../src/load/check.ts';
import type { Dossier } from '../src/load/dossier.ts';
import { buildLibrary, type Holding } from '../src/load/library.ts';
import type { ParsedFile } from '../src/load/parse.ts';
import { formatProblem } from '../src/load/problem.ts';
import { readContent } from './content.ts';

/** An agreement with its files as they were read and their places. */
export interface LoadedHolding extends Holding {
  readonly files: AgreementFiles;
  readonly scenarioFiles: readonly ParsedFile<ScenarioFile>[];
}

/**
 * Reads the first of some agreements from its files, as the program does when nothing was built.
 *
 * @param folders where the agreements are, from `top`
 * @throws Error with everything that is wrong with any of them
 */
export function loadHolding(top: string, folders: readonly string[]): LoadedHolding {
  const { definitions, texts, problems } = readContent(top, folders);
  const checked = checkContent(definitions, texts);
  const all = [...problems, ...checked.problems].map(formatProblem);
  const [dossier] = checked.dossiers;
  if (checked.content === null || dossier === undefined || all.length > 0)
    throw new Error(`The content has problems:\n${all.join('\n')}`);
  const holding = buildLibrary(checked.content).holdings.get(dossier.definition.id);
  if (holding === undefined) throw new Error('The content holds no agreement.');
  return { ...holding, files: filesOf(dossier), scenarioFiles: dossier.scenarios };
}

function filesOf(dossier: Dossier): AgreementFiles {
  const { agreement, parties, regions, events, readings, sources } = dossier;
  if (agreement === null || parties === null || regions === null || events === null)
    throw new Error('A file of the agreement is missing.');
  return {
    agreement: agreement.value,
    parties: parties.value,
    regions: regions.value,
    events: events.value,
    readings: readings.map((file) => file.value),
    sources: sources.map((file) => file.value),
  };
}
