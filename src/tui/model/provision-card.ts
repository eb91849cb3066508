import { type AgreementEvent, stageTitle } from '../../model/agreement.ts';
import type { Region } from '../../model/statechart.ts';
import { type Why, whyRegion } from '../../answer/why.ts';
import { listed } from '../../explain/words.ts';
import { runState, type Scene, type Session } from '../session.ts';

/** An event that leaves a stage at which the chosen run may have the provision. */
export interface WayOn {
  readonly event: AgreementEvent;
  /** The stages that it leads to. */
  readonly to: string;
}

/** Everything on one provision. */
export interface ProvisionCard {
  readonly region: Region;
  /** The stages that it may stand in, in the chosen run. */
  readonly possible: readonly string[];
  readonly waysOn: readonly WayOn[];
  /** Where every run has it, and what waits for it. */
  readonly why: Why;
}

export function provisionCard(
  { agreement }: Session,
  scene: Scene,
  run: string,
  regionId: string,
): ProvisionCard | null {
  const region = agreement.regions.get(regionId);
  const fact = runState(scene, run).facts[regionId];
  if (region === undefined || fact === undefined) return null;
  const waysOn = (agreement.eventsOn.get(regionId) ?? []).flatMap((event): WayOn[] => {
    const moves = event.moves[regionId] ?? {};
    const possible = new Set(
      fact.possible.flatMap((stage) => {
        const next = moves[stage];
        return next === undefined ? [] : [next];
      }),
    );
    return possible.size === 0
      ? []
      : [
          {
            event,
            to: listed(
              [...possible].map((stage) => stageTitle(agreement, regionId, stage)),
              'or',
            ),
          },
        ];
  });
  const why = whyRegion(scene.moment, regionId, null);
  return { region, possible: fact.possible, waysOn, why };
}
