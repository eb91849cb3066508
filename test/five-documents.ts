import { fileURLToPath } from 'node:url';
import { loadHolding, type LoadedHolding } from './load-holding.ts';

const fixtures = fileURLToPath(new URL('./fixtures/', import.meta.url));

/**
 * The shipped agreement as it was at 0.2.0, for tests of the program that want a rich agreement. It never changes, so
 * that they hold whatever is added to the one that ships.
 */
export function loadFiveDocuments(): LoadedHolding {
  return loadHolding(fixtures, ['five-documents']);
}
