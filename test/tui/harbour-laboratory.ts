import path from 'node:path';
import { laboratoryOf } from '../../src/cli/laboratory.ts';
import type { Laboratory } from '../../src/node/laboratory.ts';
import { loadHolding } from '../load-holding.ts';
import { shippedRoot } from '../shipped.ts';

/**
 * What the harbour accord needs of the world, in a folder.
 *
 * @param stateFolder where sessions are kept; null for nowhere
 */
export function harbourLaboratory(folder: string, stateFolder: string | null): Laboratory {
  return laboratoryOf({
    holding: {
      ...loadHolding(shippedRoot, ['test/fixtures/harbour']),
      call: { agreement: null },
      home: null,
      isNamed: false,
    },
    userPath: (name) => path.resolve(folder, name),
    home: '',
    schemaFrom: () => null,
    stateFolder,
    elsewhere: async () => null,
  });
}
