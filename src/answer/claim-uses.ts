import type { Agreement } from '../model/agreement.ts';
import { conditionsOf, NOTHING_ASKED } from '../model/condition.ts';
import type { Stated } from '../model/statement.ts';
import type { PropertiesFile } from '../model/shapes/properties.ts';
import type { ScenarioFile } from '../model/shapes/scenario.ts';

/** One thing that a claim is cited for. */
export type ClaimUse =
  /** The stage that a region starts in. */
  | { readonly kind: 'start'; readonly region: string }
  /** Who can bring an event about. */
  | { readonly kind: 'controllers'; readonly event: string }
  /** Who holds a role. */
  | { readonly kind: 'role'; readonly role: string; readonly party: string }
  /** For whom a party acts. */
  | { readonly kind: 'actsFor'; readonly party: string; readonly for: string }
  /** Who takes part in an event so far. */
  | { readonly kind: 'takingPart'; readonly event: string }
  /** What is said to stand in an event's way without being a condition. */
  | { readonly kind: 'inTheWay'; readonly event: string }
  /** A duty to bring an event about. */
  | { readonly kind: 'duty'; readonly event: string; readonly duty: string }
  /** A condition before an event; `reading` is null where the model itself requires it. */
  | {
      readonly kind: 'condition';
      readonly event: string;
      readonly reading: string | null;
      readonly condition: string;
    }
  /** What a reading holds on an event. */
  | {
      readonly kind: 'position';
      readonly event: string;
      readonly reading: string;
      readonly stance: Stated;
    }
  /** What is said on an event by a reading's party or of it, and is no position. */
  | { readonly kind: 'says'; readonly event: string; readonly reading: string }
  /** What reports a step of a scenario. */
  | {
      readonly kind: 'step';
      readonly scenario: string;
      readonly step: string;
      readonly title: string;
    }
  /** What bears on a step without reporting it. */
  | {
      readonly kind: 'bearing';
      readonly scenario: string;
      readonly step: string;
      readonly title: string;
    }
  /** That what a step attempted came to nothing. */
  | {
      readonly kind: 'void';
      readonly scenario: string;
      readonly step: string;
      readonly title: string;
    }
  /** That a reading's party denies a step; of a void attempt, that it holds that it did happen. */
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
  for (const { id: event, requirement } of agreement.events.values())
    for (const { id, claims } of conditionsOf(requirement ?? NOTHING_ASKED))
      yield [claims, { kind: 'condition', event, reading: null, condition: id }];
  for (const { id: reading, positions, says } of agreement.readings.values()) {
    for (const [event, statements] of positions) {
      for (const { stance, claims, asked } of statements) {
        yield [claims, { kind: 'position', event, reading, stance }];
        for (const { id, claims: own } of conditionsOf(asked))
          yield [own, { kind: 'condition', event, reading, condition: id }];
      }
    }
    for (const [event, claims] of says) yield [claims, { kind: 'says', event, reading }];
  }
  for (const [region, claims] of agreement.start) yield [claims, { kind: 'start', region }];
  for (const { id: event, claims, takingPart, inTheWay, duties } of agreement.events.values()) {
    const controls = agreement.hands.controls.get(event);
    const ever = controls?.flatMap(({ claims: own }) => own) ?? claims;
    yield [[...new Set(ever)], { kind: 'controllers', event }];
    yield [takingPart, { kind: 'takingPart', event }];
    yield [inTheWay, { kind: 'inTheWay', event }];
    for (const { id: duty, claims: own } of duties) yield [own, { kind: 'duty', event, duty }];
  }
  for (const { id: role, heldBy } of agreement.hands.roles.values())
    for (const { party, claims } of heldBy) yield [claims, { kind: 'role', role, party }];
  for (const [party, list] of agreement.hands.actsFor)
    for (const { party: other, claims } of list)
      yield [claims, { kind: 'actsFor', party, for: other }];
  for (const { id: scenario, steps } of scenarios.values()) {
    for (const { id: step, title, claims, bearing, disputedBy, void: attempt } of steps) {
      yield [claims, { kind: 'step', scenario, step, title }];
      yield [bearing, { kind: 'bearing', scenario, step, title }];
      if (attempt !== undefined) yield [attempt.claims, { kind: 'void', scenario, step, title }];
      for (const { reading, claims: denying } of disputedBy)
        yield [denying, { kind: 'denial', scenario, step, title, reading }];
    }
  }
  for (const { id, title, claims } of properties?.properties ?? [])
    yield [claims, { kind: 'property', property: id, title }];
}
