import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Agreement } from '../../src/model/agreement.ts';
import { canReach, coalitions } from '../../src/search/coalitions.ts';
import type { Standpoint } from '../../src/search/compile.ts';
import { canBringAbout, type Unstated } from '../../src/search/controllers.ts';
import { eventGoal, type Goal } from '../../src/search/goal.ts';
import { minimalSets } from '../../src/search/minimal-sets.ts';
import { pointsOfNoReturn } from '../../src/search/no-return.ts';
import { pivots } from '../../src/search/pivots.ts';
import { plan } from '../../src/search/plan.ts';
import { cyclesAmong } from '../../src/search/strongly-connected.ts';
import type { State } from '../../src/search/system.ts';
import { vetoes } from '../../src/search/veto.ts';
import { withoutClaim, withoutCondition, withoutObjection } from '../../src/search/without.ts';
import { finish, type Work } from '../../src/search/work.ts';
import { anyAgreement } from '../../src/testing/any-agreement.ts';
import { loadHarbour } from '../fixtures/harbour/load.ts';
import { ByDefinition, type Limits } from './by-definition.ts';
import { anyAim, SMALL, standpoint, startingMoment } from './invented.ts';

const ATOMS = ['north', 'south', 'east'];

function subsetsOf<Item>(items: readonly Item[]): Item[][] {
  return items.reduce<Item[][]>(
    (sets, item) => [...sets, ...sets.map((set) => [...set, item])],
    [[]],
  );
}

function isSubset<Item>(set: readonly Item[], other: readonly Item[]): boolean {
  return set.every((item) => other.includes(item));
}

/** Only what a set of parties can bring about. */
function by(
  agreement: Agreement,
  parties: readonly string[],
  unstated: Unstated,
  also: readonly string[] = [],
): NonNullable<Limits['keep']> {
  return ({ id, controllers }) =>
    also.includes(id) || canBringAbout(agreement, controllers, new Set(parties), unstated);
}

/** Whether a goal can be reached with some events, state by state. */
function can(
  agreement: Agreement,
  views: readonly Standpoint[],
  goal: Goal,
  keep?: Limits['keep'],
): boolean {
  const limits = keep === undefined ? {} : { keep };
  return new ByDefinition(agreement, views, limits).distance(goal) !== null;
}

describe('minimal sets', () => {
  it('are those that trying every set finds', () => {
    const items = [0, 1, 2, 3, 4, 5];
    fc.assert(
      fc.property(fc.array(fc.subarray(items), { maxLength: 6 }), (wanted) => {
        const passes = (set: readonly number[]): boolean =>
          wanted.some((needed) => isSubset(needed, set));
        const answer = finish(
          minimalSets(items, function* (set): Work<boolean> {
            yield { doing: 'a test', done: 0, nodes: 0 };
            return passes(set);
          }),
        );
        const all = subsetsOf(items).filter(passes);
        const minimal = all.filter(
          (set) => !all.some((other) => other.length < set.length && isSubset(other, set)),
        );
        expect(answer.complete).toBe(true);
        expect(answer.sets.map(String).toSorted()).toEqual(
          minimal.map((set) => String(set.toSorted())).toSorted(),
        );
      }),
    );
  });
});

