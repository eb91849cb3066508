import type { Agreement } from '../agreement/agreement.ts';
import { leavesOf } from '../agreement/condition.ts';
import type { Verdict } from '../agreement/shapes/scenario.ts';
import { judgeGate } from '../agreement/verdict.ts';
import { compiled, type Standpoint } from './compile.ts';
import { familyOf } from './family.ts';
import { EMPTY } from './node-store.ts';
import { resolve, type StatePredicate } from './predicate.ts';
import { reachableFrom } from './reachability.ts';
import { Space } from './space.ts';
import { allOf, namedState, startState } from './system.ts';
import { withoutClaim, withoutLeaf } from './without.ts';
import type { Work } from './work.ts';

/** What is imagined away. */
export type Dropped =
  { readonly kind: 'leaf'; readonly id: string } | { readonly kind: 'claim'; readonly id: string };

/** A leaf or claim on which something turns: without it a verdict is another, or a goal becomes reachable or not. */
export interface Pivot {
  readonly dropped: Dropped;
  readonly verdicts: readonly {
    readonly gate: string;
    readonly before: Verdict;
    readonly after: Verdict;
  }[];
  readonly goals: readonly { readonly goal: string; readonly reachableAfter: boolean }[];
}

export interface PivotsRequest {
  /** The reading, from where its run stands. */
  readonly standpoint: Standpoint;
  /** The gates whose verdicts are compared; all of them where none are given. */
  readonly gates?: readonly string[];
  /** Goals whose reachability is compared, under names of the caller's. */
  readonly goals?: readonly { readonly id: string; readonly goal: StatePredicate }[];
}

export interface PivotsAnswer {
  /** Those that change something, in the order of the gates and their leaves. */
  readonly pivots: readonly Pivot[];
  /** How many leaves and claims were dropped in turn. */
  readonly tried: number;
  /** False where the search was stopped; then changes of goals may be missing. */
  readonly complete: boolean;
}

/**
 * Drops every leaf and every claim behind a reading's conditions in turn, and says what changes: verdicts now, and
 * goals from here on. Droppings that leave the same conditions are searched once, and all of them in one search.
 */
export function* pivots(agreement: Agreement, request: PivotsRequest): Work<PivotsAnswer> {
  const { standpoint, goals = [], gates = [...agreement.gates.keys()] } = request;
  const original = compiled(agreement, standpoint);
  const stages = namedState(original, startState(original));
  const verdictOf = (version: Agreement, gate: string): Verdict => {
    const state = { worlds: [stages], facts: {}, waived: standpoint.terms.waived };
    return judgeGate(version, gate, standpoint.terms, state).verdict;
  };

  const variants = [original];
  const places = new Map([[JSON.stringify(original), 0]]);
  const drops = droppable(agreement, standpoint).map((dropped) => {
    const version =
      dropped.kind === 'leaf'
        ? withoutLeaf(agreement, dropped.id)
        : withoutClaim(agreement, dropped.id);
    const system = compiled(version, standpoint);
    const key = JSON.stringify(system);
    let variant = places.get(key);
    if (variant === undefined) {
      places.set(key, (variant = variants.length));
      variants.push(system);
    }
    return { dropped, version, variant };
  });

  const { system, parameter } = familyOf(variants);
  const space = new Space(system);
  const { set, complete } = yield* reachableFrom(space, space.start);
  const reachable = goals.map(({ goal }) => {
    const guard = resolve(goal, original);
    return variants.map((_, variant) => {
      const target = allOf([{ kind: 'in', region: parameter, stages: [variant] }, guard]);
      return space.diagram.intersection(set, space.set(target)) !== EMPTY;
    });
  });

  const before = gates.map((gate) => verdictOf(agreement, gate));
  const found = drops.map(({ dropped, version, variant }): Pivot => ({
    dropped,
    verdicts: gates.flatMap((gate, index) => {
      const [was = 'unstated', is] = [before[index], verdictOf(version, gate)];
      return was === is ? [] : [{ gate, before: was, after: is }];
    }),
    goals: goals.flatMap(({ id }, index) => {
      const isReachable = reachable[index]?.[variant] ?? false;
      return isReachable === reachable[index]?.[0]
        ? []
        : [{ goal: id, reachableAfter: isReachable }];
    }),
  }));
  return {
    pivots: found.filter((pivot) => pivot.verdicts.length > 0 || pivot.goals.length > 0),
    tried: drops.length,
    complete,
  };
}

/** The leaves and claims behind what a reading asks, with what all readings share. */
function droppable(agreement: Agreement, { terms }: Standpoint): Dropped[] {
  const drops = new Map<string, Dropped>();
  const add = (kind: Dropped['kind'], id: string): void => {
    drops.set(`${kind} ${id}`, { kind, id });
  };
  for (const gate of agreement.gates.keys()) {
    const stated = agreement.readings.get(terms.reading)?.gates.get(gate)?.stated ?? null;
    const conditions = [agreement.base.get(gate), stated?.condition];
    for (const condition of conditions) {
      if (condition === undefined) continue;
      for (const leaf of leavesOf(condition)) {
        add('leaf', leaf.id);
        for (const claim of leaf.claims) add('claim', claim);
      }
    }
    for (const claim of stated?.claims ?? []) add('claim', claim);
  }
  return [...drops.values()];
}
