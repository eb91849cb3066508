import { quote } from './show.ts';
import { didYouMeanOneOf } from './suggest.ts';

/**
 * What is said of a name that there is nothing of, with the nearest one that there is, or all of them.
 *
 * @param what what it was taken for, as in `region`, or `step of trial called`
 * @returns null where it is one of the candidates
 */
export function notThere(
  what: string,
  name: string,
  candidates: Iterable<string>,
): { message: string; hint: string } | null {
  const known = [...candidates];
  if (known.includes(name)) return null;
  return {
    message: `there is no ${what} ${quote(name)}`,
    hint: didYouMeanOneOf(name, known) ?? `known here: ${known.join(', ')}`,
  };
}
