import * as fc from 'fast-check';
import type { Agreement } from '../../src/model/agreement.ts';
import { type Moment, momentAt, NOW } from '../../src/model/moment.ts';
import { scenarioFile } from '../../src/model/shapes/scenario.ts';
import { tell } from '../../src/model/story.ts';
import type { Terms } from '../../src/model/terms.ts';
import type { Standpoint } from '../../src/search/compile.ts';
import { searchExplicitly } from '../../src/search/explicit.ts';
import { eventGoal, type Goal, stateGoal } from '../../src/search/goal.ts';
import { joint } from '../../src/search/joint.ts';
import { resolve, type StatePredicate } from '../../src/search/predicate.ts';
import {
  type CompiledEvent,
  type Guard,
  type State,
  take,
  type System,
} from '../../src/search/system.ts';
import { anyAgreement, type AgreementSize } from '../../src/testing/any-agreement.ts';

/** Small enough to be searched state by state again and again. */
export const SMALL: AgreementSize = {
  regions: { min: 1, max: 4 },
  stages: { min: 2, max: 3 },
  events: { min: 1, max: 10 },
};

/** Large enough to have some hundred thousand reachable states, as a rule. */
export const LARGE: AgreementSize = {
  regions: { min: 8, max: 9 },
  stages: { min: 4, max: 5 },
  events: { min: 25, max: 40 },
};

export const READINGS = ['north', 'south', 'east'];

/** A reading's terms without a day, nothing waived. */
export function termsOf(reading: string): Terms {
  return { reading, day: null, knownBy: null, waived: [] };
}

export function standpoint(reading: string, assumed: Record<string, string> = {}): Standpoint {
  return { terms: termsOf(reading), assumed };
}

/** A reading of an agreement, from stages that may differ from the initial ones, with events that have been taken. */
export function anyStandpoint(agreement: Agreement, reading: string): fc.Arbitrary<Standpoint> {
  const stages = agreement.statechart.regions.map((region) =>
    fc.constantFrom(...region.stages.map((stage) => stage.id)),
  );
  const events = [...agreement.events.keys()];
  const taken = fc.subarray(events, { maxLength: Math.min(2, events.length) });
  return fc
    .tuple(fc.boolean(), fc.tuple(...stages), taken)
    .map(([isMoved, chosen, passed]): Standpoint => {
      if (!isMoved) return standpoint(reading);
      const ids = agreement.statechart.regions.map(({ id }) => id);
      const assumed = Object.fromEntries(ids.map((id, index) => [id, chosen[index] ?? '']));
      return { terms: termsOf(reading), assumed, passed };
    });
}

/** Standpoints of some readings, at times two of one reading, as where a run may stand is not known. */
export function anyStandpoints(agreement: Agreement): fc.Arbitrary<Standpoint[]> {
  const reading = fc.constantFrom(...READINGS);
  return fc
    .array(
      reading.chain((id) => anyStandpoint(agreement, id)),
      { minLength: 1, maxLength: 4 },
    )
    .map((views) =>
      views.toSorted((left, right) => (left.terms.reading < right.terms.reading ? -1 : 1)),
    );
}

/** An event to be taken, or a statement to hold. */
export function anyGoal(agreement: Agreement): fc.Arbitrary<Goal> {
  return fc.oneof(
    fc.constantFrom(...agreement.events.keys()).map(eventGoal),
    anyPredicate(agreement).map(stateGoal),
  );
}

