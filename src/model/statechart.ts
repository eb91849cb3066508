import type { REGION_KINDS } from './region-kinds.ts';
import type { EventsFile, RegionsFile } from './shapes/agreement-file.ts';

/** A region's title, and whether it is the phase, a provision, or a circumstance around them. */
export interface RegionMeta {
  readonly title: string;
  readonly kind: (typeof REGION_KINDS)[number];
}

/** A stage's title and its Peace Accords Matrix implementation level, 0 (not initiated) to 3 (full): the author's coding. */
export interface StageMeta {
  readonly title: string;
  readonly level: 0 | 1 | 2 | 3;
}

export interface Stage extends StageMeta {
  readonly id: string;
}

export interface Region extends RegionMeta {
  readonly id: string;
  readonly initial: string;
  readonly stages: readonly Stage[];
}

/** What an event does: from which stage to which, in every region that hears it. */
export interface EventMoves {
  readonly id: string;
  /** The region that the event belongs to; it is possible only from a stage that this region can leave. */
  readonly home: string;
  readonly moves: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Regions, stages and events as plain data: what a machine, a condition, a search and a screen read. */
export interface Statechart {
  readonly regions: readonly Region[];
  readonly events: readonly EventMoves[];
}

/** One stage of every region: the whole state of the agreement. */
export type StageMap = Readonly<Record<string, string>>;

/** The statechart that an agreement's files describe. References that lead nowhere are left to the content checks. */
export function statechartOf({ regions }: RegionsFile, { events }: EventsFile): Statechart {
  return {
    regions: regions.map(({ id, title, kind, starts, stages }) => ({
      id,
      title,
      kind,
      initial: starts,
      stages,
    })),
    events: events.map(({ id, moves, also }) => {
      const home = homeOf(id);
      return { id, home, moves: { [home]: moves, ...also } };
    }),
  };
}

/** The region that an event belongs to: what its id says before the dot. */
export function homeOf(eventId: string): string {
  return eventId.split('.')[0] ?? eventId;
}
