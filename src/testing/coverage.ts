import type { Agreement } from '../model/agreement.ts';
import type { Exploration } from '../search/exploration.ts';
import { EMPTY } from '../search/node-store.ts';
import { negated } from '../search/system.ts';
import { expectedOutcome, isGateOpen, type ObservedStep } from './invariants.ts';

/** What a property test has exercised: a test that never took an event says nothing of it. */
export class Coverage {
  readonly #seen = new Map<string, number>();

  record(step: ObservedStep): void {
    const { agreement, terms, before, event } = step;
    this.#count(`${event} ${step.after === null ? expectedOutcome(step) : 'taken'}`);
    for (const gate of agreement.gates.keys())
      this.#count(`${gate} ${isGateOpen(agreement, gate, terms, before) ? 'open' : 'closed'}`);
  }

  /** How often something was seen: `event taken`, `event refused`, `event impossible`, `gate open`, `gate closed`. */
  count(what: string): number {
    return this.#seen.get(what) ?? 0;
  }

  /** Those of the given outcomes that were never seen. */
  missing(wanted: Iterable<string>): string[] {
    return [...wanted].filter((what) => this.count(what) === 0);
  }

  #count(what: string): void {
    this.#seen.set(what, this.count(what) + 1);
  }
}

/**
 * All outcomes that can come about at all under a reading: what a thorough test can be asked to have seen. An event
 * behind a gate that says never is not taken in any reachable state, and no test should wait for it.
 */
export function attainable(agreement: Agreement, exploration: Exploration): string[] {
  const { system, space, reachable } = exploration;
  const outcomes: string[] = [];
  const isReached = (set: number): boolean =>
    space.diagram.intersection(reachable.set, set) !== EMPTY;
  for (const event of system.events) {
    const home = space.set({ kind: 'in', region: event.home, stages: event.from });
    const asked = space.set(event.asked);
    const refusing = space.set(negated(event.asked, system.regions));
    if (isReached(space.set(event.guard))) outcomes.push(`${event.id} taken`);
    if (isReached(space.diagram.intersection(home, refusing))) outcomes.push(`${event.id} refused`);
    if (event.gate === null || !agreement.gates.has(event.gate)) continue;
    if (isReached(asked)) outcomes.push(`${event.gate} open`);
    if (isReached(refusing)) outcomes.push(`${event.gate} closed`);
  }
  return outcomes;
}
