import { every, some, type Truth } from './kleene.ts';
import type { DayRange } from './days.ts';
import type { StageMap } from './statechart.ts';

/** A requirement on one region, or one that nothing can meet. */
export interface Leaf {
  readonly id: string;
  /** Null, with no stages, where the leaf says never. */
  readonly region: string | null;
  readonly stages: readonly string[];
  readonly claims: readonly string[];
  /** When the first claim that states it was published; null where it holds without a date. */
  readonly since: DayRange | null;
  readonly basis: 'sourced' | 'derived';
  readonly inference: string | null;
  /** The reading that states it, or the base. */
  readonly reading: string;
}

/** What a gate asks: leaves under `all` and `any`. An empty `all` asks nothing. */
export type Condition =
  | { readonly kind: 'leaf'; readonly leaf: Leaf }
  | { readonly kind: 'all'; readonly of: readonly Condition[] }
  | { readonly kind: 'any'; readonly of: readonly Condition[] };

export const NOTHING_ASKED: Condition = { kind: 'all', of: [] };

/** The condition that asks for both. */
export function both(left: Condition, right: Condition): Condition {
  const parts = [left, right].flatMap((part) => (part.kind === 'all' ? part.of : [part]));
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind: 'all', of: parts };
}

/** Every leaf, from left to right. */
export function leavesOf(condition: Condition): Leaf[] {
  return condition.kind === 'leaf' ? [condition.leaf] : condition.of.flatMap(leavesOf);
}

/** The condition without the leaves that do not pass the test; a group that loses all its members goes too. */
export function keepLeaves(condition: Condition, keep: (leaf: Leaf) => boolean): Condition {
  return kept(condition, keep) ?? NOTHING_ASKED;
}

function kept(condition: Condition, keep: (leaf: Leaf) => boolean): Condition | null {
  if (condition.kind === 'leaf') return keep(condition.leaf) ? condition : null;
  const of = condition.of.map((part) => kept(part, keep)).filter((part) => part !== null);
  if (of.length === 0 && condition.of.length > 0) return null;
  return { kind: condition.kind, of };
}

/** Whether a state meets a leaf. One that says never is not met by any. */
export function meets(leaf: Leaf, stages: StageMap): boolean {
  if (leaf.region === null) return false;
  const stage = stages[leaf.region];
  return stage !== undefined && leaf.stages.includes(stage);
}

/** The truth of a condition, given that of each leaf. */
export function evaluate(condition: Condition, truth: (leaf: Leaf) => Truth): Truth {
  switch (condition.kind) {
    case 'leaf':
      return truth(condition.leaf);
    case 'all':
      return every(condition.of.map((part) => evaluate(part, truth)));
    case 'any':
      return some(condition.of.map((part) => evaluate(part, truth)));
  }
}

/**
 * The minimal blocking sets: the smallest sets of leaves, none containing another, such that the condition
 * holds once all leaves of one set are met (or waived), everything else staying as it is.
 *
 * @param met whether a leaf is met already
 * @returns no set at all when the condition holds; sets by size, then by the order of the leaves
 */
export function blockingSets(condition: Condition, met: (leaf: Leaf) => boolean): string[][] {
  const sets = minimal(setsThatMeet(condition, met));
  return sets.length === 1 && sets[0]?.length === 0 ? [] : sets;
}

function setsThatMeet(condition: Condition, met: (leaf: Leaf) => boolean): string[][] {
  switch (condition.kind) {
    case 'leaf':
      return met(condition.leaf) ? [[]] : [[condition.leaf.id]];
    case 'any':
      return minimal(condition.of.flatMap((part) => setsThatMeet(part, met)));
    case 'all':
      return condition.of.reduce<string[][]>(
        (sets, part) =>
          minimal(
            sets.flatMap((set) =>
              setsThatMeet(part, met).map((more) => [...new Set([...set, ...more])]),
            ),
          ),
        [[]],
      );
  }
}

function minimal(sets: string[][]): string[][] {
  const bySize = sets.toSorted((left, right) => left.length - right.length);
  const smallest: string[][] = [];
  for (const set of bySize) {
    if (!smallest.some((known) => known.every((leaf) => set.includes(leaf)))) smallest.push(set);
  }
  return smallest;
}
