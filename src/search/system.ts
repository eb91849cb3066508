import type { Controllers } from '../model/agreement.ts';

/** A region with its stages as small integers: a stage's number is its place in the list. */
export interface CompiledRegion {
  readonly id: string;
  /** The agreement's region that it is of, where several stand for one: where runs differ. */
  readonly of?: string;
  readonly stages: readonly string[];
  /** The stage it starts in; null where every stage is a start (a parameter that no event moves). */
  readonly start: number | null;
}

/** A condition over one state. `all` of nothing always holds, `any` of nothing never does. */
export type Guard =
  | { readonly kind: 'in'; readonly region: number; readonly stages: readonly number[] }
  | { readonly kind: 'all'; readonly of: readonly Guard[] }
  | { readonly kind: 'any'; readonly of: readonly Guard[] };

/** What an event does to one region: `to[stage]` is where it leads, the stage itself where it moves nothing. */
export interface RegionMove {
  readonly region: number;
  readonly to: readonly number[];
}

/** An event that is taken, whole, in every state that meets its guard, and in no other. */
export interface CompiledEvent {
  /** The agreement's event; several compiled events may carry the same one, as its separate cases. */
  readonly id: string;
  readonly gate: string | null;
  readonly controllers: Controllers;
  /** What the model assumes by having it at all; null where a document speaks of it. */
  readonly assumed: string | null;
  /** Whether it may happen any number of times, so that no run has it behind it. */
  readonly again: boolean;
  /** The region that it belongs to. */
  readonly home: number;
  /** The stages that its home region leaves by it. */
  readonly from: readonly number[];
  /** What the model requires first, wherever its home region stands. */
  readonly requirement: Guard;
  /** What the party asks, or may ask, wherever its home region stands. */
  readonly asked: Guard;
  /** Its home region stands where the event can leave, and all that is required and asked is met. */
  readonly guard: Guard;
  readonly moves: readonly RegionMove[];
}

/** A transition system of independent regions: all that the explorer knows of an agreement under given terms. */
export interface System {
  readonly regions: readonly CompiledRegion[];
  readonly events: readonly CompiledEvent[];
}

/** A state: the stage number of every region, in the order of the system's regions. */
export type State = readonly number[];

export const ALWAYS: Guard = { kind: 'all', of: [] };
export const NEVER: Guard = { kind: 'any', of: [] };

/**
 * The guard that asks for all of them: without nesting, each part once, and one part a region as far as that goes.
 * A guard that comes down to one region lets its event be searched together with all others of that kind.
 */
export function allOf(guards: readonly Guard[]): Guard {
  const byRegion = new Map<number, readonly number[]>();
  const others: Guard[] = [];
  for (const part of guards.flatMap((guard) => (guard.kind === 'all' ? guard.of : [guard]))) {
    if (part.kind === 'in') {
      const known = byRegion.get(part.region);
      const stages = known?.filter((stage) => part.stages.includes(stage)) ?? part.stages;
      byRegion.set(part.region, stages);
    } else others.push(part);
  }
  const merged = [...byRegion].map(([region, stages]): Guard => ({ kind: 'in', region, stages }));
  const parts = [...merged, ...eachOnce(others)];
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind: 'all', of: parts };
}

function eachOnce(guards: readonly Guard[]): Iterable<Guard> {
  return guards.length < 2
    ? guards
    : new Map(guards.map((guard) => [guardText(guard), guard])).values();
}

const texts = new WeakMap<Guard, string>();

/** The same text for guards of the same form. It is kept, since the same guards are put together again and again. */
export function guardText(guard: Guard): string {
  let text = texts.get(guard);
  if (text === undefined) texts.set(guard, (text = JSON.stringify(guard)));
  return text;
}

/** The guard that any one of them satisfies, without needless nesting. */
export function anyOf(guards: readonly Guard[]): Guard {
  const parts = guards.flatMap((guard) => (guard.kind === 'any' ? guard.of : [guard]));
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind: 'any', of: parts };
}

/** The guard that holds exactly where the given one does not (De Morgan; a region's other stages). */
export function negated(guard: Guard, regions: readonly CompiledRegion[]): Guard {
  if (guard.kind === 'in') {
    const all = regions[guard.region]?.stages.keys() ?? [];
    return {
      kind: 'in',
      region: guard.region,
      stages: [...all].filter((stage) => !guard.stages.includes(stage)),
    };
  }
  const of = guard.of.map((part) => negated(part, regions));
  return guard.kind === 'all' ? anyOf(of) : allOf(of);
}

/** Whether a state meets a guard. */
export function holds(guard: Guard, state: State): boolean {
  switch (guard.kind) {
    case 'in':
      return guard.stages.includes(state[guard.region] ?? -1);
    case 'all':
      return guard.of.every((part) => holds(part, state));
    case 'any':
      return guard.of.some((part) => holds(part, state));
  }
}

/** The regions that a guard looks at. */
export function regionsOfGuard(guard: Guard, into = new Set<number>()): Set<number> {
  if (guard.kind === 'in') into.add(guard.region);
  else for (const part of guard.of) regionsOfGuard(part, into);
  return into;
}

/** The state after an event, or null where it cannot be taken. */
export function take(event: CompiledEvent, state: State): State | null {
  if (!holds(event.guard, state)) return null;
  const next = [...state];
  for (const { region, to } of event.moves) next[region] = to[next[region] ?? 0] ?? 0;
  return next;
}

/**
 * The stages of its home region that an event leads to and does not leave: there it is behind already. None of one that
 * may happen again.
 */
export function stagesBehind({ home, from, moves, again }: CompiledEvent): Set<number> {
  if (again) return new Set();
  const to = moves.find(({ region }) => region === home)?.to ?? [];
  const targets = from.map((stage) => to[stage] ?? stage);
  return new Set(targets.filter((stage) => !from.includes(stage)));
}

const changes = new WeakMap<CompiledEvent, Guard>();

/** Whether taking the event changes anything, as a guard on top of its own. */
export function changing(event: CompiledEvent): Guard {
  let guard = changes.get(event);
  if (guard === undefined) {
    const somewhere = event.moves.map(({ region, to }): Guard => {
      const stages = [...to.keys()].filter((stage) => to[stage] !== stage);
      return { kind: 'in', region, stages };
    });
    changes.set(event, (guard = allOf([event.guard, anyOf(somewhere)])));
  }
  return guard;
}

/** The event as far as it changes anything: one that may happen again can leave everything as it is. */
export function asChanging(event: CompiledEvent): CompiledEvent {
  const to = event.moves.find(({ region }) => region === event.home)?.to ?? [];
  return event.from.some((stage) => to[stage] === stage)
    ? { ...event, guard: changing(event) }
    : event;
}

/** A state by its regions' and stages' names, as the rest of the program knows it. */
export function namedState(system: System, state: State): Record<string, string> {
  return Object.fromEntries(
    system.regions.map((region, index) => [region.id, region.stages[state[index] ?? 0] ?? '']),
  );
}

/** The start as a state; a parameter stands at its first value. */
export function startState(system: System): State {
  return system.regions.map((region) => region.start ?? 0);
}
