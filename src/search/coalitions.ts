import type { Agreement } from '../model/agreement.ts';
import { beginningsOf, type Case, fromEach } from './beginnings.ts';
import type { Standpoint } from './compile.ts';
import { type Cone, coneTowards } from './cone.ts';
import { canBringAbout, expandedAlternatives, partyAtoms, type Unstated } from './controllers.ts';
import type { Goal } from './goal.ts';
import { type JointSearch, prepared } from './joint-search.ts';
import { oneMinimalSet } from './minimal-set.ts';
import { minimalSets } from './minimal-sets.ts';
import { smallest } from '../model/smallest.ts';
import { type NoWayReason, noWayReason } from './no-way.ts';
import { meets } from './reachability.ts';
import { Space } from './space.ts';
import type { CompiledEvent, Guard, System } from './system.ts';
import type { Work } from './work.ts';

export interface CoalitionRequest {
  /** One reading, or several for a goal that all their runs are to reach. */
  readonly standpoints: readonly Standpoint[];
  readonly goal: Goal;
}

/** A set of parties that suffices. */
export interface CoalitionSet {
  readonly parties: readonly string[];
  /** Events that it takes and that the model assumes, where no document speaks of them; none where it does without. */
  readonly assumed: readonly string[];
}

/** A set of parties that suffices once some events come about by themselves. */
export interface HelpedSet extends CoalitionSet {
  /**
   * The smallest sets of events, each of which would have to come about by itself; no document says of any who can
   * bring it about. An empty one means that the parties need no such event.
   */
  readonly events: readonly (readonly string[])[];
}

/**
 * Why no set of parties can reach a goal on its own: there is no way at all, for one of three reasons; or it takes events
 * that are nobody's by any document.
 */
export type NoSetReason =
  | { readonly kind: NoWayReason }
  | {
      readonly kind: 'nobodys';
      /** A smallest choice of events without which there is no way, and that nobody is said to be able to bring about. */
      readonly events: readonly string[];
    };

/** From one beginning: which sets of parties can reach a goal on their own. */
export type CoalitionsFromOne = Omit<CoalitionAnswer, 'cases'>;

/**
 * Which sets of parties can reach a goal on their own. Where it is not known how things stand: which can however they do,
 * each time by events that may be others.
 */
export interface CoalitionAnswer {
  /** Whether there is nothing to do: the goal is reached, or the event has been taken, in every run. */
  readonly isReached: boolean;
  /** The parties that could matter: those in a stated alternative of an event that bears on the goal. Members stand for groups. */
  readonly parties: readonly string[];
  /**
   * The smallest sets that can reach the goal on their own, on what the documents say of who can bring what about:
   * nobody brings about an event whose controllers are unstated. None contains another, small ones first. A set of
   * parties can reach the goal exactly when it contains one of these; an empty one means that it happens without them.
   */
  readonly minimal: readonly CoalitionSet[];
  /** Why there is none on what the documents say; null where there is one, and where that was not determined. */
  readonly reason: NoSetReason | null;
  /** Events that bear on the goal and that no document states a controller of. */
  readonly unstatedEvents: readonly string[];
  /** The smallest sets that would suffice if those events came about by themselves; null where there are none. */
  readonly helped: readonly HelpedSet[] | null;
  /**
   * Where the answer hangs on what is not known: the answer in each case; empty where it is the same in all. Then no reason
   * and no helped sets are given but in the cases.
   */
  readonly cases: readonly Case<CoalitionsFromOne>[];
  /** False where the search was stopped: then further sets, or smaller ones, may be able. */
  readonly complete: boolean;
}

/** The part of a search that questions about parties share. */
export interface Contest {
  readonly search: JointSearch;
  readonly system: System;
  readonly space: Space;
  /** The goal, and as a set. */
  readonly goal: Guard;
  readonly goalSet: number;
  readonly isReached: boolean;
  readonly cone: Cone;
  readonly parties: readonly string[];
}

/** Sets up a question about who can reach a goal. */
export function contest(agreement: Agreement, request: CoalitionRequest): Contest {
  const search = { agreement, ...request, restrict: (system: System): System => system };
  const { system, goal, isReached } = prepared(search).aim;
  const cone = coneTowards(system, goal);
  const involved = new Set(
    cone.events.flatMap(({ controllers }) =>
      (expandedAlternatives(agreement, controllers) ?? []).flatMap((set) => [...set]),
    ),
  );
  const parties = partyAtoms(agreement).filter((party) => involved.has(party));
  const space = new Space(system);
  return { search, system, space, goal, goalSet: space.set(goal), isReached, cone, parties };
}

/**
 * Whether a set of parties can reach the goal on its own; null where the search was stopped.
 *
 * @param unstated whether events whose controllers are unstated happen: none of them, all, or those named
 * @param keep which events may happen at all
 */
export function* canReachAlone(
  agreement: Agreement,
  { space, goalSet, cone, isReached }: Contest,
  parties: readonly string[],
  unstated: Unstated | ReadonlySet<string>,
  keep: (event: CompiledEvent) => boolean = () => true,
): Work<boolean | null> {
  if (isReached) return true;
  const coalition = new Set(parties);
  const events = cone.events.filter(
    (event) =>
      keep(event) &&
      canBringAbout(
        agreement,
        event.controllers,
        coalition,
        typeof unstated === 'string' ? unstated : unstated.has(event.id) ? 'free' : 'nobody',
      ),
  );
  return yield* meets(space, space.start, goalSet, space.steps(events));
}

