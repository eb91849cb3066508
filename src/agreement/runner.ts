import {
  and,
  type AnyStateMachine,
  type EventObject,
  type GuardPredicate,
  type MachineContext,
  or,
  stateIn,
  transition,
} from 'xstate';
import type { Agreement } from './agreement.ts';
import { type Condition, keepLeaves, leavesOf, NOTHING_ASKED } from './condition.ts';
import { effectiveCondition, type Terms } from './terms.ts';
import type { StageMap } from './statechart.ts';

/** The run that applies every possible step, whatever the gates say and whoever disputes it. */
export const REPORTED = 'reported';

/**
 * Asks XState whether an event is taken and where it leads. It composes each reading's guards from the
 * condition data and keeps the machines that it provided, since providing one costs more than a step.
 */
export class Runner {
  readonly #agreement: Agreement;
  readonly #machines = new Map<string, AnyStateMachine>();

  constructor(agreement: Agreement) {
    this.#agreement = agreement;
  }

  /** The stages that every region starts in. */
  initial(): StageMap {
    return Object.fromEntries(
      this.#agreement.statechart.regions.map((region) => [region.id, region.initial]),
    );
  }

  /**
   * @param terms whose conditions guard the step, and as they stand on which day
   * @param stages a full value: one stage for every region
   * @returns the next value, or null where the machine does not take the event
   */
  take(terms: Terms, stages: StageMap, eventId: string): StageMap | null {
    const machine = this.#machineUnder(terms);
    const snapshot = machine.resolveState({ value: { ...stages }, context: undefined });
    const event = { type: eventId };
    // A transition to the same stages keeps the snapshot, so only `can` tells whether an event is taken.
    if (!snapshot.can(event)) return null;
    const [next] = transition(machine, snapshot, event);
    return next.value as Record<string, string>;
  }

  #machineUnder(terms: Terms): AnyStateMachine {
    const conditions = new Map<string, Condition>();
    const key: string[] = [];
    for (const gateId of this.#agreement.gates.keys()) {
      const condition = terms.reading === REPORTED ? NOTHING_ASKED : this.#unwaived(gateId, terms);
      conditions.set(gateId, condition);
      key.push(
        leavesOf(condition)
          .map((leaf) => leaf.id)
          .join(','),
      );
    }
    const known = `${terms.reading} ${key.join(';')}`;
    let machine = this.#machines.get(known);
    if (machine === undefined) this.#machines.set(known, (machine = this.#provide(conditions)));
    return machine;
  }

  /** A waived leaf counts as met: it is left out, and an alternative that rested on it is open. */
  #unwaived(gateId: string, terms: Terms): Condition {
    return keepLeaves(
      effectiveCondition(this.#agreement, gateId, terms).condition,
      (leaf) => !terms.waived.includes(leaf.id),
    );
  }

  #provide(conditions: ReadonlyMap<string, Condition>): AnyStateMachine {
    const guards: Record<string, XStateGuard> = {};
    for (const event of this.#agreement.statechart.events) {
      if (event.guard === null) continue;
      const homeStages = Object.keys(event.moves[event.home] ?? {});
      guards[event.guard] = and([
        inStages(event.home, homeStages),
        asGuard(conditions.get(event.guard) ?? NOTHING_ASKED),
      ]);
    }
    return this.#agreement.machine.provide({ guards } as Parameters<AnyStateMachine['provide']>[0]);
  }
}

type XStateGuard = GuardPredicate<MachineContext, EventObject, unknown, any>;

function inStages(region: string, stages: readonly string[]): XStateGuard {
  return or(stages.map((stage) => stateIn({ [region]: stage })));
}

function asGuard(condition: Condition): XStateGuard {
  switch (condition.kind) {
    case 'leaf':
      return condition.leaf.region === null
        ? () => false
        : inStages(condition.leaf.region, condition.leaf.stages);
    case 'all':
      return condition.of.length === 0 ? () => true : and(condition.of.map(asGuard));
    case 'any':
      return condition.of.length === 0 ? () => false : or(condition.of.map(asGuard));
  }
}
