import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compiled } from '../../src/search/compile.ts';
import { coneOf, slice } from '../../src/search/cone.ts';
import { distancesTo } from '../../src/search/distances.ts';
import { searchExplicitly } from '../../src/search/explicit.ts';
import { EMPTY } from '../../src/search/node-store.ts';
import { leadingTo, meets, reachableFrom } from '../../src/search/reachability.ts';
import { shortestWays } from '../../src/search/shortest.ts';
import { Space } from '../../src/search/space.ts';
import {
  holds,
  type Guard,
  startState,
  type State,
  type System,
  take,
} from '../../src/search/system.ts';
import { finish } from '../../src/search/work.ts';
import { anyAgreement } from '../../src/testing/any-agreement.ts';
import { LARGE, reachableStates, startingIn, termsOf } from './invented.ts';
import { loadFiveDocuments } from '../five-documents.ts';

const anySystem = (size = {}): fc.Arbitrary<System> =>
  fc
    .tuple(anyAgreement(size), fc.constantFrom('north', 'south', 'east', 'reported'))
    .map(([agreement, reading]) => compiled(agreement, { terms: termsOf(reading) }));

const anyGoal = fc
  .tuple(anySystem(), fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 3 }))
  .map(([system, parts]): [System, Guard] => [
    system,
    {
      kind: 'all',
      of: parts.map(([region, stage]): Guard => {
        const index = region % system.regions.length;
        return {
          kind: 'in',
          region: index,
          stages: [stage % (system.regions[index]?.stages.length ?? 1)],
        };
      }),
    },
  ]);