/** A statement about the agreement's regions. */
export function anyPredicate(agreement: Agreement): fc.Arbitrary<StatePredicate> {
  const inStage = fc.constantFrom(...agreement.statechart.regions).chain((region) =>
    fc
      .subarray(
        region.stages.map((stage) => stage.id),
        { minLength: 1 },
      )
      .map((stages): StatePredicate => ({ kind: 'in', region: region.id, stages })),
  );
  const possible = fc
    .constantFrom(...agreement.statechart.events)
    .map(({ id }): StatePredicate => ({ kind: 'possible', event: id }));
  const several = fc.array(inStage, { minLength: 1, maxLength: 2 });
  return fc.oneof(
    { weight: 4, arbitrary: inStage },
    { weight: 2, arbitrary: several.map((of): StatePredicate => ({ kind: 'all', of })) },
    { weight: 1, arbitrary: several.map((of): StatePredicate => ({ kind: 'any', of })) },
    { weight: 1, arbitrary: inStage.map((of): StatePredicate => ({ kind: 'not', of })) },
    { weight: 1, arbitrary: possible },
  );
}

/** An invented agreement, one reading of it and two statements. */
export const anyQuestion = anyAgreement(SMALL).chain((agreement) =>
  fc.constantFrom(...READINGS).chain((reading) =>
    fc.record({
      agreement: fc.constant(agreement),
      view: anyStandpoint(agreement, reading),
      goal: anyPredicate(agreement),
      other: anyPredicate(agreement),
    }),
  ),
);

/** Runs of an invented agreement put together, everything that they can reach, and two statements about one of them. */
export const anyJointQuestion = anyAgreement(SMALL)
  .chain((agreement) =>
    fc.record({
      agreement: fc.constant(agreement),
      views: anyStandpoints(agreement),
      run: fc.nat({ max: 3 }),
      goal: anyPredicate(agreement),
      other: anyPredicate(agreement),
    }),
  )
  .map(({ agreement, views, run, goal, other }) => {
    const together = joint(agreement, views);
    const { system } = together;
    const of = run % together.runs.length;
    const placeOf = (id: string): number =>
      together.placeOf(
        agreement.statechart.regions.findIndex((region) => region.id === id),
        of,
      );
    const guardOf = (predicate: StatePredicate): Guard => resolve(predicate, system, placeOf);
    return { agreement, system, guardOf, goal, other };
  });

/** An invented agreement, where the runs of some readings stand, and what is to be reached. */
export const anyAim = anyAgreement(SMALL).chain((agreement) =>
  fc.record({
    agreement: fc.constant(agreement),
    views: anyStandpoints(agreement),
    goal: anyGoal(agreement),
  }),
);

/** Every reachable state, by plain search. */
export function reachableStates(system: System): State[] {
  const { codes, unpack } = searchExplicitly(system);
  return codes.map(unpack);
}

/** A system like another, from another state. */
export function startingIn(system: System, state: State): System {
  return {
    ...system,
    regions: system.regions.map((region, index) => ({ ...region, start: state[index] ?? 0 })),
  };
}

/** Whether a state that passes the test can be reached from the system's start with some of its events. */
export function canReachExplicitly(
  system: System,
  test: (state: State) => boolean,
  keep: (event: CompiledEvent) => boolean = () => true,
): boolean {
  return reachableStates({ ...system, events: system.events.filter(keep) }).some(test);
}

/**
 * The state that a list of event ids leads to from the system's start; null where one of them cannot be taken. Of an event
 * with several cases the one that can be taken counts.
 */
export function replay(system: System, events: readonly string[]): State | null {
  let state: State | null = system.regions.map(({ start }) => start ?? 0);
  for (const id of events) {
    const current: State | null = state;
    if (current === null) return null;
    const cases = system.events.filter((candidate) => candidate.id === id);
    state = cases.map((event) => take(event, current)).find((next) => next !== null) ?? null;
  }
  return state;
}

/** The agreement before anything has happened, nothing dated. */
export function startingMoment(agreement: Agreement): Moment {
  const scenario = scenarioFile.parse({
    agreement: agreement.id,
    id: 'nothing',
    kind: 'hypothetical',
    title: 'Nothing',
    summary: 'Nothing has happened.',
  });
  return momentAt(agreement, tell(scenario, new Map()), NOW);
}
