import type { Agreement, Controllers } from '../model/agreement.ts';
import type { Standpoint } from './compile.ts';
import { coneTowards } from './cone.ts';
import {
  canBeReached,
  type Conflict,
  conflicts,
  type JointSearch,
  prepared,
  withoutDemands,
} from './conflict.ts';
import { canBringAbout, expandedParties, type Unstated } from './controllers.ts';
import type { Joint } from './joint.ts';
import type { StatePredicate } from './predicate.ts';
import { type StagePair, withEvents, withoutEntering } from './restrict.ts';
import { shortestWays } from './shortest.ts';
import { Space } from './space.ts';
import { type CompiledEvent, startState, type State, type System, take } from './system.ts';
import type { Work } from './work.ts';

export interface PlanRequest {
  /** One reading; or several, each from its own state, for a plan that all of them recognise. */
  readonly standpoints: readonly Standpoint[];
  readonly goal: StatePredicate;
  /** Only these parties act; null for everybody. */
  readonly by?: readonly string[] | null;
  /** Under `by`: whether events whose controllers no document states may happen. Nobody brings them about unless told. */
  readonly unstated?: Unstated;
  /** Events that must not happen, and stages that no event may bring a region into. */
  readonly avoid?: { readonly events?: readonly string[]; readonly stages?: readonly StagePair[] };
  /** How many plans of the shortest length to look for; plans with the same events in another order are one. */
  readonly alternatives?: number;
}

/** A region that a step moves, and in whose runs; a run that has the event behind it already stays. */
export interface Change extends StagePair {
  readonly from: string;
  readonly readings: readonly string[];
}

export interface PlanStep {
  readonly event: string;
  readonly gate: string | null;
  readonly controllers: Controllers;
  /** The claims that name the controllers; where none does, those that tell who takes part so far. */
  readonly claims: readonly string[];
  readonly changes: readonly Change[];
}

export type PlanAnswer =
  | {
      readonly kind: 'found';
      readonly length: number;
      readonly plans: readonly (readonly PlanStep[])[];
      /** Whether these are all plans of that length, orders of the same events aside. */
      readonly every: boolean;
    }
  | {
      /** Every reachable state has been looked at: there is no plan. */
      readonly kind: 'impossible';
      /** Whether no events lead there even if no reading asked for anything; then no conflict is to blame. */
      readonly isByStages: boolean;
      readonly conflicts: readonly Conflict[];
      /** False where the search for the reasons was stopped; then none of them is given. */
      readonly complete: boolean;
    }
  | {
      /** The search was stopped; no plan takes fewer than this many events. */
      readonly kind: 'unfinished';
      readonly atLeast: number;
    };

/**
 * The shortest plans to a goal: events that happen in this order, each recognised by every reading asked, or already
 * so in its run, after which all runs have reached the goal.
 *
 * @throws NotRepresentableError, UnknownNameError for what the agreement does not have
 */
export function* plan(agreement: Agreement, request: PlanRequest): Work<PlanAnswer> {
  const search: JointSearch = {
    agreement,
    standpoints: request.standpoints,
    goal: request.goal,
    restrict: (system) => restricted(agreement, system, request),
  };
  const { together, system, goal } = prepared(search);
  const space = new Space(system);
  const cone = coneTowards(system, goal);
  const most = request.alternatives ?? 1;
  const { end, length, ways, every } = yield* shortestWays(space, space.set(goal), cone, most);
  if (end === 'exhausted') {
    const isPossible = yield* canBeReached(withoutDemands(search));
    if (isPossible === false)
      return { kind: 'impossible', isByStages: true, conflicts: [], complete: true };
    const { found, complete: isWhole } = yield* conflicts(search);
    const complete = isPossible === true && isWhole;
    return { kind: 'impossible', isByStages: false, conflicts: complete ? found : [], complete };
  }
  if (end !== 'met') return { kind: 'unfinished', atLeast: length + 1 };
  const plans = ways.map((way) => described(agreement, together, system, way));
  return { kind: 'found', length, plans, every };
}

function restricted(agreement: Agreement, system: System, request: PlanRequest): System {
  const { by = null, unstated = 'nobody', avoid = {} } = request;
  const coalition = by === null ? null : expandedParties(agreement, by);
  const allowed = withEvents(
    system,
    ({ id, controllers }) =>
      avoid.events?.includes(id) !== true &&
      (coalition === null || canBringAbout(agreement, controllers, coalition, unstated)),
  );
  return withoutEntering(allowed, avoid.stages ?? []);
}

/** A way in the agreement's words, with all that its events move, the regions outside the cone included. */
function described(
  agreement: Agreement,
  together: Joint,
  system: System,
  way: readonly CompiledEvent[],
): PlanStep[] {
  let state = startState(system);
  return way.map((step): PlanStep => {
    const event = system.events.find(
      (candidate) => candidate.id === step.id && take(candidate, state) !== null,
    );
    const next = (event && take(event, state)) ?? state;
    const changes = changesBetween(together, state, next);
    state = next;
    const { id, gate, controllers } = step;
    const claims = agreement.events.get(id)?.claims ?? [];
    return { event: id, gate, controllers, claims, changes };
  });
}

function changesBetween(together: Joint, before: State, after: State): Change[] {
  return together.parts.flatMap(({ region, runs }, place): Change[] => {
    if (before[place] === after[place]) return [];
    const { id = '', stages = [] } = together.runs[0]?.system.regions[region] ?? {};
    const readings = runs.flatMap((run) => together.runs[run]?.readings ?? []);
    const [from = '', stage = ''] = [before, after].map((state) => stages[state[place] ?? 0]);
    return [{ region: id, from, stage, readings }];
  });
}
