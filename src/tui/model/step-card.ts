import { dutiesOn } from '../../answer/duties-on.ts';
import { type Agreement, partyReadings, partyTitle } from '../../model/agreement.ts';
import type { Day, DayRange } from '../../model/days.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { PlayedStep } from '../../model/run.ts';
import type { Basis, OutcomeStatus, StepStatus } from '../../model/shapes/scenario.ts';
import type { Overall } from '../../model/standing.ts';
import type { StoryStep } from '../../model/story.ts';
import { REPORTED } from '../../model/terms.ts';
import { actionText } from '../../explain/action-text.ts';
import { authorTexts } from '../../explain/author-text.ts';
import { setsInWords } from '../../explain/condition-text.ts';
import { dutyLine } from '../../explain/duty-line.ts';
import type { Mark } from '../../explain/mark.ts';
import type { Judged } from '../../explain/judged.ts';
import { outcomeText } from '../../explain/outcome-text.ts';
import { overallText } from '../../explain/overall-text.ts';
import { capital, eventName, listed, runTitle } from '../../explain/words.ts';
import { runState, type Scene, type Session, standingAt, standingOfScene } from '../session.ts';
import { isSame, stageWords } from './provisions.ts';

/** What one reading makes of a step, or what becomes of it as reported. */
export interface OutcomeRow {
  readonly reading: string;
  readonly title: string;
  readonly mark: Mark;
  /** A word, and the reason behind it. */
  readonly text: string;
  /** Claims of the reading's party that deny the step. */
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
  /** False where it may or may not have happened by the day. */
  readonly isCertain: boolean;
  /** The day on which positions are taken as they stand. */
  readonly asOf: Day | null;
  readonly status: StepStatus;
  readonly basis: Basis;
  readonly by: readonly string[];
  readonly narrative: string | null;
  /** What its author says of it. */
  readonly author: readonly string[];
  readonly inference: string | null;
  /** What it does in the model. */
  readonly action: string;
  /** What the model itself assumes by having its event; null where it does not, and where it is no event. */
  readonly assumed: string | null;
  /** The duties that its event is to meet, a line each. */
  readonly duties: readonly string[];
  /** The parties', where the step asks anything of them. */
  readonly parties: readonly OutcomeRow[];
  /** Those of terms as reported, which are no party's. */
  readonly terms: readonly OutcomeRow[];
  /** How its event stands over the parties, in a word and in words; null where it is no event. */
  readonly verdict: Overall | null;
  readonly overall: string;
  readonly changes: readonly Change[];
  /** That it was attempted and came to nothing, and by which claims beside its own; null where that is not so. */
  readonly void: StoryStep['void'];
  /** The claims that report it, and those that only bear on it. */
  readonly claims: readonly string[];
  readonly bearing: readonly string[];
  /** Where it was written, when not in the scenario on show. */
  readonly origin: string | null;
}

/** The step that was played last; null before the first. */
export function stepCard(session: Session, scene: Scene, run: string): StepCard | null {
  const { agreement } = session;
  const { moment, played } = scene;
  if (played === null) return null;
  const { step, outcomes } = played;
  const rowsOf = (kind: 'party' | 'terms') =>
    [...agreement.readings.values()].flatMap((reading) => {
      const outcome = outcomes[reading.id];
      return outcome === undefined || outcome.status === null || reading.kind !== kind
        ? []
        : [outcomeRow(moment, step, reading.id, outcome)];
    });
  const standing = standingOfScene(scene);
  return {
    title: step.title,
    date: step.date,
    isCertain: played.isCertain,
    asOf: moment.day,
    status: step.status,
    basis: step.basis,
    by: step.by.map((party) => partyTitle(agreement, party)),
    narrative: step.narrative,
    author: authorTexts(step),
    inference: step.inference,
    action: actionWords(agreement, step),
    assumed: standing?.event.assumed ?? null,
    duties: (standing === null ? [] : dutiesOn(standing)).map((duty) => dutyLine(agreement, duty)),
    parties: rowsOf('party'),
    terms: rowsOf('terms').filter(({ mark }) => mark !== 'unstated'),
    verdict: standing?.verdict ?? null,
    overall: standing === null ? '' : overallText(standing),
    changes: changesOf(session, scene, run),
    claims: step.claims,
    bearing: step.bearing,
    void: step.void,
    origin: originOf(scene, step),
  };
}

