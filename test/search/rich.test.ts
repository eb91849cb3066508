import { describe, expect, it } from 'vitest';
import type { Agreement } from '../../src/model/agreement.ts';
import { partyReadings } from '../../src/model/agreement.ts';
import { eventsMeeting } from '../../src/model/region-moves.ts';
import { type Moment, playedOn } from '../../src/model/moment.ts';
import { step as stepShape } from '../../src/model/shapes/scenario.ts';
import { storyStep } from '../../src/model/story.ts';
import { coalitions } from '../../src/search/coalitions.ts';
import { compiled } from '../../src/search/compile.ts';
import { explore } from '../../src/search/exploration.ts';
import { eventGoal, readGoal } from '../../src/search/goal.ts';
import { plan } from '../../src/search/plan.ts';
import { reachableFrom } from '../../src/search/reachability.ts';
import { Space } from '../../src/search/space.ts';
import { standpointsOf } from '../../src/search/standpoints.ts';
import { waits } from '../../src/search/waits.ts';
import { finish, finishInTurns } from '../../src/search/work.ts';
import { startingMoment, termsOf } from './invented.ts';
import { loadHarbour } from '../fixtures/harbour/load.ts';
import { loadFiveDocuments } from '../five-documents.ts';

const rich = loadFiveDocuments().agreement;
const { agreement: harbour } = loadHarbour();
const agreements: [string, Agreement][] = [
  ['a rich agreement', rich],
  ['the harbour accord', harbour],
];

const from = (reading: string) => ({ terms: termsOf(reading) });

const gatesOf = (agreement: Agreement) => [...agreement.gates.values()];

/** Plays events without dates, as a scenario of the user's own would. */
function played(agreement: Agreement, events: readonly string[]): Moment {
  const steps = events.map((event, index) =>
    storyStep(
      { id: 'planned' },
      stepShape.parse({ id: `step-${index}`, title: event, status: 'assumed', event }),
    ),
  );
  return playedOn(startingMoment(agreement), steps);
}

