import type { Agreement } from '../model/agreement.ts';
import { compiled, type Standpoint } from './compile.ts';
import {
  allOf,
  anyOf,
  type CompiledEvent,
  type CompiledRegion,
  type Guard,
  NEVER,
  type RegionMove,
  type System,
} from './system.ts';

/** An event that may be behind some runs already is a case for each choice of the others: with more runs, too many. */
const MOST_RUNS = 10;

/** One run of several: the readings that it stands for, since what they ask and where they stand is the same. */
export interface JointRun {
  readonly readings: readonly string[];
  readonly system: System;
}

/** Several readings' runs as one system: its events are those that every run lets pass. */
export interface Joint {
  readonly system: System;
  readonly runs: readonly JointRun[];
  /** The region of the agreement and the runs that a region of the joint system stands for. */
  readonly parts: readonly { readonly region: number; readonly runs: readonly number[] }[];
  /** A guard over one run's states, over the joint ones. */
  readonly inRun: (guard: Guard, run: number) => Guard;
}

/**
 * Puts runs together: an event can happen where each run either recognises it or has it behind it already (its home
 * region stands where the event leads), and then moves those that recognise it.
 *
 * Runs that begin in the same stages and recognise the same events stay together, so a region needs a stage of its
 * own in each run only where the starts differ, or where an event whose home region may differ moves it. From one
 * common start there is no such region, and the joint system is as large as a single run's. Readings that ask the
 * same from the same start share a run.
 *
 * @param standpoints one for each reading, or several where it is not known in which stages its run stands (a plan
 *   then has to do for each of them); a single one gives its own system
 * @throws RangeError where more than a few runs differ
 */
export function joint(agreement: Agreement, standpoints: readonly Standpoint[]): Joint {
  const runs = distinctRuns(agreement, standpoints);
  const [first] = runs;
  if (first === undefined) throw new RangeError('A joint run needs at least one reading.');
  const alive = eventsAlive(runs);
  const split = splitRegions(runs, alive);

  const regions: CompiledRegion[] = [];
  const parts: { region: number; runs: number[] }[] = [];
  const places = runs.map((): number[] => []);
  const everyRun = [...runs.keys()];
  for (const [region, compiledRegion] of first.system.regions.entries()) {
    for (const sharers of split.has(region) ? everyRun.map((run) => [run]) : [everyRun]) {
      const [run = 0] = sharers;
      const start = runs[run]?.system.regions[region]?.start ?? null;
      const name = split.has(region)
        ? `${compiledRegion.id}@${runName(runs, run)}`
        : compiledRegion.id;
      for (const sharer of sharers) places[sharer]?.push(regions.length);
      regions.push({ ...compiledRegion, id: name, of: compiledRegion.id, start });
      parts.push({ region, runs: sharers });
    }
  }
  const placeOf = (region: number, run: number): number => places[run]?.[region] ?? 0;
  const inRun = (guard: Guard, run: number): Guard =>
    guard.kind === 'in'
      ? { ...guard, region: placeOf(guard.region, run) }
      : { ...guard, of: guard.of.map((part) => inRun(part, run)) };

  const events = first.system.events.flatMap((event, index): CompiledEvent[] => {
    if (runs.length > 1 && !alive.has(event.id)) return [];
    const versions = runs.map(({ system }) => system.events[index] ?? event);
    const moved = (takers: readonly number[]): RegionMove[] =>
      event.moves.flatMap(({ region, to }) => {
        const targets = new Set(takers.map((run) => placeOf(region, run)));
        return [...targets].map((place) => ({ region: place, to }));
      });
    const taken = versions.map((version, run) => inRun(version.guard, run));
    const home = placeOf(event.home, 0);
    if (!split.has(event.home))
      return [{ ...event, home, guard: allOf(taken), moves: moved(everyRun) }];

    const already = everyRun.map((run) => inRun(alreadyThere(event), run));
    // With no region but its own, an event leaves a run that has it already as it is: no need to tell cases apart.
    if (event.moves.length === 1) {
      const either = everyRun.map((run) => anyOf([taken[run] ?? NEVER, already[run] ?? NEVER]));
      return [{ ...event, home, guard: allOf(either), moves: moved(everyRun) }];
    }
    return nonEmptySubsets(everyRun).map((takers) => {
      const guards = everyRun.map(
        (run) => (takers.includes(run) ? taken[run] : already[run]) ?? NEVER,
      );
      return { ...event, home, guard: allOf(guards), moves: moved(takers) };
    });
  });
  return { system: { regions, events }, runs, parts, inRun };
}

