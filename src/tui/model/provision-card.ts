import { type Controllers, stageTitle } from '../../model/agreement.ts';
import { leavesOf } from '../../model/condition.ts';
import type { DayRange } from '../../model/days.ts';
import { REPORTED } from '../../model/runner.ts';
import type { Basis } from '../../model/shapes/scenario.ts';
import type { Region } from '../../model/statechart.ts';
import { type Moment, runState, type Session } from '../session.ts';
import { leafText, readingTitle } from './wording.ts';

/** Where one run has a provision, and since when. */
export interface Standing {
  readonly run: string;
  readonly title: string;
  readonly stage: string;
  readonly since: DayRange | null;
  /** The title of the step that brought it there; null from the start. */
  readonly step: string | null;
  readonly basis: Basis;
  readonly claims: readonly string[];
}

/** An event that leaves the stage at which the chosen run has the provision. */
export interface WayOn {
  readonly event: string;
  readonly title: string;
  readonly to: string;
  readonly direction: 'forward' | 'backward';
  readonly gate: string | null;
  readonly controllers: Controllers;
  readonly claims: readonly string[];
}

/** Everything on one provision. */
export interface ProvisionCard {
  readonly region: Region;
  readonly stage: string;
  readonly standings: readonly Standing[];
  readonly waysOn: readonly WayOn[];
  /** Conditions that ask for stages of it: who asks, before which gate, for what. */
  readonly askedFor: readonly {
    readonly by: string;
    readonly gate: string;
    readonly text: string;
  }[];
}

export function provisionCard(
  session: Session,
  moment: Moment,
  run: string,
  regionId: string,
): ProvisionCard | null {
  const { agreement } = session;
  const region = agreement.regions.get(regionId);
  if (region === undefined) return null;
  const stage = runState(moment, run).facts[regionId]?.stage ?? 'unknown';
  const standings = [REPORTED, ...agreement.readings.keys()].map((id): Standing => {
    const fact = runState(moment, id).facts[regionId];
    return {
      run: id,
      title: id === REPORTED ? 'as reported' : readingTitle(agreement, id),
      stage: stageTitle(agreement, regionId, fact?.stage ?? 'unknown'),
      since: fact?.since ?? null,
      step: moment.story.steps.find((step) => step.id === fact?.step)?.title ?? null,
      basis: fact?.basis ?? 'derived',
      claims: fact?.claims ?? [],
    };
  });
  const waysOn = [...agreement.events.values()].flatMap((event): WayOn[] => {
    const to = event.moves[regionId]?.[stage];
    if (to === undefined) return [];
    const gate =
      event.gate === null ? null : (agreement.gates.get(event.gate)?.title ?? event.gate);
    return [
      {
        event: event.id,
        title: event.title,
        to: stageTitle(agreement, regionId, to),
        direction: event.direction,
        gate,
        controllers: event.controllers,
        claims: event.claims,
      },
    ];
  });
  const askedFor = [...agreement.gates.values()].flatMap((gate) => {
    const conditions = [
      { by: 'every reading', condition: agreement.base.get(gate.id) },
      ...[...agreement.readings.values()].map((reading) => ({
        by: reading.title,
        condition: reading.gates.get(gate.id)?.stated?.condition,
      })),
    ];
    return conditions.flatMap(({ by, condition }) =>
      (condition ? leavesOf(condition) : [])
        .filter((leaf) => leaf.region === regionId)
        .map((leaf) => ({ by, gate: gate.title, text: leafText(agreement, leaf) })),
    );
  });
  return { region, stage, standings, waysOn, askedFor };
}
