import { type CompiledEvent, stagesBehind, type System } from './system.ts';

/** Which runs always have a region in the same stage. */
export interface Partition {
  /** By region and run: the number of the run's block. Runs of one block have the region's stage in common for ever. */
  readonly blocks: readonly (readonly number[])[];
  /** By region: how many blocks there are. */
  readonly sizes: readonly number[];
  /** The events that some run may come to take. */
  readonly alive: ReadonlySet<string>;
  /** The events that some run may come to take while others have them behind them already. */
  readonly splits: ReadonlySet<string>;
}

/** What is known of runs beside their systems. */
export interface RunsKnown {
  /** Regions that every run has for itself, each with the stages that it may start in. */
  readonly apart?: ReadonlyMap<number, readonly number[]>;
  /** Events that have been taken in some run and not been undone since. */
  readonly passed?: ReadonlySet<string>;
}

/**
 * Puts runs of the same agreement together, region by region, as far as they cannot come to differ.
 *
 * A region's stage is the same in two runs as long as they start in the same stage and every event moves both of them
 * or neither. An event that happens at all moves a run unless its home region is where the event leads already, so only
 * an event whose home region can stand there in one run while it is left in another splits what it moves.
 */
export function partitionOf(
  systems: readonly System[],
  { apart = new Map(), passed = new Set() }: RunsKnown = {},
): Partition {
  const [first] = systems;
  const regions = first?.regions ?? [];
  const events = first?.events ?? [];
  if (systems.length === 1) return aloneIn(regions.length, events);
  const starts = regions.map(({ stages }, region) => {
    const known = systems.map((system) => system.regions[region]?.start ?? null);
    const all = known.flatMap((start) => (start === null ? [...stages.keys()] : [start]));
    return new Set(apart.get(region) ?? all);
  });
  const alive = eventsAlive(events, starts);
  const splitting = splittingAmong(
    events.filter(({ id }) => alive.has(id)),
    starts,
  );
  const splits = new Set([...splitting, ...passed]);
  const blocks = regions.map((_, region) =>
    numbered(
      systems.map((system, run) => String(apart.has(region) ? run : system.regions[region]?.start)),
    ),
  );
  for (let before = -1; before !== countOf(blocks);) {
    before = countOf(blocks);
    for (const event of events) {
      const home = blocks[event.home] ?? [];
      if (!alive.has(event.id) || !splits.has(event.id) || sizeOf(home) === 1) continue;
      for (const { region } of event.moves) {
        const own = blocks[region] ?? [];
        blocks[region] = numbered(own.map((block, run) => `${block} ${home[run]}`));
      }
    }
  }
  return { blocks, sizes: blocks.map(sizeOf), alive, splits };
}

/** A single run has every region in common with itself, and nothing to be kept apart from: any event may come to be. */
function aloneIn(regions: number, events: readonly CompiledEvent[]): Partition {
  return {
    blocks: Array.from({ length: regions }, () => [0]),
    sizes: Array.from({ length: regions }, () => 1),
    alive: new Set(events.map(({ id }) => id)),
    splits: new Set(),
  };
}

/**
 * How many cases an event that moves several regions is, with its home region in so many stages of its own: in each
 * block it is taken, or has been already, and some take it.
 */
export function casesOf(event: CompiledEvent, { sizes, alive, splits }: Partition): number {
  const size = sizes[event.home] ?? 1;
  const isOne = !alive.has(event.id) || !splits.has(event.id) || event.moves.length === 1;
  return isOne || size === 1 ? 1 : 2 ** size - 1;
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
function eventsAlive(
  events: readonly CompiledEvent[],
  starts: readonly ReadonlySet<number>[],
): Set<string> {
  const stages = starts.map((each) => new Set(each));
  const alive = new Set<string>();
  const size = (): number => stages.reduce((sum, reached) => sum + reached.size, alive.size);
  for (let before = -1; before !== size();) {
    before = size();
    for (const { id, home, from, moves } of events) {
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

/**
 * The events that one run may come to take while another has them behind it already: in which pairs of stages a region
 * may stand in any two runs, as far as the events' own moves go, whatever is asked before them.
 */
function splittingAmong(
  events: readonly CompiledEvent[],
  starts: readonly ReadonlySet<number>[],
): Set<string> {
  const splits = new Set<string>();
  // Runs that start alike everywhere go on alike.
  if (starts.every(({ size }) => size === 1)) return splits;
  // A pair of stages is one number.
  const pairs = starts.map(
    (each) => new Set([...each].flatMap((one) => [...each].map((other) => one * WIDE + other))),
  );
  const known = events.map((event) => ({
    event,
    left: new Set(event.from),
    behind: stagesBehind(event),
  }));
  const size = (): number => pairs.reduce((sum, each) => sum + each.size, splits.size);
  for (let before = -1; before !== size();) {
    before = size();
    for (const { event, left, behind } of known) {
      let isTogether = false;
      for (const pair of pairs[event.home] ?? []) {
        const [one, other] = [Math.floor(pair / WIDE), pair % WIDE];
        if (!left.has(one)) continue;
        if (left.has(other)) isTogether = true;
        else if (behind.has(other)) splits.add(event.id);
      }
      const isSplit = splits.has(event.id);
      if (!isTogether && !isSplit) continue;
      for (const { region, to } of event.moves) {
        const own = pairs[region];
        const isHome = region === event.home;
        // A set goes on over what is added to it meanwhile, which is as well here.
        for (const pair of own ?? []) {
          const [one, other] = [Math.floor(pair / WIDE), pair % WIDE];
          const [next, nextOther] = [to[one] ?? one, to[other] ?? other];
          if (isHome ? left.has(one) && left.has(other) : isTogether)
            own?.add(next * WIDE + nextOther).add(nextOther * WIDE + next);
          if (isHome ? left.has(one) && behind.has(other) : isSplit)
            own?.add(next * WIDE + other).add(other * WIDE + next);
        }
      }
    }
  }
  return splits;
}

/** More than the stages of any region. */
const WIDE = 4096;