describe.each(agreements)('%s', (_, agreement) => {
  it('has as many reachable states in whatever order its regions are looked at', () => {
    for (const reading of agreement.readings.keys()) {
      const { system, states } = finish(explore(agreement, from(reading)));
      const orders = [[...system.regions.keys()], [...system.regions.keys()].toReversed()];
      const counts = orders.map((order) => {
        const space = new Space(system, order);
        return space.members.count(finish(reachableFrom(space, space.start)).set);
      });
      expect([reading, ...counts]).toEqual([reading, states, states]);
    }
  });

  it('has plans that play confirms step by step, under one reading and under everyone’s', () => {
    const everyone = partyReadings(agreement).map(({ id }) => id);
    let found = 0;
    for (const readings of [...everyone.map((id) => [id]), everyone]) {
      for (const { event: gate } of gatesOf(agreement)) {
        const goal = eventGoal(gate);
        const answer = finish(plan(agreement, { standpoints: readings.map(from), goal }));
        if (answer.kind !== 'found') continue;
        found += 1;
        const events = (answer.plans[0] ?? []).map(({ event }) => event);
        const { steps } = played(agreement, events).played;
        const outcomes = steps.flatMap((step) =>
          readings.map((id) => step.outcomes[id]?.status ?? ''),
        );
        expect([
          gate,
          ...outcomes.filter((status) => !['recognised', 'unopposed', 'already'].includes(status)),
        ]).toEqual([gate]);
      }
    }
    expect(found).toBeGreaterThan(3);
  });

  it('goes on from where played steps have led, each run from its own state', () => {
    const everyone = partyReadings(agreement).map(({ id }) => id);
    let further = 0;
    for (const { event: gate } of gatesOf(agreement)) {
      const goal = eventGoal(gate);
      const before = finish(plan(agreement, { standpoints: everyone.map(from), goal }));
      if (before.kind !== 'found') continue;
      const [way = []] = before.plans;
      for (const [index] of way.entries()) {
        const moment = played(
          agreement,
          way.slice(0, index).flatMap(({ event }) => event ?? []),
        );
        const standpoints = standpointsOf(moment, everyone);
        if (!standpoints.ok) throw new Error('Nothing is unknown after steps that happened.');
        const after = finish(plan(agreement, { standpoints: standpoints.standpoints, goal }));
        const event = agreement.events.get(gate);
        const home = event?.home ?? '';
        const brought = Object.values(event?.moves[home] ?? {});
        // What it brings about can have come of something else: then there is nothing left to do.
        const isThere = Object.values(moment.states).every(({ worlds }) =>
          brought.includes(worlds.known[home] ?? ''),
        );
        expect([gate, index, after.kind === 'found' ? after.length : null]).toEqual([
          gate,
          index,
          isThere ? 0 : before.length - index,
        ]);
        further += 1;
      }
    }
    expect(further).toBeGreaterThan(5);
  });

  it('has waits whose events are refused and whose conditions another can meet', () => {
    const moment = startingMoment(agreement);
    const { waits: found, cycles } = waits(moment, { alsoLater: true });
    const now = waits(moment);
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeGreaterThanOrEqual(now.waits.length);
    for (const wait of found) {
      expect(wait.from).not.toBe(wait.to);
      expect(agreement.events.get(wait.event)?.controllers?.flat()).toContain(wait.from);
      expect(wait.together.length).toBeGreaterThan(0);
      expect(wait.claims).toEqual(expect.arrayContaining([...wait.condition.claims]));
      const hands = [
        agreement.events.get(wait.event),
        ...eventsMeeting(agreement, wait.condition, [
          agreement.regions.get(wait.condition.region)?.initial ?? '',
        ]).filter(({ controllers }) => controllers?.flat().includes(wait.to)),
      ];
      const isInferred =
        wait.condition.basis === 'derived' || hands.some((event) => event?.inference !== null);
      expect(wait.basis).toBe(isInferred ? 'derived' : 'sourced');
      for (const event of hands)
        expect(wait.claims).toEqual(expect.arrayContaining([...(event?.claims ?? [])]));
    }
    for (const { parties, waits: edges } of cycles) {
      expect(parties.length).toBeGreaterThan(1);
      for (const party of parties)
        expect([
          edges.some((edge) => edge.from === party),
          edges.some((edge) => edge.to === party),
        ]).toEqual([true, true]);
    }
  });

  it('has no coalition that reaches what cannot be reached at all', () => {
    for (const reading of agreement.readings.keys())
      for (const { event: gate } of gatesOf(agreement)) {
        const goal = eventGoal(gate);
        const standpoints = [from(reading)];
        const answer = finish(plan(agreement, { standpoints, goal }));
        const table = finish(coalitions(agreement, { standpoints, goal }));
        const able = table.helped ?? table.minimal;
        // With everything that no document speaks of set free, all parties together can do what can be done.
        const nobodys = [...agreement.events.values()].some(
          ({ controllers }) => controllers?.length === 0,
        );
        expect(able.length > 0 || nobodys).toBe(answer.kind === 'found' || nobodys);
      }
  });

  it('tells goals from what only looks like one', () => {
    const [gate = ''] = agreement.gates.keys();
    const [region] = agreement.statechart.regions;
    const stage = `${region?.id}=${region?.stages[0]?.id}`;
    expect([gate, stage].map((text) => readGoal(agreement, text).ok)).toEqual([true, true]);
    const wrong = ['nothing', 'nothing=here', `${region?.id}=nowhere`].map((text) =>
      readGoal(agreement, text),
    );
    expect(wrong.map(({ ok }) => ok)).toEqual([false, false, false]);
    expect(wrong.every((answer) => !answer.ok && answer.candidates.length > 0)).toBe(true);
  });
});

describe('work', () => {
  it('in turns comes to the same as in one go, and stops when told', async () => {
    const system = compiled(rich, from([...rich.readings.keys()][0] ?? ''));
    const space = new Space(system);
    const whole = finish(reachableFrom(space, space.start));
    let pauses = 0;
    const turns = {
      shouldStop: () => false,
      isTurnOver: () => true,
      pause: async () => {
        pauses += 1;
        await Promise.resolve();
      },
    };
    expect(await finishInTurns(reachableFrom(space, space.start), turns)).toEqual(whole);
    expect(pauses).toBeGreaterThan(0);
    const stopped = await finishInTurns(reachableFrom(space, space.start), {
      ...turns,
      shouldStop: () => true,
    });
    expect(stopped.complete).toBe(false);
  });

  it('stopped halfway never claims to be whole', () => {
    const standpoints = partyReadings(rich).map(({ id }) => from(id));
    for (const { event } of gatesOf(rich)) {
      const goal = eventGoal(event);
      for (let patience = 0; patience < 6; patience += 1) {
        let asked = 0;
        const answer = finish(plan(rich, { standpoints, goal }), () => asked++ >= patience);
        const sure = finish(plan(rich, { standpoints, goal }));
        const isSame = answer.kind === sure.kind;
        expect(isSame || answer.kind === 'unfinished').toBe(true);
        const shorter =
          answer.kind === 'unfinished' && sure.kind === 'found' && answer.atLeast > sure.length;
        expect(shorter).toBe(false);
      }
    }
  });
});
