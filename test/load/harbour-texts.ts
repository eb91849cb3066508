import { fileURLToPath } from 'node:url';
import { readTexts } from '../../src/load/open.ts';
import type { Definition } from '../../src/load/library.ts';
import { listContent } from '../../src/node/list-content.ts';
import { readText } from '../../src/node/read-text.ts';
import { machine } from '../fixtures/harbour/machine.ts';

/** The fictional agreement as the program would be told of it. */
export const harbour: Definition = {
  id: 'harbour',
  machine,
  folder: 'harbour',
  scenarios: 'harbour/scenarios',
  sources: 'harbour/sources',
  defaultScenario: 'harbour-record',
};

const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url));

/** Its files, by path. */
export const harbourTexts: ReadonlyMap<string, string> = readHarbour();

function readHarbour(): Map<string, string> {
  const { texts, problems } = readTexts({
    definitions: [harbour],
    readFile: (path) => readText(fixtures + path),
    listFiles: (folder) => listContent(fixtures + folder),
  });
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return texts;
}

/** One change to a file: a text that it has exactly once, and what stands there instead. */
export type Edit = readonly [path: string, from: string, to: string];

/** The files with changes made to them, as a user might. */
export function edited(...edits: readonly Edit[]): Map<string, string> {
  const texts = new Map(harbourTexts);
  for (const [path, from, to] of edits) {
    const text = texts.get(path);
    if (text?.split(from).length !== 2)
      throw new Error(`${path} has ${JSON.stringify(from)} not once`);
    texts.set(
      path,
      text.replace(from, () => to),
    );
  }
  return texts;
}
