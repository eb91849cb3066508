import type { Agreement } from '../model/agreement.ts';
import { beginningsOf, type Case, fromEach, inAll } from './beginnings.ts';
import { canReachAlone, type CoalitionRequest, type Contest, contest } from './coalitions.ts';
import { coneTowards } from './cone.ts';
import { canBringAbout, partyAtoms, type Unstated } from './controllers.ts';
import { ALL, EMPTY } from './node-store.ts';
import type { NoWayReason } from './no-way.ts';
import { leadingTo, meets } from './reachability.ts';
import { shortestWays } from './shortest.ts';
import { allOf, type CompiledEvent, negated, take } from './system.ts';
import { reasonsIn, type WaysBack, waysBack } from './ways-back.ts';
import type { Work } from './work.ts';

export interface VetoRequest extends CoalitionRequest {
  /** Whether events whose controllers are unstated may happen; they do unless told otherwise. */
  readonly unstated?: Unstated;
}

/** Events that one party can bring about alone and that put a goal out of reach. */
export interface Spoiling {
  readonly events: readonly string[];
  /**
   * What it rests on that there is no way afterwards; where it is that the model has no event that leads there, it is a limit of the
   * model and no finding about the world. Null where the search was stopped before it knew.
   */
  readonly reason: NoWayReason | null;
}

/** How one party can keep everybody from a goal. */
export interface Veto {
  readonly party: string;
  /** Without its doing anything nobody else can reach the goal, whatever they do together. */
  readonly byWithholding: boolean;
  /**
   * The fewest events, none of which comes to the goal, after which it cannot be reached any more even if everybody
   * wanted to; null where there are none.
   */
  readonly bySpoiling: Spoiling | null;
}

/** Events of one party after which only events that the model assumes lead to the goal. */
export interface UndoneByAssumed {
  readonly party: string;
  readonly events: readonly string[];
}

/** From one beginning: who can block a goal for good. */
export type VetoesFromOne = Omit<VetoAnswer, 'cases'>;

/** Who can block a goal for good; where it is not known how things stand, who can however they do. */
export interface VetoAnswer {
  /** Whether there is nothing to do: the goal is reached, or the event has been taken, in every run. Nobody has a veto then. */
  readonly isReached: boolean;
  /**
   * Whether the goal can be reached at all; if it cannot, no party needs a veto, and none is listed. Null where the
   * search was stopped before it knew, and where it hangs on what is not known.
   */
  readonly reachable: boolean | null;
  /**
   * The parties that can block it for good, one way or the other; where it hangs on what is not known, those that can in
   * every case, with the ways that are the same in all.
   */
  readonly vetoes: readonly Veto[];
  /** The parties that could spoil it if it were not for events that the model assumes, where no document speaks of them. */
  readonly undoneByAssumed: readonly UndoneByAssumed[];
  readonly unstated: Unstated;
  /** Where the answer hangs on what is not known: the answer in each case; empty where it is the same in all. */
  readonly cases: readonly Case<VetoesFromOne>[];
  /** False where the search was stopped: then a party may have a veto that is not listed. */
  readonly complete: boolean;
}

/**
 * Who can block a goal for good. Events whose controllers are unstated may happen, unless told otherwise: a veto
 * says that there is no way without a party, and what no document speaks of could be one. What nobody can bring about
 * does not happen, and is no way back.
 */
export function* vetoes(agreement: Agreement, request: VetoRequest): Work<VetoAnswer> {
  const cases = yield* fromEach(beginningsOf(request.standpoints), (standpoints) =>
    vetoesFrom(agreement, { ...request, standpoints }),
  );
  const [only, ...others] = cases;
  if (only !== undefined && others.length === 0) return { ...only.answer, cases: [] };
  const answers = cases.map(({ answer }) => answer);
  return {
    isReached: answers.every(({ isReached }) => isReached),
    reachable: inAll(cases, ({ reachable }) => reachable) ?? null,
    vetoes: vetoesInAll(answers),
    undoneByAssumed: [],
    unstated: request.unstated ?? 'free',
    cases,
    complete: answers.every(({ complete }) => complete),
  };
}

/** The parties that have a veto by every answer, with the ways that are the same in all. */
function vetoesInAll([first, ...others]: readonly VetoesFromOne[]): Veto[] {
  return (first?.vetoes ?? []).flatMap((veto) => {
    const same = others.map((answer) => answer.vetoes.find(({ party }) => party === veto.party));
    if (same.includes(undefined)) return [];
    const spoiling = JSON.stringify(veto.bySpoiling);
    const isSame = same.every((other) => JSON.stringify(other?.bySpoiling) === spoiling);
    return [
      {
        party: veto.party,
        byWithholding: veto.byWithholding && same.every((other) => other?.byWithholding === true),
        bySpoiling: isSame ? veto.bySpoiling : null,
      },
    ];
  });
}