describe('coalitions', () => {
  it('say for every set of parties what plain search says', () => {
    const seen = new Set<boolean>();
    let assuming = 0;
    fc.assert(
      fc.property(
        anyAim,
        fc.constantFrom('nobody' as const, 'free' as const),
        ({ agreement, views, goal }, unstated) => {
          const answer = finish(coalitions(agreement, { standpoints: views, goal }));
          const sets = (unstated === 'free' ? answer.helped : null) ?? answer.minimal;
          const minimal = sets.map(({ parties }) => parties);
          expect(answer.isReached).toBe(new ByDefinition(agreement, views).isDone(goal));
          for (const parties of subsetsOf(ATOMS)) {
            const expected = can(agreement, views, goal, by(agreement, parties, unstated));
            expect(canReach(minimal, new Set(parties))).toBe(expected || answer.isReached);
            seen.add(expected);
          }
          const contained = minimal.filter((set) =>
            minimal.some((other) => other !== set && isSubset(other, set)),
          );
          expect(contained).toEqual([]);
          for (const { parties, assumed } of sets) {
            if (assumed.length > 0) assuming += 1;
            const keeping = by(agreement, parties, unstated);
            const without = (kept: readonly string[]): boolean =>
              can(
                agreement,
                views,
                goal,
                (event) => keeping(event) && (event.assumed === null || kept.includes(event.id)),
              );
            expect(without(assumed)).toBe(true);
            for (const id of assumed)
              expect(without(assumed.filter((other) => other !== id))).toBe(false);
          }
        },
      ),
      { numRuns: 200 },
    );
    expect(seen.size).toBe(2);
    expect(assuming).toBeGreaterThan(0);
  });

  it('name the events that have to come about by themselves, as trying every set of them does', () => {
    const seen = { needed: 0, free: 0 };
    fc.assert(
      fc.property(anyAim, ({ agreement, views, goal }) => {
        const { helped, unstatedEvents } = finish(
          coalitions(agreement, { standpoints: views, goal }),
        );
        expect(helped === null).toBe(unstatedEvents.length === 0);
        if (helped === null || unstatedEvents.length > 4) return;
        for (const { parties, events } of helped) {
          for (const chosen of subsetsOf(unstatedEvents)) {
            const expected = can(agreement, views, goal, by(agreement, parties, 'nobody', chosen));
            expect(canReach(events, new Set(chosen))).toBe(expected);
          }
          if (events.some((set) => set.length > 0)) seen.needed += 1;
          else seen.free += 1;
        }
      }),
      { numRuns: 150 },
    );
    expect(Math.min(seen.needed, seen.free)).toBeGreaterThan(0);
  });
});

/** From where events of some kind do not lead to a goal, for states of the runs on ways that have not come to it. */
function isHopeless(
  agreement: Agreement,
  views: readonly Standpoint[],
  goal: Goal,
  keep: NonNullable<Limits['keep']>,
): (runs: readonly State[]) => boolean {
  const plain = new ByDefinition(agreement, views, { keep });
  const event = goal.kind === 'event' ? agreement.events.get(goal.event) : undefined;
  const known = new Map<string, boolean>();
  return (runs) => {
    if (event !== undefined && !keep(event)) return true;
    let answer = known.get(String(runs));
    if (answer === undefined) {
      answer = !plain.from(runs).some((each) => plain.isReady(goal, each.runs));
      known.set(String(runs), answer);
    }
    return answer;
  };
}

/** Everything that some events lead to from the start of the runs without coming to a goal. */
function beforeGoal(
  agreement: Agreement,
  views: readonly Standpoint[],
  goal: Goal,
  keep: NonNullable<Limits['keep']> = () => true,
): (readonly State[])[] {
  const plain = new ByDefinition(agreement, views, { keep });
  const found: (readonly State[])[] = [plain.start];
  const seen = new Set(found.map(String));
  for (const runs of found) {
    const isReady = plain.isReady(goal, runs);
    if (goal.kind === 'state' && isReady) continue;
    for (const event of agreement.events.keys()) {
      if (goal.kind === 'event' && event === goal.event && isReady) continue;
      const next = plain.after(runs, event);
      if (next === null || seen.has(String(next))) continue;
      seen.add(String(next));
      found.push(next);
    }
  }
  return found;
}

