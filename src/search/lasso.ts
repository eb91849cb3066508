import type { Cone } from './cone.ts';
import { EMPTY } from './node-store.ts';
import { shortestWays } from './shortest.ts';
import type { Space } from './space.ts';
import { allOf, type CompiledEvent, type Guard, type State, take } from './system.ts';
import type { Work } from './work.ts';

/** A way that never leaves a set: events up to a state of it, and those that can go on for ever from there. */
export interface Lasso {
  readonly events: readonly string[];
  /** None where nothing more can happen. */
  readonly forEver: readonly string[];
  /** Whether no other such way has fewer events, those that repeat counted once. */
  readonly isShortest: boolean;
}

/** A round of events that is neither a dead end nor there and back has at least so many. */
const LONGER_ROUND = 3;

/**
 * A shortest way from the start to some states, and on from there within a set for ever or to a dead end.
 *
 * It looks for the dead ends, and for every two events that lead there and back; backwards from these it goes within the
 * set, and asks of each distance how far the start is from there. Longer rounds are found as well where there is nothing
 * else, but not the shortest of them.
 *
 * @param through the states that the way must come to, inside the set
 * @param inside a set from each state of which some way never leaves it
 * @param stuck the states in which no event of the cone can be taken
 */
export function* lasso(
  space: Space,
  cone: Cone,
  through: number,
  inside: number,
  stuck: number,
): Work<Lasso | null> {
  const { diagram } = space;
  const direct = yield* shortestWays(space, through, cone);
  const [nearest] = direct.ways;
  if (nearest === undefined) return null;

  const rounds = roundsOfTwo(space, cone, inside);
  const turning = rounds.reduce((set, round) => diagram.union(set, round.from), EMPTY);
  const ends = [
    { set: diagram.intersection(stuck, inside), cost: 0 },
    { set: turning, cost: 2 },
  ];
  let best: Ending | null = null;
  for (const { set, cost } of ends) {
    const found = yield* nearestEnding(space, cone, { set, cost, through, inside }, nearest.length);
    if (found !== null && (best === null || totalOf(found) < totalOf(best))) best = found;
  }
  if (best === null) return { ...wandering(space, cone, inside, nearest), isShortest: false };

  const { events, state } = walked(space, cone, best);
  const round = best.cost === 0 ? undefined : rounds.find(({ from }) => space.has(from, state));
  const forEver = round === undefined ? [] : [round.there, round.back];
  const isShortest = events.length + forEver.length <= nearest.length + LONGER_ROUND;
  return { events, forEver, isShortest };
}

/** A way to one of the states that it must come to, and how many events from there to an end. */
interface Ending {
  readonly way: readonly CompiledEvent[];
  readonly rest: number;
  /** By number of events: from where an end is within so many, without leaving the set. */
  readonly layers: readonly number[];
  /** The events of the end itself. */
  readonly cost: number;
}

function totalOf({ way, rest, cost }: Ending): number {
  return way.length + rest + cost;
}

/**
 * The way that comes to an end of one kind in the fewest events.
 *
 * @param nearest how many events lead to the nearest of the states that it must come to
 */
function* nearestEnding(
  space: Space,
  cone: Cone,
  ends: { set: number; cost: number; through: number; inside: number },
  nearest: number,
): Work<Ending | null> {
  const { diagram } = space;
  const layers = [ends.set];
  let best: { way: readonly CompiledEvent[]; rest: number } | null = null;
  for (let rest = 0; ; rest += 1) {
    const layer = layers[rest] ?? EMPTY;
    const target = diagram.intersection(layer, ends.through);
    if (target !== EMPTY) {
      const { ways } = yield* shortestWays(space, target, cone);
      const [way] = ways;
      if (way !== undefined && (best === null || way.length + rest < best.way.length + best.rest))
        best = { way, rest };
    }
    // Further away from the ends it takes more events than are known to do.
    if (best !== null && nearest + rest + 1 >= best.way.length + best.rest) break;
    const before = cone.events.reduce(
      (set, event) => diagram.union(set, diagram.preimage(space.relation(event), layer)),
      layer,
    );
    const grown = diagram.intersection(before, ends.inside);
    if (grown === layer) break;
    layers.push(grown);
  }
  return best === null ? null : { ...best, layers, cost: ends.cost };
}

/** Two events that lead from states of a set to other states of it and back. */
interface Round {
  readonly there: string;
  readonly back: string;
  readonly from: number;
}

function roundsOfTwo(space: Space, cone: Cone, inside: number): Round[] {
  const { diagram } = space;
  return cone.events.flatMap((there) =>
    cone.events.flatMap((back): Round[] => {
      const undone = undoing(space, there, back);
      if (undone === null) return [];
      const answered = diagram.intersection(inside, space.set(back.guard));
      const from = diagram.intersection(
        diagram.intersection(inside, space.set(undone)),
        diagram.preimage(space.relation(there), answered),
      );
      return from === EMPTY ? [] : [{ there: there.id, back: back.id, from }];
    }),
  );
}

/** Where the second event takes back all that the first one does; null where it nowhere does. */
function undoing(space: Space, first: CompiledEvent, second: CompiledEvent): Guard | null {
  const parts: Guard[] = [];
  const regions = new Set([...first.moves, ...second.moves].map(({ region }) => region));
  for (const region of regions) {
    const [there, back] = [first, second].map(
      ({ moves }) => moves.find((move) => move.region === region)?.to,
    );
    const all = [...(space.system.regions[region]?.stages.keys() ?? [])];
    const stages = all.filter((stage) => {
      const next = there?.[stage] ?? stage;
      return (back?.[next] ?? next) === stage;
    });
    if (stages.length === 0) return null;
    parts.push({ kind: 'in', region, stages });
  }
  return allOf(parts);
}

/** Follows a way, then goes within the layers to the last of them, the nearer the end the lower. */
function walked(
  space: Space,
  cone: Cone,
  { way, rest, layers }: Ending,
): { events: string[]; state: State } {
  let state = after(space, way);
  const events = way.map(({ id }) => id);
  for (let left = rest; left > 0 && !space.has(layers[0] ?? EMPTY, state); left -= 1) {
    const step = stepWithin(space, cone, layers[left - 1] ?? EMPTY, state);
    if (step === null) break;
    events.push(step.event);
    state = step.state;
  }
  return { events, state };
}

/** Goes on inside a set until a state comes back or nothing can happen. */
function wandering(
  space: Space,
  cone: Cone,
  inside: number,
  way: readonly CompiledEvent[],
): { events: string[]; forEver: string[] } {
  let state = after(space, way);
  const events = way.map(({ id }) => id);
  const seen = new Map([[String(state), events.length]]);
  for (;;) {
    const step = stepWithin(space, cone, inside, state);
    if (step === null) return { events, forEver: [] };
    events.push(step.event);
    state = step.state;
    const place = seen.get(String(state));
    if (place !== undefined)
      return { events: events.slice(0, place), forEver: events.slice(place) };
    seen.set(String(state), events.length);
  }
}

function after(space: Space, way: readonly CompiledEvent[]): State {
  return way.reduce((state, event) => take(event, state) ?? state, space.first(space.start) ?? []);
}

function stepWithin(
  space: Space,
  cone: Cone,
  set: number,
  from: State,
): { event: string; state: State } | null {
  for (const event of cone.events) {
    const state = take(event, from);
    if (state !== null && space.has(set, state)) return { event: event.id, state };
  }
  return null;
}
