import type { Moment } from '../model/moment.ts';
import type { Standing } from '../model/standing.ts';
import { withCitations } from './citations-json.ts';
import { aboutMoment } from './moment-json.ts';
import type { GatesOutput } from './shapes/check.ts';
import { standingJson } from './standing-json.ts';

/** `check` as one object: every gate. */
export function gatesJson(moment: Moment, standings: readonly Standing[]): GatesOutput {
  return withCitations(moment.agreement, {
    ...aboutMoment(moment),
    gates: standings.map(standingJson),
  });
}
