import { expect } from 'vitest';
import type { Agreement } from '../../src/model/agreement.ts';
import type { Found } from '../../src/load/findings.ts';
import { importChart, type ImportedFolder } from '../../src/load/import/import-chart.ts';
import { definitionOf } from '../../src/load/layout.ts';
import { buildLibrary } from '../../src/load/library.ts';
import { validateContent } from '../../src/load/validate.ts';

/** The folder that a file of another tool becomes, which has to be taken. */
export function folderFrom(text: string, name = 'chart'): ImportedFolder {
  const made = importChart(text, name);
  if (!('files' in made)) throw new Error(`It was not imported: ${JSON.stringify(made)}`);
  return made;
}

/** What is wrong with a file of another tool, which has to be refused. */
export function problemsFrom(text: string): readonly Found[] {
  const made = importChart(text, 'chart');
  if ('files' in made) throw new Error('It was imported.');
  return made;
}

/** The agreement that the folder holds, which has to be right as it stands. */
export function agreementFrom({ id, files }: ImportedFolder): Agreement {
  const definition = definitionOf(id, {
    id,
    scenarios: 'scenarios',
    sources: 'sources',
    opens: 'first',
  });
  const texts = new Map(files.map((file) => [`${id}/${file.path}`, file.text]));
  const { content, problems } = validateContent([definition], texts);
  expect(problems).toEqual([]);
  const holding = content === null ? undefined : buildLibrary(content).holdings.get(id);
  if (holding === undefined) throw new Error('There is no agreement.');
  expect(holding.scenarios.get('first')?.steps.length).toBeLessThanOrEqual(3);
  return holding.agreement;
}
