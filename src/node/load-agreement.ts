import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AnyStateMachine } from 'xstate';
import type { Agreement } from '../model/agreement.ts';
import type { ScenarioFile } from '../model/shapes/scenario.ts';
import { buildLibrary, type Definition } from '../load/library.ts';
import { readTexts } from '../load/open.ts';
import { formatProblem, type Problem } from '../load/problem.ts';
import { validateContent } from '../load/validate.ts';
import { listContent } from './list-content.ts';
import { readText } from './read-text.ts';

/** An agreement that was read from its files, and found right. */
export interface LoadedAgreement {
  readonly agreement: Agreement;
  /** By id: first what is documented, then what is projected, then what is hypothetical. */
  readonly scenarios: ReadonlyMap<string, ScenarioFile>;
}

/** Where an agreement's files are, as far as that is not the usual place. */
export interface AgreementPlaces {
  /** The id that its files give the agreement; the machine's own id where this is left out. */
  readonly id?: string;
  /** The folder of its sources; `sources` in the agreement's folder where this is left out. */
  readonly sources?: string | URL;
  /** The folder of its scenarios; `scenarios` in the agreement's folder where this is left out. */
  readonly scenarios?: string | URL;
}

/**
 * Reads an agreement from its folder and checks all of it: the machine, the shape of each file, what they say of each
 * other, and whether every scenario comes out as it expects.
 *
 * @param machine the statechart: parallel, of flat regions, with its gates as named guards
 * @param folder holds `agreement.yaml`, `parties.yaml`, `events.yaml`, `gates.yaml`, if there are any
 *   `properties.yaml`, and the folder `readings`; as a path from where the program runs, or as a file URL
 * @throws Error with everything that is wrong, each as `file:line:column: message`
 */
export function loadAgreement(
  machine: AnyStateMachine,
  folder: string | URL,
  { id = machine.id, sources, scenarios }: AgreementPlaces = {},
): LoadedAgreement {
  const home = asPath(folder);
  const definition: Definition = {
    id,
    machine,
    folder: home,
    sources: sources === undefined ? `${home}/sources` : asPath(sources),
    scenarios: scenarios === undefined ? `${home}/scenarios` : asPath(scenarios),
    defaultScenario: '',
  };
  const definitions = [definition];
  if (listContent(home) === null)
    refuse(id, [
      { file: home, line: null, column: null, message: 'there is no such folder', hint: null },
    ]);
  const read = readTexts({ definitions, readFile: readText, listFiles: listContent });
  if (read.problems.length > 0) refuse(id, read.problems);
  const { content, problems } = validateContent(definitions, read.texts);
  const holding = content && buildLibrary(definitions, content).holdings.get(id);
  if (!holding) return refuse(id, problems);
  return { agreement: holding.agreement, scenarios: holding.scenarios };
}

function refuse(id: string, problems: readonly Problem[]): never {
  throw new Error(`The agreement ${id} is not right:\n${problems.map(formatProblem).join('\n')}`);
}

/** A folder as the content checks name it: with `/`, and without one at its end. */
function asPath(folder: string | URL): string {
  const written = typeof folder === 'string' ? folder : fileURLToPath(folder);
  return path
    .normalize(written)
    .split(path.sep)
    .join('/')
    .replace(/(?<=.)\/$/, '');
}
