/** Every choice of some items, in their order: of none as well as of all. */
export function subsetsOf<Item>(items: readonly Item[]): Item[][] {
  let subsets: Item[][] = [[]];
  for (const item of items) subsets = subsets.flatMap((subset) => [[...subset, item], subset]);
  return subsets;
}
