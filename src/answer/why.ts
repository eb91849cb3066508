import { type Leaf, leavesOf } from '../model/condition.ts';
import type { Fact } from '../model/run.ts';
import type { Verdict } from '../model/shapes/scenario.ts';
import { disputingParties, judgeGate, type LeafStatus } from '../model/verdict.ts';
import type { Standing } from './standing.ts';

/** A leaf on the region, in the gate and under the reading that asks for it. */
export interface HeldUp {
  readonly gate: string;
  /** The reading that states it; the base's leaves are nobody's own. */
  readonly reading: string;
  readonly leaf: Leaf;
  readonly status: LeafStatus['status'];
  /** Whether it is stated by the day asked about; a later one is listed all the same. */
  readonly inForce: boolean;
  readonly verdict: Verdict;
  /** Whether the leaf is in a minimal blocking set, so that the gate waits for it. */
  readonly blocks: boolean;
}

/** What a region's stage holds up, and who says so: from the region back to gates and readings. */
export interface Why {
  readonly region: string;
  /** The stage asked about, or null for the region as a whole. */
  readonly stage: string | null;
  /** Where the region stands, by run. */
  readonly facts: readonly {
    readonly run: string;
    readonly fact: Fact;
    readonly disputedBy: readonly string[];
  }[];
  readonly heldUp: readonly HeldUp[];
  /** Claims that speak of the region. */
  readonly claims: readonly string[];
}

/**
 * @param stage lists only leaves that this stage would meet
 */
export function whyRegion(standing: Standing, region: string, stage: string | null): Why {
  const { agreement, states, day } = standing;
  const heldUp: HeldUp[] = [];
  for (const gate of agreement.gates.keys()) {
    for (const reading of agreement.readings.values()) {
      const state = states[reading.id];
      if (state === undefined) continue;
      const judged = judgeGate(
        agreement,
        gate,
        { reading: reading.id, day, waived: state.waived },
        state,
      );
      const stated = reading.gates.get(gate)?.stated;
      const own = stated ? leavesOf(stated.condition) : [];
      // The base's leaves hold under every reading alike, so they are listed once, under the first.
      const isFirst = reading.id === [...agreement.readings.keys()][0];
      const base = isFirst ? leavesOf(agreement.base.get(gate) ?? { kind: 'all', of: [] }) : [];
      for (const leaf of [...base, ...own]) {
        if (leaf.region !== region || (stage !== null && !leaf.stages.includes(stage))) continue;
        const inForce = judged.leaves.find((entry) => entry.leaf.id === leaf.id);
        heldUp.push({
          gate,
          reading: leaf.reading,
          leaf,
          status:
            inForce?.status ??
            (leaf.stages.includes(state.facts[region]?.stage ?? '') ? 'met' : 'unmet'),
          inForce: inForce !== undefined,
          verdict: judged.verdict,
          blocks: inForce !== undefined && judged.blocking.some((set) => set.includes(leaf.id)),
        });
      }
    }
  }
  const facts = Object.entries(states).flatMap(([run, state]) => {
    const fact = state.facts[region];
    return fact === undefined
      ? []
      : [{ run, fact, disputedBy: disputingParties(agreement, region, fact.claims) }];
  });
  const claims = [...agreement.claims.values()]
    .filter((claim) => claim.regions.includes(region))
    .map((claim) => claim.reference);
  return { region, stage, facts, heldUp, claims };
}
