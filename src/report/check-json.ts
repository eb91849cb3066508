import type { Moment } from '../model/moment.ts';
import type { Standing } from '../model/standing.ts';
import { withCitations } from './citations-json.ts';
import { aboutMoment } from './moment-json.ts';
import type { GateOutput, GatesOutput } from './shapes/check.ts';
import { standingJson } from './standing-json.ts';

/** `check GATE` as one object. */
export function gateJson(standing: Standing): GateOutput {
  const { moment } = standing;
  return withCitations(moment.agreement, { ...aboutMoment(moment), ...standingJson(standing) });
}

/** `check` as one object: every gate. */
export function gatesJson(moment: Moment, standings: readonly Standing[]): GatesOutput {
  return withCitations(moment.agreement, {
    ...aboutMoment(moment),
    gates: standings.map(standingJson),
  });
}
