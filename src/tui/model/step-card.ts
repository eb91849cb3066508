import { partyReadings, partyTitle, stageTitle } from '../../model/agreement.ts';
import { leavesOf as leavesIn } from '../../model/condition.ts';
import type { Day, DayRange } from '../../model/days.ts';
import type { Outcome } from '../../model/run.ts';
import { REPORTED } from '../../model/runner.ts';
import type { Basis, StepStatus } from '../../model/shapes/scenario.ts';
import type { StoryStep } from '../../model/story.ts';
import { type Moment, runState, type Session } from '../session.ts';
import { leafText, listed, readingTitle, regionTitle } from './wording.ts';

export type OutcomeMark = 'met' | 'unmet' | 'unknown' | 'unstated' | 'notAsked';

/** What one reading makes of a step. */
export interface OutcomeRow {
  readonly reading: string;
  readonly title: string;
  readonly mark: OutcomeMark;
  /** A word or two. */
  readonly word: string;
  /** Why, where there is more to say; empty where not. */
  readonly reason: string;
  readonly claims: readonly string[];
}

/** A stage that a step moved, in the chosen run. */
export interface Change {
  readonly title: string;
  readonly from: string;
  readonly to: string;
}

export interface StepCard {
  readonly title: string;
  readonly date: DayRange | null;
  /** The day on which conditions are taken as they stand. */
  readonly asOf: Day | null;
  readonly status: StepStatus;
  readonly basis: Basis;
  readonly by: readonly string[];
  readonly narrative: string | null;
  readonly inference: string | null;
  /** What it does in the model. */
  readonly action: string;
  readonly outcomes: readonly OutcomeRow[];
  readonly isContested: boolean;
  readonly changes: readonly Change[];
  readonly claims: readonly string[];
  /** Where it was written, when not in the scenario on show. */
  readonly origin: string | null;
}

/** The step that was played last; null before the first. */
export function stepCard(
  session: Session,
  moment: Moment,
  run: string,
  arrow: string,
): StepCard | null {
  const { agreement } = session;
  if (moment.played === null) return null;
  const { step, outcomes, reported } = moment.played;
  const readings = [...agreement.readings.values()];
  const rows = readings.flatMap((reading) => {
    const outcome = outcomes[reading.id];
    return outcome === undefined || outcome.status === null
      ? []
      : [outcomeRow(session, moment, step, reading.id, outcome)];
  });
  const says = (ids: readonly string[]) =>
    readings.some(({ id, kind }) => {
      const outcome = outcomes[id];
      const status = outcome?.status ?? '';
      const refuses = status === 'refused' || status === 'disputed';
      return (
        kind === 'party' && ids.includes(status) && (refuses || outcome?.position !== 'unstated')
      );
    });
  const isEvent = step.action.kind === 'event';
  return {
    title: step.title,
    date: step.date,
    asOf: moment.day,
    status: step.status,
    basis: step.basis,
    by: step.by.map((party) => partyTitle(agreement, party)),
    narrative: step.narrative,
    inference: step.inference,
    action: actionText(session, step, arrow),
    outcomes:
      isEvent && reported.status === 'impossible'
        ? [
            ...rows,
            { ...outcomeRow(session, moment, step, REPORTED, reported), title: 'as reported' },
          ]
        : rows,
    isContested: isEvent && says(['recognised', 'already']) && says(['refused', 'disputed']),
    changes: changesOf(session, moment, run),
    claims: step.claims,
    origin: originOf(moment, step),
  };
}

function originOf(moment: Moment, step: StoryStep): string | null {
  if (step.scenario === moment.story.scenario.id) return null;
  return step.replayed
    ? `a later step of ${step.scenario}, played on after the change`
    : `a step of ${step.scenario}, which this scenario branches off`;
}

/** What a step does in the model, in one sentence. */
export function actionText(session: Session, step: StoryStep, arrow: string): string {
  const { agreement } = session;
  const { action } = step;
  const leafIn = (reading: string, leafId: string) => {
    const gates = agreement.readings.get(reading)?.gates.values() ?? [];
    const conditions = [...gates].flatMap(({ stated }) => (stated ? [stated.condition] : []));
    const leaf = conditions.flatMap(leavesIn).find(({ id }) => id === leafId);
    return leaf === undefined ? leafId : leafText(agreement, leaf);
  };
  switch (action.kind) {
    case 'note':
      return 'A note: it moves nothing.';
    case 'event': {
      const event = agreement.events.get(action.event);
      const gate = event?.gate ? agreement.gates.get(event.gate) : null;
      const behind = gate ? `, behind the gate "${gate.title}"` : ', behind no gate';
      return `Event: ${event?.title ?? action.event}${behind}.`;
    }
    case 'waive':
      return `${readingTitle(agreement, action.reading)} no longer asks for ${leafIn(action.reading, action.leaf)}.`;
    case 'restore':
      return `${readingTitle(agreement, action.reading)} asks again for ${leafIn(action.reading, action.leaf)}.`;
    case 'assume':
      return `Assumed: ${regionTitle(agreement, action.region)} ${arrow} ${stageTitle(agreement, action.region, action.stage)}.`;
    case 'unknown':
      return `From here on it is not known where this stands: ${regionTitle(agreement, action.region)}.`;
  }
}

/**
 * What is reported of a step, with what the parties make of it: that the report has it says nothing of who
 * recognises it.
 */
