import { fileURLToPath } from 'node:url';
import { type Story, tell } from '../src/model/story.ts';
import type { Holding } from '../src/load/library.ts';
import { listAgreements } from '../src/node/list-agreements.ts';
import { type Content, readContent } from './content.ts';
import { loadHolding, type LoadedHolding } from './load-holding.ts';

/**
 * The folder that what ships is in: the checkout, or a copy of it in which a test has gone on with the record. There its
 * content is to pass the same tests.
 */
export const shippedRoot =
  process.env['PHASEGATE_TEST_CONTENT'] ?? fileURLToPath(new URL('../', import.meta.url));

/** The folders of the agreements that ship, the one first that is looked at where none is named. */
export function shippedFolders(): string[] {
  return listAgreements(shippedRoot, 'machines');
}

/** The files of the agreements that ship. */
export function shippedContent(): Content {
  return readContent(shippedRoot, shippedFolders());
}

/**
 * Reads the shipped agreement from its files. It grows: what is asked of it here is whether it is true to its sources.
 * Tests of the program take an agreement that stays as it is, such as that of five-documents.ts.
 *
 * @param folder of several that ship; the first where it is left out
 */
export function loadShipped(folder = shippedFolders()[0] ?? ''): LoadedHolding {
  return loadHolding(shippedRoot, [folder]);
}

/** A scenario's steps as they are played, by its id. */
export function storyOf({ scenarios }: Pick<Holding, 'scenarios'>, id: string): Story {
  const scenario = scenarios.get(id);
  if (scenario === undefined) throw new Error(`There is no scenario ${id}.`);
  return tell(scenario, scenarios);
}
