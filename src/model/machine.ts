import { type AnyStateMachine, createMachine } from 'xstate';
import type { Statechart } from './statechart.ts';

/**
 * The statechart as one parallel XState machine. Every transition of an event has the guard of the event's name, so that
 * no region moves by it without the others; the guards stand open here, and what a reading asks is provided when it runs.
 */
export function machineOf({ regions, events }: Statechart, id = 'agreement'): AnyStateMachine {
  const states = regions.map((region) => {
    const stages = region.stages.map((stage) => {
      const on = events.flatMap(({ id: event, moves }) => {
        const target = moves[region.id]?.[stage.id];
        return target === undefined ? [] : [[event, { target, guard: event }] as const];
      });
      const meta = { title: stage.title, level: stage.level };
      return [stage.id, { meta, on: Object.fromEntries(on) }] as const;
    });
    const meta = { title: region.title, kind: region.kind };
    return [
      region.id,
      { meta, initial: region.initial, states: Object.fromEntries(stages) },
    ] as const;
  });
  const guards = Object.fromEntries(events.map((event) => [event.id, () => true]));
  return createMachine(
    { id, type: 'parallel', states: Object.fromEntries(states) },
    { guards },
  ) as AnyStateMachine;
}