describe('vetoes', () => {
  it('are those of the parties without whom, or against whom, there is no path', () => {
    const seen = { withholding: 0, spoiling: 0, nobodys: 0, reasons: new Set<string>() };
    fc.assert(
      fc.property(
        anyAim,
        fc.constantFrom('nobody' as const, 'free' as const),
        ({ agreement, views, goal }, unstated) => {
          const request = { standpoints: views, goal, unstated };
          const answer = finish(vetoes(agreement, request));
          const able = (parties: readonly string[]): boolean =>
            can(agreement, views, goal, by(agreement, parties, unstated));
          expect(answer.isReached).toBe(new ByDefinition(agreement, views).isDone(goal));
          expect(answer.reachable).toBe(answer.isReached || able(ATOMS));
          if (!answer.reachable || answer.isReached) {
            expect(answer.vetoes).toEqual([]);
            return;
          }
          const anybodys = by(agreement, ATOMS, unstated);
          const isLost = isHopeless(agreement, views, goal, anybodys);
          const documented: NonNullable<Limits['keep']> = (event) =>
            anybodys(event) && event.assumed === null;
          const isForlorn = isHopeless(agreement, views, goal, documented);
          const canDocumented = can(agreement, views, goal, documented);
          for (const party of ATOMS) {
            const veto = answer.vetoes.find((entry) => entry.party === party);
            const isNeeded = !able(ATOMS.filter((other) => other !== party));
            expect(veto?.byWithholding ?? false).toBe(isNeeded);
            const own = by(agreement, [party], 'nobody');
            const alone = beforeGoal(agreement, views, goal, own);
            const spoils = alone.some(isLost);
            expect((veto?.bySpoiling ?? null) !== null).toBe(spoils);
            const undone = answer.undoneByAssumed.find((entry) => entry.party === party);
            expect(undone !== undefined).toBe(!spoils && canDocumented && alone.some(isForlorn));
            if (isNeeded) seen.withholding += 1;
            if (veto === undefined || veto.bySpoiling === null) continue;
            seen.spoiling += 1;
            const { events, reason } = veto.bySpoiling;
            const plain = new ByDefinition(agreement, views, { keep: own });
            let runs = plain.start;
            for (const event of events) runs = plain.after(runs, event) ?? [];
            expect(isLost(runs)).toBe(true);
            expect(alone.map(String)).toContain(String(runs));
            const withAll = isHopeless(agreement, views, goal, () => true);
            if (!withAll(runs)) seen.nobodys += 1;
            const away = (without: Standpoint['without'] & object): boolean =>
              isHopeless(
                agreement,
                views.map((view) => ({ ...view, without })),
                goal,
                anybodys,
              )(runs);
            const expected = !away({ positions: true })
              ? 'positions'
              : !away({ positions: true, requirements: true })
                ? 'requirements'
                : 'events';
            expect(reason).toBe(expected);
            seen.reasons.add(expected);
          }
        },
      ),
      { numRuns: 4000 },
    );
    expect(Math.min(seen.withholding, seen.spoiling, seen.nobodys)).toBeGreaterThan(0);
    expect([...seen.reasons].toSorted()).toEqual(['events', 'positions', 'requirements']);
  });

  it('find who can spoil the harbour accord, and who has to have a hand in it', () => {
    const { agreement } = loadHarbour();
    const goal = eventGoal('phase.settled');
    const begun = { phase: 'phaseOne', calm: 'holding' };
    const standpoints = [standpoint('northquay', begun)];
    const answer = finish(vetoes(agreement, { standpoints, goal }));
    expect(answer.reachable).toBe(true);
    expect(answer.vetoes.some(({ byWithholding }) => byWithholding)).toBe(true);
    // The model has no event that leads back from a calm that has broken.
    const spoiling = answer.vetoes.filter(({ bySpoiling }) => bySpoiling !== null);
    expect(spoiling.map(({ bySpoiling }) => bySpoiling)).toContainEqual({
      events: ['calm.broke'],
      reason: 'events',
    });
  });
});