/**
 * Which sets of parties can reach a goal on their own: only events with an alternative inside the set happen, and
 * all else stands still. More parties can do no less, so the minimal sets say it for every set.
 *
 * Where events that bear on the goal have unstated controllers there is a second answer: which sets would suffice if
 * these came about by themselves, and which of them it takes. The first is what the documents say, the second what
 * they leave open.
 */
export function* coalitions(
  agreement: Agreement,
  request: CoalitionRequest,
): Work<CoalitionAnswer> {
  const cases = yield* fromEach(beginningsOf(request.standpoints), (standpoints) =>
    coalitionsFrom(agreement, { ...request, standpoints }),
  );
  const [only, ...others] = cases;
  if (only !== undefined && others.length === 0) return { ...only.answer, cases: [] };
  const answers = cases.map(({ answer }) => answer);
  return {
    isReached: answers.every(({ isReached }) => isReached),
    parties: [...new Set(answers.flatMap(({ parties }) => parties))],
    minimal: answers
      .map(({ minimal }) => minimal)
      .reduce((these, those) => inBoth(partyAtoms(agreement), these, those)),
    reason: null,
    unstatedEvents: [...new Set(answers.flatMap(({ unstatedEvents }) => unstatedEvents))],
    helped: null,
    cases,
    complete: answers.every(({ complete }) => complete),
  };
}

/** The smallest sets that contain one of these and one of those. */
function inBoth(
  order: readonly string[],
  these: readonly CoalitionSet[],
  those: readonly CoalitionSet[],
): readonly CoalitionSet[] {
  const joined = these.flatMap((one) =>
    those.map((other) => ({
      parties: order.filter((id) => one.parties.includes(id) || other.parties.includes(id)),
      assumed: [...new Set([...one.assumed, ...other.assumed])],
    })),
  );
  return smallest(joined, ({ parties }) => parties).toSorted(
    (left, right) => left.parties.length - right.parties.length,
  );
}

function* coalitionsFrom(agreement: Agreement, request: CoalitionRequest): Work<CoalitionsFromOne> {
  const question = contest(agreement, request);
  const { cone, isReached } = question;
  const stated = yield* minimalSets(question.parties, (set) =>
    canReachAlone(agreement, question, set, 'nobody'),
  );
  const unstatedEvents = [
    ...new Set(cone.events.flatMap(({ id, controllers }) => (controllers === null ? [id] : []))),
  ];
  let { complete } = stated;
  const minimal: CoalitionSet[] = [];
  for (const parties of stated.sets) {
    const needed = yield* assumedNeeded(agreement, question, parties, 'nobody');
    complete &&= needed.complete;
    minimal.push({ parties, assumed: needed.assumed });
  }
  let helped: HelpedSet[] | null = null;
  if (unstatedEvents.length > 0) {
    helped = [];
    const free = yield* minimalSets(question.parties, (set) =>
      canReachAlone(agreement, question, set, 'free'),
    );
    complete &&= free.complete;
    for (const set of free.sets) {
      const events = yield* minimalSets(unstatedEvents, (needed) =>
        canReachAlone(agreement, question, set, new Set(needed)),
      );
      complete &&= events.complete;
      const needed = yield* assumedNeeded(agreement, question, set, 'free');
      complete &&= needed.complete;
      helped.push({ parties: set, events: events.sets, assumed: needed.assumed });
    }
  }
  const none = minimal.length === 0 && stated.complete;
  const reason = none ? yield* whyNone(agreement, question) : null;
  if (none && reason === null) complete = false;
  return {
    isReached,
    parties: question.parties,
    minimal,
    reason,
    unstatedEvents,
    helped,
    complete,
  };
}

/** Why no set of parties can reach the goal; null where the search was stopped before that was known. */
function* whyNone(agreement: Agreement, question: Contest): Work<NoSetReason | null> {
  const { cone, space, goalSet, search, parties } = question;
  const isReachable = yield* meets(space, space.start, goalSet, space.steps(cone.events));
  if (isReachable === null) return null;
  if (!isReachable) {
    const kind = yield* noWayReason(search);
    return kind === null ? null : { kind };
  }
  const everybody = new Set(parties);
  const isAnybodys = ({ controllers }: CompiledEvent) =>
    canBringAbout(agreement, controllers, everybody, 'nobody');
  const nobodys = cone.events.flatMap((event) => (isAnybodys(event) ? [] : [event.id]));
  let complete = true;
  const events = yield* oneMinimalSet([...new Set(nobodys)], function* (kept): Work<boolean> {
    const allowed = cone.events.filter((event) => isAnybodys(event) || kept.includes(event.id));
    const reached = yield* meets(space, space.start, goalSet, space.steps(allowed));
    if (reached === null) complete = false;
    return reached === true;
  });
  return complete ? { kind: 'nobodys', events } : null;
}

/** A smallest choice of the events that the model assumes without which some parties that can reach the goal could not. */
function* assumedNeeded(
  agreement: Agreement,
  question: Contest,
  parties: readonly string[],
  unstated: Unstated,
): Work<{ assumed: readonly string[]; complete: boolean }> {
  const all = question.cone.events.flatMap((event) => (event.assumed === null ? [] : [event.id]));
  let complete = true;
  const assumed = yield* oneMinimalSet([...new Set(all)], function* (kept): Work<boolean> {
    const keep = (event: CompiledEvent) => event.assumed === null || kept.includes(event.id);
    const reached = yield* canReachAlone(agreement, question, parties, unstated, keep);
    if (reached === null) complete = false;
    return reached === true;
  });
  return { assumed, complete };
}

/** Whether a set of parties can reach the goal, by the answer for all sets. */
export function canReach(
  sets: readonly (readonly string[])[],
  parties: ReadonlySet<string>,
): boolean {
  return sets.some((set) => set.every((party) => parties.has(party)));
}
