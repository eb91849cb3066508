import type { Agreement } from '../model/agreement.ts';
import type { StageMap } from '../model/statechart.ts';
import { compiled, type Standpoint } from './compile.ts';
import { casesOf, type Partition, partitionOf } from './partition.ts';
import { subsetsOf } from './subsets.ts';
import {
  allOf,
  anyOf,
  type CompiledEvent,
  type CompiledRegion,
  type Guard,
  NEVER,
  type RegionMove,
  type State,
  type System,
  stagesBehind,
} from './system.ts';

/** More cases of events than these, all together, are not searched. */
const MOST_CASES = 2500;
/** More runs than these are not put together, however much they have in common. */
export const MOST_RUNS = 400;

/** One run of several: the readings that it stands for, since what they ask and where they stand is the same. */
export interface JointRun {
  readonly readings: readonly string[];
  readonly standpoints: readonly Standpoint[];
  readonly system: System;
  /** The events that have been taken in it. */
  readonly passed: ReadonlySet<string>;
}

/** Several readings' runs as one system: its events are those that every run lets pass. */
export interface Joint {
  readonly system: System;
  readonly runs: readonly JointRun[];
  /** The region of the agreement and the runs that a region of the joint system stands for. */
  readonly parts: readonly { readonly region: number; readonly runs: readonly number[] }[];
  /** By region and run: which of the blocks of runs that have the region in common it is in. */
  readonly partition: Partition;
  /** The region of the joint system that stands for a region of the agreement in one run. */
  readonly placeOf: (region: number, run: number) => number;
  /** A guard over one run's states, over the joint ones. */
  readonly inRun: (guard: Guard, run: number) => Guard;
  /** Where a run stands in a joint state. */
  readonly stagesOf: (state: State, run: number) => StageMap;
}

/** Runs differ in more ways than can be searched together. */
export class TooManyRunsError extends Error {
  constructor(readonly runs: number) {
    super(`${runs} different runs are more than can be searched together.`);
  }
}

/**
 * Puts runs together: an event can happen where each run either lets it pass or has it behind it already (its home
 * region stands where the event leads), and then moves those that let it pass, one at least.
 *
 * Runs share a region as long as they cannot come to differ in it; see {@link partitionOf}. From one common start the
 * joint system is as large as a single run's. Readings that ask the same from the same start share a run.
 *
 * @param standpoints one for each reading, or several where it is not known in which stages its run stands (a plan
 *   then has to do for each of them); a single one gives its own system
 * @throws TooManyRunsError where they differ in too many ways; `standpointsOf` gives none that do
 */
export function joint(agreement: Agreement, standpoints: readonly Standpoint[]): Joint {
  const runs = distinctRuns(agreement, standpoints);
  const [first] = runs;
  if (first === undefined) throw new RangeError('A joint run needs at least one reading.');
  const systems = runs.map(({ system }) => system);
  const passed = new Set(runs.flatMap((run) => [...run.passed]));
  const partition = partitionOf(systems, { passed });
  const cases = first.system.events.reduce((sum, event) => sum + casesOf(event, partition), 0);
  if (runs.length > MOST_RUNS || cases > Math.max(MOST_CASES, first.system.events.length))
    throw new TooManyRunsError(runs.length);

  const regions: CompiledRegion[] = [];
  const parts: { region: number; runs: number[] }[] = [];
  const places = runs.map((): number[] => []);
  for (const [region, compiledRegion] of first.system.regions.entries()) {
    const blocks = partition.blocks[region] ?? [];
    const size = partition.sizes[region] ?? 1;
    for (let block = 0; block < size; block += 1) {
      const sharers = [...runs.keys()].filter((run) => blocks[run] === block);
      const [run = 0] = sharers;
      const id = size === 1 ? compiledRegion.id : `${compiledRegion.id}@${runName(runs, run)}`;
      for (const sharer of sharers) places[sharer]?.push(regions.length);
      const start = systems[run]?.regions[region]?.start ?? null;
      regions.push({ ...compiledRegion, id, of: compiledRegion.id, start });
      parts.push({ region, runs: sharers });
    }
  }
  const placeOf = (region: number, run: number): number => places[run]?.[region] ?? 0;
  const inRun = (guard: Guard, run: number): Guard =>
    guard.kind === 'in'
      ? { ...guard, region: placeOf(guard.region, run) }
      : { ...guard, of: guard.of.map((part) => inRun(part, run)) };
  const stagesOf = (state: State, run: number): StageMap =>
    Object.fromEntries(
      first.system.regions.map(({ id, stages }, region) => [
        id,
        stages[state[placeOf(region, run)] ?? 0] ?? '',
      ]),
    );
  const shell = { runs, parts, partition, placeOf, inRun, stagesOf };
  const events =
    runs.length === 1
      ? first.system.events
      : first.system.events.flatMap((_, index) => jointCases(shell, index));
  return { ...shell, system: { regions, events } };
}

