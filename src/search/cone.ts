import { eventsAlive } from './alive.ts';
import { type CompiledEvent, type Guard, regionsOfGuard, type System } from './system.ts';

/** The part of a system that can have any influence on a question. */
export interface Cone {
  readonly regions: ReadonlySet<number>;
  /** The events that change one of these regions; what they do to other regions is left out. */
  readonly events: readonly CompiledEvent[];
  /** The same events one by one, with all that they do. */
  readonly whole: readonly CompiledEvent[];
}

/**
 * The cone of influence of what a guard looks at: its regions, and, again and again, the regions that decide whether
 * an event can change a region of the cone. Whether and in how many events a state that meets the guard is reached
 * depends on nothing else (E. Clarke, O. Grumberg, D. Peled: Model Checking, 1999, cone of influence reduction).
 */
export function coneOf(system: System, ...guards: readonly Guard[]): Cone {
  const regions = new Set<number>();
  for (const guard of guards) regionsOfGuard(guard, regions);
  const kept = new Set<CompiledEvent>();
  for (let before = -1; before !== regions.size;) {
    before = regions.size;
    for (const event of system.events) {
      if (kept.has(event) || !changesOneOf(event, regions)) continue;
      kept.add(event);
      regionsOfGuard(event.guard, regions);
    }
  }
  const whole = system.events.filter((event) => kept.has(event));
  // An event that keeps all its moves stays the same one: what a space knows of it counts for every question.
  const events = whole.map((event) => {
    const moves = event.moves.filter(({ region }) => regions.has(region));
    return moves.length === event.moves.length ? event : { ...event, moves };
  });
  return { regions, events, whole };
}

/**
 * The cone of a goal for questions about coming to it from the system's start: without the events that can happen only
 * where it is reached already or not at all, which bear on nothing before, and so without what only these look at.
 */
export function coneTowards(system: System, goal: Guard): Cone {
  const before = system.events.filter(({ guard }) => !implies(guard, goal));
  return coneOf({ ...system, events: eventsAlive(system, before) }, goal);
}

/** Whether one guard asks for all that another does, as far as their forms show it. */
function implies(guard: Guard, other: Guard): boolean {
  if (other.kind === 'all') return other.of.every((part) => implies(guard, part));
  if (guard.kind === 'any') return guard.of.every((part) => implies(part, other));
  if (guard.kind === 'all' && guard.of.some((part) => implies(part, other))) return true;
  if (other.kind === 'any') return other.of.some((part) => implies(guard, part));
  return (
    guard.kind === 'in' &&
    guard.region === other.region &&
    guard.stages.every((stage) => other.stages.includes(stage))
  );
}

/**
 * The cone as a system of its own, smaller and with the regions renumbered: for other tools, and for searches that
 * go state by state.
 */
export function slice(system: System, ...guards: readonly Guard[]): System {
  const cone = coneOf(system, ...guards);
  const kept = [...cone.regions].toSorted((left, right) => left - right);
  const number = new Map(kept.map((region, index) => [region, index]));
  const renumbered = (guard: Guard): Guard =>
    guard.kind === 'in'
      ? { ...guard, region: number.get(guard.region) ?? 0 }
      : { ...guard, of: guard.of.map(renumbered) };
  return {
    regions: system.regions.filter((_, region) => cone.regions.has(region)),
    events: cone.events.map((event) => ({
      ...event,
      home: number.get(event.home) ?? 0,
      requirement: renumbered(event.requirement),
      asked: renumbered(event.asked),
      guard: renumbered(event.guard),
      moves: event.moves.map((move) => ({ ...move, region: number.get(move.region) ?? 0 })),
    })),
  };
}

function changesOneOf(event: CompiledEvent, regions: ReadonlySet<number>): boolean {
  return event.moves.some(
    ({ region, to }) => regions.has(region) && to.some((target, stage) => target !== stage),
  );
}
