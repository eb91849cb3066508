import {
  and,
  type AnyMachineSnapshot,
  type AnyStateMachine,
  type EventObject,
  type MachineContext,
  or,
  stateIn,
  transition,
} from 'xstate';
import type { Agreement, AgreementEvent } from './agreement.ts';
import { type Condition, leavesOf, NOTHING_ASKED, waive } from './condition.ts';
import { machineOf } from './machine.ts';
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
  /** One object for each value met, so that runs which stand alike share what is known of them. */
  readonly #values = new Map<string, StageMap>();
  readonly #snapshots = new WeakMap<
    StageMap,
    { machine: AnyStateMachine; snapshot: AnyMachineSnapshot }
  >();
  /** The machine on which every gate stands open. */
  #open: AnyStateMachine | null = null;
  /** Steps on events of which no gate asks anything, which lead to the same place under every reading. */
  readonly #ungated = new WeakMap<StageMap, Map<string, StageMap | null>>();

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
    const event = this.#agreement.events.get(eventId);
    if (event === undefined)
      throw new Error(`The agreement ${this.#agreement.id} has no event ${eventId}.`);
    // An event is possible only from a stage that its home region can leave: so its guard says, and so does its data.
    if (!((stages[event.home] ?? '') in (event.moves[event.home] ?? {}))) return null;
    if (this.#asks(terms, event)) return this.#next(terms, stages, event);
    let known = this.#ungated.get(stages);
    if (known === undefined) this.#ungated.set(stages, (known = new Map()));
    let next = known.get(eventId);
    if (next === undefined)
      known.set(eventId, (next = this.#next({ ...terms, reading: REPORTED }, stages, event)));
    return next;
  }

  /** Whether a gate asks anything of the event; where none does, every reading takes it alike. */
  #asks(terms: Terms, event: AgreementEvent): boolean {
    if (event.gate === null || terms.reading === REPORTED) return false;
    const asked = waive(
      effectiveCondition(this.#agreement, event.gate, terms).condition,
      terms.waived,
    );
    return leavesOf(asked).length > 0;
  }

  #next(terms: Terms, stages: StageMap, event: AgreementEvent): StageMap | null {
    const machine = this.machineUnder(terms);
    const next = transitionOf(machine, this.#snapshotOf(machine, stages), event);
    const home = next.value[event.home];
    // A home region never moves to where it is (the check of its moves refuses that), so it tells whether the event is taken.
    if (home === stages[event.home]) return null;
    const value = this.#shared(next.value);
    this.#snapshots.set(value, { machine, snapshot: next });
    return value;
  }

  /** The machine's snapshot at a value: the one that a step has left behind, or a newly resolved one. */
  #snapshotOf(machine: AnyStateMachine, stages: StageMap): AnyMachineSnapshot {
    const known = this.#snapshots.get(stages);
    if (known?.machine === machine) return known.snapshot;
    return machine.resolveState({ value: { ...stages }, context: undefined });
  }

  #shared(stages: StageMap): StageMap {
    const key = this.#agreement.statechart.regions.map((region) => stages[region.id]).join(' ');
    let known = this.#values.get(key);
    if (known === undefined) this.#values.set(key, (known = stages));
    return known;
  }

  /** The statechart with its guards as a reading has them on a day; `reported` lets every gate stand open. */
  machineUnder(terms: Terms): AnyStateMachine {
    if (terms.reading === REPORTED) return (this.#open ??= this.#provide(new Map()));
    const guards = new Map<string, Condition>();
    const key: string[] = [];
    for (const gateId of this.#agreement.gates.keys()) {
      const asked = effectiveCondition(this.#agreement, gateId, terms).condition;
      guards.set(gateId, waive(asked, terms.waived));
      key.push(`${gateId}:`);
      for (const leaf of leavesOf(asked))
        key.push(terms.waived.includes(leaf.id) ? `${leaf.id}!` : leaf.id);
    }
    const known = key.join(',');
    let machine = this.#machines.get(known);
    if (machine === undefined) this.#machines.set(known, (machine = this.#provide(guards)));
    return machine;
  }

  #provide(conditions: ReadonlyMap<string, Condition>): AnyStateMachine {
    const guards: Record<string, XStateGuard> = {};
    for (const event of this.#agreement.statechart.events) {
      if (event.guard === null) continue;
      const homeStages = Object.keys(event.moves[event.home] ?? {});
      const condition = conditions.get(event.guard) ?? NOTHING_ASKED;
      guards[event.guard] = and([inStages(event.home, homeStages), asGuard(condition)]);
    }
    // The machine is made here, for the first step: many questions are answered without one.
    return machineOf(this.#agreement.statechart).provide({ guards } as Parameters<
      AnyStateMachine['provide']
    >[0]);
  }
}

/**
 * XState's pure step. `transition` starts an inert actor for its scope, which enters every region's initial stage only
 * to leave it be; that was two thirds of a step. Started where the run stands, it costs nothing.
 */
function transitionOf(
  machine: AnyStateMachine,
  snapshot: AnyMachineSnapshot,
  event: AgreementEvent,
): AnyMachineSnapshot {
  const resumed = Object.create(machine, {
    getInitialSnapshot: { value: () => snapshot },
  }) as AnyStateMachine;
  return transition(resumed, snapshot, { type: event.id })[0];
}

type XStateGuard = ReturnType<typeof stateIn<MachineContext, EventObject, unknown>>;

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
