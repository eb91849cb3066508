import type { Cone } from './cone.ts';
import { type Distances, distancesTo, oneMore } from './distances.ts';
import { EMPTY } from './node-store.ts';
import { patiently } from './patiently.ts';
import type { Space, Steps } from './space.ts';
import { type CompiledEvent, type State, startState, take } from './system.ts';
import type { Work } from './work.ts';

/** Shortest ways to a goal, each as the events of the cone in order. */
export interface Shortest {
  readonly end: Distances['end'];
  /** Events that the shortest way takes; where none was found, how many the search has tried. */
  readonly length: number;
  readonly ways: readonly (readonly CompiledEvent[])[];
  /** Whether no other events than those given lead there in as few; false where that is not determined. */
  readonly every: boolean;
}

/**
 * The shortest ways from the start to a goal. Two ways that take the same events in another order count as one; the
 * one given takes, at each step, the first event that it can.
 *
 * Another way lacks some event of each way known, so each is forbidden in turn (the hitting set tree of R. Reiter: A
 * theory of diagnosis from first principles, 1987). Only a way that takes an event twice could escape that; where
 * one turns up, `every` is not claimed.
 *
 * @param goal a set of the space
 * @param cone what the goal depends on; what it leaves out is not searched
 * @param most how many ways to look for
 */
export function* shortestWays(space: Space, goal: number, cone: Cone, most = 1): Work<Shortest> {
  const { diagram } = space;
  const steps = space.steps(cone.events);
  const { reached, leading, end, length } = yield* distancesTo(space, space.start, goal, steps);
  if (end !== 'met') return { end, length, ways: [], every: end === 'exhausted' };
  const ahead = yield* aheadOf(space, steps, reached, leading);
  // That there is a way is known then, and that none takes fewer events, but not which.
  if (ahead === null) return { end: 'stopped', length: length - 1, ways: [], every: false };

  const ways = [firstWay(space, cone.events, ahead)];
  const seen = new Set<string>();
  const open: (readonly string[])[] = most > 1 ? [[]] : [];
  for (const forbidden of open) {
    let way = ways.find((known) => known.every(({ id }) => !forbidden.includes(id)));
    if (way === undefined) {
      if (ways.length === most) return { end, length, ways, every: false };
      const stop = yield {
        doing: 'ways of equal length',
        done: ways.length,
        nodes: diagram.store.size,
      };
      if (stop === true) return { end, length, ways, every: false };
      const events = cone.events.filter(({ id }) => !forbidden.includes(id));
      const sets = aheadWith(space, events, ahead);
      if (sets === null) continue;
      ways.push((way = firstWay(space, events, sets)));
    }
    for (const { id } of way) {
      const more = [...forbidden, id].toSorted();
      if (!seen.has(String(more))) open.push(more);
      seen.add(String(more));
    }
  }
  const isRepeating = ways.some((way) => new Set(way.map(({ id }) => id)).size < way.length);
  return { end, length, ways, every: most > 1 && !isRepeating };
}

/**
 * By how many events are still to come: states from which the goal is that near; null where the search was stopped. A way that comes to the next of these
 * sets with each event is a shortest one, and every shortest way does.
 */
function* aheadOf(
  space: Space,
  steps: Steps,
  reached: readonly number[],
  leading: readonly number[],
): Work<number[] | null> {
  const { diagram } = space;
  const ahead = [...leading];
  // From where the two searches met back to the start.
  let set = diagram.intersection(reached.at(-1) ?? EMPTY, leading.at(-1) ?? EMPTY);
  ahead[leading.length - 1] = set;
  for (const within of reached.slice(0, -1).toReversed()) {
    const from = set;
    const progress = { doing: 'ways to the goal', done: ahead.length };
    const before = yield* patiently(space, progress, () =>
      diagram.intersection(oneMore(space, from, steps, 'backward'), within),
    );
    if (before === null) return null;
    set = before.result;
    ahead.push(set);
  }
  return ahead;
}

/** The states on shortest ways that some events make, by the number of events still to come; null where there is none. */
function aheadWith(
  space: Space,
  events: readonly CompiledEvent[],
  ahead: readonly number[],
): number[] | null {
  const { diagram } = space;
  const steps = space.steps(events);
  const length = ahead.length - 1;
  const reached = [space.start];
  for (let rest = length - 1; rest >= 0; rest -= 1) {
    const next = oneMore(space, reached.at(-1) ?? EMPTY, steps, 'forward');
    const set = diagram.intersection(next, ahead[rest] ?? EMPTY);
    if (set === EMPTY) return null;
    reached.push(set);
  }
  const sets = [reached[length] ?? EMPTY];
  for (let rest = 1; rest <= length; rest += 1) {
    const before = oneMore(space, sets[rest - 1] ?? EMPTY, steps, 'backward');
    sets.push(diagram.intersection(before, reached[length - rest] ?? EMPTY));
  }
  return sets;
}

/** The way that takes the first event at each step which stays on a shortest way. */
function firstWay(
  space: Space,
  events: readonly CompiledEvent[],
  ahead: readonly number[],
): CompiledEvent[] {
  const { diagram } = space;
  const start = diagram.intersection(space.start, ahead.at(-1) ?? EMPTY);
  let state: State = space.first(start) ?? startState(space.system);
  const way: CompiledEvent[] = [];
  for (let rest = ahead.length - 2; rest >= 0; rest -= 1) {
    for (const event of events) {
      const next = take(event, state);
      if (next === null || !space.has(ahead[rest] ?? EMPTY, next)) continue;
      way.push(event);
      state = next;
      break;
    }
  }
  return way;
}
