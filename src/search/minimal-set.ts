import type { Work } from './work.ts';

/** Whether something holds of a set; it keeps holding when the set grows. */
export type GrowingTest<Item> = (set: readonly Item[]) => Work<boolean>;

/**
 * One minimal set for which a test holds, out of items for which it holds all together: none of its items can be
 * left out. By halves, so that a small set is found among many items in few tests (U. Junker: QuickXplain,
 * preferred explanations and relaxations for over-constrained problems, AAAI 2004).
 *
 * @param items for which the test is known to hold together; of several minimal sets it finds one of the early items
 */
export function* oneMinimalSet<Item>(
  items: readonly Item[],
  test: GrowingTest<Item>,
): Work<readonly Item[]> {
  const needed = yield* within([], true, items.toReversed(), test);
  return items.filter((item) => needed.includes(item));
}

/** What of the items is needed beside those that are given. */
function* within<Item>(
  given: readonly Item[],
  isUntested: boolean,
  items: readonly Item[],
  test: GrowingTest<Item>,
): Work<readonly Item[]> {
  if (items.length === 0 || (isUntested && (yield* test(given)))) return [];
  if (items.length === 1) return items;
  const half = Math.floor(items.length / 2);
  const [early, late] = [items.slice(0, half), items.slice(half)];
  const ofLate = yield* within([...given, ...early], early.length > 0, late, test);
  const ofEarly = yield* within([...given, ...ofLate], ofLate.length > 0, early, test);
  return [...ofEarly, ...ofLate];
}
