import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { courseOf, instantOn, knownAlike } from '../../src/answer/course.ts';
import {
  differencesOf,
  lanesOf,
  runsInLanes,
  type Stretch,
  verdictLanesOf,
  whereaboutsIn,
} from '../../src/answer/lanes.ts';
import { statementDays } from '../../src/answer/change-days.ts';
import type { Agreement } from '../../src/model/agreement.ts';
import { assumedStep } from '../../src/model/assumed-step.ts';
import type { Day } from '../../src/model/days.ts';
import { type Moment, momentAt, momentUpTo, NOW } from '../../src/model/moment.ts';
import { Runner } from '../../src/model/runner.ts';
import { verdictsOf } from '../../src/model/standing.ts';
import type { ScenarioFile } from '../../src/model/shapes/scenario.ts';
import { type Story, storyStep, tell } from '../../src/model/story.ts';
import { anyStory } from '../model/any-story.ts';
import { HARBOUR, SUBJECTS } from '../model/subjects.ts';
import { loadShipped, shippedFolders } from '../shipped.ts';
import { daysAfter, daysAround } from './boundary-days.ts';

function at<Value>(stretches: readonly Stretch<Value>[], instant: number): Value {
  const found = stretches.filter(({ from, to }) => from <= instant && instant < to);
  const [only] = found;
  if (only === undefined || found.length > 1)
    throw new Error(`${found.length} stretches at ${instant}`);
  return only.value;
}

/** Holds what lanes say at an instant to what the moment itself says, run by run; gives how the regions stood. */
function saysSame(
  lanes: ReturnType<typeof lanesOf>,
  verdicts: ReturnType<typeof verdictLanesOf>,
  instant: number,
  moment: Moment,
  event: string | undefined,
): string[] {
  const { agreement } = moment;
  const place = `${moment.story.scenario.id}, as of ${moment.viewpoint.asOf}, known by ${moment.viewpoint.knownBy}`;
  const seen: string[] = [];
  const [drawn, meant]: Record<string, unknown>[] = [{}, {}];
  for (const { region, stretches } of lanes) {
    const groups = at(stretches, instant);
    if (groups.length > 1) seen.push('apart');
    for (const run of runsInLanes(agreement)) {
      const whose = groups.filter(({ readings }) => readings.includes(run));
      const fact = moment.states[run]?.facts[region];
      if (drawn === undefined || meant === undefined || fact === undefined) throw new Error(place);
      drawn[`${region} ${run}`] = whose.map(({ possible, status }) => [
        possible.toSorted(),
        status ?? 'happened',
      ]);
      meant[`${region} ${run}`] = [[fact.possible.toSorted(), fact.status ?? 'happened']];
      if (fact.possible.length > 1) seen.push('uncertain');
    }
  }
  expect([place, drawn]).toEqual([place, meant]);
  if (event === undefined) return seen;
  const { verdict, each } = verdictsOf(moment, event);
  expect([
    place,
    verdicts.map(({ reading, stretches }) => [reading, at(stretches, instant)]),
  ]).toEqual([place, [[null, verdict], ...each]]);
  return seen;
}

function holds(
  agreement: Agreement,
  story: Story,
  knownBy: Day | null,
  event: string | undefined,
  days: readonly Day[],
): string[] {
  const runner = new Runner(agreement);
  const course = courseOf(agreement, story, { knownBy, event: event ?? null }, runner);
  const count = course.instants.length;
  const lanes = lanesOf(course, 0, count);
  const verdicts = event === undefined ? [] : verdictLanesOf(course, event, 0, count);
  const seen: string[] = [];
  for (const asOf of days) {
    if (course.span === null || asOf < course.span.from || asOf > course.span.to) continue;
    const moment = momentAt(agreement, story, { ...NOW, asOf, knownBy }, runner);
    seen.push(...saysSame(lanes, verdicts, instantOn(course, asOf), moment, event));
  }
  const whole = momentAt(agreement, story, NOW, runner);
  for (const [index, { place }] of course.instants.entries()) {
    if (place === null) continue;
    seen.push('undated');
    saysSame(lanes, verdicts, index, momentUpTo(whole, place), event);
  }
  // A window on the lanes says the same as the whole.
  const [from, to] = [Math.floor(count / 3), Math.ceil((2 * count) / 3)];
  for (const [index, { region, stretches }] of lanesOf(course, from, to).entries()) {
    expect(region).toBe(lanes[index]?.region);
    for (let instant = from; instant < to; instant += 1)
      expect(at(stretches, instant)).toEqual(at(lanes[index]?.stretches ?? [], instant));
  }
  return seen;
}

describe.each(shippedFolders())('the lanes of %s', (folder) => {
  const { agreement, scenarios } = loadShipped(folder);
  const gates = [...agreement.gates.values()];
  const published = agreement.sources.flatMap((source) => [
    source.published.from,
    source.published.to,
  ]);

  it.each([...scenarios.keys()])('say on every day of %s what is so as of it', (id) => {
    const scenario = scenarios.get(id);
    if (scenario === undefined) throw new Error(id);
    const story = tell(scenario, scenarios);
    const turn = [...scenarios.keys()].indexOf(id);
    const days = daysAround(agreement, story.steps);
    const known = [null, published[turn % published.length] ?? null];
    for (const [index, knownBy] of known.entries()) {
      const event = gates[(turn + index) % gates.length]?.event;
      const seen = holds(agreement, story, knownBy, event, days);
      expect(seen.length + story.steps.length).toBeGreaterThan(0);
    }
  });
});

