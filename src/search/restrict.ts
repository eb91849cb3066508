import { allOf, type CompiledEvent, type Guard, negated, type System } from './system.ts';

/** A stage of a region. */
export interface StagePair {
  readonly region: string;
  readonly stage: string;
}

/** The system in which only some events happen. */
export function withEvents(system: System, keep: (event: CompiledEvent) => boolean): System {
  return { ...system, events: system.events.filter(keep) };
}

/**
 * The system in which no event brings a region into one of the stages. Where it stands there already it may stay.
 * A region that several stand for, one a run, is avoided in all of them.
 */
export function withoutEntering(system: System, avoided: readonly StagePair[]): System {
  const targets = system.regions.map(({ id, of = id, stages }) => {
    const own = avoided.filter(({ region }) => region === of).map(({ stage }) => stage);
    return new Set(own.map((stage) => stages.indexOf(stage)));
  });
  const events = system.events.map((event): CompiledEvent => {
    const entering = event.moves.flatMap(({ region, to }): Guard[] => {
      const from = [...to.keys()].filter((stage) => {
        const target = to[stage] ?? stage;
        return target !== stage && targets[region]?.has(target) === true;
      });
      return from.length === 0 ? [] : [{ kind: 'in', region, stages: from }];
    });
    if (entering.length === 0) return event;
    const staysOut = entering.map((guard) => negated(guard, system.regions));
    return { ...event, guard: allOf([event.guard, ...staysOut]) };
  });
  return { ...system, events };
}
