import type { Agreement } from '../model/agreement.ts';
import type { Moment } from '../model/moment.ts';
import type { RunState } from '../model/run-state.ts';
import type { Terms } from '../model/terms.ts';
import {
  TAKEN,
  TooManyWorldsError,
  valuesOf,
  type World,
  type Worlds,
  worldsOver,
} from '../model/worlds.ts';
import { eventsAlive } from './alive.ts';
import { beginningsOver, distinctWorlds, worldKey } from './beginnings.ts';
import { compiled, type Standpoint, type ThoughtAway } from './compile.ts';
import { coneOf, coneTowards } from './cone.ts';
import type { Goal } from './goal.ts';
import { joint, MOST_RUNS, TooManyRunsError } from './joint.ts';
import { partitionOf } from './partition.ts';
import { resolve, UnknownNameError } from './predicate.ts';
import { allOf, anyOf, NEVER, regionsOfGuard, type System } from './system.ts';

/** A region that bears on a question, and whose stage is not known in some runs. */
export interface UnknownStages {
  readonly region: string;
  /** The stages that it may stand in, in the order of the region's. */
  readonly stages: readonly string[];
  /** The readings in whose runs it is not known. */
  readonly readings: readonly string[];
}

/**
 * From where a question is searched. Where too much is not known that is the answer: to say where the regions named
 * stand decides it.
 */
export type StandpointsAnswer =
  | {
      readonly ok: true;
      /** One for each way in which each reading's run may stand; what is found has to do for all of them. */
      readonly standpoints: readonly Standpoint[];
      /** What is not known and bears on the question. */
      readonly unknown: readonly UnknownStages[];
    }
  | { readonly ok: false; readonly unknown: readonly UnknownStages[] };

/**
 * From where readings' runs go on at a moment, for a question after some goals.
 *
 * Where a region's stage is not known and bears on a goal, every stage that it may stand in gives a standpoint. What
 * cannot bear on any of the goals is taken to stand in one of its stages, whichever: no answer depends on it.
 *
 * @param readings ids of readings, or `reported`
 * @param goals what is asked about; everything that is not known counts where none are given
 * @throws UnknownNameError for a goal that the agreement does not have
 */
export function standpointsOf(
  moment: Moment,
  readings: readonly string[],
  goals: readonly Goal[] = [],
): StandpointsAnswer {
  const { agreement } = moment;
  const states = readings.map((reading) => stateUnder(moment, reading));
  const terms = readings.map((reading, index) => termsAt(moment, reading, states[index]));
  const all = agreement.statechart.regions.map(({ id }) => id);
  const isAnyOpen = states.some(({ worlds }) => worlds.open.length > 0);
  const bearing = isAnyOpen && goals.length > 0 ? bearingOn(agreement, terms, states, goals) : all;
  const unknown = unknownAmong(agreement, bearing, readings, states);
  const keys = [
    ...bearing,
    ...goals.flatMap((goal) => (goal.kind === 'event' ? [goal.event] : [])),
  ];
  try {
    const runs = states.map(({ worlds }) => worlds);
    const ways = beginningsOver(runs, bearing, keys);
    const standpoints = runs.flatMap((worlds, run) =>
      distinctWorlds(worldsOver(worlds, keys)).map((world): Standpoint => {
        const standpoint = standpointAt(agreement, terms[run] as Terms, world);
        if (ways.length === 1) return standpoint;
        const key = worldKey(world);
        const beginnings = [...ways.keys()].filter(
          (way) => worldKey(ways[way]?.[run] ?? {}) === key,
        );
        return { ...standpoint, beginnings };
      }),
    );
    // Whether they can be searched together is asked here, so that no question has to.
    if (standpoints.length > MOST_RUNS) return { ok: false, unknown };
    if (standpoints.length > 1) joint(agreement, standpoints);
    return { ok: true, standpoints, unknown };
  } catch (error) {
    if (error instanceof TooManyWorldsError || error instanceof TooManyRunsError)
      return { ok: false, unknown };
    throw error;
  }
}

/** What is not known for several questions, each thing once, with all in whose runs it is not. */
export function unknownOnce(unknown: readonly UnknownStages[]): UnknownStages[] {
  const once = new Map<string, UnknownStages>();
  for (const each of unknown) {
    const key = `${each.region} ${each.stages.join(' ')}`;
    const readings = [...(once.get(key)?.readings ?? []), ...each.readings];
    once.set(key, { ...each, readings: [...new Set(readings)] });
  }
  return [...once.values()];
}

/** The terms of a reading at a moment, as its run has them. */
export function termsAt(
  { day, viewpoint }: Moment,
  reading: string,
  { waived }: Pick<RunState, 'waived'> = { waived: [] },
): Terms {
  return { reading, day, knownBy: viewpoint.knownBy, waived };
}

function stateUnder({ agreement, states }: Moment, reading: string): RunState {
  const state = states[reading];
  if (state === undefined)
    throw new Error(`The agreement ${agreement.id} has no reading ${reading}.`);
  return state;
}

