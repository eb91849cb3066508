import type { Agreement } from '../model/agreement.ts';
import { type ConditionTree, conditionsOf, NOTHING_ASKED } from '../model/condition.ts';
import type { Moment } from '../model/moment.ts';
import type { Verdict } from '../model/shapes/scenario.ts';
import { standing } from '../model/standing.ts';
import { barriersOf, requirementOf } from '../model/terms.ts';
import { aimAt } from './aim.ts';
import type { Standpoint } from './compile.ts';
import { coneOf } from './cone.ts';
import type { Goal } from './goal.ts';
import { type Joint, joint } from './joint.ts';
import { EMPTY } from './node-store.ts';
import { reachableFrom } from './reachability.ts';
import { Space } from './space.ts';
import { withoutClaim, withoutCondition, withoutObjection } from './without.ts';
import type { Work } from './work.ts';

/** What is imagined away: a condition (a party's, or the model's own), an objection, or a claim. */
export interface Dropped {
  readonly kind: 'condition' | 'objection' | 'claim';
  readonly id: string;
}

/** What something turns on: without it a verdict is another, or a goal becomes reachable or not. */
export interface Pivot {
  readonly dropped: Dropped;
  readonly verdicts: readonly {
    readonly event: string;
    readonly before: Verdict;
    readonly after: Verdict;
  }[];
  readonly goals: readonly { readonly goal: string; readonly reachableAfter: boolean }[];
}

/** Whose verdicts are compared, and from where goals are looked for. */
export interface PivotsRequest {
  readonly reading: string;
  /** From where the reading's run goes on, as `standpointsOf` has it for the goals. */
  readonly standpoints: readonly Standpoint[];
  /** The events whose verdicts are compared; those of all gates where none are given. */
  readonly events?: readonly string[];
  /** Goals whose reachability is compared, under names of the caller's. */
  readonly goals?: readonly { readonly id: string; readonly goal: Goal }[];
}

/** What verdicts and goals turn on under one reading. */
export interface PivotsAnswer {
  /** Those that change something, in the order of the events and what is held on them. */
  readonly pivots: readonly Pivot[];
  /** How many conditions, objections and claims were dropped in turn. */
  readonly tried: number;
  /** False where the search was stopped; then changes of goals may be missing. */
  readonly complete: boolean;
}

/**
 * Drops every condition, objection and claim behind what a reading holds in turn, and the model's own requirements, and
 * says what changes: verdicts at the moment, and goals from there on. Droppings that leave the same to be asked are
 * searched once.
 */
export function* pivots(moment: Moment, request: PivotsRequest): Work<PivotsAnswer> {
  const { agreement } = moment;
  const { reading, standpoints, goals = [] } = request;
  const events = request.events ?? [...agreement.gates.values()].map(({ event }) => event);
  const verdictOf = (version: Agreement, event: string): Verdict => {
    const { parties, terms } = standing({ ...moment, agreement: version }, event, [reading]);
    return [...parties, ...terms][0]?.verdict ?? 'unstated';
  };
  const space = new Space(joint(agreement, standpoints).system);
  const known = new Map<string, (boolean | null)[]>();
  let complete = true;
  /** Null where the search was stopped before it had come to a goal: then it may be reachable all the same. */
  const reachableUnder = function* (
    version: Agreement,
    concerned: Iterable<string>,
  ): Work<(boolean | null)[]> {
    // What is asked before the other events is the same in every version.
    const key = [...concerned]
      .map((event) => [event, askedBefore(version, event, standpoints)])
      .filter(([event = '', asked]) => asked !== askedNow(event))
      .join('; ');
    const answer = known.get(key);
    if (answer !== undefined) return answer;
    const reached = yield* reachableIn(space, joint(version, standpoints), goals);
    if (reached.includes(null)) complete = false;
    known.set(key, reached);
    return reached;
  };
  const nowAsked = new Map<string, string>();
  const askedNow = (event: string): string => {
    const asked = nowAsked.get(event) ?? askedBefore(agreement, event, standpoints);
    nowAsked.set(event, asked);
    return asked;
  };

  const before = new Map(events.map((event) => [event, verdictOf(agreement, event)]));
  const reachableBefore = yield* reachableUnder(agreement, []);
  const drops = droppable(agreement, reading);
  const found: Pivot[] = [];
  for (const { dropped, events: concerned } of drops) {
    const version = withoutIt(agreement, dropped);
    const verdicts = events.flatMap((event) => {
      if (!concerned.has(event)) return [];
      const [was = 'unstated', is] = [before.get(event), verdictOf(version, event)];
      return was === is ? [] : [{ event, before: was, after: is }];
    });
    const reachable = yield* reachableUnder(version, concerned);
    const changed = goals.flatMap(({ id }, index) => {
      const [was, is] = [reachableBefore[index] ?? null, reachable[index] ?? null];
      return was === null || is === null || was === is ? [] : [{ goal: id, reachableAfter: is }];
    });
    if (verdicts.length > 0 || changed.length > 0)
      found.push({ dropped, verdicts, goals: changed });
  }
  return { pivots: found, tried: drops.length, complete };
}

