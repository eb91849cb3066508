import type { Moment } from '../model/moment.ts';
import { placeText } from './place-text.ts';
import { counted } from './words.ts';

/** At which of its steps a scenario is compared: `at its end`, `after step 2 of 8, "..."`. */
export function standsText({ story, played, perhaps }: Moment): string {
  const last = played.steps.at(-1)?.step;
  if (last === undefined) return placeText(-1);
  const at = story.steps.findIndex(({ id }) => id === last.id);
  const open =
    perhaps.length === 0 ? '' : `, where ${counted(perhaps.length, 'step')} may have happened`;
  return last.id === story.steps.at(-1)?.id
    ? `at its end${open}`
    : `${placeText(at, story.steps.length)}, "${last.title}"${open}`;
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
