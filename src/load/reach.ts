import type { ConditionFile } from '../model/shapes/condition.ts';
import type { EventsFile } from '../model/shapes/events-file.ts';
import type { RegionsFile } from '../model/shapes/regions-file.ts';
import { type EventMoves, statechartOf } from '../model/statechart.ts';

/** An event with what the model requires before it, as written. */
export interface WrittenEvent extends EventMoves {
  readonly requirement: ConditionFile | null;
}

/** Where everything starts, and what moves it. */
export interface WrittenChart {
  readonly starts: ReadonlyMap<string, string>;
  readonly events: readonly WrittenEvent[];
}

/** Stages by region. */
export type Reach = ReadonlyMap<string, ReadonlySet<string>>;

/** The chart that an agreement's files give. */
export function writtenChart(regions: RegionsFile, events: EventsFile): WrittenChart {
  const chart = statechartOf('', regions, events);
  return {
    starts: new Map(chart.regions.map(({ id, initial }) => [id, initial])),
    events: chart.events.map((event, index) => ({
      ...event,
      requirement: events.events[index]?.requirement ?? null,
    })),
  };
}

/**
 * The stages that regions can come to, each region by itself: what is not among them is never reached, and what is may
 * still exclude what another region has come to.
 *
 * @param more stages that are reached without any event
 */
export function reachOf(
  { starts, events }: WrittenChart,
  more: Iterable<readonly [region: string, stage: string]> = [],
): Reach {
  const reached = new Map([...starts].map(([region, stage]) => [region, new Set([stage])]));
  for (const [region, stage] of more) reached.get(region)?.add(stage);
  const has = (region: string, stage: string) => reached.get(region)?.has(stage) === true;
  for (let isGrowing = true; isGrowing;) {
    isGrowing = false;
    for (const { home, moves, requirement } of events) {
      if (requirement !== null && !canBeMet(requirement, reached)) continue;
      if (!Object.keys(moves[home] ?? {}).some((stage) => has(home, stage))) continue;
      for (const [region, between] of Object.entries(moves)) {
        for (const [from, to] of Object.entries(between)) {
          if (!has(region, from) || has(region, to)) continue;
          reached.get(region)?.add(to);
          isGrowing = true;
        }
      }
    }
  }
  return reached;
}

/** Whether what is asked can be met where regions come to these stages. */
export function canBeMet(asked: ConditionFile, reached: Reach): boolean {
  if ('all' in asked) return asked.all.every((part) => canBeMet(part, reached));
  if ('any' in asked) return asked.any.some((part) => canBeMet(part, reached));
  return asked.stages.some((stage) => reached.get(asked.region)?.has(stage) === true);
}
