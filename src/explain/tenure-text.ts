import { dayText } from '../model/day-words.ts';
import type { Tenure } from '../model/tenure.ts';

/** From when until when something is in somebody's hands: ` from 1 Mar 2031 until 2 Apr 2031`; empty where no day bounds it. */
export function tenureText({ from, until }: Pick<Tenure, 'from' | 'until'>): string {
  const begins = from === null ? '' : ` from ${dayText(from)}`;
  return until === null ? begins : `${begins} until ${dayText(until)}`;
}
