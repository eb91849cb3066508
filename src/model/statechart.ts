import type { RegionKind } from './region-kinds.ts';
import type { EventsFile } from './shapes/events-file.ts';
import type { Level, RegionsFile } from './shapes/regions-file.ts';

export interface Stage {
  readonly id: string;
  readonly title: string;
  /** Null where it is not coded, which is no level 0. */
  readonly level: Level | null;
}

export interface Region {
  readonly id: string;
  readonly title: string;
  readonly kind: RegionKind;
  readonly initial: string;
  /** What the documents say of the initial stage. */
  readonly claims: readonly string[];
  readonly stages: readonly Stage[];
}

/** What an event does: from which stage to which, in every region that hears it. */
export interface EventMoves {
  readonly id: string;
  /** The region that the event belongs to; it is possible only from a stage that this region can leave. */
  readonly home: string;
  /** Whether it may happen any number of times; its home region may then stay where it is. */
  readonly again: boolean;
  /** Stage by stage and region by region, in the order of the regions and their stages. */
  readonly moves: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Regions, stages and events as plain data: what a condition, a machine, a search and a screen are made from. */
export interface Statechart {
  /** The agreement's id. */
  readonly id: string;
  readonly regions: readonly Region[];
  /** In the order of their file. */
  readonly events: readonly EventMoves[];
}

/** One stage of every region: the whole state of the agreement. */
export type StageMap = Readonly<Record<string, string>>;

/**
 * Puts a statechart together from its files. Moves that lead nowhere are left out; `src/load` reports them, with their
 * places, before anyone runs on the result.
 */
export function statechartOf(id: string, regions: RegionsFile, events: EventsFile): Statechart {
  const known = regions.regions.map(
    ({ id: regionId, title, kind, starts, stages, claims }): Region => ({
      id: regionId,
      title,
      kind,
      initial: starts,
      stages,
      claims,
    }),
  );
  const read = events.events.map((event): EventMoves => {
    const home = homeOf(event.id);
    const written = { ...event.also, [home]: event.moves };
    const moves: Record<string, Record<string, string>> = {};
    for (const region of known) {
      const own = written[region.id];
      if (own === undefined) continue;
      const inRegion = movesWithin(region, own);
      if (Object.keys(inRegion).length > 0) moves[region.id] = inRegion;
    }
    return { id: event.id, home, again: event.again === true, moves };
  });
  return { id, regions: known, events: read };
}

/** The region that an event belongs to: what its id says before the dot. */
export function homeOf(eventId: string): string {
  return eventId.split('.')[0] ?? eventId;
}

function movesWithin(
  { stages }: Region,
  written: Readonly<Record<string, string>>,
): Record<string, string> {
  const moves: Record<string, string> = {};
  for (const { id } of stages) {
    const target = written[id];
    if (stages.some((stage) => stage.id === target) && target !== undefined) moves[id] = target;
  }
  return moves;
}
