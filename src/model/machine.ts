import {
  type AnyStateMachine,
  type EventObject,
  type MachineContext,
  setup,
  type stateIn,
} from 'xstate';
import type { Statechart } from './statechart.ts';

interface Transition {
  readonly target: string;
  readonly guard: string;
}

/** What XState asks before a transition. */
export type XStateGuard = ReturnType<typeof stateIn<MachineContext, EventObject, unknown>>;

/** Creating a machine costs as much as some hundred steps, so each statechart's is kept. */
const machines = new WeakMap<Statechart, AnyStateMachine>();

/**
 * The statechart as one XState machine, for stepping and for XState's own tools: parallel, with a region's title and
 * kind and a stage's title and level as their meta. Every transition of an event has the guard of the event's name, so that no
 * region moves by it without the others; it lets everything pass unless something else is given for it.
 *
 * @param guards by event, what is asked before it
 * @returns without guards, the same machine for the same statechart
 */
export function machineOf(
  statechart: Statechart,
  guards?: Readonly<Record<string, XStateGuard>>,
): AnyStateMachine {
  if (guards !== undefined) return compiled(statechart, guards);
  let machine = machines.get(statechart);
  if (machine === undefined) machines.set(statechart, (machine = compiled(statechart, {})));
  return machine;
}

function compiled(
  { id, regions, events }: Statechart,
  asked: Readonly<Record<string, XStateGuard>>,
): AnyStateMachine {
  const transitions = (region: string, stage: string): Record<string, Transition> => {
    const on: Record<string, Transition> = {};
    for (const event of events) {
      const target = event.moves[region]?.[stage];
      if (target === undefined) continue;
      on[event.id] = { target, guard: event.id };
    }
    return on;
  };
  return setup({
    guards: Object.fromEntries(events.map((event) => [event.id, asked[event.id] ?? passes])),
  }).createMachine({
    id,
    type: 'parallel',
    states: Object.fromEntries(
      regions.map((region) => [
        region.id,
        {
          meta: { title: region.title, kind: region.kind },
          initial: region.initial,
          states: Object.fromEntries(
            region.stages.map((stage) => [
              stage.id,
              {
                meta: { title: stage.title, level: stage.level },
                on: transitions(region.id, stage.id),
              },
            ]),
          ),
        },
      ]),
    ),
  });
}

function passes(): boolean {
  return true;
}
