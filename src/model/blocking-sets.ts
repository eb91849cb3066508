import { type Condition, type ConditionTree, evaluate } from './condition.ts';
import { smallest } from './smallest.ts';

/**
 * The minimal blocking sets: the smallest sets of unmet conditions, none containing another, such that the condition
 * holds once the regions that they name stand where all conditions of one set ask, everything else staying as it is (what
 * is met already of the same alternative included).
 *
 * A condition that the others of its set entail is left out, and so are alternatives that bring about an easier one, and
 * sets that no stage of a region can meet at once.
 * Where nothing else is left (conditions that contradict one another) the sets say what would have to be waived.
 * It does not reason by cases: that one condition's stages are each covered by a different alternative goes unnoticed.
 *
 * @param met whether a condition is met already
 * @returns sets of conditions by size, then in their order; none when what is asked holds
 */
export function blockingSets(
  tree: ConditionTree,
  met: (condition: Condition) => boolean,
): Condition[][] {
  if (evaluate(tree, met) === true) return [];
  const unmet = (condition: Condition) => !met(condition);
  const ways = minimal(waysToHold(tree));
  const possible = ways.filter((way) => canHoldTogether(way, unmet));
  const asked = possible.length > 0 ? withoutHarder(possible, met) : ways;
  const sets = asked.map((way) => withoutEntailed(way.filter(unmet)));
  return minimal(sets.filter((set) => set.length > 0));
}

/** Sets of conditions that together make the condition hold. */
function waysToHold(tree: ConditionTree): Condition[][] {
  switch (tree.kind) {
    case 'condition':
      return [[tree.condition]];
    case 'any':
      return minimal(tree.of.flatMap(waysToHold));
    case 'all':
      return tree.of.reduce<Condition[][]>(
        (ways, part) =>
          minimal(
            ways.flatMap((way) => waysToHold(part).map((more) => [...new Set([...way, ...more])])),
          ),
        [[]],
      );
  }
}

/** Whether every region that has to move has a stage that all conditions on it accept. */
function canHoldTogether(
  way: readonly Condition[],
  unmet: (condition: Condition) => boolean,
): boolean {
  return way.filter(unmet).every((condition) => commonStages(way, condition.region).length > 0);
}

function commonStages(way: readonly Condition[], region: string): string[] {
  const [first, ...others] = way.filter((condition) => condition.region === region);
  return first === undefined
    ? []
    : first.stages.filter((stage) => others.every((condition) => condition.stages.includes(stage)));
}

/** The ways without those that bring about another one and ask for more than that one does. */
function withoutHarder(
  ways: readonly Condition[][],
  met: (condition: Condition) => boolean,
): Condition[][] {
  return ways.filter(
    (way) =>
      !ways.some(
        (other) => other !== way && bringsAbout(way, other, met) && !bringsAbout(other, way, met),
      ),
  );
}

/** Whether another way holds once the regions that it moves stand where this way asks, all others staying as they are. */
function bringsAbout(
  way: readonly Condition[],
  other: readonly Condition[],
  met: (condition: Condition) => boolean,
): boolean {
  const moved = new Set(
    other.filter((condition) => !met(condition)).map((condition) => condition.region),
  );
  return other.every((condition) => {
    if (!moved.has(condition.region)) return true;
    const common = commonStages(way, condition.region);
    return common.length > 0 && common.every((stage) => condition.stages.includes(stage));
  });
}

/** The conditions that are not met as a matter of course once the others of their region are; those that ask most are kept. */
function withoutEntailed(way: readonly Condition[]): Condition[] {
  const needed = [...way];
  for (const condition of way.toSorted((left, right) => right.stages.length - left.stages.length)) {
    const others = needed.filter(
      (other) => other !== condition && other.region === condition.region,
    );
    const common = commonStages(others, condition.region);
    // Conditions that contradict one another entail nothing: each of them would have to be waived.
    if (common.length > 0 && common.every((stage) => condition.stages.includes(stage)))
      needed.splice(needed.indexOf(condition), 1);
  }
  return needed;
}

function minimal(sets: readonly Condition[][]): Condition[][] {
  return smallest(
    sets.toSorted((left, right) => left.length - right.length),
    (set) => set,
  );
}
