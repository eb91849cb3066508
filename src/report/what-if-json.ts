import type { WhatIf } from '../answer/what-if.ts';
import { envelope } from './envelope.ts';
import { outcomeJson } from './play-json.ts';
import type { KeptWhatIf } from './what-if-text.ts';

/** `what-if` as one object: the branch, what each reading makes of its steps, and what changed against the base. */
export function whatIfJson(whatIf: WhatIf, { token, file }: KeptWhatIf) {
  const { agreement, story, base, position, difference } = whatIf;
  return {
    ...envelope(agreement),
    scenario: story.scenario.id,
    base: { scenario: base.scenario.id, step: base.steps[position]?.id ?? null, index: position },
    recognised: whatIf.isRecognised,
    steps: whatIf.steps.map(({ step, outcomes, reported }) => ({
      id: step.id,
      scenario: step.scenario,
      replayed: step.replayed,
      date: step.date,
      title: step.title,
      basis: step.basis,
      action: step.action,
      outcomes: Object.fromEntries(
        Object.entries(outcomes).map(([id, outcome]) => [id, outcomeJson(outcome)]),
      ),
      reportedOutcome: outcomeJson(reported),
    })),
    stages: difference.stages,
    gates: difference.gates,
    events: difference.events,
    token,
    file,
    branch: story.scenario,
  };
}
