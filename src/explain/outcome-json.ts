import { readingTitle } from '../model/agreement.ts';
import { published } from '../model/moment.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Statement } from '../model/statement.ts';
import { askedConditionJson, setsJson, stageTitles } from './condition-json.ts';
import type { Judged } from './judged.ts';
import { eventTitle } from './words.ts';

/**
 * What a run makes of an event or a step, with the conditions and objections themselves.
 *
 * @param region the event's home, in whose titles the stages are given; null where the step is no event
 */
export function outcomeJson(moment: Judged, outcome: Outcome, region: string | null) {
  const { status, stance, unmet, heldBy, objections, possibleFrom, becauseOf } = outcome;
  const named = new Set([...unmet, ...heldBy].flat());
  return {
    status,
    stance,
    unmet: setsJson(unmet),
    heldBy: setsJson(heldBy),
    conditions: [...named].map((condition) => askedConditionJson(moment, condition)),
    objections: objections.map((statement) => objectionJson(moment, statement)),
    possibleFrom,
    possibleFromTitles:
      region === null ? [...possibleFrom] : stageTitles(moment.agreement, region, possibleFrom),
    becauseOf,
  };
}

/** A statement that refuses an event outright. */
export function objectionJson(moment: Judged, statement: Statement) {
  const { agreement } = moment;
  const { id, reading, event, claims, basis, inference } = statement;
  return {
    id,
    reading,
    readingTitle: readingTitle(agreement, reading),
    event,
    eventTitle: eventTitle(agreement, event),
    claims: published(moment, claims),
    basis,
    inference,
  };
}
