import type { Agreement, AgreementEvent } from '../model/agreement.ts';
import {
  blockingSets,
  type Condition,
  evaluate,
  type Leaf,
  meets,
  waive,
} from '../model/condition.ts';
import type { Day } from '../model/days.ts';
import { type Outcome, reasonFor, type RunState } from '../model/run.ts';
import { REPORTED } from '../model/runner.ts';
import type { OutcomeStatus } from '../model/shapes/scenario.ts';
import type { StageMap } from '../model/statechart.ts';
import { effectiveCondition, type Terms } from '../model/terms.ts';

/** What each run would make of an event if it happened now. */
export interface EventOption {
  readonly event: string;
  readonly outcomes: Readonly<Record<string, Outcome>>;
  readonly reported: Outcome;
}

/**
 * What each run would make of every event if it happened now, without taking the events.
 *
 * The machine's own guards are composed from the same conditions, so whether an event passes can be read off them; a
 * test holds the two against each other. It costs a twentieth, which is what a list that opens at a keystroke needs.
 */
export function outlookFrom(
  agreement: Agreement,
  states: Readonly<Record<string, RunState>>,
  day: Day | null,
): EventOption[] {
  const runs = Object.entries(states);
  return [...agreement.events.values()].map((event) => {
    const outcomes: Record<string, Outcome> = {};
    let reported: Outcome | null = null;
    for (const [id, state] of runs) {
      const terms = { reading: id, day, waived: state.waived };
      const outcome = expected(agreement, terms, state, event);
      if (id === REPORTED) reported = outcome;
      else outcomes[id] = outcome;
    }
    if (reported === null) throw new Error(`There is no run ${REPORTED}.`);
    return { event: event.id, outcomes, reported };
  });
}

/**
 * What each run would make of every event, in a word: the statuses that {@link outlookFrom} gives, at a part of its
 * cost, for whoever does not ask why.
 */
export function statusesFrom(
  agreement: Agreement,
  states: Readonly<Record<string, RunState>>,
  day: Day | null,
): ReadonlyMap<string, Readonly<Record<string, OutcomeStatus>>> {
  const runs = Object.entries(states);
  return new Map(
    [...agreement.events.values()].map((event) => {
      const statuses = runs.map(([id, state]) => {
        const terms = { reading: id, day, waived: state.waived };
        return [
          id,
          statusOf(state, event, () => askedOf(agreement, terms, event).condition),
        ] as const;
      });
      return [event.id, Object.fromEntries(statuses)];
    }),
  );
}

/** What stands before an event under some terms: the gate and its condition, waived leaves counting as met. */
function askedOf(agreement: Agreement, terms: Terms, event: AgreementEvent) {
  const gate = terms.reading === REPORTED ? null : event.gate;
  if (gate === null) return { gate, position: null, condition: null };
  const { position, condition } = effectiveCondition(agreement, gate, terms);
  return {
    gate,
    position: position === null ? ('unstated' as const) : ('stated' as const),
    condition: waive(condition, terms.waived),
  };
}

/** @param conditionOf what the event's gate asks; most events cannot happen from where a run stands, whatever it is */
function statusOf(
  { worlds }: RunState,
  event: AgreementEvent,
  conditionOf: () => Condition | null,
): OutcomeStatus {
  const moves = event.moves[event.home] ?? {};
  const canLeave = (world: StageMap) => (world[event.home] ?? '') in moves;
  const condition = worlds.some(canLeave) ? conditionOf() : null;
  const statuses = new Set<OutcomeStatus>();
  for (const world of worlds) {
    if (canLeave(world)) {
      const passes =
        condition === null || evaluate(condition, (leaf) => meets(leaf, world)) === true;
      statuses.add(passes ? 'recognised' : 'refused');
    } else {
      const isThere = Object.values(moves).includes(world[event.home] ?? '');
      statuses.add(isThere ? 'already' : 'impossible');
    }
  }
  const [only] = statuses;
  return statuses.size === 1 && only !== undefined ? only : 'unknown';
}

function expected(
  agreement: Agreement,
  terms: Terms,
  state: RunState,
  event: AgreementEvent,
): Outcome {
  const { gate, position, condition } = askedOf(agreement, terms, event);
  const status = statusOf(state, event, () => condition);
  const stays = status === 'already' || status === 'impossible';
  const met = (leaf: Leaf) => state.worlds.every((world) => meets(leaf, world));
  return {
    status,
    position,
    gate,
    blocking: status === 'refused' && condition !== null ? blockingSets(condition, met) : [],
    possibleFrom: stays ? Object.keys(event.moves[event.home] ?? {}) : [],
    becauseOf:
      status === 'already'
        ? (state.facts[event.home]?.step ?? null)
        : status === 'impossible'
          ? reasonFor(agreement, state, event)
          : null,
  };
}
