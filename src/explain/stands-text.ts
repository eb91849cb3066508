import type { Moment } from '../model/moment.ts';
import { placeText } from './place-text.ts';
import { counted } from './words.ts';

/** At which of its steps a scenario is compared: `at its end`, `after step 2 of 8, "..."`, the last that is certain. */
export function standsText({ story, stepIndex, perhaps }: Moment): string {
  const step = story.steps[stepIndex];
  const count = story.steps.length;
  const open =
    perhaps.length === 0 ? '' : `, where ${counted(perhaps.length, 'step')} may have happened`;
  if (step === undefined) return `${placeText(-1)}${open}`;
  return stepIndex === count - 1
    ? `at its end${open}`
    : `${placeText(stepIndex, count)}, "${step.title}"${open}`;
}

/**
 * Where two scenarios are compared.
 *
 * @param at the place in the right one of the step behind which they are; null for both their ends
 * @param right what the right one is called
 */
export function comparedAt(at: number | null, right: string): string {
  return at === null
    ? 'Compared at both their ends'
    : `Compared after step ${at + 1} of ${right}, with the other where both last agreed`;
}
