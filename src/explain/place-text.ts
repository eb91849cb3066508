/**
 * Where one is among a scenario's steps, counted alike in every answer and on every screen: `before its first step`, `after
 * step 2 of 8`. What is shown has the step taken already.
 *
 * @param position the place of the last step taken, -1 for none
 * @param count how many steps there are; left out where that is not known
 */
export function placeText(position: number, count: number | null = null): string {
  if (position < 0) return 'before its first step';
  return `after step ${position + 1}${count === null ? '' : ` of ${count}`}`;
}
