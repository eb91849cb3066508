import type { Agreement, Controllers } from '../model/agreement.ts';
import { beginningsOf, type Case, fromEach, inAll } from './beginnings.ts';
import type { CoalitionRequest } from './coalitions.ts';
import { type Cone, coneOf, coneTowards } from './cone.ts';
import { exploreSystem } from './exploration.ts';
import { type JointSearch, prepared } from './joint-search.ts';
import { ALL, EMPTY } from './node-store.ts';
import type { NoWayReason } from './no-way.ts';
import { leadingTo } from './reachability.ts';
import { shortestWays } from './shortest.ts';
import type { Space } from './space.ts';
import type { CompiledEvent } from './system.ts';
import { reasonsIn, waysBack } from './ways-back.ts';
import type { Work } from './work.ts';

/** An event that can put a goal out of reach for good. */
export interface PointOfNoReturn {
  readonly event: string;
  readonly gate: string | null;
  readonly controllers: Controllers;
  /** What the model assumes by having the event at all; null where a document speaks of it. */
  readonly assumed: string | null;
  /** In how many reachable states the goal is still possible, the event can be taken, and the goal then no longer is. */
  readonly states: bigint;
  /** The shortest way to such a state and the event itself, last; null where the search for it was stopped. */
  readonly events: readonly string[] | null;
  /**
   * What it rests on that there is no way back, in one such state or another; where it is that the model has no event that
   * leads there, it is a limit of the model and no finding about the world.
   */
  readonly reasons: readonly NoWayReason[];
}

/** From one beginning: what can lose a goal for good. */
export type LostFromOne = Omit<PointsOfNoReturn, 'cases' | 'inEach'>;

/** What can lose a goal for good, counted in reachable states. */
export interface PointsOfNoReturn {
  /** Whether there is nothing to lose: the goal is an event that has been taken in every run. */
  readonly isReached: boolean;
  readonly points: readonly PointOfNoReturn[];
  /** Events after which only events that the model assumes lead back, where no document speaks of these. */
  readonly undoneByAssumed: readonly PointOfNoReturn[];
  /**
   * In how many reachable states the goal can still be reached, and in how many no longer; of an event, before it is
   * taken. Null where the search was stopped before it knew.
   */
  readonly possible: bigint | null;
  readonly lost: bigint | null;
  /**
   * Where the answer hangs on what is not known: the answer in each case; empty where it is the same in all. Then nothing is
   * counted, and no points are given, but in the cases.
   */
  readonly cases: readonly Case<LostFromOne>[];
  /** Then the events that lose it in every case. */
  readonly inEach: readonly string[];
  readonly complete: boolean;
}

/**
 * The events that lose a goal: from some reachable state the goal could be reached, and once the event is taken
 * there it never can be.
 *
 * @returns the points, those that lose it in most states first
 */
export function* pointsOfNoReturn(
  agreement: Agreement,
  request: CoalitionRequest,
): Work<PointsOfNoReturn> {
  const cases = yield* fromEach(beginningsOf(request.standpoints), (standpoints) =>
    lostFrom(agreement, { ...request, standpoints }),
  );
  const [first, ...others] = cases.map(({ answer }) => answer);
  if (first !== undefined && others.length === 0) return { ...first, cases: [], inEach: [] };
  const events = (first?.points ?? []).map(({ event }) => event);
  return {
    isReached: inAll(cases, ({ isReached }) => isReached) ?? false,
    points: [],
    undoneByAssumed: [],
    possible: null,
    lost: null,
    cases,
    inEach: events.filter((id) =>
      others.every(({ points }) => points.some(({ event }) => event === id)),
    ),
    complete: cases.every(({ answer }) => answer.complete),
  };
}

function* lostFrom(agreement: Agreement, request: CoalitionRequest): Work<LostFromOne> {
  const search: JointSearch = { agreement, ...request, restrict: (system) => system };
  const { system, goal, isReached } = prepared(search).aim;
  const isEvent = request.goal.kind === 'event';
  const nothing = { isReached, points: [], undoneByAssumed: [], possible: null, lost: null };
  if (isReached && isEvent) return { ...nothing, complete: true };
  const { space, reachable } = yield* exploreSystem(system);
  const { diagram, members } = space;
  const target = space.set(goal);
  // Where a goal that is a stage has been reached it can be lost again, by what can happen only there.
  const coneIn = isEvent ? coneTowards : coneOf;
  const cone = coneIn(system, goal);
  const leading = yield* leadingTo(space, target, space.steps(cone.events));
  if (!leading.complete || !reachable.complete) return { ...nothing, complete: false };
  // Once an event has been taken there is nothing left to lose.
  const counted = isEvent ? diagram.difference(reachable.set, target) : reachable.set;
  const open = diagram.intersection(counted, leading.set);
  const losing = losesFrom(space, cone, open, diagram.difference(ALL, leading.set));
  const back = losing.size === 0 ? null : yield* waysBack(search, space, coneIn);
  let complete = back?.complete !== false;

  const described = function* (
    found: ReadonlyMap<string, Losing>,
    reasonsOf: (losing: Losing) => NoWayReason[],
  ): Work<PointOfNoReturn[]> {
    const points: PointOfNoReturn[] = [];
    for (const lost of found.values()) {
      const { ways, end } = yield* shortestWays(space, lost.from, cone);
      if (end === 'stopped') complete = false;
      const { id, gate, controllers, assumed } = lost.event;
      const [way] = ways;
      points.push({
        event: id,
        gate,
        controllers,
        assumed,
        states: members.count(lost.from),
        events: way === undefined ? null : [...way.map((each) => each.id), id],
        reasons: reasonsOf(lost),
      });
    }
    return points.toSorted((left, right) =>
      left.states < right.states ? 1 : left.states > right.states ? -1 : 0,
    );
  };
  const points = yield* described(losing, ({ to }) =>
    back === null || !back.complete ? [] : reasonsIn(space, to, back),
  );

  const documented = cone.events.filter(({ assumed }) => assumed === null);
  let undone = new Map<string, Losing>();
  if (documented.length < cone.events.length) {
    const without = yield* leadingTo(space, target, space.steps(documented));
    if (!without.complete) complete = false;
    else {
      const still = diagram.intersection(open, without.set);
      const forlorn = diagram.difference(leading.set, without.set);
      undone = losesFrom(space, cone, still, forlorn);
    }
  }
  return {
    isReached,
    points,
    undoneByAssumed: yield* described(undone, () => []),
    possible: members.count(open),
    lost: members.count(diagram.difference(counted, leading.set)),
    complete,
  };
}

/** An event that leads from some states into others. */
interface Losing {
  readonly event: CompiledEvent;
  readonly from: number;
  readonly to: number;
}

/** The events that lead from one set into another, all cases of an event together. */
function losesFrom(space: Space, cone: Cone, open: number, lost: number): Map<string, Losing> {
  const { diagram } = space;
  const losing = new Map<string, Losing>();
  for (const [index, event] of cone.events.entries()) {
    const from = diagram.intersection(open, diagram.preimage(space.relation(event), lost));
    if (from === EMPTY) continue;
    // With all that it moves: what cannot bear on the goal may bear on it once something is thought away.
    const to = diagram.image(space.relation(cone.whole[index] ?? event), from);
    const known = losing.get(event.id);
    losing.set(event.id, {
      event,
      from: known === undefined ? from : diagram.union(known.from, from),
      to: known === undefined ? to : diagram.union(known.to, to),
    });
  }
  return losing;
}