/** A run by its first reading; by a number as well where that reading has several. */
function runName(runs: readonly JointRun[], run: number): string {
  const reading = runs[run]?.readings[0] ?? '';
  const before = runs.slice(0, run).filter(({ readings }) => readings[0] === reading).length;
  return before === 0 ? reading : `${reading}-${before + 1}`;
}

/** The stages of its home region that an event leads to and does not leave. */
function alreadyThere(event: CompiledEvent): Guard {
  const home = event.moves.find(({ region }) => region === event.home);
  const targets = new Set(event.from.map((stage) => home?.to[stage] ?? stage));
  const stages = [...targets].filter((stage) => !event.from.includes(stage));
  return { kind: 'in', region: event.home, stages };
}

function distinctRuns(agreement: Agreement, standpoints: readonly Standpoint[]): JointRun[] {
  const runs = new Map<string, { readings: string[]; system: System }>();
  for (const standpoint of standpoints) {
    const { reading } = standpoint.terms;
    const system = compiled(agreement, standpoint);
    const known = runs.get(runKey(system));
    if (known === undefined) runs.set(runKey(system), { readings: [reading], system });
    else if (!known.readings.includes(reading)) known.readings.push(reading);
  }
  if (runs.size > MOST_RUNS)
    throw new RangeError(
      `${runs.size} different runs are more than the ${MOST_RUNS} that can be searched together.`,
    );
  return [...runs.values()];
}

/** What tells one run from another: where it starts, and what its gates ask. */
export function runKey({ regions, events }: System): string {
  return JSON.stringify([regions.map(({ start }) => start), events.map(({ asked }) => asked)]);
}

/** The regions whose stage can differ between the runs. */
function splitRegions(runs: readonly JointRun[], alive: ReadonlySet<string>): Set<number> {
  const [first] = runs;
  const split = new Set<number>();
  for (const { system } of runs)
    for (const [region, { start }] of system.regions.entries())
      if (start !== first?.system.regions[region]?.start) split.add(region);
  for (let before = -1; before !== split.size;) {
    before = split.size;
    for (const event of first?.system.events ?? [])
      if (split.has(event.home) && alive.has(event.id))
        for (const { region } of event.moves) split.add(region);
  }
  return split;
}

/**
 * The events that some run may come to take: their home region can come to where they leave from, as far as the events'
 * own moves go, whatever their guards ask. The others never happen, and would only keep regions apart.
 */
function eventsAlive(runs: readonly JointRun[]): Set<string> {
  const [first] = runs;
  const stages = (first?.system.regions ?? []).map((region, index) => {
    const starts = runs.map(({ system }) => system.regions[index]?.start ?? null);
    return new Set(
      starts.flatMap((start) => (start === null ? [...region.stages.keys()] : [start])),
    );
  });
  const alive = new Set<string>();
  const size = (): number => stages.reduce((sum, reached) => sum + reached.size, alive.size);
  for (let before = -1; before !== size();) {
    before = size();
    for (const { id, home, from, moves } of first?.system.events ?? []) {
      if (!from.some((stage) => stages[home]?.has(stage) === true)) continue;
      alive.add(id);
      for (const { region, to } of moves) {
        const reached = stages[region];
        // A set goes on over what is added to it meanwhile, which is as well here.
        for (const stage of reached ?? []) reached?.add(to[stage] ?? stage);
      }
    }
  }
  return alive;
}

/** Every choice of at least one of them. */
function nonEmptySubsets<Item>(items: readonly Item[]): Item[][] {
  let subsets: Item[][] = [[]];
  for (const item of items) subsets = subsets.flatMap((subset) => [[...subset, item], subset]);
  return subsets.filter((subset) => subset.length > 0);
}
