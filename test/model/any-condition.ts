import * as fc from 'fast-check';
import type { Condition, Leaf } from '../../src/model/condition.ts';
import type { StageMap } from '../../src/model/statechart.ts';

/** Three regions of three stages: enough for every way in which leaves can help and hinder one another. */
export const REGIONS = ['north', 'east', 'south'] as const;
export const STAGES = ['low', 'middle', 'high'] as const;

/** Every full value of the regions. */
export const WORLDS: readonly StageMap[] = STAGES.flatMap((north) =>
  STAGES.flatMap((east) => STAGES.map((south) => ({ north, east, south }))),
);

type Tree =
  | { readonly kind: 'leaf'; readonly region: string | null; readonly stages: string[] }
  | {
      readonly kind: 'all' | 'any';
      readonly of: readonly Tree[];
    };

/** Conditions nested in any way, with several leaves on one region, leaves that say never, and groups of one. */
export function anyCondition(): fc.Arbitrary<Condition> {
  const stages = fc.subarray([...STAGES], { minLength: 1, maxLength: 2 });
  const leaf = fc.record({
    kind: fc.constant('leaf' as const),
    region: fc.constantFrom(...REGIONS),
    stages,
  });
  const never = fc.constant<Tree>({ kind: 'leaf', region: null, stages: [] });
  const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3, depthSize: 'medium' },
      fc.oneof(
        { arbitrary: leaf as fc.Arbitrary<Tree>, weight: 9 },
        { arbitrary: never, weight: 1 },
      ),
      fc.record({
        kind: fc.constantFrom('all' as const, 'any' as const),
        of: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }),
      }),
    ),
  }));
  return tree.map((written) => {
    let count = 0;
    const named = (part: Tree): Condition => {
      if (part.kind !== 'leaf') return { kind: part.kind, of: part.of.map(named) };
      count += 1;
      return { kind: 'leaf', leaf: anyLeaf(`leaf${count}`, part.region, part.stages) };
    };
    return readable(named(written));
  });
}

export function anyLeaf(id: string, region: string | null, stages: readonly string[]): Leaf {
  return {
    id,
    region,
    stages,
    claims: [],
    since: null,
    basis: 'derived',
    inference: null,
    reading: 'any',
  };
}

/** Prints as a formula in a failure. */
function readable(condition: Condition): Condition {
  return Object.assign(condition, { [fc.toStringMethod]: () => inWords(condition) });
}

function inWords(condition: Condition): string {
  if (condition.kind === 'leaf') {
    const { id, region, stages } = condition.leaf;
    return region === null ? `${id}: never` : `${id}: ${region} at ${stages.join('|')}`;
  }
  return `${condition.kind}(${condition.of.map(inWords).join(', ')})`;
}
