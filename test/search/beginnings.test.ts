import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Agreement, partyReadings } from '../../src/model/agreement.ts';
import { type Moment, momentAt, NOW } from '../../src/model/moment.ts';
import { tell } from '../../src/model/story.ts';
import { beginningsOf, type StandsIn } from '../../src/search/beginnings.ts';
import { canReach, coalitions } from '../../src/search/coalitions.ts';
import type { Standpoint } from '../../src/search/compile.ts';
import { partyAtoms } from '../../src/search/controllers.ts';
import { eventGoal, type Goal } from '../../src/search/goal.ts';
import { pointsOfNoReturn } from '../../src/search/no-return.ts';
import { plan } from '../../src/search/plan.ts';
import { standpointsOf } from '../../src/search/standpoints.ts';
import { unblock } from '../../src/search/unblock.ts';
import { vetoes } from '../../src/search/veto.ts';
import { finish } from '../../src/search/work.ts';
import { daysAround } from '../answer/boundary-days.ts';
import { HARBOUR, RICH } from '../model/subjects.ts';
import { anyMoment } from './any-moment.ts';

interface Asked {
  readonly agreement: Agreement;
  readonly moment: Moment;
  readonly readings: readonly string[];
  readonly event: string;
}

/** More ways in which things may stand are not gone through. */
const MOST = 16;

type Seen = Record<string, number>;

const saw = (seen: Seen, what: string): void => void (seen[what] = (seen[what] ?? 0) + 1);

/**
 * The standpoints of a question once what is not known is taken for granted, as by --assume; null where that leaves
 * something else that is not known, so that it is no one of the ways in which things may stand.
 */
function granted({ agreement, moment, readings }: Asked, goal: Goal, stands: readonly StandsIn[]) {
  const assume = [...moment.viewpoint.assume, ...stands];
  const told = momentAt(agreement, moment.story, { ...moment.viewpoint, assume });
  const from = standpointsOf(told, readings, [goal]);
  return from.ok && from.unknown.length === 0 ? from.standpoints : null;
}

/**
 * Holds what is answered where something is not known to what is answered once that is taken for granted, each way that it
 * may be in its turn.
 */
