import { type Agreement, partyReadings } from '../model/agreement.ts';
import type { Standpoint } from './compile.ts';

/** Several parties' readings at once: only what each of their runs recognises happens. */
export const EVERYONE = 'everyone';

/** Under what everything is explored: one reading, or several at once. */
export interface Perspective {
  /** A reading, or {@link EVERYONE}. */
  readonly reading: string;
  readonly standpoints: readonly Standpoint[];
}

/** Each reading by itself, in their order, and after them the parties' at once where there are several. */
export function perspectivesOf(
  agreement: Agreement,
  standpoints: readonly Standpoint[],
): Perspective[] {
  const parties = partyReadings(agreement).map(({ id }) => id);
  const together = standpoints.filter(({ terms }) => parties.includes(terms.reading));
  return [
    ...standpoints.map((each) => ({ reading: each.terms.reading, standpoints: [each] })),
    ...(together.length > 1 ? [{ reading: EVERYONE, standpoints: together }] : []),
  ];
}