describe('lanes', () => {
  it('show what is uncertain, where parties differ, and what nothing dates', () => {
    const seen = new Set<string>();
    for (const { agreement, scenarios } of SUBJECTS) {
      for (const scenario of [...scenarios.values()].slice(0, 4)) {
        const story = tell(scenario, scenarios);
        const [gate] = agreement.gates.values();
        const days = daysAround(agreement, story.steps);
        for (const what of holds(agreement, story, null, gate?.event, days)) seen.add(what);
      }
    }
    expect([...seen].toSorted()).toEqual(['apart', 'uncertain', 'undated']);
  });

  it('say so of any story, whatever its ranges, and whatever was known', () => {
    const { agreement } = HARBOUR;
    const days = daysAround(agreement, []);
    const gates = [...agreement.gates.values()];
    const ranged = fc.tuple(
      anyStory(agreement),
      fc.array(fc.option(fc.nat({ max: 12 }))),
      fc.option(fc.constantFrom(...days)),
      fc.constantFrom(...gates),
    );
    fc.assert(
      fc.property(ranged, ([{ steps }, earlier, knownBy, gate]) => {
        const some = steps.slice(0, 14).map((step, index) => {
          const by = earlier[index] ?? 0;
          if (step.date === null || by === 0) return step;
          const { to } = step.date;
          const before = days.filter((day) => day <= to);
          return { ...step, date: { from: before.at(-by) ?? to, to } };
        });
        const [scenario] = HARBOUR.scenarios.values();
        if (scenario === undefined) throw new Error('no scenario');
        const story = { scenario, steps: some, inherited: 0 };
        const looked = daysAround(agreement, some).filter((_, index) => index % 3 === 0);
        expect(holds(agreement, story, knownBy, gate.event, looked)).toBeDefined();
      }),
      { numRuns: 25 },
    );
  });

  it('follow what a party comes to hold while a step may have happened', () => {
    const changed: Day[] = [];
    for (const { agreement } of SUBJECTS) {
      for (const { event } of agreement.gates.values()) {
        const { home = '', moves } = agreement.events.get(event) ?? {};
        const [from = ''] = Object.keys(moves?.[home] ?? {});
        const held = [...agreement.readings.values()].flatMap(
          ({ positions }) => positions.get(event) ?? [],
        );
        for (const day of new Set(statementDays(agreement, held, null))) {
          const before = daysAfter(day, -9);
          const steps = [
            assumedStep({ kind: 'assume', region: home, stage: from }, agreement, new Set(), {
              date: { from: before, to: before },
            }),
            assumedStep({ kind: 'event', event }, agreement, new Set(), {
              date: { from: daysAfter(day, -5), to: daysAfter(day, 5) },
            }),
          ].map((step) => storyStep({ id: 'made' }, step));
          const scenario = { id: 'made' } as ScenarioFile;
          const story = { scenario, steps, inherited: 0 };
          const around = [-1, 0, 1].map((days) => daysAfter(day, days));
          holds(agreement, story, null, undefined, around);
          const course = courseOf(
            agreement,
            story,
            { knownBy: null, event: null },
            new Runner(agreement),
          );
          const said = around.map((each) =>
            JSON.stringify(
              whereaboutsIn(course.momentAt(instantOn(course, each)), home, runsInLanes(agreement)),
            ),
          );
          if (said[0] !== said[1]) changed.push(day);
        }
      }
    }
    expect(changed.length).toBeGreaterThan(0);
  });

  it('tell where a branch stands otherwise than what it branches off, on the same day', () => {
    const { agreement, scenarios } = loadShipped();
    let count = 0;
    for (const scenario of scenarios.values()) {
      const base = scenarios.get(scenario.branchesFrom?.scenario ?? '');
      if (base === undefined) continue;
      const runner = new Runner(agreement);
      const [own, other] = [scenario, base].map((each) => tell(each, scenarios));
      if (own === undefined || other === undefined) continue;
      const daysOf = ({ steps }: Story) =>
        steps.flatMap(({ date }) => (date === null ? [] : [date.from, date.to]));
      const asked = { knownBy: null, event: null };
      const here = courseOf(agreement, own, { ...asked, days: daysOf(other) }, runner);
      const there = courseOf(agreement, other, { ...asked, days: daysOf(own) }, runner);
      const apart = differencesOf(here, there, 0, here.instants.length);
      for (const { from, to } of [...apart.values()].flat()) count += to - from;
      const runs = runsInLanes(agreement);
      for (const [index, { day }] of here.instants.entries()) {
        for (const { id } of agreement.statechart.regions) {
          const theirs =
            day === null
              ? momentAt(agreement, other, NOW, runner)
              : momentAt(agreement, other, { ...NOW, asOf: day }, runner);
          const stands = [here.momentAt(index), theirs].map((moment) =>
            JSON.stringify(
              runs.map((run) => {
                const [where] = whereaboutsIn(moment, id, [run]);
                return [where?.possible, where?.status ?? 'happened'];
              }),
            ),
          );
          const differs = apart.get(id)?.some(({ from, to }) => from <= index && index < to);
          expect([scenario.id, day, id, differs ?? false]).toEqual([
            scenario.id,
            day,
            id,
            stands[0] !== stands[1],
          ]);
        }
      }
    }
    expect(count).toBeGreaterThan(0);
  });
});

describe('days alike in what had been published', () => {
  it('are told apart by nothing else', () => {
    const { agreement } = HARBOUR;
    const days = daysAround(agreement, []);
    for (const day of days) {
      const alike = knownAlike(agreement, day);
      const said = (by: Day | null) =>
        agreement.sources.map(({ published: { from, to } }) => [
          by !== null && from <= by,
          by !== null && to <= by,
        ]);
      expect(said(alike)).toEqual(said(day));
    }
    expect(knownAlike(agreement, null)).toBeNull();
    expect(new Set(days.map((day) => knownAlike(agreement, day))).size).toBeLessThan(days.length);
  });
});
