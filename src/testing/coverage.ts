import type { Agreement } from '../model/agreement.ts';
import type { Exploration } from '../search/exploration.ts';
import { EMPTY } from '../search/node-store.ts';
import { allOf, negated } from '../search/system.ts';
import { expectedOutcome, isOpen, type ObservedStep } from './invariants.ts';

/** What a property test has exercised: a test that never took an event says nothing of it. */
export class Coverage {
  readonly #seen = new Map<string, number>();

  record(step: ObservedStep): void {
    const { agreement, terms, before, event } = step;
    this.#count(`${event} ${step.after === null ? expectedOutcome(step) : 'taken'}`);
    for (const gate of agreement.gates.values())
      this.#count(`${gate.id} ${isOpen(agreement, gate.event, terms, before) ? 'open' : 'closed'}`);
  }

  /** How often something was seen: an event with one of the step outcomes, `gate open`, `gate closed`. */
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
 * All outcomes that can come about at all under a reading, but for impossible events: what a thorough test can be asked
 * to have seen. An event that a party objects to is not taken in any reachable state, and no test should wait for it.
 */
export function attainable(agreement: Agreement, exploration: Exploration): string[] {
  const { system, space, reachable } = exploration;
  const outcomes: string[] = [];
  const isReached = (set: number): boolean =>
    space.diagram.intersection(reachable.set, set) !== EMPTY;
  for (const { id, gate, home, from, requirement, asked, guard } of system.events) {
    const canLeave = space.set({ kind: 'in', region: home, stages: from });
    const refusing = space.set(negated(asked, system.regions));
    const holding = space.set(allOf([asked, negated(requirement, system.regions)]));
    const open = space.set(allOf([asked, requirement]));
    if (isReached(space.set(guard))) outcomes.push(`${id} taken`);
    if (isReached(space.diagram.intersection(canLeave, refusing))) outcomes.push(`${id} refused`);
    if (isReached(space.diagram.intersection(canLeave, holding))) outcomes.push(`${id} held`);
    if (gate === null || !agreement.gates.has(gate)) continue;
    if (isReached(open)) outcomes.push(`${gate} open`);
    if (isReached(space.diagram.union(refusing, holding))) outcomes.push(`${gate} closed`);
  }
  return outcomes;
}
