import type { Agreement } from '../model/agreement.ts';
import { canReachAlone, type CoalitionRequest, contest } from './coalitions.ts';
import { canBringAbout, type Unstated } from './controllers.ts';
import { ALL, EMPTY } from './node-store.ts';
import { leadingTo, meets } from './reachability.ts';
import { shortestWays } from './shortest.ts';
import type { Work } from './work.ts';

export interface VetoRequest extends CoalitionRequest {
  /** Whether events whose controllers are unstated may happen; they do unless told otherwise. */
  readonly unstated?: Unstated;
}

/** How one party can keep everybody from a goal. */
export interface Veto {
  readonly party: string;
  /** Without its doing anything nobody else can reach the goal, whatever they do together. */
  readonly byWithholding: boolean;
  /**
   * The fewest events that it can bring about alone after which the goal cannot be reached any more, even if
   * everybody wanted to; null where it cannot.
   */
  readonly bySpoiling: readonly string[] | null;
}

export interface VetoAnswer {
  /**
   * Whether the goal can be reached at all; if it cannot, no party needs a veto, and none is listed. Null where the
   * search was stopped before it knew.
   */
  readonly reachable: boolean | null;
  /** The parties that can block it for good, one way or the other. */
  readonly vetoes: readonly Veto[];
  readonly unstated: Unstated;
  /** False where the search was stopped: then a party may have a veto that is not listed. */
  readonly complete: boolean;
}

/**
 * Who can block a goal for good. Events whose controllers are unstated may happen, unless told otherwise: a veto
 * says that there is no way without a party, and what no document speaks of could be one.
 */
export function* vetoes(agreement: Agreement, request: VetoRequest): Work<VetoAnswer> {
  const { unstated = 'free' } = request;
  const question = contest(agreement, request);
  const { space, goal, cone, parties } = question;
  const reachable = yield* canReachAlone(agreement, question, parties, unstated);
  if (reachable !== true) return { reachable, vetoes: [], unstated, complete: reachable === false };

  const leading = yield* leadingTo(space, goal, space.steps(cone.events));
  const hopeless = space.diagram.difference(ALL, leading.set);
  let { complete } = leading;
  const found: Veto[] = [];
  for (const party of parties) {
    const others = parties.filter((other) => other !== party);
    const withoutIt = yield* canReachAlone(agreement, question, others, unstated);
    const alone = cone.events.filter(({ controllers }) =>
      canBringAbout(agreement, controllers, new Set([party]), 'nobody'),
    );
    const canSpoil =
      leading.complete && hopeless !== EMPTY
        ? yield* meets(space, space.start, hopeless, space.steps(alone))
        : false;
    let bySpoiling: string[] | null = null;
    if (canSpoil === true) {
      const { ways } = yield* shortestWays(space, hopeless, { ...cone, events: alone });
      bySpoiling = ways[0]?.map(({ id }) => id) ?? null;
    }
    if (withoutIt === null || canSpoil === null) complete = false;
    if (withoutIt === false || bySpoiling !== null)
      found.push({ party, byWithholding: withoutIt === false, bySpoiling });
  }
  return { reachable: true, vetoes: found, unstated, complete };
}
