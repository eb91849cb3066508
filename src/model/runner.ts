import { and, type AnyActorLogic, type AnyStateMachine, or, stateIn, transition } from 'xstate';
import type { Agreement, AgreementEvent } from './agreement.ts';
import { type ConditionTree, conditionsOf } from './condition.ts';
import { machineOf, type XStateGuard } from './machine.ts';
import type { StageMap, Statechart } from './statechart.ts';

/** What guards an event: all of the trees are asked, or nothing lets it pass. */
export type EventGuard = readonly ConditionTree[] | 'never';

/**
 * Asks XState whether an event is taken and where it leads.
 *
 * The regions of a parallel machine do not see each other but through guards. So an event's step is the same on the part
 * of the statechart that it concerns: the regions that it moves and those that its guard looks at. A machine of that part
 * takes a fraction of the whole one's time to make and to step, and many states are alike to it. The tests hold each of
 * its steps to what the whole machine does, see `machineFor`.
 */
export class Runner {
  readonly #agreement: Agreement;
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
    const event = this.#event(eventId);
    // An event is possible only from a stage that its home region can leave: so its guard says, and so does its data.
    if (!((stages[event.home] ?? '') in (event.moves[event.home] ?? {}))) return null;
    const { machine, regions, steps } = this.#guardedBy(event, guard);
    const key = regions.map((id) => stages[id]).join(' ');
    let next = steps.get(key);
    if (next === undefined) steps.set(key, (next = step(machine, within(stages, regions), event)));
    if (next === null) return null;
    return { ...within(stages, this.#agreement.regions.keys()), ...next };
  }

  /** The whole statechart as a machine for one event: what guards that event is asked, the other guards stand open. */
  machineFor(eventId: string, guard: EventGuard): AnyStateMachine {
    const event = this.#event(eventId);
    const guarded = this.#guardedBy(event, guard);
    guarded.whole ??= guardedMachine(this.#agreement.statechart, event, guard);
    return guarded.whole;
  }

  /** What was played before under some clocks, kept by whoever plays: see `play`. */
  beginningOf<Beginning>(clocks: string, create: () => Beginning): Beginning {
    let beginning = this.#beginnings.get(clocks) as Beginning | undefined;
    if (beginning === undefined) this.#beginnings.set(clocks, (beginning = create()));
    return beginning;
  }

  #event(eventId: string): AgreementEvent {
    const event = this.#agreement.events.get(eventId);
    if (event === undefined)
      throw new Error(`The agreement ${this.#agreement.id} has no event ${eventId}.`);
    return event;
  }

  /** The part of the statechart that an event concerns, with the event's guard as it is asked. */
  #guardedBy(event: AgreementEvent, guard: EventGuard): Guarded {
    let known = this.#guarded.get(event.id);
    if (known === undefined) this.#guarded.set(event.id, (known = []));
    const found = known.find((each) => isSameGuard(each.guard, guard));
    if (found !== undefined) return found;
    const concerned = new Set(Object.keys(event.moves));
    if (guard !== 'never')
      for (const { region } of guard.flatMap(conditionsOf)) concerned.add(region);
    const { statechart } = this.#agreement;
    const regions = statechart.regions.filter(({ id }) => concerned.has(id));
    const part = { id: statechart.id, regions, events: [event] };
    const guarded: Guarded = {
      guard,
      machine: guardedMachine(part, event, guard),
      regions: regions.map(({ id }) => id),
      steps: new Map(),
      whole: null,
    };
    known.push(guarded);
    return guarded;
  }
}

interface Guarded {
  readonly guard: EventGuard;
  readonly machine: AnyStateMachine;
  /** The regions of the machine. */
  readonly regions: readonly string[];
  /** Where the event leads them, by the stages that it was put to; null where it is not taken. */
  readonly steps: Map<string, StageMap | null>;
  /** The same of the whole statechart, once it was asked for. */
  whole: AnyStateMachine | null;
}

function within(stages: StageMap, regions: Iterable<string>): StageMap {
  const kept: Record<string, string> = {};
  for (const id of regions) kept[id] = stages[id] ?? '';
  return kept;
}

/** A statechart's machine that asks what guards an event, and that its home region can leave where it stands. */
function guardedMachine(
  statechart: Statechart,
  event: AgreementEvent,
  guard: EventGuard,
): AnyStateMachine {
  const homeStages = Object.keys(event.moves[event.home] ?? {});
  const asked = guard === 'never' ? [() => false] : guard.map(asGuard);
  return machineOf(statechart, {
    [event.id]: and([inStages(event.home, homeStages), ...asked]),
  });
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
 * XState's pure step. It starts an actor of the logic that it is given, for what the step may spawn; that actor begins
 * where the run stands, not where the machine would, which is half of a step's time saved.
 *
 * @returns null where the event is not taken: a home region that moves tells, and of one that stays XState says it
 */
function step(machine: AnyStateMachine, stages: StageMap, event: AgreementEvent): StageMap | null {
  const snapshot = machine.resolveState({ value: { ...stages }, context: undefined });
  const resumed: AnyActorLogic = {
    transition: machine.transition,
    getInitialSnapshot: () => snapshot,
    getPersistedSnapshot: machine.getPersistedSnapshot,
  };
  const stays = event.moves[event.home]?.[stages[event.home] ?? ''] === stages[event.home];
  if (stays && !snapshot.can({ type: event.id })) return null;
  const [next] = transition(resumed, snapshot, { type: event.id });
  const value = next.value as StageMap;
  return value[event.home] === stages[event.home] && !stays ? null : value;
}

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
