import type { DayRange } from './days.ts';
import { every, some, type Truth } from './kleene.ts';
import type { Basis } from './shapes/scenario.ts';
import type { StageMap } from './statechart.ts';

/** Stages asked of a region before an event: by a party, or by the model itself. */
export interface Condition {
  readonly id: string;
  readonly region: string;
  readonly stages: readonly string[];
  readonly claims: readonly string[];
  readonly basis: Basis;
  readonly inference: string | null;
  /** The reading that asks; null where it is the model's own requirement. */
  readonly reading: string | null;
  /** The days between which it began to be asked; with its statement where null. */
  readonly from: DayRange | null;
  /** The days between which the last lies on which it is asked; null where none is known. */
  readonly until: DayRange | null;
}

/** What is asked as a whole: conditions under `all` and `any`. An empty `all` asks nothing. */
export type ConditionTree =
  | { readonly kind: 'condition'; readonly condition: Condition }
  | { readonly kind: 'all'; readonly of: readonly ConditionTree[] }
  | { readonly kind: 'any'; readonly of: readonly ConditionTree[] };

export const NOTHING_ASKED: ConditionTree = { kind: 'all', of: [] };

/** The tree that asks for all of several. */
export function allAsked(trees: readonly ConditionTree[]): ConditionTree {
  const parts = trees.flatMap((part) => (part.kind === 'all' ? part.of : [part]));
  const [first] = parts;
  return parts.length === 1 && first !== undefined ? first : { kind: 'all', of: parts };
}

/** Every condition, from left to right. */
export function conditionsOf(tree: ConditionTree): Condition[] {
  return tree.kind === 'condition' ? [tree.condition] : tree.of.flatMap(conditionsOf);
}

/** The tree without the conditions that do not pass the test; a group that loses all its members goes too. */
export function keepConditions(
  tree: ConditionTree,
  keep: (condition: Condition) => boolean,
): ConditionTree {
  return kept(tree, keep) ?? NOTHING_ASKED;
}

function kept(tree: ConditionTree, keep: (condition: Condition) => boolean): ConditionTree | null {
  if (tree.kind === 'condition') return keep(tree.condition) ? tree : null;
  const of = tree.of.map((part) => kept(part, keep)).filter((part) => part !== null);
  if (of.length === 0 && tree.of.length > 0) return null;
  return { kind: tree.kind, of };
}

/** The tree with the named conditions counting as met: an alternative that rests on one asks nothing more. */
export function waive(tree: ConditionTree, waived: readonly string[]): ConditionTree {
  if (waived.length === 0) return tree;
  if (tree.kind === 'condition') return waived.includes(tree.condition.id) ? NOTHING_ASKED : tree;
  return { kind: tree.kind, of: tree.of.map((part) => waive(part, waived)) };
}

/** Whether a state meets a condition. */
export function meets(condition: Condition, stages: StageMap): boolean {
  const stage = stages[condition.region];
  return stage !== undefined && condition.stages.includes(stage);
}

/** The truth of what is asked, given that of each condition. */
export function evaluate(tree: ConditionTree, truth: (condition: Condition) => Truth): Truth {
  switch (tree.kind) {
    case 'condition':
      return truth(tree.condition);
    case 'all':
      return every(tree.of.map((part) => evaluate(part, truth)));
    case 'any':
      return some(tree.of.map((part) => evaluate(part, truth)));
  }
}

/** Whether a state meets all that is asked. */
export function isMet(tree: ConditionTree, stages: StageMap): boolean {
  return evaluate(tree, (condition) => meets(condition, stages)) === true;
}
