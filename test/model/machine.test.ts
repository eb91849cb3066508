import * as fc from 'fast-check';
import { transition } from 'xstate';
import { describe, expect, it } from 'vitest';
import type { Agreement } from '../../src/model/agreement.ts';
import { machineOf } from '../../src/model/machine.ts';
import { Runner } from '../../src/model/runner.ts';
import type { EventMoves, StageMap } from '../../src/model/statechart.ts';
import { anyAgreement } from '../../src/testing/any-agreement.ts';
import { HARBOUR, SUBJECTS } from './subjects.ts';

/** Every region that hears the event moved, whatever the others do. */
function moved({ moves }: EventMoves, stages: StageMap): StageMap {
  return Object.fromEntries(
    Object.entries(stages).map(([region, stage]) => [region, moves[region]?.[stage] ?? stage]),
  );
}

/** An agreement, a full value of its statechart, and one of its events. */
const anyStep = anyAgreement().chain((agreement) =>
  fc.record({
    agreement: fc.constant(agreement),
    stages: fc
      .tuple(
        ...agreement.statechart.regions.map(({ id, stages }) =>
          fc.constantFrom(...stages.map((stage) => [id, stage.id] as const)),
        ),
      )
      .map((chosen): StageMap => Object.fromEntries(chosen)),
    event: fc.constantFrom(...agreement.statechart.events),
  }),
);

/** What XState comes to with one event, from a full value. */
function after(
  machine: ReturnType<typeof machineOf>,
  stages: StageMap,
  event: EventMoves,
): StageMap {
  const snapshot = machine.resolveState({ value: { ...stages }, context: undefined });
  return transition(machine, snapshot, { type: event.id })[0].value as StageMap;
}

interface Written {
  readonly meta: unknown;
  readonly initial?: string;
  readonly states?: Readonly<Record<string, Written>>;
  readonly on?: Readonly<Record<string, { readonly target: string; readonly guard?: string }>>;
}

function regionsOf(agreement: Agreement): Readonly<Record<string, Written>> {
  const { config } = machineOf(agreement.statechart) as unknown as { config: Written };
  return config.states ?? {};
}

describe('the machine of a statechart', () => {
  it('leads where the moves lead, region by region, on invented agreements', () => {
    let [still, several] = [0, 0];
    fc.assert(
      fc.property(anyStep, ({ agreement, stages, event }) => {
        const expected = moved(event, stages);
        expect(after(machineOf(agreement.statechart), stages, event)).toEqual(expected);
        const changed = Object.keys(stages).filter((id) => stages[id] !== expected[id]).length;
        still += changed === 0 ? 1 : 0;
        several += changed > 1 ? 1 : 0;
      }),
      { numRuns: 300 },
    );
    expect([still > 0, several > 0]).toEqual([true, true]);
  });

  it('is moved all or not at all when it runs, as its home region can or cannot', () => {
    fc.assert(
      fc.property(anyStep, ({ agreement, stages, event }) => {
        const machine = new Runner(agreement).machineFor(event.id, []);
        const isPossible = event.moves[event.home]?.[stages[event.home] ?? ''] !== undefined;
        const expected = isPossible ? moved(event, stages) : stages;
        expect(after(machine, stages, event)).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  });

  it.each(SUBJECTS)('has every region, stage and move of $name, and no others', ({ agreement }) => {
    const { id, regions, events } = agreement.statechart;
    const machine = machineOf(agreement.statechart);
    expect([machine.id, machine.config.type]).toEqual([id, 'parallel']);
    const written = regionsOf(agreement);
    expect(Object.keys(written)).toEqual(regions.map((region) => region.id));
    for (const region of regions) {
      const { meta, initial, states = {} } = written[region.id] as Written;
      expect([meta, initial]).toEqual([{ title: region.title, kind: region.kind }, region.initial]);
      expect(Object.entries(states).map(([stage, own]) => [stage, own.meta])).toEqual(
        region.stages.map(({ id: stage, title, level }) => [stage, { title, level }]),
      );
      for (const [stage, { on = {} }] of Object.entries(states)) {
        const heard = events.filter(({ moves }) => moves[region.id]?.[stage] !== undefined);
        expect(Object.keys(on)).toEqual(heard.map((event) => event.id));
        for (const event of heard)
          expect(on[event.id]?.target).toBe(event.moves[region.id]?.[stage]);
      }
    }
  });

  it.each(SUBJECTS)('has on each move of $name the one guard of its event', ({ agreement }) => {
    for (const event of agreement.events.values()) {
      for (const [region, byStage] of Object.entries(event.moves)) {
        const { states = {} } = regionsOf(agreement)[region] as Written;
        for (const stage of Object.keys(byStage))
          expect(states[stage]?.on?.[event.id]?.guard).toBe(event.id);
      }
    }
  });

  it('is made once, and loads again from what it writes of itself', () => {
    const { statechart } = HARBOUR.agreement;
    expect(machineOf(statechart)).toBe(machineOf(statechart));
    expect(machineOf({ ...statechart })).not.toBe(machineOf(statechart));
    expect(JSON.parse(JSON.stringify(machineOf(statechart).config))).toEqual(
      machineOf(statechart).config,
    );
  });
});
