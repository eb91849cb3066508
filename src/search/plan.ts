import type { Agreement } from '../model/agreement.ts';
import { beginningsOf, type Case, fromEach } from './beginnings.ts';
import type { Standpoint } from './compile.ts';
import { coneTowards } from './cone.ts';
import {
  type AskedCondition,
  type Conflict,
  conflicts,
  excludingRequirements,
} from './conflict.ts';
import { canBringAbout, expandedParties, type Unstated } from './controllers.ts';
import type { Goal } from './goal.ts';
import { type JointSearch, prepared, thinkingAway } from './joint-search.ts';
import { type NoWayReason, noWayReason } from './no-way.ts';
import { type PlanStep, planSteps } from './plan-steps.ts';
import { type StagePair, withEvents, withoutEntering } from './restrict.ts';
import { shortestWays } from './shortest.ts';
import { Space } from './space.ts';
import type { System } from './system.ts';
import type { Work } from './work.ts';

/** What a way is looked for to, from where, by whom and without what. */
export interface PlanRequest {
  /** One reading; or several, each from its own state, for a plan that none of them refuses. */
  readonly standpoints: readonly Standpoint[];
  readonly goal: Goal;
  /** Only these parties act; null for everybody. */
  readonly by?: readonly string[] | null;
  /** Under `by`: whether events whose controllers no document states may happen. Nobody brings them about unless told. */
  readonly unstated?: Unstated;
  /** Events that must not happen, and stages that no event may bring a region into. */
  readonly avoid?: { readonly events?: readonly string[]; readonly stages?: readonly StagePair[] };
  /** How many plans of the shortest length to look for; plans with the same events in another order are one. */
  readonly alternatives?: number;
}

/** From one beginning: the shortest ways to a goal, or why there is none, or how far the search had come when it was stopped. */
export type PlanFromOne =
  | {
      readonly kind: 'found';
      /** How many events it takes; none where the goal is reached, or the event has been taken, in every run. */
      readonly length: number;
      readonly plans: readonly (readonly PlanStep[])[];
      /** Whether these are all plans of that length, orders of the same events aside. */
      readonly every: boolean;
    }
  | {
      /** Every reachable state has been looked at: there is no plan. */
      readonly kind: 'impossible';
      /** Null where the search was stopped before it knew. */
      readonly reason: NoWayReason | null;
      /** By positions: which exclude it. */
      readonly conflicts: readonly Conflict[];
      /** By requirements: a smallest set of the model's conditions that exclude it. */
      readonly requirements: readonly AskedCondition[];
      /** False where the search for the reasons was stopped; then none of them is given. */
      readonly complete: boolean;
    }
  | {
      /** The search was stopped; no plan takes fewer than this many events. */
      readonly kind: 'unfinished';
      readonly atLeast: number;
    };

/**
 * The same of all that may be. One row of events that does from every beginning is found as from one; where there is
 * none it is asked from each by itself: there is a way from each, from some of them, or from none, for reasons that differ.
 */
export type PlanAnswer =
  | PlanFromOne
  | {
      readonly kind: 'fromEach' | 'fromSome' | 'fromNone';
      /** How many beginnings there are. */
      readonly beginnings: number;
      readonly cases: readonly Case<PlanFromOne>[];
    };

/**
 * The shortest plans to a goal: events that happen in this order, none of which any reading asked refuses or the model
 * holds back, after which all runs have reached the goal. Where the goal is an event, that is the last one.
 *
 * Where it is not known in which stages runs stand, a plan does for all that they may stand in. That there is no such plan
 * says nothing of any beginning by itself, so each is then asked.
 *
 * @throws NotRepresentableError, UnknownNameError for what the agreement does not have
 */
export function* plan(agreement: Agreement, request: PlanRequest): Work<PlanAnswer> {
  const beginnings = beginningsOf(request.standpoints);
  const together = yield* planFrom(agreement, request, beginnings.length === 1);
  if (together.kind !== 'impossible' || beginnings.length === 1) return together;
  const cases = yield* fromEach(
    beginnings,
    (standpoints) => planFrom(agreement, { ...request, standpoints }, true),
    (answer) =>
      JSON.stringify(
        answer.kind === 'found'
          ? answer.plans.map((steps) => steps.map(({ event }) => event))
          : answer,
      ),
  );
  const [only, ...others] = cases;
  if (only !== undefined && others.length === 0 && only.answer.kind === 'impossible')
    return only.answer;
  const kinds = new Set(cases.map(({ answer }) => answer.kind));
  const kind = !kinds.has('found')
    ? kinds.has('unfinished')
      ? 'fromSome'
      : 'fromNone'
    : kinds.size === 1
      ? 'fromEach'
      : 'fromSome';
  return { kind, beginnings: beginnings.length, cases };
}

/** One row of events that does for all standpoints at once. */
function* planFrom(
  agreement: Agreement,
  request: PlanRequest,
  isWhyAsked: boolean,
): Work<PlanFromOne> {
  const search: JointSearch = {
    agreement,
    standpoints: request.standpoints,
    goal: request.goal,
    restrict: (system) => restricted(agreement, system, request),
  };
  const { together, aim } = prepared(search);
  if (aim.isReached) return { kind: 'found', length: 0, plans: [[]], every: true };
  const space = new Space(aim.system);
  const cone = coneTowards(aim.system, aim.goal);
  const most = request.alternatives ?? 1;
  const { end, length, ways, every } = yield* shortestWays(space, space.set(aim.goal), cone, most);
  if (end === 'exhausted') return isWhyAsked ? yield* whyNot(search) : NO_ROW;
  if (end !== 'met') return { kind: 'unfinished', atLeast: length + 1 };
  const plans = ways.map((way) => planSteps(agreement, together, aim.system, way));
  return { kind: 'found', length, plans, every };
}

const NO_ROW: PlanFromOne = {
  kind: 'impossible',
  reason: null,
  conflicts: [],
  requirements: [],
  complete: true,
};

/** Why a goal that cannot be reached cannot. */
function* whyNot(search: JointSearch): Work<PlanFromOne> {
  const none = { kind: 'impossible' as const, conflicts: [], requirements: [] };
  const stopped = { ...none, reason: null, complete: false };
  const reason = yield* noWayReason(search);
  if (reason === null) return stopped;
  if (reason === 'positions') {
    const { found, complete } = yield* conflicts(search);
    return { ...none, reason, conflicts: complete ? found : [], complete };
  }
  if (reason === 'events') return { ...none, reason, complete: true };
  const unasked = thinkingAway(search, { positions: true });
  const { requirements, complete } = yield* excludingRequirements(unasked);
  return {
    ...none,
    reason,
    requirements: complete ? requirements : [],
    complete,
  };
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
