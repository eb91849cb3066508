import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  blockingSets,
  type Condition,
  evaluate,
  type Leaf,
  leavesOf,
  meets,
  waive,
} from '../../src/model/condition.ts';
import type { StageMap } from '../../src/model/statechart.ts';
import { anyCondition, anyLeaf, WORLDS } from './any-condition.ts';

const RUNS = 1500;
const world = fc.constantFrom(...WORLDS);

const holds = (condition: Condition, stages: StageMap): boolean =>
  evaluate(condition, (leaf) => meets(leaf, stages)) === true;

function blocked(condition: Condition, stages: StageMap): Leaf[][] {
  const leaves = new Map(leavesOf(condition).map((leaf) => [leaf.id, leaf]));
  return blockingSets(condition, (leaf) => meets(leaf, stages)).map((set) =>
    set.map((id) => leaves.get(id) as Leaf),
  );
}

/** The values that differ only in regions that the leaves name, and meet them all. */
function meeting(leaves: readonly Leaf[], stages: StageMap): StageMap[] {
  const moved = new Set(leaves.map((leaf) => leaf.region));
  return WORLDS.filter(
    (other) =>
      leaves.every((leaf) => meets(leaf, other)) &&
      Object.entries(other).every(
        ([region, stage]) => moved.has(region) || stages[region] === stage,
      ),
  );
}

/** Whether some value at all makes the condition hold; where none does, only waivers help. */
const canHold = (condition: Condition): boolean =>
  WORLDS.some((stages) => holds(condition, stages));

describe('minimal blocking sets of any condition', () => {
  it('are none exactly when the condition holds', () => {
    fc.assert(
      fc.property(anyCondition(), world, (condition, stages) => {
        expect(blocked(condition, stages).length === 0).toBe(holds(condition, stages));
      }),
      { numRuns: RUNS },
    );
  });

  it('name unmet leaves only, and none contains another', () => {
    fc.assert(
      fc.property(anyCondition(), world, (condition, stages) => {
        const sets = blocked(condition, stages);
        expect(sets.flat().filter((leaf) => meets(leaf, stages))).toEqual([]);
        for (const set of sets)
          expect(sets.filter((other) => other.every((leaf) => set.includes(leaf)))).toEqual([set]);
      }),
      { numRuns: RUNS },
    );
  });

  it('open the gate when the regions that one names are where its leaves ask', () => {
    fc.assert(
      fc.property(anyCondition(), world, (condition, stages) => {
        fc.pre(canHold(condition));
        for (const set of blocked(condition, stages)) {
          const opened = meeting(set, stages).filter((other) => holds(condition, other));
          expect(opened.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('leave no other way: whatever opens the gate meets all of one', () => {
    fc.assert(
      fc.property(anyCondition(), world, (condition, stages) => {
        const sets = blocked(condition, stages);
        for (const other of WORLDS) {
          if (sets.length === 0 || !holds(condition, other)) continue;
          expect(sets.some((set) => set.every((leaf) => meets(leaf, other)))).toBe(true);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('have no superfluous leaf: without it, those that are met do not add up to the condition', () => {
    fc.assert(
      fc.property(anyCondition(), world, (condition, stages) => {
        for (const set of blocked(condition, stages)) {
          for (const leaf of set) {
            const others = set.filter((other) => other !== leaf);
            const reached = meeting(others, stages);
            // What is met wherever the others are. Where they contradict one another that is no place at all.
            const isMet = (one: Leaf) =>
              reached.length > 0 && reached.every((at) => meets(one, at));
            expect(evaluate(condition, isMet)).toBe(false);
          }
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('open the gate when one is waived, with what its leaves entail', () => {
    fc.assert(
      fc.property(anyCondition(), world, (condition, stages) => {
        for (const set of blocked(condition, stages)) {
          const entailed = leavesOf(condition).filter((leaf) => isEntailed(leaf, set));
          const waived = [...set, ...entailed].map((leaf) => leaf.id);
          expect(holds(waive(condition, waived), stages)).toBe(true);
        }
      }),
      { numRuns: RUNS },
    );
  });
});

/** Whether a leaf is met wherever all leaves of a set on its region are. */
function isEntailed(leaf: Leaf, set: readonly Leaf[]): boolean {
  const others = set.filter((other) => other.region === leaf.region && leaf.region !== null);
  const common = others[0]?.stages.filter((stage) =>
    others.every((other) => other.stages.includes(stage)),
  );
  return (
    common !== undefined &&
    common.length > 0 &&
    common.every((stage) => leaf.stages.includes(stage))
  );
}

describe('blocking sets in small', () => {
  const leaf = (id: string, region: string | null, ...stages: string[]): Condition => ({
    kind: 'leaf',
    leaf: anyLeaf(id, region, stages),
  });
  const ids = (condition: Condition, stages: StageMap) =>
    blocked(condition, stages).map((set) => set.map(({ id }) => id));
  const low = { north: 'low', east: 'low', south: 'low' };

  it('names every leaf of a contradiction, since each of them would have to be waived', () => {
    const of = [
      leaf('a', 'north', 'middle'),
      leaf('b', 'north', 'high'),
      leaf('c', 'east', 'high'),
    ];
    expect(ids({ kind: 'all', of }, low)).toEqual([['a', 'b', 'c']]);
  });

  it('leaves out an alternative that asks for more than another does', () => {
    const more: Condition = {
      kind: 'all',
      of: [leaf('a', 'north', 'high'), leaf('b', 'east', 'high')],
    };
    expect(ids({ kind: 'any', of: [more, leaf('c', 'north', 'middle', 'high')] }, low)).toEqual([
      ['c'],
    ]);
  });

  it('leaves out a leaf that another of its set entails', () => {
    const of = [leaf('a', 'north', 'middle', 'high'), leaf('b', 'north', 'high')];
    expect(ids({ kind: 'all', of }, low)).toEqual([['b']]);
  });

  it('gives alternatives by size, and leaves out the one that nothing can meet', () => {
    const both: Condition = {
      kind: 'all',
      of: [leaf('a', 'north', 'high'), leaf('b', 'east', 'high')],
    };
    const of = [both, leaf('c', 'south', 'high'), leaf('d', null)];
    expect(ids({ kind: 'any', of }, low)).toEqual([['c'], ['a', 'b']]);
    expect(ids(leaf('d', null), low)).toEqual([['d']]);
  });
});
