import { type Agreement, readingTitle, regionTitle, stageTitle } from '../model/agreement.ts';
import { published } from '../model/moment.ts';
import type { PlayedStep } from '../model/run.ts';
import { stagesOf } from '../model/run-state.ts';
import type { Standing } from '../model/standing.ts';
import type { Action, Story, StoryStep } from '../model/story.ts';
import { REPORTED } from '../model/terms.ts';
import type { Judged } from './judged.ts';
import { outcomeJson } from './outcome-json.ts';
import { eventTitle } from './words.ts';

/** A step as played: what each run made of it, and where each stands afterwards. */
export function stepJson(
  moment: Judged & { readonly story: Story },
  { step, isCertain, outcomes, reported, states }: PlayedStep,
  standing: Standing | null,
) {
  const { agreement, story } = moment;
  const home = homeOf(agreement, step);
  const { [REPORTED]: asReported = {}, ...state } = Object.fromEntries(
    Object.entries(states).map(([run, each]) => [run, stagesOf(agreement, each)]),
  );
  return {
    ...writtenStepJson(agreement, step),
    index: story.steps.findIndex(({ id }) => id === step.id),
    narrative: step.narrative,
    replayed: step.replayed,
    isCertain,
    disputedBy: step.disputedBy.map(({ reading, claims }) => ({
      reading,
      readingTitle: readingTitle(agreement, reading),
      claims: published(moment, claims),
    })),
    void: step.void === null ? null : { claims: published(moment, step.void.claims) },
    verdict: standing?.verdict ?? null,
    outcomes: Object.fromEntries(
      Object.entries(outcomes).map(([id, outcome]) => [id, outcomeJson(moment, outcome, home)]),
    ),
    reportedOutcome: outcomeJson(moment, reported, home),
    state,
    reported: asReported,
  };
}

/** The home of a step's event, in whose titles its stages are said; null where the step is no event. */
export function homeOf(agreement: Agreement, { action }: Pick<StoryStep, 'action'>): string | null {
  return 'event' in action ? (agreement.events.get(action.event)?.home ?? null) : null;
}

/** A step as it stands in a scenario. */
export function writtenStepJson(agreement: Agreement, step: StoryStep) {
  const { id, title, scenario, date, status, basis, by, claims, bearing, inference } = step;
  const { because, note } = step;
  const action = actionJson(agreement, step.action);
  return {
    id,
    title,
    scenario,
    date,
    status,
    basis,
    action,
    by,
    claims,
    bearing,
    inference,
    because,
    note,
  };
}

function actionJson(agreement: Agreement, action: Action) {
  switch (action.kind) {
    case 'event':
      return { ...action, eventTitle: eventTitle(agreement, action.event) };
    case 'waive':
    case 'restore':
      return { ...action, readingTitle: readingTitle(agreement, action.reading) };
    case 'acknowledge':
      return {
        ...action,
        readingTitle: readingTitle(agreement, action.reading),
        eventTitle: eventTitle(agreement, action.event),
      };
    case 'assume':
      return {
        ...action,
        regionTitle: regionTitle(agreement, action.region),
        stageTitle: stageTitle(agreement, action.region, action.stage),
      };
    case 'unknown':
      return { ...action, regionTitle: regionTitle(agreement, action.region) };
    case 'note':
      return action;
  }
}

/** The readings, with their titles. */
export function readingsJson({ readings }: Agreement) {
  return [...readings.values()].map(({ id, title, kind, party }) => ({
    reading: id,
    readingTitle: title,
    kind,
    party,
  }));
}
