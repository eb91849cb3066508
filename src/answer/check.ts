import type { Moment } from '../model/moment.ts';
import { type Standing, standing } from '../model/standing.ts';

/** Every gate at a moment, in the order of the agreement's files. */
export function checkGates(moment: Moment, asked: readonly string[] = []): Standing[] {
  return [...moment.agreement.gates.values()].map(({ event }) => standing(moment, event, asked));
}