/** What a step does in the model, in one sentence. */
function actionWords(agreement: Agreement, { action }: StoryStep): string {
  const event = action.kind === 'event' ? agreement.events.get(action.event) : undefined;
  return event === undefined
    ? `${capital(actionText(agreement, action))}.`
    : `Event: ${event.title} (${eventName(event)}).`;
}

function originOf({ story }: Scene, step: StoryStep): string | null {
  if (step.scenario === story.scenario.id) return null;
  return step.replayed
    ? `a later step of ${step.scenario}, played on after the change`
    : `a step of ${step.scenario}, which this scenario branches off`;
}

const MARKS: Readonly<Record<OutcomeStatus, Mark>> = {
  recognised: 'met',
  unopposed: 'unstated',
  refused: 'unmet',
  held: 'unmet',
  disputed: 'unmet',
  void: 'unmet',
  already: 'notAsked',
  impossible: 'notAsked',
  unknown: 'unknown',
};

/** What a reading makes of a step. That nothing is reported of its party is said as such, whatever its run does. */
export function outcomeRow(
  judged: Judged,
  { action, disputedBy }: StoryStep,
  reading: string,
  outcome: Outcome,
): OutcomeRow {
  const { agreement } = judged;
  return {
    reading,
    title: runTitle(agreement, reading),
    mark: outcome.status === null ? 'notAsked' : MARKS[outcome.status],
    text:
      'event' in action
        ? outcomeText(judged, outcome, agreement.events.get(action.event)?.home ?? null)
        : appliedText(outcome),
    claims: disputedBy.find((dispute) => dispute.reading === reading)?.claims ?? [],
  };
}

/** What becomes of a waiver or an assumption, which nobody is asked about. */
function appliedText({ status }: Outcome): string {
  return status === 'already' ? 'changes nothing' : 'applied';
}

/**
 * What becomes of a step as reported: how its event stands over the parties. That the report has it says nothing of who
 * recognises it; where nobody holds anything on it, nothing forbids it, and no more than that is said.
 *
 * @param before where it was played
 */
export function reportedRow(before: Scene, after: Scene, played: PlayedStep): OutcomeRow {
  const { agreement } = after.moment;
  const { step, reported, outcomes } = played;
  const { action } = step;
  if (reported.status === null && 'reading' in action) {
    const { reading } = action;
    return outcomeRow(after.moment, step, reading, outcomes[reading] ?? reported);
  }
  const row = outcomeRow(after.moment, step, REPORTED, reported);
  if (!('event' in action) || reported.status !== 'unopposed') return row;
  const { requirement } = standingAt(before.moment, action.event);
  if (requirement?.truth === false) {
    const required = setsInWords(agreement, requirement.unmet);
    return { ...row, mark: 'unmet', text: `held (the model requires: ${required})` };
  }
  const standing = standingAt(after.moment, action.event);
  const denying = partyReadings(agreement).filter(({ id }) => outcomes[id]?.status === 'disputed');
  const denied =
    denying.length === 0 ? '' : `; denied by ${listed(denying.map(({ title }) => title))}`;
  if (standing.verdict !== 'unstated')
    return {
      ...row,
      mark: VERDICT_MARKS[standing.verdict],
      text: `${overallText(standing)}${denied}`,
    };
  const said = step.replayed ? 'nothing here forbids it' : 'applied';
  return { ...row, mark: denied === '' ? 'unstated' : 'unmet', text: `${said}${denied}` };
}

/** A party's verdict, or that over the parties, as a mark before a step. */
export const VERDICT_MARKS: Readonly<Record<Overall, Mark>> = {
  open: 'met',
  passed: 'met',
  closed: 'unmet',
  unknown: 'unknown',
  unstated: 'unstated',
  contested: 'contested',
};

/** What the last step moved in the chosen run. */
function changesOf({ agreement }: Session, scene: Scene, run: string): Change[] {
  const after = runState(scene, run).facts;
  const before = scene.before?.[run]?.facts ?? {};
  return agreement.statechart.regions.flatMap((region) => {
    const [from, to] = [before[region.id], after[region.id]];
    if (from === undefined || to === undefined || isSame(from, to)) return [];
    return [{ title: region.title, from: stageWords(region, from), to: stageWords(region, to) }];
  });
}
