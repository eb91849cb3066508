import { type Agreement, readingTitle, regionTitle, stageTitle } from '../model/agreement.ts';
import { type Moment, published } from '../model/moment.ts';
import type { Case } from '../search/beginnings.ts';
import type { AskedCondition, Conflict } from '../search/conflict.ts';
import type { PlanStep } from '../search/plan-steps.ts';
import { type UnknownStages, unknownOnce } from '../search/standpoints.ts';
import { withCitations } from './citations-json.ts';
import { askedConditionJson, stageTitles } from './condition-json.ts';
import type { Judged } from './judged.ts';
import { aboutMoment } from './moment-json.ts';
import { objectionJson } from './outcome-json.ts';
import { goalTitle, type Searched } from './search-text.ts';
import type { UnansweredOutput } from './shapes/search.ts';
import { eventTitle, runTitle } from './words.ts';

/** The answer of a search as one object: what it found, from where, under which readings, and where it was stopped. */
export function searchJson<Found extends object>(
  { moment, readings }: Pick<Searched, 'moment' | 'readings'>,
  found: Found,
  stoppedAt: string | null,
  unknown: readonly UnknownStages[],
) {
  const about = aboutSearch(moment, readings, stoppedAt, unknown);
  return withCitations(moment.agreement, { ...about, unanswered: null, ...found });
}

/** Why a search was not made, as one object. */
export function unansweredJson(
  { moment, readings }: Pick<Searched, 'moment' | 'readings'>,
  unanswered: UnansweredOutput['unanswered'],
  unknown: readonly UnknownStages[],
): UnansweredOutput {
  const { agreement } = moment;
  return withCitations(agreement, {
    ...aboutSearch(moment, readings, null, unknown),
    unanswered,
  });
}

function aboutSearch(
  moment: Moment,
  readings: readonly string[],
  stoppedAt: string | null,
  unknown: readonly UnknownStages[],
) {
  const { agreement } = moment;
  return {
    ...aboutMoment(moment),
    readings: readings.map((reading) => ({
      reading,
      readingTitle: runTitle(agreement, reading),
    })),
    unknown: unknownOnce(unknown).map(({ region, stages, readings: whose }) => ({
      region,
      regionTitle: regionTitle(agreement, region),
      stages,
      stageTitles: stageTitles(agreement, region, stages),
      readings: whose,
    })),
    stopped: stoppedAt !== null,
    stoppedAt,
  };
}

/** A goal as it was written, and in titles. */
export function goalJson(agreement: Agreement, goal: string) {
  return { goal, goalTitle: goalTitle(agreement, goal) };
}

/** An answer case by case, each with where regions stand in it. */
export function casesJson<Answer, Json>(
  agreement: Agreement,
  cases: readonly Case<Answer>[],
  json: (answer: Answer) => Json,
) {
  return cases.map(({ where, answer }) => ({
    where: where.map((stands) =>
      stands.map(({ region, stage, readings }) => ({
        ...stageJson(agreement, region, stage),
        readings,
      })),
    ),
    answer: json(answer),
  }));
}

/** A stage of a region. */
export function stageJson(agreement: Agreement, region: string, stage: string) {
  return {
    region,
    regionTitle: regionTitle(agreement, region),
    stage,
    stageTitle: stageTitle(agreement, region, stage),
  };
}

/** An event of a path that was found. */
export function planStepJson(moment: Judged, step: PlanStep) {
  const { agreement } = moment;
  const { event, gate, controllers, claims, takingPart, assumed, changes, perhaps } = step;
  return {
    event,
    eventTitle: eventTitle(agreement, event),
    gate,
    controllers,
    claims: published(moment, claims),
    takingPart: published(moment, takingPart),
    assumed,
    changes: changes.map(({ region, stage, from, readings }) => ({
      ...stageJson(agreement, region, stage),
      from,
      fromTitle: stageTitle(agreement, region, from),
      readings,
    })),
    recognised: step.recognised,
    unopposed: step.unopposed,
    already: step.already,
    perhaps: perhaps.map(({ id, reading }) => ({
      id,
      reading,
      readingTitle: readingTitle(agreement, reading),
    })),
    round: step.round,
  };
}

/** A condition, and the event that it is asked before. */
export function conditionBeforeJson(moment: Judged, { condition, event }: AskedCondition) {
  return {
    event,
    eventTitle: eventTitle(moment.agreement, event),
    condition: askedConditionJson(moment, condition),
  };
}

/** Readings that exclude a goal together, and what of all that they hold does. */
export function conflictJson(moment: Judged, conflict: Conflict) {
  const { readings, conditions, objections, requirements, complete } = conflict;
  return {
    readings,
    conditions: conditions.map((each) => conditionBeforeJson(moment, each)),
    objections: objections.map((each) => objectionJson(moment, each)),
    requirements: requirements.map((each) => conditionBeforeJson(moment, each)),
    complete,
  };
}
