import { outOfReach } from '../answer/out-of-reach.ts';
import { type AgreementEvent, readingTitle, regionTitle } from '../model/agreement.ts';
import type { Ending } from '../model/endings.ts';
import { happenedIn } from '../model/happened.ts';
import { type Moment, published } from '../model/moment.ts';
import type { PartyStanding, Possibility, Standing, StatementStanding } from '../model/standing.ts';
import { REPORTED } from '../model/terms.ts';
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
    outOfReach: outOfReach(standing).map(({ reading }) => reading),
    possible: possibleJson(moment, possible),
    taken,
    again: event.again,
    happened: happenedJson(moment, event.id, REPORTED),
    requirement:
      requirement === null
        ? null
        : {
            truth: requirement.truth,
            conditions: requirement.conditions.map((status) => conditionJson(moment, status)),
            unmet: setsJson(requirement.unmet),
          },
    readings: [...standing.parties, ...standing.terms].map((party) =>
      underReadingJson(moment, event, party),
    ),
    inTheWay: standing.inTheWay,
  };
}

/** How an event stands under one reading. */
export function underReadingJson(
  moment: Moment,
  { id, home }: AgreementEvent,
  party: PartyStanding,
) {
  const { agreement } = moment;
  const { reading, verdict, stance, says, requirement, taken, unknownFacts } = party;
  return {
    reading,
    readingTitle: readingTitle(agreement, reading),
    kind: agreement.readings.get(reading)?.kind ?? 'party',
    verdict,
    stance,
    statements: party.statements.map((statement) => statementJson(moment, statement)),
    ended: party.ended.map((ending) => endingJson(moment, ending)),
    objections: party.objections.map((statement) => objectionJson(moment, statement)),
    conditions: party.conditions.map((status) => conditionJson(moment, status)),
    unmet: setsJson(party.unmet),
    says,
    possible: possibleJson(moment, party.possible),
    requirement,
    taken,
    takenBy: party.takenBy,
    happened: happenedJson(moment, id, reading),
    outcome: outcomeJson(moment, party.outcome, home),
    unknownFacts,
  };
}

/** By how many steps an event has happened in a run: said of what happens once as well, since null would say "unknown". */
function happenedJson(moment: Moment, event: string, run: string) {
  const { times, perhaps, last } = happenedIn(moment, event, run);
  return {
    times,
    perhaps,
    last: last === null ? null : { ...last, claims: published(moment, last.claims) },
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

/** What a party held on an event and no longer holds, from when to when, and by what it was dropped or replaced. */
export function endingJson(
  moment: Moment,
  { statement, span, condition, how, by, isCertain }: Ending,
) {
  const until = span.until === null ? null : { from: span.until, to: span.until };
  return {
    statement: statement.id,
    stance: statement.stance,
    asked: statement.stance === 'asks' ? askedTreeJson(statement.asked) : null,
    condition: condition?.id ?? null,
    isCertain,
    certainFrom: span.certainFrom,
    possibleFrom: span.possibleFrom,
    until: condition?.until ?? until,
    claims: published(moment, statement.claims),
    how,
    by:
      by === null
        ? null
        : {
            statement: by.statement.id,
            certainFrom: by.span.certainFrom,
            possibleFrom: by.span.possibleFrom,
            claims: published(moment, by.statement.claims),
          },
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