/** Which goals can be reached in a version of the agreement; the regions are the same in all of them. */
function* reachableIn(
  space: Space,
  together: Joint,
  goals: readonly { readonly goal: Goal }[],
): Work<(boolean | null)[]> {
  if (goals.length === 0) return [];
  const aims = goals.map(({ goal }) => aimAt(together, goal));
  const cone = coneOf(together.system, ...aims.map(({ ready }) => ready));
  const found = yield* reachableFrom(space, space.start, space.steps(cone.events));
  return aims.map(({ ready, isReached }) => {
    const isMet = space.diagram.intersection(found.set, space.set(ready)) !== EMPTY;
    return isReached || isMet || (found.complete ? false : null);
  });
}

/** All that has to be met before an event from where runs go on, as far as it decides what they take. */
function askedBefore(
  agreement: Agreement,
  event: string,
  standpoints: readonly Standpoint[],
): string {
  const shapeOf = (tree: ConditionTree): unknown =>
    tree.kind === 'condition'
      ? [tree.condition.region, ...tree.condition.stages]
      : [tree.kind, tree.of.map(shapeOf)];
  return JSON.stringify(
    standpoints.map(({ terms }) => [
      barriersOf(agreement, event, terms).map(({ objections, asked }) =>
        objections.length > 0 ? 'objected to' : shapeOf(asked),
      ),
      shapeOf(requirementOf(agreement, event, terms)),
    ]),
  );
}

function withoutIt(agreement: Agreement, { kind, id }: Dropped): Agreement {
  switch (kind) {
    case 'condition':
      return withoutCondition(agreement, id);
    case 'objection':
      return withoutObjection(agreement, id);
    case 'claim':
      return withoutClaim(agreement, id);
  }
}

/** What stands behind a reading's positions and the model's requirements, and the events that it bears on. */
function droppable(
  agreement: Agreement,
  reading: string,
): { dropped: Dropped; events: Set<string> }[] {
  const drops = new Map<string, { dropped: Dropped; events: Set<string> }>();
  const add = (kind: Dropped['kind'], id: string, event: string): void => {
    const drop = drops.get(`${kind} ${id}`) ?? { dropped: { kind, id }, events: new Set() };
    drops.set(`${kind} ${id}`, drop);
    drop.events.add(event);
  };
  const positions = agreement.readings.get(reading)?.positions;
  for (const { id: event, requirement } of agreement.events.values()) {
    const statements = positions?.get(event) ?? [];
    for (const tree of [requirement ?? NOTHING_ASKED, ...statements.map(({ asked }) => asked)])
      for (const condition of conditionsOf(tree)) {
        add('condition', condition.id, event);
        for (const claim of condition.claims) add('claim', claim, event);
      }
    for (const { id, stance, claims } of statements) {
      if (stance === 'objects') add('objection', id, event);
      for (const claim of claims) add('claim', claim, event);
    }
  }
  return [...drops.values()];
}