describe('points of no return', () => {
  it('are the events that lose the goal, in as many states as plain search counts', () => {
    const seen = { found: 0, undone: 0, reasons: new Set<string>() };
    fc.assert(
      fc.property(anyAim, ({ agreement, views, goal }) => {
        const answer = finish(pointsOfNoReturn(agreement, { standpoints: views, goal }));
        const plain = new ByDefinition(agreement, views);
        const isEvent = goal.kind === 'event';
        expect(answer.isReached).toBe(plain.isDone(goal));
        if (answer.isReached && isEvent) return;
        const states = isEvent
          ? beforeGoal(agreement, views, goal)
          : plain.from().map(({ runs }) => runs);
        const distinct = [...new Map(states.map((runs) => [String(runs), runs])).values()];
        const isLost = isHopeless(agreement, views, goal, () => true);
        const documented: NonNullable<Limits['keep']> = ({ assumed }) => assumed === null;
        const isForlorn = isHopeless(agreement, views, goal, documented);
        const after = (runs: readonly State[], event: string): readonly State[] | null =>
          isEvent && event === goal.event && plain.isReady(goal, runs)
            ? null
            : plain.after(runs, event);
        const losing = (isHere: typeof isLost, isThere: typeof isLost): string[] =>
          [...agreement.events.keys()].flatMap((event) => {
            const from = distinct.filter((runs) => {
              const next = after(runs, event);
              return next !== null && !isHere(runs) && isThere(next);
            });
            return from.length === 0 ? [] : [`${event} ${from.length}`];
          });
        const told = (points: typeof answer.points): string[] =>
          points.map(({ event, states: count }) => `${event} ${count}`).toSorted();
        expect(told(answer.points)).toEqual(losing(isLost, isLost).toSorted());
        expect(told(answer.undoneByAssumed)).toEqual(
          losing(isForlorn, (runs) => isForlorn(runs) && !isLost(runs)).toSorted(),
        );
        seen.undone += answer.undoneByAssumed.length;
        const possible = distinct.filter((runs) => !isLost(runs));
        expect(answer.possible).toBe(BigInt(possible.length));
        expect(answer.lost).toBe(BigInt(distinct.length - possible.length));
        const away = (without: Standpoint['without'] & object): typeof isLost =>
          isHopeless(
            agreement,
            views.map((view) => ({ ...view, without })),
            goal,
            () => true,
          );
        const [unasked, unbound] = [
          away({ positions: true }),
          away({ positions: true, requirements: true }),
        ];
        for (const point of answer.points) {
          seen.found += 1;
          let runs = plain.start;
          for (const event of point.events ?? []) runs = plain.after(runs, event) ?? [];
          expect(isLost(runs)).toBe(true);
          expect(point.events?.at(-1)).toBe(point.event);
          const reasons = new Set(
            distinct
              .filter((from) => !isLost(from))
              .flatMap((from) => {
                const next = after(from, point.event);
                if (next === null || !isLost(next)) return [];
                return [!unasked(next) ? 'positions' : !unbound(next) ? 'requirements' : 'events'];
              }),
          );
          expect([...point.reasons].toSorted()).toEqual([...reasons].toSorted());
          for (const reason of reasons) seen.reasons.add(reason);
        }
      }),
      { numRuns: 300 },
    );
    expect(Math.min(seen.found, seen.undone)).toBeGreaterThan(0);
    expect([...seen.reasons].toSorted()).toEqual(['events', 'positions', 'requirements']);
  });
});

describe('plans by some, avoiding some', () => {
  it('exist where plain search finds them', () => {
    const seen = new Set<string>();
    const cases = anyAim.chain((aimed) =>
      fc.record({
        aimed: fc.constant(aimed),
        parties: fc.option(fc.subarray(['north', 'south', 'east', 'both'])),
        events: fc.subarray([...aimed.agreement.events.keys()], { maxLength: 1 }),
        stages: fc.subarray(
          aimed.agreement.statechart.regions.flatMap((region) =>
            region.stages.map((stage) => ({ region: region.id, stage: stage.id })),
          ),
          { maxLength: 2 },
        ),
      }),
    );
    fc.assert(
      fc.property(cases, ({ aimed: { agreement, views, goal }, parties, events, stages }) => {
        const atoms = (parties ?? []).flatMap((party) =>
          party === 'both' ? ['north', 'south'] : [party],
        );
        const allowed = by(agreement, atoms, 'nobody');
        const keep: NonNullable<Limits['keep']> = (event) =>
          !events.includes(event.id) && (parties === null || allowed(event));
        const plain = new ByDefinition(agreement, views, { keep, avoided: stages });
        const expected = plain.distance(goal);
        const limits = { by: parties, avoid: { events, stages } };
        const answer = finish(plan(agreement, { standpoints: views, goal, ...limits }));
        expect(answer.kind).toBe(expected === null ? 'impossible' : 'found');
        if (answer.kind === 'found') expect(answer.length).toBe(expected);
        seen.add(answer.kind);
      }),
      { numRuns: 300 },
    );
    expect(seen.size).toBe(2);
  });
});

