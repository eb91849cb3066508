import { readingTitle, regionTitle } from '../model/agreement.ts';
import type { Moment } from '../model/moment.ts';
import type { PartyStanding, Possibility, Standing, StatementStanding } from '../model/standing.ts';
import { askedTreeJson, conditionJson, setsJson, stageTitles } from './condition-json.ts';
import { objectionJson, outcomeJson } from './outcome-json.ts';
import { eventTitle } from './words.ts';

/** How an event stands, without the moment that it stands so at. */
export function standingJson(standing: Standing) {
  const { moment, event, gate, possible, taken, requirement, verdict, success } = standing;
  return {
    event: event.id,
    eventTitle: event.title,
    gate: gate?.id ?? null,
    gateTitle: gate?.title ?? null,
    assumed: event.assumed,
    verdict,
    success,
    possible: possibleJson(moment, possible),
    taken,
    requirement:
      requirement === null
        ? null
        : {
            truth: requirement.truth,
            conditions: requirement.conditions.map((status) => conditionJson(moment, status)),
            unmet: setsJson(requirement.unmet),
          },
    readings: [...standing.parties, ...standing.terms].map((party) =>
      underReadingJson(moment, event.home, party),
    ),
    inTheWay: standing.inTheWay,
  };
}

/** How an event stands under one reading. */
export function underReadingJson(moment: Moment, home: string, party: PartyStanding) {
  const { agreement } = moment;
  const { reading, verdict, stance, says, requirement, taken, unknownFacts } = party;
  return {
    reading,
    readingTitle: readingTitle(agreement, reading),
    kind: agreement.readings.get(reading)?.kind ?? 'party',
    verdict,
    stance,
    statements: party.statements.map((statement) => statementJson(moment, statement)),
    objections: party.objections.map((statement) => objectionJson(moment, statement)),
    conditions: party.conditions.map((status) => conditionJson(moment, status)),
    unmet: setsJson(party.unmet),
    says,
    possible: possibleJson(moment, party.possible),
    requirement,
    taken,
    takenBy: party.takenBy,
    outcome: outcomeJson(moment, party.outcome, home),
    unknownFacts,
  };
}

function possibleJson({ agreement }: Moment, { answer, region, stages, from }: Possibility) {
  return {
    answer,
    region,
    regionTitle: regionTitle(agreement, region),
    stages,
    stageTitles: stageTitles(agreement, region, stages),
    from,
    fromTitles: stageTitles(agreement, region, from),
  };
}

function statementJson(
  { agreement }: Moment,
  { statement, isCertain, isWaived, span, claims, inference }: StatementStanding,
) {
  const { id, stance, reading, event, asked, basis } = statement;
  const { certainFrom, possibleFrom, until, isDated } = span;
  return {
    id,
    stance,
    reading,
    readingTitle: readingTitle(agreement, reading),
    event,
    eventTitle: eventTitle(agreement, event),
    asked: stance === 'asks' ? askedTreeJson(asked) : null,
    isCertain,
    isWaived,
    certainFrom,
    possibleFrom,
    until,
    isDated,
    claims,
    basis,
    inference,
  };
}
