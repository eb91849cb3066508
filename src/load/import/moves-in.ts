import {
  type ForeignChart,
  type ForeignGuard,
  type ForeignState,
  type ForeignTransition,
  isWithin,
  pathOf,
  statesWithin,
} from './foreign-chart.ts';
import { entered, type RegionIn, type RegionsIn } from './regions-in.ts';

/** One case of an event to be: what it moves under one guard. */
export interface EventIn {
  /** As the file calls it. */
  readonly name: string;
  readonly title: string | null;
  readonly isBackward: boolean;
  readonly mayRepeat: boolean;
  readonly guard: ForeignGuard | null;
  readonly moves: ReadonlyMap<RegionIn, ReadonlyMap<ForeignState, ForeignState>>;
  readonly line: number;
}

export interface EventsIn {
  readonly events: readonly EventIn[];
  readonly notes: readonly string[];
}

/**
 * What the transitions of a chart move, gathered by event and guard. A transition of a state around others holds in each
 * of them that has none of its own for the event.
 */
export function eventsIn(chart: ForeignChart, regions: RegionsIn): EventsIn {
  const cases = new Map<string, Case>();
  const notes = new Set<string>();
  for (const region of regions.regions)
    for (const stage of region.stages) {
      const overridden = new Map<string, Set<string>>();
      for (let state: ForeignState | null = stage; state !== null; state = state.parent) {
        const own = new Map<string, Set<string>>();
        for (const transition of state.transitions) {
          const name = transition.event ?? nameOfAlways(transition);
          const guard = keyOf(transition.guard);
          const inner = overridden.get(name);
          // What an inner state does on the event comes first; without a guard, nothing comes after it.
          if (inner?.has('') === true || inner?.has(guard) === true) continue;
          // What comes behind a transition without a guard never comes about.
          if (own.get(name)?.has('') === true || own.get(name)?.has(guard) === true) continue;
          own.set(name, (own.get(name) ?? new Set()).add(guard));
          if (transition.event === null)
            notes.add(
              `line ${transition.place.line}: a transition without an event, from ${pathOf(state)}, became an event that somebody has to bring about`,
            );
          const key = JSON.stringify([name, guard]);
          let found = cases.get(key);
          if (found === undefined) cases.set(key, (found = new Case(name, transition)));
          if (!transition.mayRepeat && state === stage && transition.targets.includes(stage))
            notes.add(
              `line ${transition.place.line}: ${name} leads from ${pathOf(stage)} to itself; that it may happen again is left out (again: true in events.yaml says so)`,
            );
          for (const target of transition.targets)
            if (!apply(found, { region, stage, state, target }, regions))
              notes.add(
                `line ${transition.place.line}: ${pathOf(state)} leads on ${name} into another region, ${pathOf(target)}; that is left out`,
              );
        }
        for (const [name, guards] of own) {
          const all = overridden.get(name) ?? new Set();
          for (const guard of guards) all.add(guard);
          overridden.set(name, all);
        }
      }
    }
  const inOrder = [...statesWithin(chart.root)].flatMap(({ transitions }) => transitions);
  const order = new Map(inOrder.map((transition, index) => [transition, index]));
  const events = [...cases.values()]
    .toSorted((left, right) => (order.get(left.first) ?? 0) - (order.get(right.first) ?? 0))
    .filter((each) => {
      if (each.moves.size > 0) return true;
      notes.add(`line ${each.first.place.line}: ${each.name} moves nothing, and is left out`);
      return false;
    });
  for (const { name, moves, first } of events)
    if (moves.size > 1 && first.guard === null)
      notes.add(
        `${name} moves ${[...moves.keys()].map(({ state }) => state.name).join(' and ')} together, and only when the first of them can move`,
      );
  return { events: events.map((each) => each.done()), notes: [...notes] };
}

class Case {
  readonly moves = new Map<RegionIn, Map<ForeignState, ForeignState>>();

  constructor(
    readonly name: string,
    readonly first: ForeignTransition,
  ) {}

  move(region: RegionIn, from: ForeignState, to: ForeignState): void {
    if (from === to && !this.first.mayRepeat) return;
    const own = this.moves.get(region) ?? new Map<ForeignState, ForeignState>();
    if (!own.has(from)) own.set(from, to);
    this.moves.set(region, own);
  }

  done(): EventIn {
    const { title, isBackward, mayRepeat, guard, place } = this.first;
    const { name, moves } = this;
    return { name, title, isBackward, mayRepeat, guard, moves, line: place.line };
  }
}

/**
 * Adds what a transition moves from one stage.
 *
 * @returns false where it leads into regions that its own state has no part in
 */
function apply(
  found: Case,
  at: { region: RegionIn; stage: ForeignState; state: ForeignState; target: ForeignState },
  regions: RegionsIn,
): boolean {
  const { region, stage, state, target } = at;
  let isOwn = false;
  for (const to of entered(target, regions)) {
    const home = regions.regionOf.get(to);
    if (home === undefined) continue;
    if (home === region) {
      found.move(region, stage, to);
      isOwn = true;
    } else if (isWithin(home.state, state)) {
      // Of a state around several regions, each region's own stages are looked at when their turn comes.
      isOwn = true;
    } else if (isWithin(home.state, region.state)) {
      // A stage that has regions within: they begin anew.
      for (const from of home.stages) found.move(home, from, to);
      isOwn = true;
    }
  }
  return isOwn;
}

/** What an event is called that has no name: after where it leads. */
function nameOfAlways({ targets }: ForeignTransition): string {
  return `to ${targets.map(({ name }) => name).join(' ')}`;
}

/** The same text for the same guard, and for no other: names may have dots in them. */
function keyOf(guard: ForeignGuard | null): string {
  if (guard === null) return '';
  return JSON.stringify(guard, (_, value: unknown) =>
    typeof value === 'object' && value !== null && 'parent' in value
      ? namesOf(value as ForeignState)
      : value,
  );
}

function namesOf({ parent, name }: ForeignState): string[] {
  return parent === null ? [] : [...namesOf(parent), name];
}

/** A guard in words. */
export function textOf(guard: ForeignGuard | null): string {
  if (guard === null) return '';
  switch (guard.kind) {
    case 'in':
      return `In(${pathOf(guard.state)})`;
    case 'all':
    case 'any': {
      const parts = guard.of.map(textOf);
      if (parts.length === 1) return parts[0] ?? '';
      if (parts.length === 0) return guard.kind === 'all' ? 'always' : 'never';
      return `(${parts.join(guard.kind === 'all' ? ' and ' : ' or ')})`;
    }
    case 'not':
      return `not ${textOf(guard.of)}`;
    case 'other':
      return guard.text;
  }
}
