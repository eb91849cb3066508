import type { Moment } from '../model/moment.ts';
import type { Standing } from '../model/standing.ts';
import { checkGates } from './check.ts';

/** What someone who knows nothing is told first: what is in question, and how every gate stands. */
export interface Front {
  readonly moment: Moment;
  /** The agreement's first gate, which its question is about; null where it has no gates. */
  readonly inQuestion: Standing | null;
  readonly gates: readonly Standing[];
}

/** @param gates every gate at the moment, for a caller that has them already */
export function frontOf(moment: Moment, gates: readonly Standing[] = checkGates(moment)): Front {
  return { moment, inQuestion: gates[0] ?? null, gates };
}
