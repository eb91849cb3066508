import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockingSets } from '../../src/model/blocking-sets.ts';
import {
  type Condition,
  conditionsOf,
  type ConditionTree,
  evaluate,
  isMet,
  meets,
  waive,
} from '../../src/model/condition.ts';
import type { StageMap } from '../../src/model/statechart.ts';
import { anyCondition, anyTree, WORLDS } from './any-condition.ts';

const RUNS = 1500;
const world = fc.constantFrom(...WORLDS);

function blocked(tree: ConditionTree, stages: StageMap): Condition[][] {
  return blockingSets(tree, (condition) => meets(condition, stages));
}

/** The values that differ only in regions that the conditions name, and meet them all. */
function meeting(conditions: readonly Condition[], stages: StageMap): StageMap[] {
  const moved = new Set(conditions.map((condition) => condition.region));
  return WORLDS.filter(
    (other) =>
      conditions.every((condition) => meets(condition, other)) &&
      Object.entries(other).every(
        ([region, stage]) => moved.has(region) || stages[region] === stage,
      ),
  );
}

/** Whether some value at all makes the condition hold; where none does, only waivers help. */
const canHold = (tree: ConditionTree): boolean => WORLDS.some((stages) => isMet(tree, stages));

describe('minimal blocking sets of any condition', () => {
  it('are none exactly when the condition holds', () => {
    fc.assert(
      fc.property(anyTree(), world, (tree, stages) => {
        expect(blocked(tree, stages).length === 0).toBe(isMet(tree, stages));
      }),
      { numRuns: RUNS },
    );
  });

  it('name unmet conditions only, and none contains another', () => {
    fc.assert(
      fc.property(anyTree(), world, (tree, stages) => {
        const sets = blocked(tree, stages);
        expect(sets.flat().filter((condition) => meets(condition, stages))).toEqual([]);
        for (const set of sets)
          expect(
            sets.filter((other) => other.every((condition) => set.includes(condition))),
          ).toEqual([set]);
      }),
      { numRuns: RUNS },
    );
  });

  it('open the gate when the regions that one names are where its conditions ask', () => {
    fc.assert(
      fc.property(anyTree(), world, (tree, stages) => {
        fc.pre(canHold(tree));
        for (const set of blocked(tree, stages)) {
          const opened = meeting(set, stages).filter((other) => isMet(tree, other));
          expect(opened.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('leave no other way: whatever opens the gate meets all of one', () => {
    fc.assert(
      fc.property(anyTree(), world, (tree, stages) => {
        const sets = blocked(tree, stages);
        for (const other of WORLDS) {
          if (sets.length === 0 || !isMet(tree, other)) continue;
          expect(sets.some((set) => set.every((condition) => meets(condition, other)))).toBe(true);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('have no superfluous condition: without it, those that are met do not add up to the condition', () => {
    fc.assert(
      fc.property(anyTree(), world, (tree, stages) => {
        for (const set of blocked(tree, stages)) {
          for (const condition of set) {
            const others = set.filter((other) => other !== condition);
            const reached = meeting(others, stages);
            // What is met wherever the others are. Where they contradict one another that is no place at all.
            const isFulfilled = (one: Condition) =>
              reached.length > 0 && reached.every((at) => meets(one, at));
            expect(evaluate(tree, isFulfilled)).toBe(false);
          }
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('open the gate when one is waived, with what its conditions entail', () => {
    fc.assert(
      fc.property(anyTree(), world, (tree, stages) => {
        for (const set of blocked(tree, stages)) {
          const entailed = conditionsOf(tree).filter((condition) => isEntailed(condition, set));
          const waived = [...set, ...entailed].map((condition) => condition.id);
          expect(isMet(waive(tree, waived), stages)).toBe(true);
        }
      }),
      { numRuns: RUNS },
    );
  });
});

/** Whether a condition is met wherever all conditions of a set on its region are. */
function isEntailed(condition: Condition, set: readonly Condition[]): boolean {
  const others = set.filter((other) => other.region === condition.region);
  const common = others[0]?.stages.filter((stage) =>
    others.every((other) => other.stages.includes(stage)),
  );
  return (
    common !== undefined &&
    common.length > 0 &&
    common.every((stage) => condition.stages.includes(stage))
  );
}

describe('blocking sets in small', () => {
  const one = (id: string, region: string, ...stages: string[]): ConditionTree => ({
    kind: 'condition',
    condition: anyCondition(id, region, stages),
  });
  const ids = (tree: ConditionTree, stages: StageMap) =>
    blocked(tree, stages).map((set) => set.map(({ id }) => id));
  const low = { north: 'low', east: 'low', south: 'low' };

  it('names every condition of a contradiction, since each of them would have to be waived', () => {
    const of = [one('a', 'north', 'middle'), one('b', 'north', 'high'), one('c', 'east', 'high')];
    expect(ids({ kind: 'all', of }, low)).toEqual([['a', 'b', 'c']]);
  });

  it('conditions out an alternative that asks for more than another does', () => {
    const more: ConditionTree = {
      kind: 'all',
      of: [one('a', 'north', 'high'), one('b', 'east', 'high')],
    };
    expect(ids({ kind: 'any', of: [more, one('c', 'north', 'middle', 'high')] }, low)).toEqual([
      ['c'],
    ]);
  });

  it('conditions out a condition that another of its set entails', () => {
    const of = [one('a', 'north', 'middle', 'high'), one('b', 'north', 'high')];
    expect(ids({ kind: 'all', of }, low)).toEqual([['b']]);
  });

  it('gives alternatives by size, and conditions out the one that nothing can meet', () => {
    const both: ConditionTree = {
      kind: 'all',
      of: [one('a', 'north', 'high'), one('b', 'east', 'high')],
    };
    const never: ConditionTree = {
      kind: 'all',
      of: [one('d', 'south', 'middle'), one('e', 'south', 'high')],
    };
    const of = [both, one('c', 'south', 'high'), never];
    expect(ids({ kind: 'any', of }, low)).toEqual([['c'], ['a', 'b']]);
  });
});
