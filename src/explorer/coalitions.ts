import type { Agreement } from '../agreement/agreement.ts';
import type { Standpoint } from './compile.ts';
import { type Cone, coneOf } from './cone.ts';
import { prepared } from './conflict.ts';
import { canBringAbout, expandedAlternatives, partyAtoms, type Unstated } from './controllers.ts';
import { minimalSets } from './minimal-sets.ts';
import { meets } from './reachability.ts';
import type { StatePredicate } from './predicate.ts';
import { Space } from './space.ts';
import type { System } from './system.ts';
import type { Work } from './work.ts';

export interface CoalitionRequest {
  /** One reading, or several for a goal that all their runs are to reach. */
  readonly standpoints: readonly Standpoint[];
  readonly goal: StatePredicate;
  /** Nobody brings about events whose controllers are unstated, unless they are set free. */
  readonly unstated?: Unstated;
}

export interface CoalitionAnswer {
  /** The parties that could matter: those in a stated alternative of an event that bears on the goal. Members stand for groups. */
  readonly parties: readonly string[];
  /**
   * The smallest sets that can reach the goal on their own, none containing another, small ones first. A set of
   * parties can reach it exactly when it contains one of these; an empty one means that it happens without them.
   */
  readonly minimal: readonly (readonly string[])[];
  readonly unstated: Unstated;
  /** Events that bear on the goal and that no document states a controller of. */
  readonly unstatedEvents: readonly string[];
  /** False where the search was stopped: then further sets, or smaller ones, may be able. */
  readonly complete: boolean;
}

/** The part of a search that questions about parties share. */
export interface Contest {
  readonly space: Space;
  /** The goal, as a set. */
  readonly goal: number;
  readonly cone: Cone;
  readonly parties: readonly string[];
}

/** Sets up a question about who can reach a goal. */
export function contest(agreement: Agreement, request: CoalitionRequest): Contest {
  const restrict = (system: System): System => system;
  const { system, goal } = prepared({ agreement, ...request, restrict });
  const cone = coneOf(system, goal);
  const involved = new Set(
    cone.events.flatMap(({ controllers }) =>
      (expandedAlternatives(agreement, controllers) ?? []).flatMap((set) => [...set]),
    ),
  );
  const parties = partyAtoms(agreement).filter((party) => involved.has(party));
  const space = new Space(system);
  return { space, goal: space.set(goal), cone, parties };
}

/** Whether a set of parties can reach the goal on its own; null where the search was stopped. */
export function* canReachAlone(
  agreement: Agreement,
  { space, goal, cone }: Contest,
  parties: readonly string[],
  unstated: Unstated,
): Work<boolean | null> {
  const coalition = new Set(parties);
  const events = cone.events.filter(({ controllers }) =>
    canBringAbout(agreement, controllers, coalition, unstated),
  );
  return yield* meets(space, space.start, goal, space.steps(events));
}

/**
 * Which sets of parties can reach a goal on their own: only events with an alternative inside the set happen, and
 * all else stands still. More parties can do no less, so the minimal sets say it for every set.
 */
export function* coalitions(
  agreement: Agreement,
  request: CoalitionRequest,
): Work<CoalitionAnswer> {
  const { unstated = 'nobody' } = request;
  const question = contest(agreement, request);
  const { parties, cone } = question;
  const { sets, complete } = yield* minimalSets(parties, (set) =>
    canReachAlone(agreement, question, set, unstated),
  );
  const unstatedEvents = cone.events.filter(({ controllers }) => controllers === null);
  return {
    parties,
    minimal: sets,
    unstated,
    unstatedEvents: [...new Set(unstatedEvents.map(({ id }) => id))],
    complete,
  };
}

/** Whether a set of parties can reach the goal, by the answer for all sets. */
export function canReach(answer: CoalitionAnswer, parties: ReadonlySet<string>): boolean {
  return answer.minimal.some((set) => set.every((party) => parties.has(party)));
}
