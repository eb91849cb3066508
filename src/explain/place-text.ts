/**
 * Where one is among a scenario's steps, counted alike in every answer and on every screen: `before its first step`, `after
 * step 2 of 8`. What is shown has the step taken already.
 *
 * @param position the place of the last step taken, -1 for none
 * @param count how many steps there are; left out where that is not known
 * @param isCertain false where that step may or may not have happened by the day: then it is `perhaps after step 2 of 8`
 */
export function placeText(position: number, count: number | null = null, isCertain = true): string {
  if (position < 0) return 'before its first step';
  return `${isCertain ? '' : 'perhaps '}after step ${position + 1}${count === null ? '' : ` of ${count}`}`;
}
