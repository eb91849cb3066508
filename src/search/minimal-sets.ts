import { oneMinimalSet } from './minimal-set.ts';
import type { Work } from './work.ts';

export interface MinimalSets<Item> {
  /** The sets, none containing another: small ones first, then in the order of the items. */
  readonly sets: readonly (readonly Item[])[];
  /** False where a test could not be decided; then sets may be missing, or larger than they need be. */
  readonly complete: boolean;
}

/**
 * All minimal sets for which a test holds that keeps holding when a set grows.
 *
 * A set that passes is cut down until it is minimal; every other minimal set lacks one of its items, so the search
 * goes on without each of them in turn (the hitting set tree of R. Reiter: A theory of diagnosis from first
 * principles, 1987). Few minimal sets take few tests, whatever the number of items.
 *
 * @param test whether it holds for a set of the items, in their order; null where that was not decided
 */
export function* minimalSets<Item>(
  items: readonly Item[],
  test: (set: readonly Item[]) => Work<boolean | null>,
): Work<MinimalSets<Item>> {
  const found: (readonly Item[])[] = [];
  let complete = true;
  const asked = function* (set: readonly Item[]): Work<boolean> {
    const answer = yield* test(set);
    if (answer === null) complete = false;
    return answer === true;
  };

  const seen = new Set<string>();
  const open: (readonly Item[])[] = [items];
  for (const candidate of open) {
    const key = candidate.map((item) => items.indexOf(item)).join(' ');
    if (seen.has(key)) continue;
    seen.add(key);
    const known = found.find((set) => set.every((item) => candidate.includes(item)));
    if (known === undefined && !(yield* asked(candidate))) continue;
    const minimal = known ?? (yield* oneMinimalSet(candidate, asked));
    if (known === undefined) found.push(minimal);
    for (const item of minimal) open.push(candidate.filter((other) => other !== item));
  }
  const places = (set: readonly Item[]): number[] => set.map((item) => items.indexOf(item));
  const sets = found.toSorted((left, right) => {
    const [ours, theirs] = [places(left), places(right)];
    const differs = ours.findIndex((place, index) => place !== theirs[index]);
    return left.length - right.length || (ours[differs] ?? 0) - (theirs[differs] ?? 0);
  });
  return { sets, complete };
}
