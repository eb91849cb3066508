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
import type { ConditionTree } from './condition.ts';
import { machineOf } from './machine.ts';
import type { StageMap } from './statechart.ts';

/** What guards an event: all of the trees are asked, or nothing lets it pass. */
export type EventGuard = readonly ConditionTree[] | 'never';

/**
 * Asks XState whether an event is taken and where it leads. A machine is provided once for each event and what guards
 * it, since providing one costs more than a step, and many states are stepped through it.
 */
export class Runner {
  readonly #agreement: Agreement;
  #machine: AnyStateMachine | null = null;
  readonly #guarded = new Map<string, Guarded[]>();
  readonly #beginnings = new Map<string, unknown>();

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
   * @param stages one stage for every region
   * @param guard what is asked before the event
   * @returns the next stages, or null where the machine does not take the event
   */
  take(stages: StageMap, eventId: string, guard: EventGuard): StageMap | null {
    const event = this.#agreement.events.get(eventId);
    if (event === undefined)
      throw new Error(`The agreement ${this.#agreement.id} has no event ${eventId}.`);
    // An event is possible only from a stage that its home region can leave: so its guard says, and so does its data.
    if (!((stages[event.home] ?? '') in (event.moves[event.home] ?? {}))) return null;
    const guarded = this.#guardedBy(event, guard);
    const key = this.#agreement.statechart.regions.map(({ id }) => stages[id]).join(' ');
    let next = guarded.steps.get(key);
    if (next === undefined) {
      next = step(guarded.machine, this.#plain(stages), event);
      guarded.steps.set(key, next);
    }
    return next;
  }

  /** The statechart as XState runs it for one event: what guards that event is asked, the other guards stand open. */
  machineFor(eventId: string, guard: EventGuard): AnyStateMachine {
    const event = this.#agreement.events.get(eventId);
    if (event === undefined)
      throw new Error(`The agreement ${this.#agreement.id} has no event ${eventId}.`);
    return this.#guardedBy(event, guard).machine;
  }

  /** What was played before under some clocks, kept by whoever plays: see `play`. */
  beginningOf<Beginning>(clocks: string, create: () => Beginning): Beginning {
    let beginning = this.#beginnings.get(clocks) as Beginning | undefined;
    if (beginning === undefined) this.#beginnings.set(clocks, (beginning = create()));
    return beginning;
  }

  #plain(stages: StageMap): StageMap {
    return Object.fromEntries(
      this.#agreement.statechart.regions.map(({ id }) => [id, stages[id] ?? '']),
    );
  }

  /** The statechart with one event's guard as it is asked; the other guards stand open. */
  #guardedBy(event: AgreementEvent, guard: EventGuard): Guarded {
    let known = this.#guarded.get(event.id);
    if (known === undefined) this.#guarded.set(event.id, (known = []));
    const found = known.find((each) => isSameGuard(each.guard, guard));
    if (found !== undefined) return found;
    this.#machine ??= machineOf(this.#agreement.statechart);
    const homeStages = Object.keys(event.moves[event.home] ?? {});
    const asked = guard === 'never' ? [() => false] : guard.map(asGuard);
    const guards = { [event.id]: and([inStages(event.home, homeStages), ...asked]) };
    const machine = this.#machine.provide({ guards } as Parameters<AnyStateMachine['provide']>[0]);
    const guarded: Guarded = { guard, machine, steps: new Map() };
    known.push(guarded);
    return guarded;
  }
}

interface Guarded {
  readonly guard: EventGuard;
  readonly machine: AnyStateMachine;
  /** Where the event leads, by the stages that it was put to; null where it is not taken. */
  readonly steps: Map<string, StageMap | null>;
}

/** Guards are made of the agreement's own trees, so the same is asked where the same trees are. */
function isSameGuard(left: EventGuard, right: EventGuard): boolean {
  if (left === 'never' || right === 'never') return left === right;
  return (
    left.length === right.length && left.every((tree, index) => isSameTree(tree, right[index]))
  );
}

function isSameTree(left: ConditionTree, right: ConditionTree | undefined): boolean {
  if (left === right) return true;
  if (right === undefined || left.kind !== right.kind) return false;
  if (left.kind === 'condition')
    return right.kind === 'condition' && left.condition === right.condition;
  return (
    right.kind !== 'condition' &&
    left.of.length === right.of.length &&
    left.of.every((part, index) => isSameTree(part, right.of[index]))
  );
}

/**
 * XState's pure step. `transition` starts an inert actor for its scope, which enters every region's initial stage only
 * to leave it be; that was two thirds of a step. Started where the run stands, it costs nothing.
 */
function step(machine: AnyStateMachine, stages: StageMap, event: AgreementEvent): StageMap | null {
  const snapshot: AnyMachineSnapshot = machine.resolveState({
    value: { ...stages },
    context: undefined,
  });
  const resumed = Object.create(machine, {
    getInitialSnapshot: { value: () => snapshot },
  }) as AnyStateMachine;
  const next = transition(resumed, snapshot, { type: event.id })[0];
  const value = next.value as StageMap;
  // A home region never moves to where it is (the content checks refuse that), so it tells whether the event is taken.
  return value[event.home] === stages[event.home] ? null : value;
}

type XStateGuard = ReturnType<typeof stateIn<MachineContext, EventObject, unknown>>;

function inStages(region: string, stages: readonly string[]): XStateGuard {
  return or(stages.map((stage) => stateIn({ [region]: stage })));
}

function asGuard(tree: ConditionTree): XStateGuard {
  switch (tree.kind) {
    case 'condition':
      return inStages(tree.condition.region, tree.condition.stages);
    case 'all':
      return tree.of.length === 0 ? () => true : and(tree.of.map(asGuard));
    case 'any':
      return tree.of.length === 0 ? () => false : or(tree.of.map(asGuard));
  }
}
