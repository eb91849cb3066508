import type { Agreement, AgreementEvent } from './agreement.ts';
import { blockingSets } from './blocking-sets.ts';
import { type Condition, type ConditionTree, conditionsOf, isMet, meets } from './condition.ts';
import type { Stance, Statement } from './statement.ts';
import type { RunState } from './run-state.ts';
import type { OutcomeStatus } from './shapes/scenario.ts';
import {
  type Barrier,
  barriersOf,
  REPORTED,
  requirementOf,
  type Terms,
  unmetSets,
} from './terms.ts';
import { worldsOver } from './worlds.ts';

/** What one run makes of a step. */
export interface Outcome {
  /** Null where the step asks nothing of this run. */
  readonly status: OutcomeStatus | null;
  /** What the party holds on the event then; null where the step is no event, and as reported. */
  readonly stance: Stance | 'unstated' | null;
  /**
   * Where it is refused by what is asked: the minimal sets of unmet conditions. None where an objection stands, or may:
   * no stage lets the event pass then.
   */
  readonly unmet: readonly (readonly Condition[])[];
  /** Where it is refused outright: the objections. */
  readonly objections: readonly Statement[];
  /** Where it is held: the minimal sets of unmet conditions of the model's own. */
  readonly heldBy: readonly (readonly Condition[])[];
  /** The stages of its home region that the event can be taken from, where it is impossible or holds already. */
  readonly possibleFrom: readonly string[];
  /**
   * The step that is why the event is impossible or holds already: the latest that by not being applied kept the home
   * region from a stage that the event is possible from or that leads to one, else the one that put the region where it
   * is; null at the start.
   */
  readonly becauseOf: string | null;
  /** Whether that step is one which was not applied. */
  readonly isNotApplied: boolean;
}

/** What a run makes of a step that asks nothing of it. */
export const NOTHING: Outcome = {
  status: null,
  stance: null,
  unmet: [],
  objections: [],
  heldBy: [],
  possibleFrom: [],
  becauseOf: null,
  isNotApplied: false,
};

/**
 * What a run makes of an event from where it stands, without taking it. Where the worlds or the cases of its position
 * differ, and not merely in whether it is backed, it is unknown.
 */
export function outcomeOf(
  agreement: Agreement,
  event: AgreementEvent,
  terms: Terms,
  state: RunState,
  barriers: readonly Barrier[] = barriersOf(agreement, event.id, terms),
  requirement: ConditionTree = requirementOf(agreement, event.id, terms),
): Outcome {
  const homeMoves = event.moves[event.home] ?? {};
  const trees = [requirement, ...barriers.map(({ asked }) => asked)];
  const keys = [event.home, ...trees.flatMap(conditionsOf).map(({ region }) => region)];
  const worlds = worldsOver(state.worlds, keys);
  const statuses = new Set<OutcomeStatus>();
  for (const world of worlds) {
    const home = world[event.home] ?? '';
    for (const barrier of barriers) {
      if (!(home in homeMoves)) {
        // What may happen again is never done already.
        const isThere = !event.again && Object.values(homeMoves).includes(home);
        statuses.add(isThere ? 'already' : 'impossible');
      } else if (barrier.objections.length > 0 || !isMet(barrier.asked, world))
        statuses.add('refused');
      else if (!isMet(requirement, world)) statuses.add('held');
      else statuses.add(barrier.stance === 'unstated' ? 'unopposed' : 'recognised');
    }
  }
  const status = commonStatus(statuses);
  const stances = new Set(barriers.map(({ stance }) => stance));
  const [stance] = stances;
  const objections =
    status === 'refused' ? [...new Set(barriers.flatMap((barrier) => barrier.objections))] : [];
  const isCertainlyMet = (condition: Condition) => worlds.every((world) => meets(condition, world));
  return {
    ...NOTHING,
    status,
    stance:
      terms.reading === REPORTED || stance === undefined
        ? null
        : stances.size === 1
          ? stance
          : 'unstated',
    unmet:
      status === 'refused' && objections.length === 0
        ? unmetSets(barriers, terms.waived, isCertainlyMet)
        : [],
    objections,
    heldBy: status === 'held' ? blockingSets(requirement, isCertainlyMet) : [],
    possibleFrom: status === 'already' || status === 'impossible' ? Object.keys(homeMoves) : [],
    ...reasonOf(agreement, state, event, status),
  };
}

/** Taken in every case is taken: that it is backed is then not certain, but that nobody refuses it is. */
function commonStatus(statuses: ReadonlySet<OutcomeStatus>): OutcomeStatus {
  const [first] = statuses;
  if (statuses.size === 1 && first !== undefined) return first;
  return [...statuses].every((status) => status === 'recognised' || status === 'unopposed')
    ? 'unopposed'
    : 'unknown';
}

/** The step that is why an event is impossible or holds already: see {@link Outcome.becauseOf}. */
function reasonOf(
  agreement: Agreement,
  state: RunState,
  event: AgreementEvent,
  status: OutcomeStatus,
): Pick<Outcome, 'becauseOf' | 'isNotApplied'> {
  if (status !== 'already' && status !== 'impossible')
    return { becauseOf: null, isNotApplied: false };
  const putThere = state.facts[event.home]?.step ?? null;
  if (status === 'already') return { becauseOf: putThere, isNotApplied: false };
  const from = new Set(Object.keys(event.moves[event.home] ?? {}));
  const kept = state.kept[event.home] ?? [];
  const straight = kept.findLast(({ to }) => from.has(to));
  const way = straight ?? kept.findLast(({ to }) => leads(agreement, event.home, to, from));
  return { becauseOf: way?.step ?? putThere, isNotApplied: way !== undefined };
}

/** Whether events can take a region from one stage to any of some others. */
function leads(
  agreement: Agreement,
  region: string,
  from: string,
  to: ReadonlySet<string>,
): boolean {
  const reached = new Set([from]);
  // A set goes on over what is added to it meanwhile.
  for (const stage of reached) {
    if (to.has(stage)) return true;
    for (const { moves } of agreement.events.values()) {
      const next = moves[region]?.[stage];
      if (next !== undefined) reached.add(next);
    }
  }
  return false;
}
