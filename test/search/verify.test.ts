import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compiled } from '../../src/search/compile.ts';
import { coneOf } from '../../src/search/cone.ts';
import { explore } from '../../src/search/exploration.ts';
import { pointsOfNoReturn } from '../../src/search/no-return.ts';
import { resolve } from '../../src/search/predicate.ts';
import {
  always,
  eventuallyPossible,
  type Formula,
  leadsTo,
  never,
  precedes,
  sometimes,
} from '../../src/search/property.ts';
import { type Guard, holds, type State, type System, take } from '../../src/search/system.ts';
import { verify } from '../../src/search/verify.ts';
import { finish } from '../../src/search/work.ts';
import {
  anyQuestion,
  canReachExplicitly,
  reachableStates,
  replay,
  startingIn,
} from './invented.ts';

/** Length of the shortest way to a state that passes the test; -1 where there is none. */
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
  const nextOf = (state: State) =>
    system.events.map((event) => take(event, state)).filter((next) => next !== null);
  let best = Number.POSITIVE_INFINITY;
  for (const { state, distance: before } of distancesFrom(system, start, () => true).values()) {
    if (!holds(from, state) || !avoids(state)) continue;
    for (const { state: end, distance: on } of distancesFrom(system, state, avoids).values()) {
      const next = nextOf(end);
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

/** Whether a way from the state avoids the target for ever or to its end, with the events of the cone only. */
function canAvoid(system: System, target: Guard, from: Guard): (state: State) => boolean {
  const { events } = coneOf(system, from, target);
  const states = reachableStates({ ...system, events });
  let avoiding = new Set(states.filter((state) => !holds(target, state)).map(String));
  for (let before = -1; before !== avoiding.size;) {
    before = avoiding.size;
    const staying = states.filter((state) => {
      const next = events.map((event) => take(event, state)).filter((reached) => reached !== null);
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
  it('finds what plain search finds, with a shortest example', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(anyQuestion, ({ agreement, view, goal, other }) => {
        const exploration = finish(explore(agreement, view));
        const { system } = exploration;
        const states = reachableStates(system);
        const [isGoal, isOther] = [goal, other].map((predicate) => {
          const guard = resolve(predicate, system);
          return (state: State) => holds(guard, state);
        }) as [(state: State) => boolean, (state: State) => boolean];
        const isLost = (state: State): boolean =>
          !canReachExplicitly(startingIn(system, state), isGoal);
        const before = system.events.map((event) => ({
          ...event,
          take: (state: State) => (isGoal(state) ? null : take(event, state)),
        }));
        const unprecedented = (() => {
          const found = [states[0] as State];
          const known = new Set(found.map(String));
          for (const state of found)
            for (const event of before) {
              const next = event.take(state);
              if (next !== null && !known.has(String(next))) {
                known.add(String(next));
                found.push(next);
              }
            }
          return found.some((state) => !isGoal(state) && isOther(state));
        })();

        const cases: [Formula, boolean, ((state: State) => boolean) | null][] = [
          [always(goal), states.every(isGoal), (state) => !isGoal(state)],
          [never(goal), !states.some(isGoal), isGoal],
          [sometimes(goal), states.some(isGoal), isGoal],
          [eventuallyPossible(goal), !states.some(isLost), isLost],
          [
            eventuallyPossible(goal, other),
            !states.some((state) => isOther(state) && isLost(state)),
            (state) => isOther(state) && isLost(state),
          ],
          [precedes(goal, other), !unprecedented, null],
        ];
        for (const [formula, expected, shows] of cases) {
          const answer = finish(verify(exploration, formula, 'all'));
          expect([formula, answer.verdict]).toEqual([formula, expected ? 'holds' : 'fails']);
          seen.set(`${formula.kind} ${answer.verdict}`, 1);
          const isShown = formula.kind === 'sometimes' ? expected : !expected;
          expect(answer.example !== null).toBe(isShown);
          if (answer.example === null) continue;
          const end = replay(system, answer.example.events);
          expect(end).not.toBeNull();
          if (shows === null) continue;
          expect(end !== null && shows(end)).toBe(true);
          expect(answer.example.events.length).toBe(distance(system, shows));
        }
      }),
      { numRuns: 150 },
    );
    // Every kind has to be seen both ways, or the comparison says little.
    expect([...seen.keys()].toSorted()).toEqual([
      'always fails',
      'always holds',
      'eventuallyPossible fails',
      'eventuallyPossible holds',
      'never fails',
      'never holds',
      'precedes fails',
      'precedes holds',
      'sometimes fails',
      'sometimes holds',
    ]);
  });

  it('finds where a goal can be avoided for ever, and shows how', () => {
    const seen = new Set<string>();
    let proven = 0;
    fc.assert(
      fc.property(anyQuestion, ({ agreement, view, goal, other }) => {
        const exploration = finish(explore(agreement, view));
        const { system } = exploration;
        const [from, to] = [resolve(other, system), resolve(goal, system)];
        const { events } = coneOf(system, from, to);
        const avoids = canAvoid(system, to, from);
        const states = reachableStates({ ...system, events });
        const isRefuted = states.some((state) => holds(from, state) && avoids(state));
        const answer = finish(verify(exploration, leadsTo(other, goal)));
        expect(answer.verdict).toBe(isRefuted ? 'fails' : 'holds');
        seen.add(answer.verdict);
        if (answer.example === null) return;
        const cone = { ...system, events };
        const end = replay(cone, answer.example.events);
        expect(end).not.toBeNull();
        const forEver = answer.example.forEver ?? [];
        const round = replay(cone, [...answer.example.events, ...forEver]);
        expect(round).toEqual(end);
        const shortest = shortestLasso({ ...system, events }, from, avoids);
        const total = answer.example.events.length + forEver.length;
        expect(total).toBeGreaterThanOrEqual(shortest);
        expect(!answer.example.isShortest || total === shortest).toBe(true);
        proven += Number(answer.example.isShortest);
        const canGoOn = end !== null && events.some((event) => take(event, end) !== null);
        expect(canGoOn).toBe(canGoOn && forEver.length > 0);
      }),
      { numRuns: 150 },
    );
    expect(seen.size).toBe(2);
    expect(proven).toBeGreaterThan(20);
  });

  it('says unfinished, not holds, when it was stopped', () => {
    fc.assert(
      fc.property(anyQuestion, ({ agreement, view, goal }) => {
        const whole = finish(explore(agreement, view));
        const part = finish(explore(agreement, view), () => true);
        if (part.reachable.complete) return;
        const [stopped, sure] = [part, whole].map(
          (exploration) => finish(verify(exploration, never(goal), 'none')).verdict,
        );
        expect(stopped === 'unfinished' || stopped === sure).toBe(true);
      }),
    );
  });
});

describe('points of no return', () => {
  it('are the events that lose the goal, in as many states as plain search counts', () => {
    let found = 0;
    fc.assert(
      fc.property(anyQuestion, ({ agreement, view, goal }) => {
        const system = compiled(agreement, view);
        const guard = resolve(goal, system);
        const isPossible = (state: State): boolean =>
          canReachExplicitly(startingIn(system, state), (reached) => holds(guard, reached));
        const states = reachableStates(system);
        const possible = states.filter(isPossible);
        const expected = system.events.flatMap((event) => {
          const losing = possible.filter((state) => {
            const next = take(event, state);
            return next !== null && !isPossible(next);
          });
          return losing.length === 0 ? [] : [`${event.id} ${losing.length}`];
        });
        const answer = finish(pointsOfNoReturn(finish(explore(agreement, view)), goal));
        const points = answer.points.map(({ event, states: count }) => `${event} ${count}`);
        expect(points.toSorted()).toEqual(expected.toSorted());
        expect(answer.possible).toBe(BigInt(possible.length));
        expect(answer.lost).toBe(BigInt(states.length - possible.length));
        for (const point of answer.points) {
          found += 1;
          const end = replay(system, point.events ?? []);
          expect(end !== null && !isPossible(end)).toBe(true);
          expect(point.events?.at(-1)).toBe(point.event);
        }
      }),
      { numRuns: 150 },
    );
    expect(found).toBeGreaterThan(0);
  });
});
