import type { Agreement } from '../model/agreement.ts';
import { type Moment, momentAt, momentUpTo, NOW, playedOn } from '../model/moment.ts';
import type { PlayedStep } from '../model/run.ts';
import type { RunState } from '../model/run-state.ts';
import { Runner } from '../model/runner.ts';
import type { ScenarioFile } from '../model/shapes/scenario.ts';
import { hasSucceeded, type Standing, standingOfStep } from '../model/standing.ts';
import { type Story, tell } from '../model/story.ts';
import { compareMoments, type Difference } from './diff.ts';

/** A step of a what-if as played, and how its event stands afterwards; null where it is no event. */
export interface WhatIfStep {
  readonly played: PlayedStep;
  readonly standing: Standing | null;
}

/** A what-if as played: its own steps, those played on after them, and what they changed. */
export interface WhatIf {
  readonly agreement: Agreement;
  /** The branch, told as its file would have it. */
  readonly story: Story;
  /** The moment that it branches off at. */
  readonly base: Moment;
  /** The steps behind the branching point, with the states that the first of them found. */
  readonly steps: readonly WhatIfStep[];
  readonly before: Readonly<Record<string, RunState>>;
  /** Against the base: at the branching point, or at both ends where the base's later steps are played on. */
  readonly difference: Difference;
  /**
   * Whether each of the user's own events has passed by the one judgement: some party with a position recognises it, and
   * every one that has a position does.
   */
  readonly isSuccess: boolean;
}

/**
 * Plays a branch from the moment that it branches off at, and compares it with that.
 *
 * @param base under the clocks that the user chose: what may have happened by then stays open in the branch too
 * @param scenarios all that the branch and its base can refer to
 */
export function playWhatIf(
  base: Moment,
  draft: ScenarioFile,
  scenarios: ReadonlyMap<string, ScenarioFile>,
): WhatIf {
  const { agreement } = base;
  const runner = new Runner(agreement);
  const story = tell(draft, new Map(scenarios).set(draft.id, draft));
  const own = story.steps.slice(story.inherited);
  const after = playedOn({ ...base, story }, own, runner);
  const first = base.played.steps.length;
  const moments = own.map((_, index) => momentUpTo(after, first + index));
  const left = draft.replay === undefined ? base : momentAt(agreement, base.story, NOW, runner);
  return {
    agreement,
    story,
    base,
    steps: moments.flatMap((moment) =>
      moment.played.steps.slice(-1).map((played) => ({ played, standing: standingOfStep(moment) })),
    ),
    before: base.states,
    difference: compareMoments(left, after),
    isSuccess: moments.slice(0, draft.steps.length).every(hasSucceeded),
  };
}