describe('reachable states', () => {
  it('are those that plain search finds, on invented agreements', () => {
    fc.assert(
      fc.property(anySystem(), (system) => {
        const space = new Space(system);
        const { set, complete } = finish(reachableFrom(space, space.start));
        const { codes, unpack } = searchExplicitly(system);
        expect(complete).toBe(true);
        expect(space.members.count(set)).toBe(BigInt(codes.length));
        const missing = codes.map(unpack).filter((state) => !space.has(set, state));
        expect(missing).toEqual([]);
      }),
      { numRuns: 250 },
    );
  });

  it('and the ways to a goal are the same however often the work is broken off', () => {
    const turns = { whole: 0, broken: 0 };
    fc.assert(
      fc.property(anyGoal, fc.integer({ min: 1, max: 40 }), ([system, goal], turn) => {
        const [whole, broken] = [new Space(system), new Space(system, undefined, turn)];
        const answers = [whole, broken].map((space) => {
          const target = space.set(goal);
          const asked = () => {
            turns[space === broken ? 'broken' : 'whole'] += 1;
            return false;
          };
          const { set, complete } = finish(reachableFrom(space, space.start), asked);
          const back = finish(leadingTo(space, target), asked);
          const met = finish(meets(space, space.start, target, space.steps()), asked);
          const cone = coneOf(system, goal);
          const { end, length } = finish(shortestWays(space, target, cone), asked);
          const count = (of: number) => String(space.members.count(of));
          return { reachable: count(set), complete, back: count(back.set), met, end, length };
        });
        expect(answers[1]).toEqual(answers[0]);
      }),
      { numRuns: 150 },
    );
    expect(turns.broken).toBeGreaterThan(turns.whole * 1.2);
  });

  describe('of agreements that have 100,000 of them and more', () => {
    // To shrink one of these takes minutes, so a failure stays as it was found.
    const anyLarge = anySystem(LARGE)
      .map((system) => {
        const space = new Space(system);
        return { space, ...finish(reachableFrom(space, space.start)) };
      })
      .filter(({ space, set }) => {
        const count = space.members.count(set);
        return count >= 100_000n && count <= 300_000n;
      });

    it('are those that plain search finds, each of them', () => {
      let largest = 0;
      fc.assert(
        fc.property(anyLarge, ({ space, set }) => {
          const { codes, unpack } = searchExplicitly(space.system);
          expect(space.members.count(set)).toBe(BigInt(codes.length));
          expect(codes.find((code) => !space.has(set, unpack(code)))).toBeUndefined();
          largest = Math.max(largest, codes.length);
        }),
        { numRuns: 3, endOnFailure: true },
      );
      expect(largest).toBeGreaterThanOrEqual(100_000);
    });

    it('would differ with the way into any one stage cut off', () => {
      fc.assert(
        fc.property(anyLarge, ({ space }) => {
          const { system } = space;
          const { codes, unpack } = searchExplicitly(system);
          const reached = new Set(
            codes.flatMap((code) => unpack(code).map((stage, region) => `${region} ${stage}`)),
          );
          for (const region of system.regions.keys()) {
            const { stages = [], start = 0 } = system.regions[region] ?? {};
            for (const cut of stages.keys()) {
              if (cut === start || !reached.has(`${region} ${cut}`)) continue;
              const events = system.events.map((event) => ({
                ...event,
                moves: event.moves.map((move) =>
                  move.region === region
                    ? { region, to: move.to.map((to, from) => (to === cut ? from : to)) }
                    : move,
                ),
              }));
              const other = new Space({ ...system, events });
              const { set: found } = finish(reachableFrom(other, other.start));
              // It may have as many: what kept from moving is somewhere else in them.
              expect(codes.some((code) => !other.has(found, unpack(code)))).toBe(true);
            }
          }
        }),
        { numRuns: 1, endOnFailure: true },
      );
    });
  });

  it('would differ with one transition taken away', () => {
    const system = compiled(loadFiveDocuments().agreement, {
      terms: termsOf('reported'),
    });
    const count = (events: System['events']): bigint => {
      const space = new Space({ ...system, events });
      return space.members.count(finish(reachableFrom(space, space.start)).set);
    };
    const whole = count(system.events);
    const noticed = system.events.filter(
      (_, planted) => count(system.events.toSpliced(planted, 1)) !== whole,
    );
    // Others are back doors to states that can be reached without them.
    expect(noticed.length).toBeGreaterThan(system.events.length / 4);
  });

  it('do not depend on the order of the regions', () => {
    fc.assert(
      fc.property(anySystem(), fc.infiniteStream(fc.nat()), (system, keys) => {
        const order = system.regions
          .map((_, region) => ({ region, key: Number(keys.next().value) }))
          .toSorted((left, right) => left.key - right.key)
          .map(({ region }) => region);
        const counts = [new Space(system), new Space(system, order)].map((space) =>
          space.members.count(finish(reachableFrom(space, space.start)).set),
        );
        expect(counts[0]).toBe(counts[1]);
      }),
      { numRuns: 100 },
    );
  });

  it('lead to a goal where plain search backwards says so', () => {
    fc.assert(
      fc.property(anyGoal, ([system, goal]) => {
        const space = new Space(system);
        const { set } = finish(leadingTo(space, space.set(goal)));
        const { codes, unpack } = searchExplicitly(system);
        const states = codes.map(unpack);
        let leading = new Set(states.filter((state) => holds(goal, state)).map(String));
        for (let before = -1; before !== leading.size;) {
          before = leading.size;
          for (const state of states)
            if (system.events.some((event) => leading.has(String(take(event, state)))))
              leading = leading.add(String(state));
        }
        for (const state of states) expect(space.has(set, state)).toBe(leading.has(String(state)));
      }),
      { numRuns: 150 },
    );
  });

  it('say so when the search was stopped', () => {
    const system = compiled(loadFiveDocuments().agreement, {
      terms: termsOf('hamas'),
    });
    const space = new Space(system);
    const whole = finish(reachableFrom(space, space.start));
    const part = finish(reachableFrom(space, space.start), () => true);
    expect(part.complete).toBe(false);
    expect(space.diagram.difference(part.set, whole.set)).toBe(EMPTY);
    expect(part.set).not.toBe(whole.set);
  });
});

