import { type Agreement, eventNamed } from '../model/agreement.ts';
import { inStages, type StatePredicate } from './predicate.ts';

/** What a question is after: that an event is taken from here on, or that regions stand in some stages. */
export type Goal =
  | { readonly kind: 'event'; readonly event: string }
  | { readonly kind: 'state'; readonly holds: StatePredicate };

/** A goal as read, or what is wrong with it and what could have been meant. */
export type GoalReading =
  | { readonly ok: true; readonly goal: Goal }
  | { readonly ok: false; readonly problem: string; readonly candidates: readonly string[] };

/**
 * Reads a goal as a person writes it: `region=stage`; or an event by its id or by the name that it has as a gate, which
 * stands for the event being taken.
 *
 * @returns the goal; or what is wrong with it, and what could have been meant
 */
export function readGoal(agreement: Agreement, text: string): GoalReading {
  const [name = '', stageId, ...more] = text.split('=').map((part) => part.trim());
  if (more.length > 0)
    return { ok: false, problem: 'it has more than one =', candidates: [`${name}=${stageId}`] };
  if (stageId === undefined) {
    const event = eventNamed(agreement, name);
    if (event !== null) return { ok: true, goal: eventGoal(event.id) };
    const candidates = [...agreement.gates.keys(), ...agreement.events.keys()];
    return {
      ok: false,
      problem: `${name} is neither a gate, an event nor region=stage`,
      candidates,
    };
  }
  const region = agreement.regions.get(name);
  if (region === undefined) {
    const candidates = [...agreement.regions.keys()];
    return { ok: false, problem: `there is no region ${name}`, candidates };
  }
  const stages = region.stages.map((stage) => stage.id);
  if (!stages.includes(stageId))
    return { ok: false, problem: `${name} has no stage ${stageId}`, candidates: stages };
  return { ok: true, goal: stateGoal(inStages(name, stageId)) };
}

/** The goal that an event is taken. */
export function eventGoal(event: string): Goal {
  return { kind: 'event', event };
}

/** The goal that a state of some kind is reached. */
export function stateGoal(holds: StatePredicate): Goal {
  return { kind: 'state', holds };
}
