import { transition } from 'xstate';
import { describe, expect, it } from 'vitest';
import { machine } from '../../machines/index.ts';
import { machineOf } from '../../src/model/machine.ts';
import { Runner } from '../../src/model/runner.ts';
import type { StageMap } from '../../src/model/statechart.ts';
import { loadFiveDocuments } from '../five-documents.ts';
import { loadShipped } from '../shipped.ts';

const { agreement } = loadShipped();
const { statechart } = agreement;
/** The same agreement as five documents had it. Whoever adds to it need not keep to the lists below. */
const { agreement: earlier } = loadFiveDocuments();
const runner = new Runner(agreement);

// Nothing is asked before the event, so what the statechart itself allows is all that decides.
function after(stages: StageMap, event: string): StageMap {
  const open = runner.machineFor(event, []);
  const snapshot = open.resolveState({ value: { ...stages }, context: undefined });
  const [next] = transition(open, snapshot, { type: event });
  return next.value as StageMap;
}

/** The start, but with some regions elsewhere. */
const at = (stages: StageMap): StageMap => ({ ...runner.initial(), ...stages });

const moves = statechart.events.flatMap((event) =>
  Object.entries(event.moves).flatMap(([region, byStage]) =>
    Object.entries(byStage).map(([from, to]) => ({ event, region, from, to })),
  ),
);

describe('the statechart', () => {
  it('is the machine that XState is given', () => {
    expect(machine.config).toEqual(machineOf(statechart).config);
    expect(machine.id).toBe(agreement.id);
  });

  it('has lost nothing of what it was at 0.2.0', () => {
    const partsOf = ({ regions, events }: typeof statechart) => [
      ...regions.flatMap(({ id, kind, stages }) =>
        stages.map((stage) => [id, kind, stage.id].join()),
      ),
      ...events.flatMap(({ id, moves: moved }) =>
        Object.entries(moved).flatMap(([region, byStage]) =>
          Object.keys(byStage).map((from) => [id, region, from].join()),
        ),
      ),
    ];
    const kept = new Set(partsOf(statechart));
    const parts = partsOf(earlier.statechart);
    expect(parts.length).toBe(94 + 149);
    expect(parts.filter((part) => !kept.has(part))).toEqual([]);
    expect([...earlier.gates.keys()].filter((gate) => !agreement.gates.has(gate))).toEqual([]);
  });

  it('starts where the agreement was being negotiated', () => {
    expect(runner.initial()).toMatchObject({
      phase: 'negotiation',
      truce: 'notInForce',
      exchange: 'pending',
      remains: 'severalMissing',
      rafah: 'closed',
      withdrawal: 'notBegun',
      weapons: 'retained',
      signature: 'unsigned',
    });
  });

  it.each(statechart.regions)('can reach every stage of $id, gates aside', (region) => {
    const reached = new Set([region.initial]);
    for (const stage of reached) {
      for (const { event, from, to } of moves)
        if (from === stage && event.moves[region.id]?.[from] === to) reached.add(to);
    }
    expect([...reached].toSorted()).toEqual(region.stages.map((stage) => stage.id).toSorted());
  });
});

describe('every transition', () => {
  it.each(moves)('$event.id moves $region from $from to $to', ({ event, region, from, to }) => {
    // A follower moves along only with its home region, so the home region is put where it can leave.
    for (const [home, target] of Object.entries(event.moves[event.home] ?? {})) {
      if (region === event.home && home !== from) continue;
      const before = at({ [event.home]: home, [region]: from });
      const moved = { ...before };
      for (const [other, byStage] of Object.entries(event.moves)) {
        const next = byStage[before[other] ?? ''];
        if (next !== undefined) moved[other] = next;
      }
      expect(moved).toMatchObject({ [event.home]: target, [region]: to });
      expect(after(before, event.id)).toEqual(moved);
    }
  });

  it.each(statechart.events)('$id is taken from no other stage', (event) => {
    const leaving = Object.keys(event.moves[event.home] ?? {});
    const others = agreement.regions
      .get(event.home)
      ?.stages.filter((stage) => !leaving.includes(stage.id));
    expect(others?.length).toBeGreaterThan(0);
    for (const stage of others ?? []) {
      // Every follower stands where it would move, and stays: a broadcast is not half heard.
      const followers = Object.entries(event.moves).filter(([region]) => region !== event.home);
      const ready = followers.map(([region, byStage]) => [region, Object.keys(byStage)[0]]);
      const before = at({ ...Object.fromEntries(ready), [event.home]: stage.id });
      expect(after(before, event.id)).toEqual(before);
    }
  });

  it.each(statechart.events)('$id moves no region from a stage that it does not name', (event) => {
    const [home = ''] = Object.keys(event.moves[event.home] ?? {});
    const longest = Math.max(...statechart.regions.map((region) => region.stages.length));
    for (let index = 0; index < longest; index += 1) {
      // All regions at once take their turn at each of their stages.
      const before: Record<string, string> = {};
      for (const { id, stages } of statechart.regions)
        before[id] = stages[index % stages.length]?.id ?? '';
      before[event.home] = home;
      const expected = Object.entries(before).map(([region, stage]) => [
        region,
        event.moves[region]?.[stage] ?? stage,
      ]);
      expect(after(before, event.id)).toEqual(Object.fromEntries(expected));
    }
  });
});

describe('what was won can be lost', () => {
  /** Stages that no document has anybody go back from: the dead and the living are returned for good. */
  const ONE_WAY = ['exchange'];

  it.each(earlier.statechart.regions)('$id can fall back, or never does', ({ id }) => {
    const backward = [...agreement.events.values()].filter(
      (event) => event.direction === 'backward' && id in event.moves,
    );
    expect(backward.length > 0).toBe(!ONE_WAY.includes(id));
  });

  it('falls with the truce in every region that depends on it, in one event', () => {
    const collapse = agreement.events.get('truce.collapsed');
    expect(Object.keys(collapse?.moves ?? {})).toEqual(
      expect.arrayContaining([
        'aid',
        'longTruce',
        'monitoring',
        'phase',
        'rafah',
        'restrictions',
        'stabilizationForce',
        'talks',
        'truce',
        'weapons',
        'withdrawal',
      ]),
    );
    const best = at({
      phase: 'phaseTwo',
      truce: 'holding',
      aid: 'sufficient',
      rafah: 'openBothWays',
      restrictions: 'furtherEased',
      withdrawal: 'complete',
      stabilizationForce: 'deployed',
      weapons: 'frozen',
      longTruce: 'inForce',
      monitoring: 'operating',
      talks: 'understanding',
      remains: 'handedOver',
    });
    const others = Object.fromEntries(
      Object.entries(best).filter(([region]) => earlier.regions.has(region)),
    );
    expect(after(best, 'truce.collapsed')).toMatchObject({
      ...others,
      phase: 'collapsed',
      truce: 'collapsed',
      aid: 'restricted',
      rafah: 'closed',
      restrictions: 'inPlace',
      withdrawal: 'notBegun',
      stabilizationForce: 'contributorsPledged',
      weapons: 'retained',
      longTruce: 'proposed',
      monitoring: 'agreed',
      talks: 'stalled',
    });
  });

  it('hears an event in several regions only for those that are known to do so', () => {
    const broadcast = statechart.events.filter(
      ({ id, moves: moved }) => earlier.events.has(id) && Object.keys(moved).length > 1,
    );
    expect(broadcast.map((event) => event.id).toSorted()).toEqual([
      'administration.handedOver',
      'phase.oneBegan',
      'truce.collapsed',
      'truce.renewed',
    ]);
  });
});