export function reportedRow(
  session: Session,
  moment: Moment,
  step: StoryStep,
  reported: Outcome,
  outcomes: Readonly<Record<string, Outcome>>,
): OutcomeRow {
  const row = outcomeRow(session, moment, step, REPORTED, reported);
  if (reported.status !== 'recognised' || step.action.kind !== 'event') return row;
  const parties = partyReadings(session.agreement);
  const titles = (says: (outcome: Outcome) => boolean) =>
    parties.filter(({ id }) => says(outcomes[id] ?? reported)).map(({ title }) => title);
  const refusing = titles(
    ({ status, position }) =>
      (status === 'refused' && position !== 'unstated') || status === 'disputed',
  );
  const taking = titles(
    ({ status, position }) =>
      (status === 'recognised' || status === 'already') && position === 'stated',
  );
  if (!isGated(session, step) && refusing.length === 0) return { ...row, word: 'applied' };
  const said = [
    refusing.length > 0 ? `refused by ${listed(refusing)}` : '',
    taking.length > 0 ? `recognised by ${listed(taking)}` : '',
  ].filter(Boolean);
  if (said.length === 0)
    return { ...row, mark: 'unstated', word: 'applied', reason: 'no party states a position' };
  const mark = refusing.length > 0 ? 'unmet' : 'met';
  const word = refusing.length > 0 && taking.length > 0 ? 'CONTESTED' : 'applied';
  return { ...row, mark, word, reason: said.join('; ') };
}

function isGated({ agreement }: Session, { action }: StoryStep): boolean {
  return action.kind === 'event' && agreement.events.get(action.event)?.gate !== null;
}

/** What a reading makes of a step. An unstated position is said as such, whatever the run does with the event. */
export function outcomeRow(
  session: Session,
  moment: Moment,
  step: StoryStep,
  reading: string,
  outcome: Outcome,
): OutcomeRow {
  const { agreement } = session;
  const base = { reading, title: readingTitle(agreement, reading), reason: '', claims: [] };
  const isUnstated = outcome.position === 'unstated';
  switch (outcome.status) {
    case 'recognised':
      return isUnstated
        ? {
            ...base,
            mark: 'unstated',
            word: 'no position stated',
            reason: 'the run takes it as given',
          }
        : { ...base, mark: 'met', word: step.action.kind === 'event' ? 'recognised' : 'applied' };
    case 'refused':
      return {
        ...base,
        mark: 'unmet',
        word: isUnstated ? 'held up by the model' : 'refused',
        reason: refusal(session, reading, outcome),
      };
    case 'disputed': {
      const dispute = step.disputedBy.find((entry) => entry.reading === reading);
      return {
        ...base,
        mark: 'unmet',
        word: 'disputed',
        reason: 'denied, so the run goes on without it',
        claims: dispute?.claims ?? [],
      };
    }
    case 'already':
      return {
        ...base,
        mark: isUnstated ? 'unstated' : 'met',
        word: isUnstated ? 'no position stated' : 'already so',
        reason: isUnstated ? 'so already in the run' : 'nothing changes in the run',
      };
    case 'impossible':
      return {
        ...base,
        mark: 'notAsked',
        word: 'not possible',
        reason: impossibility(session, moment, step, reading, outcome),
      };
    case 'unknown':
      return {
        ...base,
        mark: 'unknown',
        word: 'not known',
        reason: 'it hangs on stages that are not known',
      };
    case null:
      return { ...base, mark: 'notAsked', word: 'not concerned' };
  }
}

function refusal(session: Session, reading: string, outcome: Outcome): string {
  const { agreement } = session;
  if (outcome.gate === null) return '';
  const conditions = [
    agreement.readings.get(reading)?.gates.get(outcome.gate)?.stated?.condition,
    agreement.base.get(outcome.gate),
  ];
  const leaves = conditions.flatMap((condition) => (condition ? leavesIn(condition) : []));
  const named = (id: string) => {
    const leaf = leaves.find((one) => one.id === id);
    return leaf === undefined ? id : leafText(agreement, leaf);
  };
  const sets = outcome.blocking.map((set) => listed(set.map(named)));
  return `not met: ${sets.join('; or ')}`;
}

function impossibility(
  session: Session,
  moment: Moment,
  step: StoryStep,
  reading: string,
  outcome: Outcome,
): string {
  const { agreement } = session;
  const event = step.action.kind === 'event' ? agreement.events.get(step.action.event) : undefined;
  if (event === undefined) return '';
  const from = outcome.possibleFrom.map((stage) => stageTitle(agreement, event.home, stage));
  const stage = runState(moment, reading).facts[event.home]?.stage ?? 'unknown';
  const because = moment.story.steps.find(({ id }) => id === outcome.becauseOf);
  const cause = because === undefined ? 'from the start' : `since "${because.title}"`;
  return (
    `${regionTitle(agreement, event.home)} stands at ${stageTitle(agreement, event.home, stage)} ` +
    `${cause}; the event leaves from ${listed(from, 'or')}`
  );
}

/** What the last step moved in the chosen run. */
function changesOf(session: Session, moment: Moment, run: string): Change[] {
  const { agreement } = session;
  const after = runState(moment, run).facts;
  const before = moment.before?.[run]?.facts ?? {};
  return agreement.statechart.regions.flatMap(({ id, title }) => {
    const [from, to] = [before[id]?.stage, after[id]?.stage];
    if (from === undefined || to === undefined || from === to) return [];
    return [{ title, from: stageTitle(agreement, id, from), to: stageTitle(agreement, id, to) }];
  });
}