function agreesWithEach(asked: Asked, seen: Seen, costly: boolean): void {
  const { moment, readings, event } = asked;
  const { agreement } = moment;
  const goal = eventGoal(event);
  const from = standpointsOf(moment, readings, [goal]);
  if (!from.ok || from.unknown.length === 0) return;
  // What is taken for granted is so in every run; and what has been taken stays taken, whatever is.
  if (from.unknown.some((each) => each.readings.length < readings.length)) return;
  const beginnings = beginningsOf(from.standpoints);
  const isTold = beginnings.every(
    ({ stands, standpoints }) =>
      stands.every((each) => each.readings.length === readings.length) &&
      standpoints.every(({ passed = [] }) => !passed.includes(event)),
  );
  const texts = new Set(beginnings.map(({ stands }) => JSON.stringify(stands)));
  if (!isTold || texts.size < beginnings.length) return;
  if (beginnings.length < 2 || beginnings.length > MOST) return;
  const each = beginnings.flatMap(({ stands }) => {
    const standpoints = granted(asked, goal, stands);
    return standpoints === null ? [] : [standpoints];
  });
  if (each.length < beginnings.length) return;
  // To take a stage for granted may bring others with it, which are then no such beginning.
  const open = new Set(
    Object.values(moment.states).flatMap(({ worlds }) => worlds.open.flatMap(({ keys }) => keys)),
  );
  const isSame = beginnings.every(({ standpoints, stands }, way) =>
    standpoints.every(({ assumed = {} }, run) =>
      Object.entries(assumed).every(
        ([region, stage]) =>
          (open.has(region) && !stands.some((one) => one.region === region)) ||
          each[way]?.[run]?.assumed?.[region] === stage,
      ),
    ),
  );
  if (!isSame) return;
  const place = `${event} at ${JSON.stringify(moment.viewpoint)} under ${readings.join(', ')}`;
  const one = <Answer>(ask: (standpoints: readonly Standpoint[]) => Answer) => ({
    all: ask(from.standpoints),
    alone: each.map(ask),
  });

  const planned = one((standpoints) => finish(plan(agreement, { standpoints, goal })));
  const found = planned.alone.filter(({ kind }) => kind === 'found').length;
  const { kind } = planned.all;
  saw(seen, kind);
  const some = found === each.length ? 'each' : found > 0 ? 'some' : 'none';
  const fits = {
    each: ['found', 'fromEach'],
    some: ['fromSome'],
    none: ['impossible', 'fromNone'],
  };
  expect([place, fits[some].includes(kind), kind, some]).toEqual([place, true, kind, some]);
  const lengths = planned.alone.map((answer) => (answer.kind === 'found' ? answer.length : null));
  if ('cases' in planned.all) {
    const told = planned.all.cases.flatMap(({ where, answer }) =>
      where.map((stands): [string, number | null] => [
        JSON.stringify(stands),
        answer.kind === 'found' ? answer.length : null,
      ]),
    );
    const byStands = new Map(told);
    const expected = beginnings.map(({ stands }) => byStands.get(JSON.stringify(stands)));
    expect([place, expected]).toEqual([place, lengths]);
  }

  const opened = one((standpoints) => finish(unblock(agreement, event, standpoints)));
  const reachable = some === 'each' ? true : some === 'none' ? false : null;
  expect([place, 'unblock', opened.all.reachable]).toEqual([place, 'unblock', reachable]);
  expect(opened.alone.filter((answer) => answer.reachable === true).length).toBe(found);
  if (!costly) return;

  const able = one((standpoints) => finish(coalitions(agreement, { standpoints, goal })));
  const setsOf = (answer: {
    readonly minimal: readonly { readonly parties: readonly string[] }[];
  }) => answer.minimal.map(({ parties }) => parties);
  const atoms = partyAtoms(agreement);
  for (const parties of atoms.flatMap((left) => atoms.map((right) => new Set([left, right]))))
    expect([place, canReach(setsOf(able.all), parties)]).toEqual([
      place,
      able.alone.every((answer) => canReach(setsOf(answer), parties)),
    ]);
  saw(seen, able.all.cases.length > 0 ? 'sets by case' : 'sets');

  const blocked = one((standpoints) => finish(vetoes(agreement, { standpoints, goal })));
  const who = (answer: { readonly vetoes: readonly { readonly party: string }[] }) =>
    answer.vetoes.map(({ party }) => party);
  expect([place, who(blocked.all)]).toEqual([
    place,
    atoms.filter((party) => blocked.alone.every((answer) => who(answer).includes(party))),
  ]);
  expect(blocked.all.reachable).toBe(reachable);

  const lost = one((standpoints) => finish(pointsOfNoReturn(agreement, { standpoints, goal })));
  const eventsOf = (answer: { readonly points: readonly { readonly event: string }[] }) =>
    answer.points.map((point) => point.event);
  const inEach = lost.alone
    .map(eventsOf)
    .reduce((these, those) => these.filter((id) => those.includes(id)));
  const { all } = lost;
  expect([place, (all.cases.length > 0 ? all.inEach : eventsOf(all)).toSorted()]).toEqual([
    place,
    inEach.toSorted(),
  ]);
}

describe('where something is not known, answers agree with those that take it for granted', () => {
  it('at moments of the harbour that nobody wrote', () => {
    const { agreement } = HARBOUR;
    const parties = partyReadings(agreement).map(({ id }) => id);
    const seen: Seen = {};
    const asked = fc.record({
      agreement: fc.constant(agreement),
      moment: anyMoment(agreement),
      readings: fc.subarray(parties, { minLength: 1 }),
      event: fc.constantFrom(...agreement.events.keys()),
    });
    fc.assert(
      fc.property(asked, (each) => agreesWithEach(each, seen, true)),
      { numRuns: 300 },
    );
    expect(seen['found']).toBeGreaterThan(0);
    expect(seen['fromEach']).toBeGreaterThan(0);
    expect(seen['sets by case']).toBeGreaterThan(0);
    expect(Object.values(seen).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(40);
  });

  it('on days of the record that ships', () => {
    const { agreement, scenarios } = RICH;
    const parties = partyReadings(agreement).map(({ id }) => id);
    const seen: Seen = {};
    const story = tell(scenarios.get('record') ?? expect.fail(), scenarios);
    const days = daysAround(agreement, story.steps);
    const gates = [...agreement.gates.values()].map(({ event }) => event);
    const events = ['remains.recovered', ...gates];
    for (const [turn, asOf] of days.entries()) {
      if (turn % 4 !== 0) continue;
      const moment = momentAt(agreement, story, { ...NOW, asOf });
      const event = events[(turn / 4) % events.length] ?? '';
      const readings = turn % 8 === 0 ? parties : [parties[turn % parties.length] ?? ''];
      agreesWithEach({ agreement, moment, readings, event }, seen, turn % 20 === 0);
    }
    expect(Object.values(seen).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(2);
  });
});
