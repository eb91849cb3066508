import type { PlanAnswer } from '../search/plan.ts';
import type { PlanStep } from '../search/plan-steps.ts';
import { conditionBeforeJson, conflictJson, goalJson, planStepJson } from './search-json.ts';
import type { Searched } from './search-text.ts';
import type { PlanFound } from './shapes/plan.ts';

/** What else was asked of a plan, and what became of it. */
export interface PlanAsked {
  readonly by: readonly string[] | null;
  readonly avoid: readonly string[];
  /** The way there would be without these limits, where they alone exclude it. */
  readonly withoutLimits: readonly PlanStep[] | null;
  /** The file that the way is saved in. */
  readonly saves: string | null;
}

/** What `plan` found, as one object. */
export function planJson(
  { moment, goal }: Searched,
  answer: PlanAnswer,
  { by, avoid, withoutLimits, saves }: PlanAsked,
): PlanFound {
  const wayJson = (steps: readonly PlanStep[]) => steps.map((step) => planStepJson(moment, step));
  return {
    ...goalJson(moment.agreement, goal),
    by,
    avoid,
    plan:
      answer.kind === 'found'
        ? { ...answer, plans: answer.plans.map(wayJson) }
        : answer.kind === 'unfinished'
          ? answer
          : {
              ...answer,
              conflicts: answer.conflicts.map((each) => conflictJson(moment, each)),
              requirements: answer.requirements.map((each) => conditionBeforeJson(moment, each)),
            },
    withoutLimits: withoutLimits === null ? null : wayJson(withoutLimits),
    saves,
  };
}
