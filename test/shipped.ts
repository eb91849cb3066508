import { fileURLToPath } from 'node:url';
import type { AgreementFiles } from '../src/model/assemble.ts';
import type { ScenarioFile } from '../src/model/shapes/scenario.ts';
import { type Story, tell } from '../src/model/story.ts';
import { checkContent } from '../src/load/check.ts';
import type { Dossier } from '../src/load/dossier.ts';
import { buildLibrary, type Holding } from '../src/load/library.ts';
import type { ParsedFile } from '../src/load/parse.ts';
import { formatProblem } from '../src/load/problem.ts';
import { listAgreements } from '../src/node/list-agreements.ts';
import { type Content, readContent } from './content.ts';

/** The agreement that ships, with its files as they were read and their places. */
export interface Shipped extends Holding {
  readonly files: AgreementFiles;
  readonly scenarioFiles: readonly ParsedFile<ScenarioFile>[];
}

const root = fileURLToPath(new URL('../', import.meta.url));

/** The files of the agreements that ship. */
export function shippedContent(): Content {
  return readContent(root, listAgreements(root, 'machines'));
}

/** Reads the shipped content from its files, as the program does when nothing was built. */
export function loadShipped(): Shipped {
  const { definitions, texts, problems } = shippedContent();
  const checked = checkContent(definitions, texts);
  const all = [...problems, ...checked.problems].map(formatProblem);
  const [dossier] = checked.dossiers;
  if (checked.content === null || dossier === undefined || all.length > 0)
    throw new Error(`The shipped content has problems:\n${all.join('\n')}`);
  const holding = buildLibrary(checked.content).holdings.get(dossier.definition.id);
  if (holding === undefined) throw new Error('The shipped content holds no agreement.');
  return { ...holding, files: filesOf(dossier), scenarioFiles: dossier.scenarios };
}

function filesOf(dossier: Dossier): AgreementFiles {
  const { agreement, parties, regions, events, readings, sources } = dossier;
  if (agreement === null || parties === null || regions === null || events === null)
    throw new Error('A file of the shipped agreement is missing.');
  return {
    agreement: agreement.value,
    parties: parties.value,
    regions: regions.value,
    events: events.value,
    readings: readings.map((file) => file.value),
    sources: sources.map((file) => file.value),
  };
}

/** A scenario's steps as they are played, by its id. */
export function storyOf({ scenarios }: Pick<Holding, 'scenarios'>, id: string): Story {
  const scenario = scenarios.get(id);
  if (scenario === undefined) throw new Error(`There is no scenario ${id}.`);
  return tell(scenario, scenarios);
}
