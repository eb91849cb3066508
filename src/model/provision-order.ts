import type { Agreement } from './agreement.ts';
import { REGION_KINDS } from './region-kinds.ts';
import type { Region } from './statechart.ts';

/** The order in which regions are listed: the phase, then provisions, then circumstances. */
export function provisionOrder(agreement: Agreement): Region[] {
  return REGION_KINDS.flatMap((kind) =>
    [...agreement.regions.values()].filter((region) => region.kind === kind),
  );
}