/** The cases in which an event of the runs' systems can happen in all of them at once. */
function jointCases(together: Omit<Joint, 'system'>, index: number): CompiledEvent[] {
  const { runs, partition, placeOf, inRun } = together;
  const versions = runs.flatMap(({ system }) => system.events[index] ?? []);
  const [event] = versions;
  if (event === undefined) return [];
  const everyRun = [...runs.keys()];
  const shared = {
    ...event,
    home: placeOf(event.home, 0),
    requirement: allOf(versions.map(({ requirement }, run) => inRun(requirement, run))),
    asked: allOf(versions.map(({ asked }, run) => inRun(asked, run))),
  };
  // It stays in the list, so that what speaks of it can be asked, and answered.
  if (runs.length > 1 && !partition.alive.has(event.id))
    return [{ ...shared, guard: NEVER, moves: [] }];
  const taken = versions.map(({ guard }, run) => inRun(guard, run));
  const moves = (takers: readonly number[]) => movesOf(together, event, takers);
  const size = partition.sizes[event.home] ?? 1;
  if (size === 1 || !partition.splits.has(event.id))
    return [{ ...shared, guard: allOf(taken), moves: moves(everyRun) }];

  const already = everyRun.map((run) => inRun(alreadyThere(event), run));
  // With no region but its own, an event leaves a run that has it already as it is: no need to tell cases apart.
  if (event.moves.length === 1) {
    const either = everyRun.map((run) => anyOf([taken[run] ?? NEVER, already[run] ?? NEVER]));
    const leaving = everyRun.map((run) =>
      inRun({ kind: 'in', region: event.home, stages: event.from }, run),
    );
    return [{ ...shared, guard: allOf([...either, anyOf(leaving)]), moves: moves(everyRun) }];
  }
  const blocks = partition.blocks[event.home] ?? [];
  return subsetsOf([...Array(size).keys()])
    .filter((chosen) => chosen.length > 0)
    .map((chosen) => {
      const takers = everyRun.filter((run) => chosen.includes(blocks[run] ?? 0));
      const guards = everyRun.map(
        (run) => (takers.includes(run) ? taken[run] : already[run]) ?? NEVER,
      );
      return { ...shared, guard: allOf(guards), moves: moves(takers) };
    });
}

/** What an event does to the regions of a joint system where some runs take it. */
export function movesOf(
  { placeOf }: Pick<Joint, 'placeOf'>,
  event: CompiledEvent,
  takers: readonly number[],
): RegionMove[] {
  return event.moves.flatMap(({ region, to }) => {
    const targets = new Set(takers.map((run) => placeOf(region, run)));
    return [...targets].map((place) => ({ region: place, to }));
  });
}

/** The stages of its home region that an event leads to and does not leave. */
export function alreadyThere(event: CompiledEvent): Guard {
  return { kind: 'in', region: event.home, stages: [...stagesBehind(event)] };
}

/** A run by its first reading; by a number as well where that reading has several. */
function runName(runs: readonly JointRun[], run: number): string {
  const reading = runs[run]?.readings[0] ?? '';
  const before = runs.slice(0, run).filter(({ readings }) => readings[0] === reading).length;
  return before === 0 ? reading : `${reading}-${before + 1}`;
}

/** The runs, each once; what is asked under the same terms is compiled once, from wherever it is asked. */
function distinctRuns(agreement: Agreement, standpoints: readonly Standpoint[]): JointRun[] {
  const [only, ...others] = standpoints;
  if (only !== undefined && others.length === 0) {
    const passed = new Set(only.passed);
    return [
      {
        readings: [only.terms.reading],
        standpoints,
        system: compiled(agreement, only),
        passed,
      },
    ];
  }
  const systems = new Map<string, { system: System; asked: string }>();
  const runs = new Map<string, { readings: string[]; standpoints: Standpoint[] } & JointRun>();
  for (const standpoint of standpoints) {
    const { terms, passed = [], without = {} } = standpoint;
    const key = JSON.stringify([terms, without]);
    let known = systems.get(key);
    if (known === undefined) {
      const system = compiled(agreement, standpoint);
      systems.set(key, (known = { system, asked: askedIn(system) }));
    }
    const system = startingAt(agreement, known.system, standpoint);
    const starts = system.regions.map(({ start }) => start);
    const run = JSON.stringify([starts, known.asked, passed.toSorted()]);
    const same = runs.get(run);
    if (same === undefined) {
      const readings = [terms.reading];
      runs.set(run, { readings, standpoints: [standpoint], system, passed: new Set(passed) });
      continue;
    }
    if (!same.readings.includes(terms.reading)) same.readings.push(terms.reading);
    same.standpoints.push(standpoint);
  }
  return [...runs.values()];
}

/** What is asked and required in a system, as one text. */
function askedIn({ events }: System): string {
  return JSON.stringify(events.map(({ asked, requirement }) => [asked, requirement]));
}

function startingAt(agreement: Agreement, system: System, standpoint: Standpoint): System {
  const { assumed = {} } = standpoint;
  const regions = system.regions.map((region) => {
    const stage = assumed[region.id] ?? agreement.regions.get(region.id)?.initial ?? '';
    return { ...region, start: region.stages.indexOf(stage) };
  });
  const isWhole = regions.every(({ start }) => start >= 0);
  const isKnown = Object.keys(assumed).every((id) => agreement.regions.has(id));
  // Whatever is wrong with it, compiling it says so.
  return isWhole && isKnown ? { ...system, regions } : compiled(agreement, standpoint);
}

/** What tells one run from another: where it starts, what has been taken, and what stands before its events. */
export function runKey({ system, passed }: JointRun): string {
  const starts = system.regions.map(({ start }) => start);
  return JSON.stringify([starts, askedIn(system), [...passed].toSorted()]);
}
