import type { Standing } from '../model/standing.ts';
import { dutiesOn } from '../answer/duties-on.ts';
import { withCitations } from './citations-json.ts';
import { dutyJson } from './duties-json.ts';
import { aboutMoment } from './moment-json.ts';
import type { GateOutput } from './shapes/check.ts';
import { standingJson } from './standing-json.ts';

/** `check GATE` as one object. */
export function gateJson(standing: Standing): GateOutput {
  const { moment } = standing;
  return withCitations(moment.agreement, {
    ...aboutMoment(moment),
    ...standingJson(standing),
    duties: dutiesOn(standing).map((duty) => dutyJson(moment, duty)),
  });
}
