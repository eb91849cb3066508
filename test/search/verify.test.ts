import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coneOf } from '../../src/search/cone.ts';
import { exploreSystem } from '../../src/search/exploration.ts';
import type { StatePredicate } from '../../src/search/predicate.ts';
import {
  always,
  eventuallyPossible,
  type Formula,
  leadsTo,
  never,
  precedes,
  sometimes,
} from '../../src/search/property.ts';
import {
  type CompiledEvent,
  type Guard,
  holds,
  type State,
  type System,
  take,
} from '../../src/search/system.ts';
import { verify } from '../../src/search/verify.ts';
import { finish } from '../../src/search/work.ts';
import {
  anyJointQuestion,
  canReachExplicitly,
  reachableStates,
  replay,
  startingIn,
} from './invented.ts';

/** Length of the shortest path to a state that passes the test; -1 where there is none. */
function distance(system: System, test: (state: State) => boolean): number {
  let layer = [system.regions.map(({ start }) => start ?? 0)] as State[];
  const seen = new Set(layer.map(String));
  for (let length = 0; layer.length > 0; length += 1) {
    if (layer.some(test)) return length;
    const next: State[] = [];
    for (const state of layer) {
      for (const event of system.events) {
        const reached = take(event, state);
        if (reached === null || seen.has(String(reached))) continue;
        seen.add(String(reached));
        next.push(reached);
      }
    }
    layer = next;
  }
  return -1;
}

/** How far states are from one, by events between states that pass a test; the state itself is at 0. */
function distancesFrom(
  system: System,
  start: State,
  within: (state: State) => boolean,
): Map<string, { state: State; distance: number }> {
  const found = new Map([[String(start), { state: start, distance: 0 }]]);
  for (const { state, distance: so } of found.values()) {
    for (const event of system.events) {
      const next = take(event, state);
      if (next === null || found.has(String(next)) || !within(next)) continue;
      found.set(String(next), { state: next, distance: so + 1 });
    }
  }
  return found;
}

/** The fewest events to a state of `from` and on, avoiding for ever: to a dead end, or once round. */
function shortestLasso(system: System, from: Guard, avoids: (state: State) => boolean): number {
  const start = system.regions.map(({ start: first }) => first ?? 0);
  let best = Number.POSITIVE_INFINITY;
  for (const { state, distance: before } of distancesFrom(system, start, () => true).values()) {
    if (!holds(from, state) || !avoids(state)) continue;
    for (const { state: end, distance: on } of distancesFrom(system, state, avoids).values()) {
      const next = movedOn(system.events, end);
      const rounds = next
        .filter(avoids)
        .map((one) => distancesFrom(system, one, avoids).get(String(end))?.distance)
        .filter((length) => length !== undefined);
      const round = next.length === 0 ? 0 : Math.min(...rounds.map((length) => length + 1));
      best = Math.min(best, before + on + round);
    }
  }
  return best;
}

/** The states that events lead to from another one; what leaves everything as it is is no way to go on. */
function movedOn(events: readonly CompiledEvent[], state: State): State[] {
  return events
    .map((event) => take(event, state))
    .filter((next) => next !== null)
    .filter((next) => String(next) !== String(state));
}

/** Whether a way from the state avoids the target for ever or to its end, with the events of the cone only. */
function canAvoid(system: System, target: Guard, from: Guard): (state: State) => boolean {
  const { events } = coneOf(system, from, target);
  const states = reachableStates({ ...system, events });
  let avoiding = new Set(states.filter((state) => !holds(target, state)).map(String));
  for (let before = -1; before !== avoiding.size;) {
    before = avoiding.size;
    const staying = states.filter((state) => {
      const next = movedOn(events, state);
      return (
        avoiding.has(String(state)) &&
        (next.length === 0 || next.some((reached) => avoiding.has(String(reached))))
      );
    });
    avoiding = new Set(staying.map(String));
  }
  return (state) => avoiding.has(String(state));
}

