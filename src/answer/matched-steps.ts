import type { PlayedStep } from '../model/run.ts';
import type { StoryStep } from '../model/story.ts';

/** A step that both of two sequences have, under one id or another. */
export interface MatchedStep {
  readonly left: PlayedStep;
  readonly right: PlayedStep;
  /** Whether it comes at another place among the steps that both have. */
  readonly isMoved: boolean;
}

/** Two sequences of steps laid side by side. */
export interface MatchedSteps {
  /** How many steps they share from the beginning. */
  readonly shared: number;
  /** In the order of the left. */
  readonly both: readonly MatchedStep[];
  readonly onlyLeft: readonly PlayedStep[];
  readonly onlyRight: readonly PlayedStep[];
}

/**
 * Matches the steps of two sequences by what they do: the same event, waiver or assumption is the same step wherever it
 * stands and whatever its scenario calls it. One that happens several times is matched with the same step of the other
 * first, then turn by turn. Notes do nothing, and are matched by what they say.
 *
 * The steps that both have in one order are as many as can be (a longest common subsequence); the others have moved.
 */
export function matchedSteps(
  left: readonly PlayedStep[],
  right: readonly PlayedStep[],
): MatchedSteps {
  const partners = partnersOf(left, right);
  const inOrder = longestRise([...partners.values()]);
  const taken = new Set(partners.values());
  const both = [...partners].flatMap(([index, other]): MatchedStep[] => {
    const [ours, theirs] = [left[index], right[other]];
    if (ours === undefined || theirs === undefined) return [];
    return [{ left: ours, right: theirs, isMoved: !inOrder.has(other) }];
  });
  const parting = left.findIndex((_, index) => partners.get(index) !== index);
  return {
    shared: parting < 0 ? left.length : parting,
    both,
    onlyLeft: left.filter((_, index) => !partners.has(index)),
    onlyRight: right.filter((_, index) => !taken.has(index)),
  };
}

/** Of steps that one sequence alone has so far, those that the other has further on. */
export function comingLater(
  only: readonly PlayedStep[],
  ahead: readonly StoryStep[],
): readonly PlayedStep[] {
  const free = new Set(ahead);
  return only.filter(({ step }) => {
    for (const each of free)
      if (isSame(each, step) || doing(each) === doing(step)) return free.delete(each);
    return false;
  });
}

/**
 * Where a sequence stands beside a step of another: after the latest step that both have by then, so that what lies
 * between the two is the other's own.
 *
 * @param position index of the step in the other sequence
 * @returns an index in the sequence, -1 where they have no step in common by then
 */
export function beside(
  steps: readonly StoryStep[],
  other: readonly StoryStep[],
  position: number,
): number {
  for (let index = Math.min(position, other.length - 1); index >= 0; index -= 1) {
    const theirs = other[index];
    if (theirs === undefined) continue;
    const same = steps.findIndex((step) => isSame(step, theirs));
    const found = same < 0 ? steps.findIndex((step) => doing(step) === doing(theirs)) : same;
    if (found >= 0) return found;
  }
  return -1;
}

/** The right step's index of each left step that has a partner, in the order of the left. */
function partnersOf(
  left: readonly PlayedStep[],
  right: readonly PlayedStep[],
): Map<number, number> {
  const partners = new Map<number, number>();
  const taken = new Set<number>();
  const pair = (
    keyOf: (step: StoryStep) => string,
    isPartner: (ours: StoryStep, theirs: StoryStep) => boolean,
  ) => {
    const free = new Map<string, number[]>();
    for (const [other, { step }] of right.entries()) {
      if (taken.has(other)) continue;
      const alike = free.get(keyOf(step));
      if (alike === undefined) free.set(keyOf(step), [other]);
      else alike.push(other);
    }
    for (const [index, { step }] of left.entries()) {
      if (partners.has(index)) continue;
      const alike = free.get(keyOf(step)) ?? [];
      const at = alike.findIndex((other) => {
        const theirs = right[other]?.step;
        return theirs !== undefined && isPartner(step, theirs);
      });
      const [partner] = at < 0 ? [] : alike.splice(at, 1);
      if (partner === undefined) continue;
      partners.set(index, partner);
      taken.add(partner);
    }
  };
  pair(({ id }) => id, isSame);
  pair(doing, () => true);
  return new Map([...partners].toSorted(([one], [two]) => one - two));
}

/** The same step: of the same scenario, or one that does the same under the same id, as a copy of a branch does. */
function isSame(left: StoryStep, right: StoryStep): boolean {
  return left.id === right.id && (left.scenario === right.scenario || doing(left) === doing(right));
}

const known = new WeakMap<StoryStep, string>();

/** An attempt that came to nothing does something else than the event itself. */
function doing(step: StoryStep): string {
  let said = known.get(step);
  if (said === undefined) {
    const { action, title, void: attempt } = step;
    const does = action.kind === 'note' ? `note ${title}` : Object.values(action).join(' ');
    known.set(step, (said = attempt === null ? does : `void ${does}`));
  }
  return said;
}

/**
 * The values of a longest rising subsequence, of values that are all different; of several the one that stands first.
 *
 * Schensted, "Longest increasing and decreasing subsequences" (1961): for each length, the places at which a longest rise
 * of that length ends, whose values fall from place to place.
 */
function longestRise(values: readonly number[]): Set<number> {
  const valueAt = (place: number | undefined) => values[place ?? -1] ?? Infinity;
  const ends: number[][] = [];
  const before: (number | null)[] = [];
  for (const [place, value] of values.entries()) {
    const length = firstOf(ends.length, (each) => valueAt(ends[each]?.at(-1)) > value);
    const shorter = ends[length - 1] ?? [];
    before.push(shorter[firstOf(shorter.length, (each) => valueAt(shorter[each]) < value)] ?? null);
    (ends[length] ??= []).push(place);
  }
  const rise = new Set<number>();
  for (let place = ends.at(-1)?.[0] ?? null; place !== null; place = before[place] ?? null)
    rise.add(valueAt(place));
  return rise;
}

/** The first of so many from which on something holds; their number where it holds of none. */
function firstOf(count: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