/** A standpoint in one of the ways in which a run may stand. */
export function standpointAt(agreement: Agreement, terms: Terms, world: World): Standpoint {
  const entries = Object.entries(world);
  return {
    terms,
    assumed: Object.fromEntries(entries.filter(([key]) => agreement.regions.has(key))),
    passed: entries.filter(([, value]) => value === TAKEN).map(([key]) => key),
  };
}

/** The regions that can bear on some goal in any of the runs, wherever these may stand. */
function bearingOn(
  agreement: Agreement,
  terms: readonly Terms[],
  states: readonly RunState[],
  goals: readonly Goal[],
): string[] {
  const known = states.map(({ worlds }) => worldsOver(worlds, [])[0] ?? {});
  const bearing = new Set<string>();
  // Why there is no way is told by thinking away what excludes it: what bears on that bears on the answer.
  for (const without of WHY_NOT) {
    const systems = terms.map((each, index) =>
      compiled(agreement, { ...standpointAt(agreement, each, known[index] ?? {}), without }),
    );
    for (const region of bearingIn(systems, states, goals)) bearing.add(region);
  }
  return agreement.statechart.regions.map(({ id }) => id).filter((id) => bearing.has(id));
}

/** What is thought away, one after the other, to tell why there is no way. */
const WHY_NOT: readonly ThoughtAway[] = [
  {},
  { positions: true },
  { positions: true, requirements: true },
];

/** The regions that can bear on some goal where each run goes by its system. */
function bearingIn(
  systems: readonly System[],
  states: readonly RunState[],
  goals: readonly Goal[],
): string[] {
  const [first] = systems;
  if (first === undefined) return [];
  const isOpen = (region: string): boolean =>
    states.some(({ worlds }) => valuesOf(worlds, region).length > 1);
  // Where a run stands somewhere else all stages of all runs count.
  const open = new Map(
    first.regions.flatMap(({ id, stages }, region): [number, number[]][] =>
      isOpen(id)
        ? [
            [
              region,
              states.flatMap(({ worlds }) =>
                valuesOf(worlds, id).map((stage) => stages.indexOf(stage ?? '')),
              ),
            ],
          ]
        : [],
    ),
  );
  const anywhere = systems.map((system) => ({
    ...system,
    regions: system.regions.map((region, index) =>
      open.has(index) ? { ...region, start: null } : region,
    ),
  }));
  const { sizes } = partitionOf(anywhere, { apart: open });
  const together: System = {
    regions: first.regions.map((region, index) => {
      const isSame = systems.every(({ regions }) => regions[index]?.start === region.start);
      return isSame && !open.has(index) ? region : { ...region, start: null };
    }),
    // Where runs may differ in an event's home region some may have it behind them, and others take it by themselves.
    events: first.events.map((event, index) => {
      const guards = systems.map(({ events }) => events[index]?.guard ?? event.guard);
      return { ...event, guard: sizes[event.home] === 1 ? allOf(guards) : anyOf(guards) };
    }),
  };
  const isCommon = (region: number): boolean => sizes[region] === 1;
  const bearing = new Set<number>();
  for (const goal of goals)
    for (const region of regionsTowards(together, goal, isCommon)) bearing.add(region);
  return first.regions.filter((_, region) => bearing.has(region)).map(({ id }) => id);
}

function regionsTowards(
  system: System,
  goal: Goal,
  isCommon: (region: number) => boolean,
): ReadonlySet<number> {
  const event = goal.kind === 'event' ? system.events.find(({ id }) => id === goal.event) : null;
  if (event === undefined)
    throw new UnknownNameError(`event ${goal.kind === 'event' ? goal.event : ''}`);
  const guard = goal.kind === 'event' ? (event?.guard ?? NEVER) : resolve(goal.holds, system);
  const before = system.events.filter((each) => each !== event);
  // One run may have come further than another where they differ: then what comes behind the goal can bear on it.
  if (![...regionsOfGuard(guard)].every(isCommon)) {
    const isTakenAtOnce = event !== null && isCommon(event.home);
    const events = eventsAlive(system, isTakenAtOnce ? before : system.events);
    return coneOf({ ...system, events }, guard).regions;
  }
  return coneTowards({ ...system, events: before }, guard).regions;
}

function unknownAmong(
  agreement: Agreement,
  regions: readonly string[],
  readings: readonly string[],
  states: readonly RunState[],
): UnknownStages[] {
  return regions.flatMap((region): UnknownStages[] => {
    const open = (worlds: Worlds) => valuesOf(worlds, region).length > 1;
    const unsure = states.filter(({ worlds }) => open(worlds));
    if (unsure.length === 0) return [];
    const possible = new Set(unsure.flatMap(({ worlds }) => valuesOf(worlds, region)));
    const stages = agreement.regions.get(region)?.stages ?? [];
    return [
      {
        region,
        stages: stages.map(({ id }) => id).filter((stage) => possible.has(stage)),
        readings: readings.filter((_, index) => unsure.includes(states[index] as RunState)),
      },
    ];
  });
}
