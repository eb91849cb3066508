import type { Agreement } from '../model/agreement.ts';
import { leavesOf } from '../model/condition.ts';
import type { PropertiesFile } from '../model/shapes/properties.ts';
import type { ScenarioFile } from '../model/shapes/scenario.ts';

/** One thing that a claim is cited for. */
export type ClaimUse =
  /** The stage that a region starts in. */
  | { readonly kind: 'start'; readonly region: string }
  /** Who can bring an event about, or who takes part so far. */
  | { readonly kind: 'event'; readonly event: string }
  /** A condition before a gate; `reading` is null where it is the model's own. */
  | {
      readonly kind: 'condition';
      readonly gate: string;
      readonly reading: string | null;
      readonly leaf: string;
    }
  /** That a reading has a position on a gate. */
  | { readonly kind: 'position'; readonly gate: string; readonly reading: string }
  /** What is said on a gate by or of a reading's party, without a condition. */
  | { readonly kind: 'remark'; readonly gate: string; readonly reading: string }
  /** A step of a scenario. */
  | {
      readonly kind: 'step';
      readonly scenario: string;
      readonly step: string;
      readonly title: string;
    }
  /** That a reading's party denies a step. */
  | {
      readonly kind: 'denial';
      readonly scenario: string;
      readonly step: string;
      readonly title: string;
      readonly reading: string;
    }
  /** A property that `verify` checks. */
  | { readonly kind: 'property'; readonly property: string; readonly title: string };

/** What cites the claims: the agreement, and what lies beside it. */
export interface Citing {
  readonly agreement: Agreement;
  readonly scenarios: ReadonlyMap<string, ScenarioFile>;
  readonly properties: PropertiesFile | null;
}

/** What every claim is cited for, by reference; a claim that nothing cites is not in it. */
export function claimUses(citing: Citing): Map<string, ClaimUse[]> {
  const uses = new Map<string, ClaimUse[]>();
  for (const [claims, use] of citations(citing)) {
    for (const reference of claims) {
      const known = uses.get(reference);
      if (known === undefined) uses.set(reference, [use]);
      else known.push(use);
    }
  }
  return uses;
}

function* citations({
  agreement,
  scenarios,
  properties,
}: Citing): Generator<readonly [claims: readonly string[], use: ClaimUse]> {
  for (const [gate, condition] of agreement.base)
    for (const { id, claims } of leavesOf(condition))
      yield [claims, { kind: 'condition', gate, reading: null, leaf: id }];
  for (const { id: reading, gates } of agreement.readings.values()) {
    for (const [gate, { stated, remarks }] of gates) {
      if (stated !== null) {
        yield [stated.claims, { kind: 'position', gate, reading }];
        for (const { id, claims } of leavesOf(stated.condition))
          yield [claims, { kind: 'condition', gate, reading, leaf: id }];
      }
      yield [remarks, { kind: 'remark', gate, reading }];
    }
  }
  for (const [region, claims] of agreement.start) yield [claims, { kind: 'start', region }];
  for (const { id, claims } of agreement.events.values())
    yield [claims, { kind: 'event', event: id }];
  for (const { id: scenario, steps } of scenarios.values()) {
    for (const { id: step, title, claims, disputedBy } of steps) {
      yield [claims, { kind: 'step', scenario, step, title }];
      for (const { reading, claims: denying } of disputedBy)
        yield [denying, { kind: 'denial', scenario, step, title, reading }];
    }
  }
  for (const { id, title, claims } of properties?.properties ?? [])
    yield [claims, { kind: 'property', property: id, title }];
}
