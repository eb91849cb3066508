import type { StageMap } from './statechart.ts';

/** Regions whose stage is unknown: those that could change a verdict, and those that cannot. */
export interface UnknownFacts {
  readonly deciding: readonly string[];
  readonly irrelevant: readonly string[];
}

/**
 * Tells the unknown facts that decide a verdict from those that do not matter. A fact decides where some smallest set
 * of facts that settles the verdict has it in it. Facts that hang together (one event moved both, or neither) each
 * settle what the other would, so both decide.
 *
 * Two values with different verdicts have to be told apart by some region in which they differ; a region is in a
 * smallest settling set exactly when it is in a smallest such difference (a prime implicant of the discernibility
 * function, in the words of rough sets). Compares all pairs of values in the worst case, and normally few.
 *
 * @param regions the regions on which the values differ
 * @param event whose having been taken may differ too: what that alone decides no region does
 * @param worlds the possible values
 * @param lets whether the gate lets its event pass in each of them
 */
export function tellUnknownFacts(
  regions: readonly string[],
  event: string,
  worlds: readonly StageMap[],
  lets: readonly boolean[],
): UnknownFacts {
  const unknown = [...regions, event];
  const alone = unknown.filter((region) =>
    groupsBy(
      worlds,
      unknown.filter((other) => other !== region),
    ).some(
      (group) =>
        new Set(group.map((index) => worlds[index]?.[region])).size > 1 &&
        new Set(group.map((index) => lets[index])).size > 1,
    ),
  );
  const deciding = new Set(alone);
  // Values that one region alone tells apart are dealt with; what is left agrees on all of those regions.
  const differences = new Set<string>();
  for (const group of groupsBy(worlds, alone)) {
    for (const [index, left] of group.entries()) {
      for (const right of group.slice(index + 1)) {
        if (lets[left] === lets[right]) continue;
        const apart = unknown.filter(
          (region) => worlds[left]?.[region] !== worlds[right]?.[region],
        );
        differences.add(apart.join(' '));
      }
    }
  }
  const sets = [...differences].map((apart) => apart.split(' '));
  for (const set of sets) {
    const isSmallest = sets.every(
      (other) => other === set || !other.every((region) => set.includes(region)),
    );
    if (isSmallest) for (const region of set) deciding.add(region);
  }
  return {
    deciding: regions.filter((region) => deciding.has(region)),
    irrelevant: regions.filter((region) => !deciding.has(region)),
  };
}

/** The indices of the values, together where they agree on the regions. */
function groupsBy(worlds: readonly StageMap[], regions: readonly string[]): number[][] {
  const groups = new Map<string, number[]>();
  for (const [index, world] of worlds.entries()) {
    const key = regions.map((region) => world[region]).join(' ');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [index]);
    else group.push(index);
  }
  return [...groups.values()];
}
