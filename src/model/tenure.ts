import type { Day } from './days.ts';

/** From when until when something is in somebody's hands, both days counted; null where no day bounds it. */
export interface Tenure {
  readonly from: Day | null;
  readonly until: Day | null;
  /** The claims that say so; none where it is assumed. */
  readonly claims: readonly string[];
}

/**
 * Which of what follows one upon another is in force on a day: what has begun last, unless it is over.
 *
 * @param known whether something that rests on these claims is known; what is not has not begun
 * @returns null where nothing is
 */
export function inForce<Held extends Tenure>(
  list: readonly Held[],
  day: Day,
  known: (claims: readonly string[]) => boolean,
): Held | null {
  const begun = list.findLast(
    ({ from, claims }) => (from === null || from <= day) && known(claims),
  );
  return begun === undefined || (begun.until !== null && begun.until < day) ? null : begun;
}
