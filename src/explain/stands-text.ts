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
 * Which of the moments at which two scenarios can be compared is on show.
 *
 * @param at null for both their ends
 */
export function comparedAt(moments: readonly (number | null)[], at: number | null): string {
  return at === null
    ? 'Compared at both their ends'
    : `Compared at moment ${moments.indexOf(at) + 1} of ${moments.length}`;
}
