import type { Agreement } from '../model/agreement.ts';
import type { PlayedStep, RunState } from '../model/run.ts';
import type { ScenarioFile } from '../model/shapes/scenario.ts';
import { type Story, tell } from '../model/story.ts';
import { compareStories, type Difference } from './diff.ts';

/** A what-if as played: its own steps, those played on after them, and what they changed. */
export interface WhatIf {
  readonly agreement: Agreement;
  readonly story: Story;
  readonly base: Story;
  /** Index in the base of the step that it branches off after, -1 before the first. */
  readonly position: number;
  /** The steps behind the branching point, with the states that the first of them found. */
  readonly steps: readonly PlayedStep[];
  readonly before: Readonly<Record<string, RunState>>;
  /** Against the base: at the branching point, or at both ends where the base's later steps are played on. */
  readonly difference: Difference;
  /** Whether every reading that has a position recognises each of the user's own steps, or has it so already. */
  readonly isRecognised: boolean;
}

/**
 * Plays a branch and compares it with what it branches off.
 *
 * @param scenarios all that the branch and its base can refer to
 */
export function playWhatIf(
  agreement: Agreement,
  draft: ScenarioFile,
  base: Story,
  position: number,
  scenarios: ReadonlyMap<string, ScenarioFile>,
): WhatIf {
  const story = tell(draft, new Map(scenarios).set(draft.id, draft));
  const isAtStart = draft.branchesFrom === undefined && draft.replay === undefined;
  const difference = isAtStart
    ? compareStories(agreement, beforeAnyStep(draft, base), story)
    : compareStories(agreement, base, story, draft.replay === undefined ? position : undefined);
  const { played } = difference.right;
  const own = played.steps.slice(story.inherited, story.inherited + draft.steps.length);
  return {
    agreement,
    story,
    base,
    position,
    steps: played.steps.slice(story.inherited),
    before: played.steps[story.inherited - 1]?.states ?? played.start,
    difference,
    isRecognised: own.every((step) => isRecognised(step)),
  };
}

/** Before the first step nothing dates the base; the branch's own starting point says on which day to compare. */
function beforeAnyStep(draft: ScenarioFile, base: Story): Story {
  const { replay: _, ...scenario } = base.scenario;
  const steps = draft.steps.filter((step) => step.id === `${draft.id}-starts`);
  return tell({ ...scenario, branchesFrom: undefined, steps }, new Map());
}

function isRecognised({ outcomes }: PlayedStep): boolean {
  return Object.values(outcomes)
    .filter((outcome) => outcome.status !== null && outcome.position !== 'unstated')
    .every((outcome) => outcome.status === 'recognised' || outcome.status === 'already');
}
