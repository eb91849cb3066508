import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Agreement } from '../model/agreement.ts';
import type { ScenarioFile } from '../model/shapes/scenario.ts';
import { defineAgreements } from '../load/define.ts';
import { buildLibrary } from '../load/library.ts';
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

/** Where an agreement's files are, as far as that is not where its `agreement.yaml` says. */
export interface AgreementPlaces {
  readonly sources?: string | URL;
  readonly scenarios?: string | URL;
}

/**
 * Reads an agreement from its folder and checks all of it: the shape of each file, what they say of each other, and
 * whether every scenario comes out as it expects.
 *
 * @param folder holds `agreement.yaml`, `parties.yaml`, `regions.yaml`, `events.yaml`, if there are any
 *   `properties.yaml`, and the folder `readings`; as a path from where the program runs, or as a file URL
 * @throws Error with everything that is wrong, each as `file:line:column: message`
 */
export function loadAgreement(
  folder: string | URL,
  { sources, scenarios }: AgreementPlaces = {},
): LoadedAgreement {
  const home = asPath(folder);
  if (listContent(home) === null)
    refuse(home, [
      { file: home, line: null, column: null, message: 'there is no such folder', hint: null },
    ]);
  const definitions = defineAgreements([home], readText).map((definition) => ({
    ...definition,
    ...(sources === undefined ? {} : { sources: asPath(sources) }),
    ...(scenarios === undefined ? {} : { scenarios: asPath(scenarios) }),
  }));
  const read = readTexts(definitions, { readFile: readText, listFiles: listContent });
  if (read.problems.length > 0) refuse(home, read.problems);
  const { content, problems } = validateContent(definitions, read.texts);
  const [holding] = content === null ? [] : buildLibrary(content).holdings.values();
  if (holding === undefined) return refuse(home, problems);
  return { agreement: holding.agreement, scenarios: holding.scenarios };
}

function refuse(folder: string, problems: readonly Problem[]): never {
  throw new Error(
    `The agreement in ${folder} is not right:\n${problems.map(formatProblem).join('\n')}`,
  );
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
