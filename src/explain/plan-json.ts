import type { PlanAnswer, PlanFromOne } from '../search/plan.ts';
import type { PlanStep } from '../search/plan-steps.ts';
import {
  casesJson,
  conditionBeforeJson,
  conflictJson,
  goalJson,
  planStepJson,
} from './search-json.ts';
import type { Searched } from './search-text.ts';
import type { PlanFound } from './shapes/plan.ts';

/** What else was asked of a plan, and what became of it. */
export interface PlanAsked {
  readonly by: readonly string[] | null;
  readonly avoid: readonly string[];
  /** The path there would be without these limits, where they alone exclude it. */
  readonly withoutLimits: readonly PlanStep[] | null;
  /** The file that the path is saved in. */
  readonly saves: string | null;
}

/** What `plan` found, as one object. */
export function planJson(
  { moment, goal }: Searched,
  answer: PlanAnswer,
  { by, avoid, withoutLimits, saves }: PlanAsked,
): PlanFound {
  const wayJson = (steps: readonly PlanStep[]) => steps.map((step) => planStepJson(moment, step));
  const fromOneJson = (from: PlanFromOne) => {
    switch (from.kind) {
      case 'found':
        return { ...from, plans: from.plans.map(wayJson) };
      case 'unfinished':
        return from;
      case 'impossible':
        return {
          ...from,
          conflicts: from.conflicts.map((each) => conflictJson(moment, each)),
          requirements: from.requirements.map((each) => conditionBeforeJson(moment, each)),
        };
    }
  };
  return {
    ...goalJson(moment.agreement, goal),
    by,
    avoid,
    plan:
      'cases' in answer
        ? { ...answer, cases: casesJson(moment.agreement, answer.cases, fromOneJson) }
        : fromOneJson(answer),
    withoutLimits: withoutLimits === null ? null : wayJson(withoutLimits),
    saves,
  };
}