describe('distances', () => {
  const explicitDistance = (system: System, goal: Guard): number => {
    const { codes, distances, unpack } = searchExplicitly(system);
    const place = codes.findIndex((code) => holds(goal, unpack(code)));
    return distances[place] ?? -1;
  };

  it('are those of breadth-first search, from every state', () => {
    const compared = { far: 0, never: 0 };
    fc.assert(
      fc.property(anyGoal, ([system, goal]) => {
        for (const state of reachableStates(system).slice(0, 12)) {
          const moved = startingIn(system, state);
          const space = new Space(moved);
          const answer = finish(distancesTo(space, space.start, space.set(goal), space.steps()));
          const distance = explicitDistance(moved, goal);
          expect(answer.end).toBe(distance < 0 ? 'exhausted' : 'met');
          expect(distance < 0 || answer.length === distance).toBe(true);
          expect(finish(meets(space, space.start, space.set(goal), space.steps()))).toBe(
            distance >= 0,
          );
          compared[distance < 0 ? 'never' : 'far'] += 1;
        }
      }),
      { numRuns: 100 },
    );
    expect(Math.min(compared.far, compared.never)).toBeGreaterThan(50);
  });

  it('are the lengths of the ways found, in the cone of influence alone', () => {
    let found = 0;
    fc.assert(
      fc.property(anyGoal, ([system, goal]) => {
        const space = new Space(system);
        const answer = finish(shortestWays(space, space.set(goal), coneOf(system, goal), 3));
        const distance = explicitDistance(system, goal);
        expect(answer.end).toBe(distance < 0 ? 'exhausted' : 'met');
        for (const way of answer.ways) {
          found += 1;
          expect(way.length).toBe(distance);
          let state: State | null = startState(system);
          for (const step of way) {
            const event = system.events.find(({ id }) => id === step.id);
            state = event === undefined || state === null ? null : take(event, state);
          }
          expect(state !== null && holds(goal, state)).toBe(true);
        }
        const kinds = answer.ways.map((way) => String(way.map(({ id }) => id).toSorted()));
        expect(new Set(kinds).size).toBe(kinds.length);
      }),
      { numRuns: 300 },
    );
    expect(found).toBeGreaterThan(20);
  });

  it('are all paths of that length, orders aside, where that is claimed', () => {
    const seen = { every: 0, several: 0, cut: 0 };
    fc.assert(
      fc.property(anyGoal, fc.integer({ min: 2, max: 6 }), ([system, goal], most) => {
        const distance = explicitDistance(system, goal);
        fc.pre(distance > 0 && distance <= 5);
        const cone = coneOf(system, goal);
        const kinds = new Set<string>();
        const walk = (state: State, way: string[]): void => {
          if (way.length === distance && holds(goal, state)) kinds.add(String(way.toSorted()));
          if (way.length === distance) return;
          for (const event of cone.events) {
            const next = take(event, state);
            if (next !== null) walk(next, [...way, event.id]);
          }
        };
        walk(startState(system), []);
        const space = new Space(system);
        const answer = finish(shortestWays(space, space.set(goal), cone, most));
        const found = answer.ways.map((way) => String(way.map(({ id }) => id).toSorted()));
        expect(found.filter((kind) => !kinds.has(kind))).toEqual([]);
        expect(!answer.every || found.length === kinds.size).toBe(true);
        if (answer.every) seen.every += 1;
        if (found.length > 1) seen.several += 1;
        if (!answer.every) seen.cut += 1;
      }),
      { numRuns: 150 },
    );
    expect(Math.min(seen.every, seen.several)).toBeGreaterThan(0);
  });

  it('are the same on the slice as a system of its own', () => {
    fc.assert(
      fc.property(anyGoal, ([system, goal]) => {
        const sliced = slice(system, goal);
        const renamed = (guard: Guard): Guard =>
          guard.kind === 'in'
            ? {
                ...guard,
                region: sliced.regions.findIndex(
                  ({ id }) => id === system.regions[guard.region]?.id,
                ),
              }
            : { ...guard, of: guard.of.map(renamed) };
        expect(explicitDistance(sliced, renamed(goal))).toBe(explicitDistance(system, goal));
      }),
      { numRuns: 150 },
    );
  });
});
