import * as fc from 'fast-check';
import type { Condition, ConditionTree } from '../../src/model/condition.ts';
import type { StageMap } from '../../src/model/statechart.ts';

/** Three regions of three stages: enough for every way in which conditions can help and hinder one another. */
export const REGIONS = ['north', 'east', 'south'] as const;
export const STAGES = ['low', 'middle', 'high'] as const;

/** Every full value of the regions. */
export const WORLDS: readonly StageMap[] = STAGES.flatMap((north) =>
  STAGES.flatMap((east) => STAGES.map((south) => ({ north, east, south }))),
);

type Tree =
  | { readonly kind: 'condition'; readonly region: string; readonly stages: string[] }
  | {
      readonly kind: 'all' | 'any';
      readonly of: readonly Tree[];
    };

/** Conditions nested in any way, with several on one region, and groups of one. */
export function anyTree(): fc.Arbitrary<ConditionTree> {
  const stages = fc.subarray([...STAGES], { minLength: 1, maxLength: 2 });
  const condition = fc.record({
    kind: fc.constant('condition' as const),
    region: fc.constantFrom(...REGIONS),
    stages,
  });
  const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3, depthSize: 'medium' },
      condition as fc.Arbitrary<Tree>,
      fc.record({
        kind: fc.constantFrom('all' as const, 'any' as const),
        of: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }),
      }),
    ),
  }));
  return tree.map((written) => {
    let count = 0;
    const named = (part: Tree): ConditionTree => {
      if (part.kind !== 'condition') return { kind: part.kind, of: part.of.map(named) };
      count += 1;
      return {
        kind: 'condition',
        condition: anyCondition(`condition${count}`, part.region, part.stages),
      };
    };
    return readable(named(written));
  });
}

export function anyCondition(id: string, region: string, stages: readonly string[]): Condition {
  return {
    id,
    region,
    stages,
    claims: [],
    basis: 'derived',
    inference: null,
    reading: 'any',
    from: null,
    until: null,
  };
}

/** Prints as a formula in a failure. */
function readable(tree: ConditionTree): ConditionTree {
  return Object.assign(tree, { [fc.toStringMethod]: () => inWords(tree) });
}

function inWords(tree: ConditionTree): string {
  if (tree.kind === 'condition') {
    const { id, region, stages } = tree.condition;
    return `${id}: ${region} at ${stages.join('|')}`;
  }
  return `${tree.kind}(${tree.of.map(inWords).join(', ')})`;
}
