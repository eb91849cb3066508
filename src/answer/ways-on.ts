import type { AgreementEvent } from '../model/agreement.ts';
import type { Moment } from '../model/moment.ts';

/** An event that leaves a stage at which a run may have a region. */
export interface WayOn {
  readonly event: AgreementEvent;
  /** The stages that it leads to. */
  readonly to: readonly string[];
}

/**
 * What the model has that can move a region from where a run has it. Of conditions nothing is asked: an event counts
 * though the model or a party requires something first.
 */
export function waysOn({ agreement, states }: Moment, region: string, run: string): WayOn[] {
  const possible = states[run]?.facts[region]?.possible ?? [];
  return (agreement.eventsOn.get(region) ?? []).flatMap((event): WayOn[] => {
    const moves = event.moves[region] ?? {};
    const to = [...new Set(possible.flatMap((stage) => moves[stage] ?? []))];
    return to.length === 0 ? [] : [{ event, to }];
  });
}
