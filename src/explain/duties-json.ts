import { partyTitle } from '../model/agreement.ts';
import type { Moment } from '../model/moment.ts';
import { type DutyStanding, isAnyOverdue } from '../answer/duties.ts';
import { withCitations } from './citations-json.ts';
import { aboutMoment } from './moment-json.ts';
import type { DutiesOutput } from './shapes/duties.ts';
import { eventTitle, runTitle } from './words.ts';

/** `duties` as one object. */
export function dutiesJson(moment: Moment, standings: readonly DutyStanding[]): DutiesOutput {
  return withCitations(moment.agreement, {
    ...aboutMoment(moment),
    isAnyOverdue: isAnyOverdue(standings),
    duties: standings.map((standing) => dutyJson(moment, standing)),
  });
}

/** A duty as it stands at a moment. */
export function dutyJson(
  moment: Moment,
  { duty, event, claims, span, binds, bound, runs }: DutyStanding,
): DutiesOutput['duties'][number] {
  const { agreement } = moment;
  const { within } = duty;
  return {
    id: duty.id,
    event: event.id,
    eventTitle: event.title,
    gate: event.gate,
    binds: bound.parties,
    bindsTitles: bound.parties?.map((id) => partyTitle(agreement, id)) ?? null,
    roles: bound.roles.map((held) => ({
      role: held.role,
      roleTitle: partyTitle(agreement, held.role),
      party: held.party,
      partyTitle: held.party === null ? null : partyTitle(agreement, held.party),
      from: held.from,
      until: held.until,
      claims: held.claims,
    })),
    by: duty.by,
    within:
      within === null
        ? null
        : {
            count: within.count,
            unit: within.unit,
            of: within.of,
            ofTitle: eventTitle(agreement, within.of),
          },
    isBinding: binds,
    certainFrom: span.certainFrom,
    possibleFrom: span.possibleFrom,
    claims,
    basis: duty.basis,
    // It is written with all its claims in view, so it is told where all had been published.
    inference: claims.length === duty.claims.length ? duty.inference : null,
    runs: runs.map((each) => ({ ...each, runTitle: runTitle(agreement, each.run) })),
  };
}