describe('verify', () => {
  it('finds what plain search finds, of one run or several, with a shortest path to see it', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(anyJointQuestion, ({ system, guardOf, goal, other }) => {
        const exploration = finish(exploreSystem(system));
        const states = reachableStates(system);
        const isIn = (predicate: StatePredicate): ((state: State) => boolean) => {
          const guard = guardOf(predicate);
          return (state) => holds(guard, state);
        };
        const [isGoal, isOther] = [isIn(goal), isIn(other)];
        const isNever = (predicate: StatePredicate): boolean => !states.some(isIn(predicate));
        const isLost = (state: State): boolean =>
          !canReachExplicitly(startingIn(system, state), isGoal);
        const unprecedented = (() => {
          const found = [states[0] as State];
          const known = new Set(found.map(String));
          for (const state of found)
            for (const event of isGoal(state) ? [] : system.events) {
              const next = take(event, state);
              if (next !== null && !known.has(String(next))) {
                known.add(String(next));
                found.push(next);
              }
            }
          return found.some((state) => !isGoal(state) && isOther(state));
        })();
        const isSplit = goal.kind === 'all' && goal.of.length > 1;
        const implied: StatePredicate = {
          kind: 'any',
          of: [
            { kind: 'not', of: other },
            { kind: 'all', of: [goal] },
          ],
        };
        const isBroken = (state: State): boolean => isOther(state) && !isGoal(state);

        type Case = [Formula, boolean, ((state: State) => boolean) | null, boolean];
        const cases: Case[] = [
          [always(goal), states.every(isGoal), (state) => !isGoal(state), false],
          [always(implied), !states.some(isBroken), isBroken, isNever(other)],
          [never(goal), !states.some(isGoal), isGoal, isSplit && goal.of.some(isNever)],
          [sometimes(goal), states.some(isGoal), isGoal, false],
          [eventuallyPossible(goal), !states.some(isLost), isLost, false],
          [
            eventuallyPossible(goal, other),
            !states.some((state) => isOther(state) && isLost(state)),
            (state) => isOther(state) && isLost(state),
            isNever(other),
          ],
          [precedes(goal, other), !unprecedented, null, isNever(other)],
        ];
        for (const [formula, isHolding, shows, isVacuous] of cases) {
          const answer = finish(verify(exploration, formula, 'all', guardOf));
          const expected = isHolding ? (isVacuous ? 'vacuous' : 'holds') : 'fails';
          expect([formula, answer.verdict]).toEqual([formula, expected]);
          seen.set(`${formula.kind} ${answer.verdict}`, 1);
          const isSometimes = formula.kind === 'sometimes';
          expect(answer.witness !== null).toBe(isSometimes && isHolding);
          expect(answer.counterexample !== null).toBe(!isSometimes && !isHolding);
          const shown = answer.witness ?? answer.counterexample;
          if (shown === null) continue;
          const end = replay(system, shown.events);
          expect(end).not.toBeNull();
          if (shows === null) continue;
          expect(end !== null && shows(end)).toBe(true);
          expect(shown.events.length).toBe(distance(system, shows));
        }
      }),
      { numRuns: 250 },
    );
    // Every kind has to be seen every way, or the comparison says little.
    expect([...seen.keys()].toSorted()).toEqual([
      'always fails',
      'always holds',
      'always vacuous',
      'eventuallyPossible fails',
      'eventuallyPossible holds',
      'eventuallyPossible vacuous',
      'never fails',
      'never holds',
      'never vacuous',
      'precedes fails',
      'precedes holds',
      'precedes vacuous',
      'sometimes fails',
      'sometimes holds',
    ]);
  });

  it('finds where a goal can be avoided for ever, and shows how, shortest only where it says so', () => {
    const seen = new Set<string>();
    let proven = 0;
    fc.assert(
      fc.property(anyJointQuestion, ({ system, guardOf, goal, other }) => {
        const exploration = finish(exploreSystem(system));
        const [from, to] = [guardOf(other), guardOf(goal)];
        const { events } = coneOf(system, from, to);
        const avoids = canAvoid(system, to, from);
        const states = reachableStates({ ...system, events });
        const isRefuted = states.some((state) => holds(from, state) && avoids(state));
        const answer = finish(
          verify(exploration, leadsTo(other, goal), 'counterexamples', guardOf),
        );
        const isVacuous = !reachableStates(system).some((state) => holds(from, state));
        expect(answer.verdict).toBe(isRefuted ? 'fails' : isVacuous ? 'vacuous' : 'holds');
        seen.add(answer.verdict);
        const { counterexample: shown } = answer;
        if (shown === null) return;
        const cone = { ...system, events };
        const end = replay(cone, shown.events);
        expect(end).not.toBeNull();
        const forEver = shown.forEver ?? [];
        const round = replay(cone, [...shown.events, ...forEver]);
        expect(round).toEqual(end);
        const shortest = shortestLasso(cone, from, avoids);
        const total = shown.events.length + forEver.length;
        expect(total).toBeGreaterThanOrEqual(shortest);
        expect(!shown.isShortest || total === shortest).toBe(true);
        proven += Number(shown.isShortest);
        const canGoOn = end !== null && movedOn(events, end).length > 0;
        expect(forEver.length > 0).toBe(canGoOn);
      }),
      { numRuns: 250 },
    );
    expect([...seen].toSorted()).toEqual(['fails', 'holds', 'vacuous']);
    expect(proven).toBeGreaterThan(20);
  });

  it('says unfinished, not holds, when it was stopped', () => {
    fc.assert(
      fc.property(anyJointQuestion, ({ system, guardOf, goal }) => {
        const whole = finish(exploreSystem(system));
        const part = finish(exploreSystem(system), () => true);
        if (part.reachable.complete) return;
        const [stopped, sure] = [part, whole].map(
          (exploration) => finish(verify(exploration, never(goal), 'none', guardOf)).verdict,
        );
        expect(stopped === 'unfinished' || stopped === sure).toBe(true);
      }),
    );
  });
});
