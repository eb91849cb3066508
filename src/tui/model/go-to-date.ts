import { dayExists } from '../../model/days.ts';
import { stepsAsOf, type StoryStep } from '../../model/story.ts';
import { dayOfText, dayText } from './wording.ts';

/** Where a typed date leads to, or what is wrong with it. */
export type DateAnswer =
  | { readonly kind: 'problem'; readonly message: string }
  | { readonly kind: 'position'; readonly position: number; readonly notice: string };

/**
 * The last step whose latest day is on or before the date. Steps that may or may not have happened by then are
 * counted out, and the notice says how many they are.
 */
export function goToDate(steps: readonly StoryStep[], typed: string): DateAnswer {
  const wanted = dayOfText(typed.trim());
  if (wanted === '') return { kind: 'problem', message: 'Type a day as YYYY-MM-DD.' };
  if (!/^\d{4}-\d{2}-\d{2}$/.test(wanted))
    return {
      kind: 'problem',
      message: `"${wanted}" is not written as YYYY-MM-DD, such as 2026-01-24.`,
    };
  if (!dayExists(wanted)) return { kind: 'problem', message: `There is no day ${wanted}.` };
  const { stepIndex, undetermined } = stepsAsOf(steps, wanted, () => true);
  const dated = undetermined.filter(({ date }) => date !== null).length;
  const maybe = dated === 0 ? '' : ` ${dated} more may have happened by then.`;
  const notice =
    stepIndex < 0
      ? `No step lies on or before ${dayText(wanted)} for certain.${maybe}`
      : `As of ${dayText(wanted)}.${maybe}`;
  return { kind: 'position', position: stepIndex, notice };
}
