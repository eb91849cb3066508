import type { RegionKind } from './region-kinds.ts';
import type { EventsFile } from './shapes/events-file.ts';
import type { Level, RegionsFile } from './shapes/regions-file.ts';

export interface Stage {
  readonly id: string;
  readonly title: string;
  readonly level: Level;
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
  /**
   * What its one condition is called on all of its transitions, so that it is never half heard: the gate, the event's
   * own id where several regions hear it, null where its home region alone decides.
   */
  readonly guard: string | null;
  /** Stage by stage and region by region, in the order of the regions and their stages. */
  readonly moves: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Regions, stages and events as plain data: what a condition, a machine, a search and a screen are made from. */
export interface Statechart {
  /** The agreement's id. */
  readonly id: string;
  readonly regions: readonly Region[];
  /** In the order in which the regions and their stages hear them first. */
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
    const home = event.id.slice(0, event.id.indexOf('.'));
    const written = { ...event.also, [home]: event.moves };
    const moves: Record<string, Record<string, string>> = {};
    for (const region of known) {
      const inRegion = movesWithin(region, written[region.id] ?? {});
      if (Object.keys(inRegion).length > 0) moves[region.id] = inRegion;
    }
    const isHeardWidely = Object.keys(moves).length > 1;
    return { id: event.id, home, guard: event.alias ?? (isHeardWidely ? event.id : null), moves };
  });
  const places = new Map(read.map((event) => [event, firstHeard(known, event)]));
  const place = (event: EventMoves): number => places.get(event) ?? 0;
  return {
    id,
    regions: known,
    events: read.toSorted((left, right) => place(left) - place(right)),
  };
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

/** How many stages of all regions come before the first that hears the event. */
function firstHeard(regions: readonly Region[], { moves }: EventMoves): number {
  let before = 0;
  for (const { id, stages } of regions) {
    const heard = stages.findIndex((stage) => moves[id]?.[stage.id] !== undefined);
    if (heard >= 0) return before + heard;
    before += stages.length;
  }
  return before;
}
