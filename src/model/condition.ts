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

/** The condition with the named leaves counting as met: an alternative that rests on one asks nothing more. */
export function waive(condition: Condition, waived: readonly string[]): Condition {
  if (condition.kind === 'leaf')
    return waived.includes(condition.leaf.id) ? NOTHING_ASKED : condition;
  return { kind: condition.kind, of: condition.of.map((part) => waive(part, waived)) };
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
 * The minimal blocking sets: the smallest sets of unmet leaves, none containing another, such that the condition
 * holds once the regions that they name stand where all leaves of one set ask, everything else staying as it is (what
 * is met already of the same alternative included).
 *
 * A leaf that the others of its set entail is left out, and so are alternatives that bring about an easier one, and
 * sets that no stage of a region can meet at once.
 * Where nothing else is left (a leaf that says never, a contradiction) the sets say what would have to be waived.
 * It does not reason by cases: that one leaf's stages are each covered by a different alternative goes unnoticed.
 *
 * @param met whether a leaf is met already
 * @returns sets of leaf ids by size, then by the order of the leaves; none when the condition holds
 */
export function blockingSets(condition: Condition, met: (leaf: Leaf) => boolean): string[][] {
  if (evaluate(condition, met) === true) return [];
  const unmet = (leaf: Leaf) => !met(leaf);
  const ways = minimal(waysToHold(condition));
  const possible = ways.filter((way) => canHoldTogether(way, unmet));
  const asked = possible.length > 0 ? withoutHarder(possible, met) : ways;
  const sets = asked.map((way) => withoutEntailed(way.filter(unmet)));
  return minimal(sets.filter((set) => set.length > 0)).map((set) => set.map((leaf) => leaf.id));
}

/** Sets of leaves that together make the condition hold. */
function waysToHold(condition: Condition): Leaf[][] {
  switch (condition.kind) {
    case 'leaf':
      return [[condition.leaf]];
    case 'any':
      return minimal(condition.of.flatMap(waysToHold));
    case 'all':
      return condition.of.reduce<Leaf[][]>(
        (ways, part) =>
          minimal(
            ways.flatMap((way) => waysToHold(part).map((more) => [...new Set([...way, ...more])])),
          ),
        [[]],
      );
  }
}

/** Whether every region that has to move has a stage that all leaves on it accept; a leaf that says never rules that out. */
function canHoldTogether(way: readonly Leaf[], unmet: (leaf: Leaf) => boolean): boolean {
  return way.filter(unmet).every((leaf) => commonStages(way, leaf.region).length > 0);
}

function commonStages(way: readonly Leaf[], region: string | null): string[] {
  const [first, ...others] = way.filter((leaf) => leaf.region === region);
  return first === undefined
    ? []
    : first.stages.filter((stage) => others.every((leaf) => leaf.stages.includes(stage)));
}

/** The ways without those that bring about another one and ask for more than that one does. */
function withoutHarder(ways: readonly Leaf[][], met: (leaf: Leaf) => boolean): Leaf[][] {
  return ways.filter(
    (way) =>
      !ways.some(
        (other) => other !== way && bringsAbout(way, other, met) && !bringsAbout(other, way, met),
      ),
  );
}

/** Whether another way holds once the regions that it moves stand where this way asks, all others staying as they are. */
function bringsAbout(
  way: readonly Leaf[],
  other: readonly Leaf[],
  met: (leaf: Leaf) => boolean,
): boolean {
  const moved = new Set(other.filter((leaf) => !met(leaf)).map((leaf) => leaf.region));
  return other.every((leaf) => {
    if (!moved.has(leaf.region)) return true;
    const common = commonStages(way, leaf.region);
    return common.length > 0 && common.every((stage) => leaf.stages.includes(stage));
  });
}

/** The leaves that are not met as a matter of course once the others of their region are; those that ask most are kept. */
function withoutEntailed(way: readonly Leaf[]): Leaf[] {
  const needed = [...way];
  for (const leaf of way.toSorted((left, right) => right.stages.length - left.stages.length)) {
    const others = needed.filter(
      (other) => other !== leaf && other.region === leaf.region && other.region !== null,
    );
    const common = commonStages(others, leaf.region);
    // Leaves that contradict one another entail nothing: each of them would have to be waived.
    if (common.length > 0 && common.every((stage) => leaf.stages.includes(stage)))
      needed.splice(needed.indexOf(leaf), 1);
  }
  return needed;
}

function minimal(sets: readonly Leaf[][]): Leaf[][] {
  const bySize = sets.toSorted((left, right) => left.length - right.length);
  const smallest: Leaf[][] = [];
  for (const set of bySize) {
    if (!smallest.some((known) => known.every((leaf) => set.includes(leaf)))) smallest.push(set);
  }
  return smallest;
}
