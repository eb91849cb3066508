import type { Agreement } from '../model/agreement.ts';
import { leavesOf } from '../model/condition.ts';
import type { Verdict } from '../model/shapes/scenario.ts';
import { judgeGate } from '../model/verdict.ts';
import { compiled, type Standpoint } from './compile.ts';
import { askedOf } from './asked.ts';
import { EMPTY } from './node-store.ts';
import { resolve, type StatePredicate } from './predicate.ts';
import { reachableFrom } from './reachability.ts';
import { Space } from './space.ts';
import { allOf, type CompiledEvent, namedState, startState, type System } from './system.ts';
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
 * goals from here on. Droppings that leave the same conditions are searched once, and share what is known of events.
 */
export function* pivots(agreement: Agreement, request: PivotsRequest): Work<PivotsAnswer> {
  const { standpoint, goals = [], gates = [...agreement.gates.keys()] } = request;
  const { terms } = standpoint;
  const original = compiled(agreement, standpoint);
  const stages = namedState(original, startState(original));
  const verdictOf = (version: Agreement, gate: string): Verdict => {
    const state = { worlds: [stages], facts: {}, waived: terms.waived };
    return judgeGate(version, gate, terms, state).verdict;
  };
  const space = new Space(original);
  const targets = goals.map(({ goal }) => space.set(resolve(goal, original)));
  const known = new Map<string, (boolean | null)[]>();
  let complete = true;
  /** Null where the search was stopped before it had come to a goal: then it may be reachable all the same. */
  const reachableUnder = function* (system: System): Work<(boolean | null)[]> {
    const key = JSON.stringify(system.events.map(({ asked }) => asked));
    const answer = known.get(key);
    if (answer !== undefined) return answer;
    const found = yield* reachableFrom(space, space.start, space.steps(system.events));
    if (!found.complete) complete = false;
    const reached = targets.map(
      (set) =>
        space.diagram.intersection(found.set, set) !== EMPTY || (found.complete ? false : null),
    );
    known.set(key, reached);
    return reached;
  };

  const before = new Map(gates.map((gate) => [gate, verdictOf(agreement, gate)]));
  const reachableBefore = yield* reachableUnder(original);
  const drops = droppable(agreement, standpoint);
  const found: Pivot[] = [];
  for (const { dropped, gates: concerned } of drops) {
    const version =
      dropped.kind === 'leaf'
        ? withoutLeaf(agreement, dropped.id)
        : withoutClaim(agreement, dropped.id);
    const verdicts = gates.flatMap((gate) => {
      if (!concerned.has(gate)) return [];
      const [was = 'unstated', is] = [before.get(gate), verdictOf(version, gate)];
      return was === is ? [] : [{ gate, before: was, after: is }];
    });
    const reachable = yield* reachableUnder(regated(original, version, terms, concerned));
    const changed = goals.flatMap(({ id }, index) => {
      const [was, is] = [reachableBefore[index] ?? null, reachable[index] ?? null];
      return was === null || is === null || was === is ? [] : [{ goal: id, reachableAfter: is }];
    });
    if (verdicts.length > 0 || changed.length > 0)
      found.push({ dropped, verdicts, goals: changed });
  }
  return { pivots: found, tried: drops.length, complete };
}

/** The system with what some gates ask as another version of the agreement has it. */
function regated(
  system: System,
  version: Agreement,
  terms: Standpoint['terms'],
  gates: ReadonlySet<string>,
): System {
  const events = system.events.map((event): CompiledEvent => {
    if (event.gate === null || !gates.has(event.gate)) return event;
    const asked = askedOf(version, event.gate, terms, system.regions, () => {});
    const home = { kind: 'in' as const, region: event.home, stages: event.from };
    return { ...event, asked, guard: allOf([home, asked]) };
  });
  return { ...system, events };
}

/** The leaves and claims behind what a reading asks, with what all readings share; and the gates that they bear on. */
function droppable(
  agreement: Agreement,
  { terms }: Standpoint,
): { dropped: Dropped; gates: Set<string> }[] {
  const drops = new Map<string, { dropped: Dropped; gates: Set<string> }>();
  const add = (kind: Dropped['kind'], id: string, gate: string): void => {
    const drop = drops.get(`${kind} ${id}`) ?? { dropped: { kind, id }, gates: new Set() };
    drops.set(`${kind} ${id}`, drop);
    drop.gates.add(gate);
  };
  for (const gate of agreement.gates.keys()) {
    const stated = agreement.readings.get(terms.reading)?.gates.get(gate)?.stated ?? null;
    for (const condition of [agreement.base.get(gate), stated?.condition]) {
      if (condition === undefined) continue;
      for (const leaf of leavesOf(condition)) {
        add('leaf', leaf.id, gate);
        for (const claim of leaf.claims) add('claim', claim, gate);
      }
    }
    for (const claim of stated?.claims ?? []) add('claim', claim, gate);
  }
  return [...drops.values()];
}
