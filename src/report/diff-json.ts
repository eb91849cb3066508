import type { Agreement } from '../model/agreement.ts';
import type { Difference } from '../answer/diff.ts';
import { envelope } from './envelope.ts';
import { outcomeJson } from './play-json.ts';

/** `diff` as one object: the shared steps, those of one side only, and what differs between the ends. */
export function diffJson(agreement: Agreement, difference: Difference) {
  const side = (which: 'left' | 'right') => ({
    scenario: difference[which].story.scenario.id,
    lastStep: difference[which].played.steps.at(-1)?.step.id ?? null,
    steps: (which === 'left' ? difference.onlyLeft : difference.onlyRight).map((step) => step.id),
  });
  return {
    ...envelope(agreement),
    sharedSteps: difference.shared,
    left: side('left'),
    right: side('right'),
    judged: difference.judged.map(({ step, reading, left, right }) => ({
      step: step.id,
      reading,
      left: outcomeJson(left),
      right: outcomeJson(right),
    })),
    stages: difference.stages,
    gates: difference.gates,
    events: difference.events,
  };
}
