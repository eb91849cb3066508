import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Agreement, partyReadings } from '../../src/model/agreement.ts';
import { type Moment, momentAt, NOW, playedOn } from '../../src/model/moment.ts';
import { step } from '../../src/model/shapes/scenario.ts';
import { isTaken } from '../../src/model/run-state.ts';
import { standing } from '../../src/model/standing.ts';
import { storyStep, tell } from '../../src/model/story.ts';
import { TAKEN, worldsOver } from '../../src/model/worlds.ts';
import { coalitions } from '../../src/search/coalitions.ts';
import { eventGoal, type Goal } from '../../src/search/goal.ts';
import { type Perspective, perspectivesOf } from '../../src/search/perspective.ts';
import { plan, type PlanAnswer } from '../../src/search/plan.ts';
import { inStages, type StatePredicate } from '../../src/search/predicate.ts';
import {
  always,
  type Formula,
  never,
  precedes,
  type Property,
  sometimes,
} from '../../src/search/property.ts';
import { standpointsOf } from '../../src/search/standpoints.ts';
import { unblock } from '../../src/search/unblock.ts';
import type { PropertyVerdict } from '../../src/search/verify.ts';
import { verifyAll } from '../../src/search/verify-all.ts';
import { finish } from '../../src/search/work.ts';
import { anyAgreement } from '../../src/testing/any-agreement.ts';
import { HARBOUR } from '../model/subjects.ts';
import { anyMoment } from './any-moment.ts';
import { anyGoal, anyPredicate, SMALL } from './invented.ts';

/** Of more ways in which things may stand than this, none is gone through by itself. */
const MOST = 120;

interface Asked {
  readonly agreement: Agreement;
  readonly moment: Moment;
  readonly readings: readonly string[];
  readonly goal: Goal;
}

const anyAsked: fc.Arbitrary<Asked> = anyAgreement({ ...SMALL, events: { min: 2, max: 8 } }).chain(
  (agreement) =>
    fc.record({
      agreement: fc.constant(agreement),
      moment: anyMoment(agreement),
      readings: fc.subarray(
        partyReadings(agreement).map(({ id }) => id),
        { minLength: 1 },
      ),
      goal: anyGoal(agreement),
    }),
);

/** What it rests on that there is no path, wherever there is none. */
function reasonsIn(planned: PlanAnswer): unknown[] {
  const all = 'cases' in planned ? planned.cases.map(({ answer }) => answer) : [planned];
  const reasons = all.flatMap((each) => (each.kind === 'impossible' ? [each.reason] : []));
  return [...new Set(reasons)].toSorted();
}

const THEN = step.parse({ id: 'then', title: 'then', status: 'assumed' });

