import { setup } from 'xstate';
import { openGuards } from '../../src/model/statechart.ts';
import type { RegionMeta, StageMeta } from '../../src/model/statechart.ts';
import { broadcastIds, type EventId, gateIds } from './events.ts';

/**
 * What every region is built with: the events and guards that exist, and the notes on a region or stage.
 * The guards stand open here; a reading's conditions are provided to the machine when it runs.
 */
export const agreement = setup({
  types: {
    events: {} as { type: EventId },
    meta: {} as RegionMeta | StageMeta,
  },
  guards: openGuards([...gateIds, ...broadcastIds]),
});

export const region = agreement.createStateConfig;