function* vetoesFrom(agreement: Agreement, request: VetoRequest): Work<VetoesFromOne> {
  const { unstated = 'free' } = request;
  const question = contest(agreement, request);
  const { parties, isReached } = question;
  const none = { isReached, vetoes: [], undoneByAssumed: [], unstated };
  if (isReached) return { ...none, reachable: true, complete: true };
  const reachable = yield* canReachAlone(agreement, question, parties, unstated);
  if (reachable !== true) return { ...none, reachable, complete: reachable === false };

  const everybody = new Set(parties);
  const isAnybodys = ({ controllers }: CompiledEvent): boolean =>
    canBringAbout(agreement, controllers, everybody, unstated);
  const isDocumented = (event: CompiledEvent): boolean =>
    isAnybodys(event) && event.assumed === null;
  const hopeless = yield* hopelessIn(question, isAnybodys);
  const withoutAssumed = yield* canReachAlone(agreement, question, parties, unstated, isDocumented);
  const forlorn = withoutAssumed === true ? yield* hopelessIn(question, isDocumented) : null;
  let complete = hopeless !== null && (withoutAssumed === false || forlorn !== null);

  let back: WaysBack | null = null;
  const found: Veto[] = [];
  const undoneByAssumed: UndoneByAssumed[] = [];
  for (const party of parties) {
    const others = parties.filter((other) => other !== party);
    const withoutIt = yield* canReachAlone(agreement, question, others, unstated);
    if (withoutIt === null) complete = false;
    const spoiling = yield* spoilingBy(agreement, question, party, hopeless);
    if (spoiling === 'stopped') complete = false;
    const way = spoiling === 'stopped' ? null : spoiling;
    let bySpoiling: Spoiling | null = null;
    if (way !== null) {
      // With something thought away more may bear on the goal, and more parties with it.
      const anybody = new Set(partyAtoms(agreement));
      const keep = ({ controllers }: CompiledEvent): boolean =>
        canBringAbout(agreement, controllers, anybody, unstated);
      back ??= yield* waysBack(question.search, question.space, coneTowards, keep);
      if (!back.complete) complete = false;
      bySpoiling = { events: way.map(({ id }) => id), reason: reasonAfter(question, way, back) };
    }
    if (withoutIt === false || bySpoiling !== null)
      found.push({ party, byWithholding: withoutIt === false, bySpoiling });
    if (bySpoiling !== null || forlorn === null || forlorn === hopeless) continue;
    const undone = yield* spoilingBy(agreement, question, party, forlorn);
    if (undone === 'stopped') complete = false;
    else if (undone !== null) undoneByAssumed.push({ party, events: undone.map(({ id }) => id) });
  }
  return { isReached, reachable: true, vetoes: found, undoneByAssumed, unstated, complete };
}

/** The states from which some events do not lead to the goal; null where the search was stopped. */
function* hopelessIn(
  { space, goalSet, cone }: Contest,
  keep: (event: CompiledEvent) => boolean,
): Work<number | null> {
  const events = cone.events.filter(keep);
  const leading = yield* leadingTo(space, goalSet, space.steps(events));
  return leading.complete ? space.diagram.difference(ALL, leading.set) : null;
}

/** The fewest events of one party alone that lead to some states without coming to the goal before. */
function* spoilingBy(
  agreement: Agreement,
  { space, system, goal, cone }: Contest,
  party: string,
  hopeless: number | null,
): Work<readonly CompiledEvent[] | null | 'stopped'> {
  if (hopeless === null) return 'stopped';
  if (hopeless === EMPTY) return null;
  const ahead = negated(goal, system.regions);
  const alone = cone.events
    .filter(({ controllers }) => canBringAbout(agreement, controllers, new Set([party]), 'nobody'))
    .map((event) => ({ ...event, guard: allOf([event.guard, ahead]) }));
  const canSpoil = yield* meets(space, space.start, hopeless, space.steps(alone));
  if (canSpoil === null) return 'stopped';
  if (!canSpoil) return null;
  const { ways } = yield* shortestWays(space, hopeless, { ...cone, events: alone });
  return ways[0] ?? 'stopped';
}

/** Why there is no way to the goal after some events. */
function reasonAfter(
  { space, system }: Contest,
  way: readonly CompiledEvent[],
  back: WaysBack,
): NoWayReason | null {
  if (!back.complete) return null;
  const start = space.first(space.start) ?? [];
  // With all that they move: what cannot bear on the goal may bear on it once something is thought away.
  const end = way.reduce(
    (state, { id }) =>
      system.events
        .filter((event) => event.id === id)
        .map((event) => take(event, state))
        .find((next) => next !== null) ?? state,
    start,
  );
  const lost = space.set({
    kind: 'all',
    of: system.regions.map((_, region) => ({
      kind: 'in' as const,
      region,
      stages: [end[region] ?? 0],
    })),
  });
  return reasonsIn(space, lost, back)[0] ?? null;
}
