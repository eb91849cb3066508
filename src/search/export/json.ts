import type { Controllers } from '../../model/agreement.ts';
import type { Guard, System } from '../system.ts';
import { type About, plain, UNSAID } from './about.ts';
import { changesOf, startOf } from './words.ts';

/** A condition by names: `all` of nothing holds always, `any` of nothing never. */
export type NamedGuard =
  | { readonly region: string; readonly stages: readonly string[] }
  | { readonly all: readonly NamedGuard[] }
  | { readonly any: readonly NamedGuard[] };

/** The system as JSON has it. */
export interface NamedSystem {
  readonly format: 'phasegate-transition-system';
  readonly version: 1;
  readonly about: readonly string[];
  /** How many states can be reached, in decimal; null where that was not counted to the end. */
  readonly reachableStates: string | null;
  /** What the system was cut for; null where it is whole. */
  readonly goal: NamedGuard | null;
  readonly goalReachable: boolean | null;
  readonly regions: readonly {
    readonly id: string;
    readonly stages: readonly string[];
    readonly start: string;
  }[];
  /** An event can be taken where its guard holds; a region without a move from its stage stays. */
  readonly events: readonly {
    readonly id: string;
    readonly gate: string | null;
    readonly controllers: Controllers;
    /** What the model assumes by having the event, where no document speaks of it. */
    readonly assumed: string | null;
    readonly guard: NamedGuard;
    readonly moves: Readonly<Record<string, Readonly<Record<string, string>>>>;
  }[];
}

/** The system as plain data by names, ready for `JSON.stringify`. */
export function asNamedSystem(system: System, about: About = UNSAID): NamedSystem {
  const nameOf = (region: number, stage: number): string =>
    system.regions[region]?.stages[stage] ?? '';
  const named = (guard: Guard): NamedGuard => asNamedGuard(guard, system);
  return {
    format: 'phasegate-transition-system',
    version: 1,
    about: about.lines.map(plain),
    reachableStates: about.states === null ? null : String(about.states),
    goal: about.goal === null ? null : named(about.goal.guard),
    goalReachable: about.goal?.reachable ?? null,
    regions: system.regions.map((region) => ({
      id: region.id,
      stages: region.stages,
      start: region.stages[startOf(region)] ?? '',
    })),
    events: system.events.map((event) => ({
      id: event.id,
      gate: event.gate,
      controllers: event.controllers,
      assumed: event.assumed,
      guard: named(event.guard),
      moves: Object.fromEntries(
        event.moves.map(({ region, to }) => [
          system.regions[region]?.id ?? '',
          Object.fromEntries(
            changesOf(to).map(([from, target]) => [nameOf(region, from), nameOf(region, target)]),
          ),
        ]),
      ),
    })),
  };
}

/** A guard by names instead of numbers. */
export function asNamedGuard(guard: Guard, system: System): NamedGuard {
  if (guard.kind === 'all') return { all: guard.of.map((part) => asNamedGuard(part, system)) };
  if (guard.kind === 'any') return { any: guard.of.map((part) => asNamedGuard(part, system)) };
  const region = system.regions[guard.region];
  return {
    region: region?.id ?? '',
    stages: guard.stages.map((stage) => region?.stages[stage] ?? ''),
  };
}

/** The system in JSON, indented. */
export function asJson(system: System, about: About = UNSAID): string {
  return `${JSON.stringify(asNamedSystem(system, about), null, 2)}\n`;
}