describe('pivots', () => {
  it('change the goals that plain search on the changed agreement changes', () => {
    const seen = { condition: 0, objection: 0, claim: 0, verdicts: 0 };
    fc.assert(
      fc.property(anyAim, ({ agreement, views: [view = standpoint('north')] }) => {
        const { reading } = view.terms;
        const goals = [...agreement.events.keys()].map((id) => ({ id, goal: eventGoal(id) }));
        const reachableIn = (version: Agreement): string[] =>
          goals.filter(({ goal }) => can(version, [view], goal)).map(({ id }) => id);
        const before = reachableIn(agreement);
        const moment = startingMoment(agreement);
        const request = { reading, standpoints: [view], goals };
        const answer = finish(pivots(moment, request));
        for (const { dropped, goals: changed, verdicts } of answer.pivots) {
          const version = {
            condition: withoutCondition,
            objection: withoutObjection,
            claim: withoutClaim,
          }[dropped.kind](agreement, dropped.id);
          const after = reachableIn(version);
          seen.verdicts += verdicts.length;
          for (const { goal, reachableAfter } of changed) {
            seen[dropped.kind] += 1;
            expect(after.includes(goal)).toBe(reachableAfter);
            expect(before.includes(goal)).toBe(!reachableAfter);
          }
          const unchanged = goals.filter(({ id }) => !changed.some(({ goal }) => goal === id));
          for (const { id } of unchanged) expect(after.includes(id)).toBe(before.includes(id));
        }
      }),
      { numRuns: 150 },
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
  });

  it('are none where nothing is held and nothing required', () => {
    fc.assert(
      fc.property(anyAgreement(SMALL), (agreement) => {
        const events = new Map(
          [...agreement.events].map(([id, event]) => [id, { ...event, requirement: null }]),
        );
        const readings = new Map(
          [...agreement.readings].map(([id, reading]) => [
            id,
            { ...reading, positions: new Map() },
          ]),
        );
        const bare = { ...agreement, events, readings };
        const goals = [...events.keys()].map((id) => ({ id, goal: eventGoal(id) }));
        const request = { reading: 'north', standpoints: [standpoint('north')], goals };
        expect(finish(pivots(startingMoment(bare), request))).toEqual({
          pivots: [],
          tried: 0,
          complete: true,
        });
      }),
      { numRuns: 30 },
    );
  });
});

describe('cycles', () => {
  it('are the sets of names that lead to each other', () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const name = fc.constantFrom(...names);
    fc.assert(
      fc.property(fc.array(fc.tuple(name, name), { maxLength: 10 }), (edges) => {
        const leads = (from: string, to: string): boolean => {
          const reached = new Set(edges.filter(([start]) => start === from).map(([, end]) => end));
          for (const known of reached)
            for (const [start, end] of edges) if (start === known) reached.add(end);
          return reached.has(to);
        };
        const found = cyclesAmong(edges);
        for (const one of names)
          for (const other of names) {
            const isTogether = found.some((cycle) => cycle.includes(one) && cycle.includes(other));
            expect(isTogether).toBe(leads(one, other) && leads(other, one));
          }
      }),
    );
  });
});
