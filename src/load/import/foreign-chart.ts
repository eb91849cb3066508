import type { Place } from '../problem.ts';

/** A statechart as another tool's file says it, before anything is made of it. */
export interface ForeignChart {
  /** What the file was taken for, as a person says it. */
  readonly format: string;
  /** The machine's own name; null where it has none. */
  readonly name: string | null;
  readonly title: string | null;
  readonly root: ForeignState;
  /** What the file says that a statechart of an agreement has no place for. */
  readonly lost: readonly Lost[];
}

/** Something that is not carried over. */
export interface Lost {
  /** What kind of thing it is, in the plural: things of one kind are told together. */
  readonly what: string;
  readonly line: number;
}

/** A state with all that is in it. It is put together piece by piece, so that transitions can point at what comes later. */
export interface ForeignState {
  readonly name: string;
  readonly kind: 'atomic' | 'compound' | 'parallel' | 'final' | 'history';
  readonly title: string | null;
  /** What the file says beside the chart, where it comes from an agreement: level and kind. */
  readonly meta: Readonly<Record<string, unknown>>;
  readonly parent: ForeignState | null;
  readonly children: ForeignState[];
  readonly transitions: ForeignTransition[];
  /** The child that it starts in; null where it has none, or all of them. */
  initial: ForeignState | null;
  readonly place: Place;
}

export interface ForeignTransition {
  /** Null where nothing has to happen for it. */
  readonly event: string | null;
  readonly targets: readonly ForeignState[];
  readonly guard: ForeignGuard | null;
  readonly title: string | null;
  readonly isBackward: boolean;
  /** Whether the file says that it may happen any number of times. */
  readonly mayRepeat: boolean;
  readonly place: Place;
}

/** What a transition asks first. */
export type ForeignGuard =
  | { readonly kind: 'in'; readonly state: ForeignState }
  | { readonly kind: 'all' | 'any'; readonly of: readonly ForeignGuard[] }
  | { readonly kind: 'not'; readonly of: ForeignGuard }
  /** Anything that is no question about states, in the file's own words. */
  | { readonly kind: 'other'; readonly text: string };

/** The states from the outermost to this one, by name. */
export function pathOf(state: ForeignState): string {
  const { parent, name } = state;
  return parent === null || parent.parent === null ? name : `${pathOf(parent)}.${name}`;
}

/** The outermost state around a state. */
export function rootOf(state: ForeignState): ForeignState {
  return state.parent === null ? state : rootOf(state.parent);
}

/** A state and all within it. */
export function* statesWithin(state: ForeignState): Generator<ForeignState> {
  yield state;
  for (const child of state.children) yield* statesWithin(child);
}

/** Whether a state is another one or lies within it. */
export function isWithin(state: ForeignState, outer: ForeignState): boolean {
  for (let each: ForeignState | null = state; each !== null; each = each.parent)
    if (each === outer) return true;
  return false;
}
