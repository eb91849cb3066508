import type { Agreement } from '../model/agreement.ts';
import { type Outcome, type Play, stagesOf } from '../model/run.ts';
import { REPORTED } from '../model/runner.ts';
import type { Story } from '../model/story.ts';
import { isContested } from '../answer/contested.ts';
import { envelope } from './envelope.ts';

/** `play` as one object: every step, its outcome under each reading, and where each run stands after it. */
export function playJson(agreement: Agreement, story: Story, played: Play) {
  return {
    ...envelope(agreement),
    scenario: story.scenario.id,
    kind: story.scenario.kind,
    title: story.scenario.title,
    branchesFrom: story.scenario.branchesFrom ?? null,
    steps: played.steps.map((entry, index) => {
      const { step } = entry;
      const stages = Object.fromEntries(
        Object.entries(entry.states).map(([run, state]) => [run, stagesOf(agreement, state)]),
      );
      const { [REPORTED]: reported, ...state } = stages;
      return {
        id: step.id,
        index,
        scenario: step.scenario,
        replayed: step.replayed,
        date: step.date,
        title: step.title,
        status: step.status,
        basis: step.basis,
        action: step.action,
        by: step.by,
        claims: step.claims,
        contested: isContested(agreement, entry),
        outcomes: Object.fromEntries(
          Object.entries(entry.outcomes).map(([id, outcome]) => [id, outcomeJson(outcome)]),
        ),
        reportedOutcome: outcomeJson(entry.reported),
        state,
        reported: reported ?? {},
      };
    }),
  };
}

/** What a run makes of a step, with what belongs to that outcome. */
export function outcomeJson(outcome: Outcome) {
  return {
    status: outcome.status,
    position: outcome.position,
    ...(outcome.gate === null ? {} : { gate: outcome.gate }),
    ...(outcome.status === 'refused' ? { blocking: outcome.blocking } : {}),
    ...(outcome.status === 'impossible'
      ? { possibleFrom: outcome.possibleFrom, becauseOf: outcome.becauseOf }
      : {}),
  };
}
