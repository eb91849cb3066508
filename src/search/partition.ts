import type { CompiledEvent, System } from './system.ts';

/** Which runs always have a region in the same stage. */
export interface Partition {
  /** By region and run: the number of the run's block. Runs of one block have the region's stage in common for ever. */
  readonly blocks: readonly (readonly number[])[];
  /** By region: how many blocks there are. */
  readonly sizes: readonly number[];
  /** The events that some run may come to take. */
  readonly alive: ReadonlySet<string>;
}

/**
 * Puts runs of the same agreement together, region by region, as far as they cannot come to differ.
 *
 * A region's stage is the same in two runs as long as they start in the same stage and every event moves both of them
 * or neither. An event that happens at all moves a run unless its home region is where the event leads already, so runs
 * that have the home region in common fare alike, and only a home region that may differ splits what its events move.
 *
 * @param apart regions that every run has for itself, wherever it starts
 */
export function partitionOf(
  systems: readonly System[],
  apart: ReadonlySet<number> = new Set(),
): Partition {
  const [first] = systems;
  const regions = first?.regions ?? [];
  const events = first?.events ?? [];
  const alive = eventsAlive(systems);
  const blocks = regions.map((_, region) =>
    numbered(
      systems.map((system, run) => String(apart.has(region) ? run : system.regions[region]?.start)),
    ),
  );
  for (let before = -1; before !== countOf(blocks);) {
    before = countOf(blocks);
    for (const event of events) {
      const home = blocks[event.home] ?? [];
      if (!alive.has(event.id) || sizeOf(home) === 1) continue;
      for (const { region } of event.moves) {
        const own = blocks[region] ?? [];
        blocks[region] = numbered(own.map((block, run) => `${block} ${home[run]}`));
      }
    }
  }
  return { blocks, sizes: blocks.map(sizeOf), alive };
}

/**
 * How many cases an event that moves several regions is, with its home region in so many stages of its own: in each
 * block it is taken, or has been already, and some take it.
 */
export function casesOf(event: CompiledEvent, { sizes, alive }: Partition): number {
  const size = sizes[event.home] ?? 1;
  if (!alive.has(event.id) || size === 1 || event.moves.length === 1) return 1;
  return 2 ** size - 1;
}

function numbered(keys: readonly string[]): number[] {
  const known = new Map<string, number>();
  return keys.map((key) => {
    const number = known.get(key) ?? known.size;
    known.set(key, number);
    return number;
  });
}

function sizeOf(blocks: readonly number[]): number {
  return Math.max(0, ...blocks) + 1;
}

function countOf(blocks: readonly (readonly number[])[]): number {
  return blocks.reduce((sum, each) => sum + sizeOf(each), 0);
}

/**
 * The events that some run may come to take: their home region can come to where they leave from, as far as the events'
 * own moves go, whatever is asked before them. The others never happen, and would only keep regions apart.
 */
function eventsAlive(systems: readonly System[]): Set<string> {
  const [first] = systems;
  const stages = (first?.regions ?? []).map((region, index) => {
    const starts = systems.map((system) => system.regions[index]?.start ?? null);
    return new Set(
      starts.flatMap((start) => (start === null ? [...region.stages.keys()] : [start])),
    );
  });
  const alive = new Set<string>();
  const size = (): number => stages.reduce((sum, reached) => sum + reached.size, alive.size);
  for (let before = -1; before !== size();) {
    before = size();
    for (const { id, home, from, moves } of first?.events ?? []) {
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
