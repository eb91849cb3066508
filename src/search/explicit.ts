import { holds, startState, type State, type System } from './system.ts';

/** What a plain search has found: every state's distance from the start, in events. */
export interface ExplicitSearch {
  /** States in the order in which they were found, packed into one number each. */
  readonly codes: readonly number[];
  /** The distance of each, in the same order. */
  readonly distances: readonly number[];
  readonly unpack: (code: number) => State;
  /** False where the limit was met first. */
  readonly complete: boolean;
}

/**
 * Breadth-first search, state by state, each packed into one number by its stages' places. It is here to check the
 * diagrams and to be measured against, for it shares nothing with them but the compiled system.
 *
 * @param most it stops once it has found this many states
 * @throws RangeError where a state does not fit into 53 bits
 */
export function searchExplicitly(system: System, most = 2_000_000): ExplicitSearch {
  const sizes = system.regions.map((region) => region.stages.length);
  const strides: number[] = [];
  let total = 1;
  for (const size of sizes) {
    strides.push(total);
    total *= size;
  }
  if (total > Number.MAX_SAFE_INTEGER) throw new RangeError('The states do not fit into 53 bits.');
  const unpack = (code: number): State =>
    sizes.map((size, region) => Math.floor(code / (strides[region] ?? 1)) % size);

  const events = system.events.map((event) => ({
    guard: event.guard,
    moves: event.moves.map(({ region, to }) => ({
      region,
      steps: to.map((target, stage) => (target - stage) * (strides[region] ?? 1)),
    })),
  }));
  const pack = (state: State): number =>
    state.reduce((code, stage, region) => code + stage * (strides[region] ?? 1), 0);

  const codes: number[] = starts(system).map(pack);
  const distances = codes.map(() => 0);
  const seen = new Set(codes);
  for (let next = 0; next < codes.length; next += 1) {
    const code = codes[next] ?? 0;
    const state = unpack(code);
    for (const { guard, moves } of events) {
      if (!holds(guard, state)) continue;
      let reached = code;
      for (const { region, steps } of moves) reached += steps[state[region] ?? 0] ?? 0;
      if (seen.has(reached)) continue;
      if (codes.length >= most) return { codes, distances, unpack, complete: false };
      seen.add(reached);
      codes.push(reached);
      distances.push((distances[next] ?? 0) + 1);
    }
  }
  return { codes, distances, unpack, complete: true };
}

function starts(system: System): State[] {
  let states: State[] = [startState(system)];
  for (const [index, region] of system.regions.entries()) {
    if (region.start !== null) continue;
    states = states.flatMap((state) => region.stages.map((_, stage) => state.with(index, stage)));
  }
  return states;
}
