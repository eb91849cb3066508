import { type Moment, momentAt, momentUpTo } from '../model/moment.ts';
import type { PlayedStep } from '../model/run.ts';
import type { RunState } from '../model/run-state.ts';
import type { Runner } from '../model/runner.ts';
import type { ScenarioFile } from '../model/shapes/scenario.ts';
import { type Standing, standingOfStep } from '../model/standing.ts';
import { tell } from '../model/story.ts';
import { compareMoments, type Difference } from './diff.ts';
import { type Front, frontOf } from './front.ts';

/** A step that is assumed, as it was played. */
export interface AssumedStep {
  readonly entry: PlayedStep;
  /** How its event stands afterwards; null where it is no event. */
  readonly standing: Standing | null;
  /** The states that it found. */
  readonly before: Readonly<Record<string, RunState>>;
}

/** All that a paper on a scenario says: what is answered, what is assumed for it, and what that changes. */
export interface Report {
  readonly after: Front;
  readonly assumed: readonly AssumedStep[];
  /** What it is held against; null where there is nothing. */
  readonly before: Front | null;
  readonly difference: Difference | null;
  /** Whether it is held against what it branches off, and not against another scenario. */
  readonly isAgainstBase: boolean;
}

/**
 * A moment with what is assumed on the way there, held against another.
 *
 * @param other what it is held against; what it branches off where none is named
 */
export function reportOf(after: Moment, base: Moment | null, other: Moment | null): Report {
  const before = other ?? base;
  return {
    after: frontOf(after),
    assumed: assumedIn(after),
    before: before === null ? null : frontOf(before),
    difference: before === null ? null : compareMoments(before, after),
    isAgainstBase: other === null,
  };
}

/**
 * What a branch departs from, by the same clocks: where it branches off, or the end of that scenario where its later
 * steps are played on. Null of a scenario that branches off nothing, and of a moment before its own first step.
 */
export function baseOf(
  { agreement, story, viewpoint, stepIndex }: Moment,
  scenarios: ReadonlyMap<string, ScenarioFile>,
  runner?: Runner,
): Moment | null {
  const { branchesFrom, replay } = story.scenario;
  const base = scenarios.get(branchesFrom?.scenario ?? '');
  if (branchesFrom === undefined || base === undefined || stepIndex < story.inherited) return null;
  const told = tell(base, scenarios);
  const at = told.steps.findIndex(({ id }) => id === branchesFrom.step);
  return momentAt(agreement, told, viewpoint, runner, replay === undefined ? at : undefined);
}

function assumedIn(moment: Moment): AssumedStep[] {
  const { steps, start } = moment.played;
  return steps.flatMap((entry, index) =>
    entry.step.basis === 'assumed' && entry.step.scenario === moment.story.scenario.id
      ? [
          {
            entry,
            standing: standingOfStep(momentUpTo(moment, index)),
            before: steps[index - 1]?.states ?? start,
          },
        ]
      : [],
  );
}
