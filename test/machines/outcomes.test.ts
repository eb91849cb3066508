import { describe, expect, it } from 'vitest';
import { type Condition, evaluate, leavesOf, meets } from '../../src/model/condition.ts';
import { Runner } from '../../src/model/runner.ts';
import type { StageMap } from '../../src/model/statechart.ts';
import { effectiveCondition } from '../../src/model/terms.ts';
import { loadShipped } from '../shipped.ts';
import { CELLS, LEAVES, type LeafPin } from './leaves.ts';

const { agreement } = loadShipped();
const runner = new Runner(agreement);

/**
 * What a gate can do under a reading. `refuses and passes` where there is a state for each; `never refuses` where
 * nothing is asked; `passes when waived` where the reading rules the event out.
 */
type Kind = 'refuses and passes' | 'never refuses' | 'passes when waived';

/** Which of the three, from the table of what the documents have each reading say. */
function kindOf(gate: string, reading: string): Kind {
  const own = CELLS[reading]?.[gate];
  const rulesOut = (pin: LeafPin) => pin.region === null && pin.leaf === own;
  if (LEAVES.some(rulesOut)) return 'passes when waived';
  const asksNothing = own === undefined || own === 'nothing';
  return asksNothing && CELLS['base']?.[gate] === undefined
    ? 'never refuses'
    : 'refuses and passes';
}

/** Every combination of stages of the regions that a condition asks about; the rest as at the start. */
function* statesOf(condition: Condition): Generator<StageMap> {
  const regions = [...new Set(leavesOf(condition).map((leaf) => leaf.region))].filter(
    (region) => region !== null,
  );
  const fill = function* (index: number, stages: StageMap): Generator<StageMap> {
    const region = regions[index];
    if (region === undefined) {
      yield stages;
      return;
    }
    for (const { id } of agreement.regions.get(region)?.stages ?? [])
      yield* fill(index + 1, { ...stages, [region]: id });
  };
  yield* fill(0, runner.initial());
}

/** Whether XState takes the gate's event under a reading, asked of the machine itself. */
function takes(gate: string, reading: string, stages: StageMap, waived: string[] = []): boolean {
  const machine = runner.machineUnder({ reading, day: null, waived });
  const snapshot = machine.resolveState({ value: { ...stages }, context: undefined });
  return snapshot.can({ type: agreement.gates.get(gate)?.event ?? '' });
}

const pairs = [...agreement.gates.values()].flatMap((gate) =>
  [...agreement.readings.keys()].map((reading) => ({
    gate: gate.id,
    reading,
    kind: kindOf(gate.id, reading),
    leaving: Object.entries(
      agreement.events.get(gate.event)?.moves[gate.event.split('.')[0] ?? ''] ?? {},
    ).map(([stage]) => ({ [gate.event.split('.')[0] ?? '']: stage })),
    condition: effectiveCondition(agreement, gate.id, { reading, day: null, waived: [] }).condition,
  })),
);

describe('every gate under every reading', () => {
  it('is one of three kinds, by the documents', () => {
    const count = (kind: Kind) => pairs.filter((pair) => pair.kind === kind).length;
    expect([
      count('refuses and passes'),
      count('never refuses'),
      count('passes when waived'),
    ]).toEqual([25, 47, 3]);
  });

  it.each(pairs.filter((pair) => pair.kind === 'refuses and passes'))(
    '$gate refuses and lets pass under $reading, from wherever its event can leave',
    ({ gate, reading, leaving, condition }) => {
      for (const home of leaving) {
        const met = (stages: StageMap) => evaluate(condition, (leaf) => meets(leaf, stages));
        const found = new Map<boolean, StageMap>();
        for (const stages of statesOf(condition)) {
          const state = { ...stages, ...home };
          const holds = met(state) === true;
          if (!found.has(holds)) found.set(holds, state);
          if (found.size === 2) break;
        }
        expect(takes(gate, reading, found.get(true) ?? {})).toBe(true);
        expect(takes(gate, reading, found.get(false) ?? {})).toBe(false);
      }
    },
  );

  it.each(pairs.filter((pair) => pair.kind === 'never refuses'))(
    '$gate never refuses under $reading: it asks nothing of any region',
    ({ gate, reading, leaving, condition }) => {
      // No leaf at all, so there is no state in which one could be unmet: that is the proof.
      expect(leavesOf(condition)).toEqual([]);
      expect(evaluate(condition, () => false)).toBe(true);
      for (const home of leaving)
        expect(takes(gate, reading, { ...runner.initial(), ...home })).toBe(true);
    },
  );

  it.each(pairs.filter((pair) => pair.kind === 'passes when waived'))(
    '$gate lets pass under $reading only once that reading waives it',
    ({ gate, reading, leaving, condition }) => {
      const leaves = leavesOf(condition);
      // A leaf that says never asks about no region, so it is unmet in every state: that is the proof.
      expect(leaves.map((leaf) => leaf.region)).toEqual([null]);
      for (const home of leaving) {
        const stages = { ...runner.initial(), ...home };
        expect(takes(gate, reading, stages)).toBe(false);
        expect(takes(gate, reading, stages, [leaves[0]?.id ?? ''])).toBe(true);
      }
    },
  );
});