describe('from a moment', () => {
  it('what cannot bear on a goal makes no difference, whatever it is', () => {
    const seen = { fixed: 0, open: 0, tooMany: 0 };
    fc.assert(
      fc.property(anyAsked, ({ agreement, moment, readings, goal }) => {
        const bearing = standpointsOf(moment, readings, [goal]);
        const everything = standpointsOf(moment, readings);
        if (!bearing.ok || !everything.ok) {
          seen.tooMany += 1;
          return;
        }
        if (bearing.unknown.length > 0) seen.open += 1;
        if (bearing.standpoints.length < everything.standpoints.length) seen.fixed += 1;
        const [few, all] = [bearing.standpoints, everything.standpoints].map((standpoints) => {
          const planned = finish(plan(agreement, { standpoints, goal }));
          const able = finish(coalitions(agreement, { standpoints, goal }));
          const opened =
            goal.kind === 'event' ? finish(unblock(agreement, goal.event, standpoints)) : null;
          return [
            // That there is none from anywhere may rest on other things in each case.
            planned.kind === 'fromNone' ? 'impossible' : planned.kind,
            planned.kind === 'found' ? planned.length : null,
            reasonsIn(planned),
            able.minimal.map(({ parties }) => parties),
            opened?.state,
            opened?.reachable,
          ];
        });
        expect(few).toEqual(all);
      }),
      { numRuns: 500 },
    );
    expect(Math.min(seen.fixed, seen.open)).toBeGreaterThan(20);
    expect(seen.tooMany).toBeLessThan(25);
  });

  it('a plan that is found is not refused when it is played, and comes to its goal', () => {
    const seen = { played: 0, known: 0, unknown: 0, reached: 0 };
    fc.assert(
      fc.property(anyAsked, ({ agreement, moment, readings, goal }) => {
        const from = standpointsOf(moment, readings, [goal]);
        if (!from.ok) return;
        const answer = finish(plan(agreement, { standpoints: from.standpoints, goal }));
        if (answer.kind !== 'found' || answer.length === 0) return;
        const [way = []] = answer.plans;
        const { played } = playedOn(
          moment,
          way.map(({ event }) => storyStep({ id: 'then' }, { ...THEN, event })),
        );
        const steps = played.steps.slice(moment.played.steps.length);
        expect(steps.length).toBe(way.length);
        for (const [index, { outcomes }] of steps.entries())
          for (const reading of readings) {
            const status = outcomes[reading]?.status ?? '';
            const isLast = goal.kind === 'event' && index === steps.length - 1;
            const isBehind =
              isLast && isTaken(moment.states[reading] ?? fail(), way[index]?.event ?? '');
            const isKnown = moment.states[reading]?.worlds.open.length === 0;
            const mayBe = [
              'recognised',
              'unopposed',
              'already',
              // One that has been taken in this run need not be possible in it again.
              ...(isBehind === true ? ['impossible'] : []),
              // Where it stands in one of several stages it may be recognised in one and lie behind in another.
              ...(isKnown ? [] : ['unknown']),
            ];
            expect(mayBe).toContain(status);
            seen[isKnown ? 'known' : 'unknown'] += 1;
            const told = ['recognised', 'unopposed', 'already'] as const;
            const said = told.filter((what) => way[index]?.[what].includes(reading));
            expect(said.length).toBe(1);
            const behind = ['already', 'impossible'].includes(status) ? 'already' : status;
            expect([said[0], 'unknown']).toContain(behind);
          }
        seen.played += 1;
        if (goal.kind === 'state') return;
        const end = played.steps.at(-1)?.states ?? {};
        const { home = '', moves = {} } = agreement.events.get(goal.event) ?? {};
        const targets = Object.values(moves[home] ?? {});
        const reachedIn = (states: Moment['states'], reading: string): boolean[] =>
          worldsOver((states[reading] ?? fail()).worlds, [home, goal.event]).map(
            (world) => world[goal.event] === TAKEN || targets.includes(world[home] ?? ''),
          );
        for (const reading of readings) {
          // Where it was behind from the start there was nothing to do, even if the way for another undoes it.
          if (reachedIn(moment.states, reading).includes(true)) continue;
          expect(reachedIn(end, reading)).not.toContain(false);
          seen.reached += 1;
        }
      }),
      { numRuns: 500 },
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(20);
  });

  it('there is something to do only where a gate does not stand as to be passed', () => {
    const seen = { success: 0, closed: 0, objections: 0 };
    fc.assert(
      fc.property(anyAsked, ({ agreement, moment, readings: [reading = ''] }) => {
        for (const { event } of agreement.gates.values()) {
          const stands = standing(moment, event, [reading]);
          const from = standpointsOf(moment, [reading], [eventGoal(event)]);
          if (!from.ok) continue;
          const opened = finish(unblock(agreement, event, from.standpoints));
          const [party] = stands.parties;
          if (stands.success && stands.parties[0]?.taken !== null) {
            seen.success += 1;
            expect(opened.state).not.toBe('closed');
          }
          if (opened.state === 'closed') seen.closed += 1;
          // Against an objection, certain or perhaps, nothing opens it but its being waived.
          const ids = opened.objections.map(({ objection }) => objection.id);
          const held = (party?.statements ?? []).filter(
            ({ statement, isWaived }) => statement.stance === 'objects' && !isWaived,
          );
          expect(ids.toSorted()).toEqual(held.map(({ statement }) => statement.id).toSorted());
          if (ids.length === 0 || opened.state !== 'closed') continue;
          seen.objections += 1;
          expect([opened.sets, opened.reachable]).toEqual([[], false]);
        }
      }),
      { numRuns: 300 },
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(10);
  });

  it('a property is checked in every way in which things may stand', () => {
    const seen = new Set<string>();
    const anyCase = anyAgreement({ ...SMALL, events: { min: 2, max: 8 } }).chain((agreement) =>
      fc.record({
        agreement: fc.constant(agreement),
        moment: anyMoment(agreement),
        holds: anyPredicate(agreement),
        other: anyPredicate(agreement),
      }),
    );
    fc.assert(
      fc.property(anyCase, ({ agreement, moment, holds, other }) => {
        const formulas: Formula[] = [
          always(holds),
          never(holds),
          sometimes(holds),
          precedes(holds, other),
        ];
        const properties = formulas.map(propertyOf);
        const [only] = perspectivesOf(moment, { from: 'moment', readings: ['north'] });
        if (only === undefined) throw new Error('There is no perspective.');
        for (const verdict of asInEveryWay(agreement, properties, only)) seen.add(verdict);
      }),
      { numRuns: 200 },
    );
    expect([...seen].toSorted()).toEqual(['fails', 'holds', 'unknown', 'vacuous']);
  });

  it('a property that speaks of much that is not known is checked in every way all the same', () => {
    const { agreement, scenarios } = HARBOUR;
    const regions = ['canal', 'wreck', 'tolls'];
    const assume = regions.map((region) => ({ region, stage: 'unknown' as const }));
    const record = scenarios.get('harbour-record') ?? fail();
    const moment = momentAt(agreement, tell(record, scenarios), { ...NOW, assume });
    const [only = fail()] = perspectivesOf(moment, { from: 'moment', readings: ['northquay'] });
    expect(only.choices.reduce((count, { worlds }) => count * worlds.length, 1)).toBe(36);
    const raised = inStages('wreck', 'raised');
    const all: StatePredicate = {
      kind: 'all',
      of: [raised, inStages('tolls', 'shared'), inStages('canal', 'open')],
    };
    const formulas = [sometimes(all), never(all), precedes(raised, all)];
    const verdicts = asInEveryWay(agreement, formulas.map(propertyOf), only);
    expect(verdicts).toEqual(['holds', 'fails', 'holds']);
  });
});

function propertyOf(formula: Formula, index: number): Property {
  const why = 'It is asked.';
  return { id: `property-${index}`, title: 'A property', why, claims: [], readings: null, formula };
}

/** What is found of properties, held against each way in which things may stand, as where everything is known. */
function asInEveryWay(
  agreement: Agreement,
  properties: readonly Property[],
  perspective: Perspective,
): PropertyVerdict[] {
  let ways = perspective.standpoints;
  for (const { readings, regions, worlds } of perspective.choices)
    ways = ways.flatMap((way) =>
      worlds.map((world) => ({
        ...way,
        assumed: {
          ...way.assumed,
          ...Object.fromEntries(
            Object.entries(world).filter(
              ([key]) => readings.includes(way.terms.reading) && regions.includes(key),
            ),
          ),
        },
      })),
    );
  const found = finish(verifyAll(agreement, properties, [perspective]));
  return found.properties.map(({ property, answers }) => {
    const alone = ways.slice(0, MOST).map((standpoint) => {
      const known = [{ ...perspective, standpoints: [standpoint], choices: [] }];
      const [checked] = finish(verifyAll(agreement, [property], known)).properties;
      return checked?.answers[0]?.answer.verdict ?? fail();
    });
    const distinct = new Set(alone);
    const isHolding = [...distinct].every((each) => ['holds', 'vacuous'].includes(each));
    const expected = distinct.size === 1 ? alone[0] : isHolding ? 'holds' : 'unknown';
    const verdict = answers[0]?.answer.verdict ?? fail();
    if (ways.length <= MOST) expect([property.id, verdict]).toEqual([property.id, expected]);
    return verdict;
  });
}

function fail(): never {
  throw new Error('There is no such run.');
}
