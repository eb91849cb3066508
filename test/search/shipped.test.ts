import { describe, expect, it } from 'vitest';
import type { Agreement } from '../../src/model/agreement.ts';
import { partyReadings } from '../../src/model/agreement.ts';
import { eventsMeeting } from '../../src/model/region-moves.ts';
import { play } from '../../src/model/run.ts';
import { storyStep } from '../../src/model/story.ts';
import { coalitions } from '../../src/search/coalitions.ts';
import { compiled } from '../../src/search/compile.ts';
import { explore } from '../../src/search/exploration.ts';
import { gatePassed, readGoal } from '../../src/search/goal.ts';
import { plan } from '../../src/search/plan.ts';
import { reachableFrom } from '../../src/search/reachability.ts';
import { Space } from '../../src/search/space.ts';
import { standpointsOf } from '../../src/search/standpoints.ts';
import { waits } from '../../src/search/waits.ts';
import { finish, finishInTurns } from '../../src/search/work.ts';
import { loadHarbour } from '../fixtures/harbour/load.ts';
import { shippedAgreement } from './shipped.ts';

const shipped = shippedAgreement();
const { agreement: harbour } = loadHarbour();
const agreements: [string, Agreement][] = [
  ['the agreement that ships', shipped],
  ['the harbour accord', harbour],
];

const from = (reading: string) => ({ terms: { reading, day: null, waived: [] } });

/** Plays events without dates, as a scenario of the user's own would. */
function played(agreement: Agreement, events: readonly string[]) {
  const steps = events.map((event, index) =>
    storyStep(
      { id: 'planned' },
      {
        id: `step-${index}`,
        title: event,
        by: [],
        status: 'assumed',
        claims: [],
        disputedBy: [],
        event,
      },
    ),
  );
  return play(agreement, steps);
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
      for (const gate of agreement.gates.keys()) {
        const goal = gatePassed(agreement, gate);
        const answer = finish(plan(agreement, { standpoints: readings.map(from), goal }));
        if (answer.kind !== 'found') continue;
        found += 1;
        const events = (answer.plans[0] ?? []).map(({ event }) => event);
        const { steps } = played(agreement, events);
        const outcomes = steps.flatMap((step) => readings.map((id) => step.outcomes[id]?.status));
        expect([
          gate,
          ...outcomes.filter((status) => status !== 'recognised' && status !== 'already'),
        ]).toEqual([gate]);
      }
    }
    expect(found).toBeGreaterThan(3);
  });

  it('goes on from where played steps have led, each run from its own state', () => {
    const everyone = partyReadings(agreement);
    const [first = ''] = agreement.events.keys();
    const { steps } = played(agreement, [first]);
    const last = steps.at(-1);
    const standpoints = everyone.flatMap(({ id }) => {
      const state = last?.states[id];
      return state === undefined ? [] : standpointsOf(id, state, last?.day ?? null);
    });
    const goal = gatePassed(agreement, [...agreement.gates.keys()][0] ?? '');
    const [before, after] = [everyone.map(({ id }) => from(id)), standpoints].map((views) =>
      finish(plan(agreement, { standpoints: views, goal })),
    );
    const lengths = [before, after].map((answer) => (answer?.kind === 'found' ? answer.length : 0));
    // The first event begins the first phase, which every plan for a later one needs.
    expect(lengths).toEqual([lengths[0], Math.max(0, (lengths[0] ?? 0) - 1)]);
  });

  it('has waits whose events are refused and whose leaves another can meet', () => {
    const standpoints = partyReadings(agreement).map(({ id }) => from(id));
    const { waits: found, cycles } = waits(agreement, { standpoints, alsoLater: true });
    const now = waits(agreement, { standpoints });
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeGreaterThanOrEqual(now.waits.length);
    for (const wait of found) {
      expect(wait.from).not.toBe(wait.to);
      expect(agreement.events.get(wait.event)?.controllers?.flat()).toContain(wait.from);
      expect(wait.together.length).toBeGreaterThan(0);
      expect(wait.claims).toEqual(expect.arrayContaining([...wait.leaf.claims]));
      const hands = [
        agreement.events.get(wait.event),
        ...eventsMeeting(agreement, wait.leaf).filter(({ controllers }) =>
          controllers?.flat().includes(wait.to),
        ),
      ];
      const isInferred =
        wait.leaf.basis === 'derived' || hands.some((event) => event?.inference !== null);
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
      for (const gate of agreement.gates.keys()) {
        const goal = gatePassed(agreement, gate);
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
    const system = compiled(shipped, from([...shipped.readings.keys()][0] ?? ''));
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
    const standpoints = partyReadings(shipped).map(({ id }) => from(id));
    for (const gate of shipped.gates.keys()) {
      const goal = gatePassed(shipped, gate);
      for (let patience = 0; patience < 6; patience += 1) {
        let asked = 0;
        const answer = finish(plan(shipped, { standpoints, goal }), () => asked++ >= patience);
        const sure = finish(plan(shipped, { standpoints, goal }));
        const isSame = answer.kind === sure.kind;
        expect(isSame || answer.kind === 'unfinished').toBe(true);
        const shorter =
          answer.kind === 'unfinished' && sure.kind === 'found' && answer.atLeast > sure.length;
        expect(shorter).toBe(false);
      }
    }
  });
});
