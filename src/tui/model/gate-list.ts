import type { Moment } from '../../model/moment.ts';
import type { Standing } from '../../model/standing.ts';
import { standingAt } from '../session.ts';

/** How every gate stands at a moment. */
export function gateStandings(moment: Moment): Standing[] {
  return [...moment.agreement.gates.values()].map(({ event }) => standingAt(moment, event));
}
