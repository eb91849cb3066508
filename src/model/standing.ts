import { type AgreementEvent, type Gate, gateOf } from './agreement.ts';
import { blockingSets } from './blocking-sets.ts';
import { type Condition, conditionsOf, isMet, meets } from './condition.ts';
import { type ConditionStatus, conditionStatus } from './condition-status.ts';
import { type Happened, happenedIn } from './happened.ts';
import { agreed, type Truth } from './kleene.ts';
import { type Moment, spokenBy } from './moment.ts';
import {
  judged,
  partyStanding,
  type PartyStanding,
  type Possibility,
  possibilityOf,
  regionsOf,
  stateOf,
} from './party-standing.ts';
import { isTaken, type RunState } from './run-state.ts';
import type { Verdict } from './shapes/scenario.ts';
import { REPORTED } from './terms.ts';
import { worldsOver } from './worlds.ts';

export {
  commonVerdict,
  type PartyStanding,
  type Possibility,
  type StatementStanding,
  type TakenBy,
} from './party-standing.ts';

/** Over the parties: as for one, and contested where one is open or passed and another closed. */
export type Overall = Verdict | 'contested';

/** What the model itself requires before an event; it is no party's position. */
export interface RequirementStanding {
  readonly truth: Truth;
  readonly conditions: readonly ConditionStatus[];
  /** The minimal sets of its conditions that are not met. */
  readonly unmet: readonly (readonly Condition[])[];
}

/** How an event stands at a moment: the three answers, never mixed, and what they come to. */
export interface Standing {
  readonly moment: Moment;
  readonly event: AgreementEvent;
  /** Null where neither a requirement nor a position stands before it. */
  readonly gate: Gate | null;
  /** As reported. */
  readonly possible: Possibility;
  readonly taken: Truth;
  /** How often it has happened as reported; null where it happens once. What may happen again is judged anew for the next time. */
  readonly happened: Happened | null;
  /** As reported; null where the model requires nothing. */
  readonly requirement: RequirementStanding | null;
  readonly parties: readonly PartyStanding[];
  /** Terms as reported: no party's, and never counted. */
  readonly terms: readonly PartyStanding[];
  readonly verdict: Overall;
  /** Claims on what is said to stand in the way without being a condition. */
  readonly inTheWay: readonly string[];
  /** Whether the event has happened or can, by a position that some party states and none opposes. */
  readonly success: boolean;
}

/**
 * How an event stands at a moment. Every other answer of the house about gates and verdicts reads it.
 *
 * @param eventId an event of the agreement, gated or not
 * @param asked the readings that count; all where none are named
 * @param isBehind whether the event of the moment's last step counts as having happened where it was taken, though it may
 *   happen again
 */
export function standing(
  moment: Moment,
  eventId: string,
  asked: readonly string[] = [],
  isBehind = false,
): Standing {
  const { agreement } = moment;
  const event = agreement.events.get(eventId);
  if (event === undefined)
    throw new Error(`The agreement ${agreement.id} has no event ${eventId}.`);
  const reported = stateOf(moment, REPORTED);
  const wanted = asked.length === 0 ? [...agreement.readings.keys()] : asked;
  const all = wanted.map((reading) => partyStanding(moment, event, reading, isBehind));
  const isTerms = ({ reading }: PartyStanding) => agreement.readings.get(reading)?.kind === 'terms';
  const parties = all.filter((each) => !isTerms(each));
  const terms = all.filter(isTerms);
  const counted = parties.length > 0 ? parties : terms;
  const verdict = overallOf(counted.map((each) => each.verdict));
  return {
    moment,
    event,
    gate: gateOf(agreement, eventId),
    possible: possibilityOf(event, reported),
    taken: isTaken(reported, eventId),
    happened: event.again ? happenedIn(moment, eventId, REPORTED) : null,
    requirement: requirementStanding(moment, event, reported),
    parties,
    terms,
    verdict,
    inTheWay: moment.nothingPublished ? [] : spokenBy(moment, event.inTheWay),
    success: isSuccess(verdict, counted),
  };
}

/** The verdicts of a standing alone. */
export interface Verdicts {
  readonly verdict: Overall;
  /** By reading: the parties, and after them the terms. */
  readonly each: ReadonlyMap<string, Verdict>;
}

/**
 * The verdicts that {@link standing} gives, without what they come from: for whoever looks at many moments, and at how
 * each verdict came about at few.
 */
export function verdictsOf(moment: Moment, eventId: string): Verdicts {
  const { agreement } = moment;
  const event = agreement.events.get(eventId);
  if (event === undefined)
    throw new Error(`The agreement ${agreement.id} has no event ${eventId}.`);
  const all = [...agreement.readings.values()];
  const ofKind = (isTerms: boolean) =>
    all
      .filter(({ kind }) => (kind === 'terms') === isTerms)
      .map(({ id }) => [id, judged(moment, event, id, false).verdict] as const);
  const [parties, terms] = [ofKind(false), ofKind(true)];
  const counted = parties.length > 0 ? parties : terms;
  return {
    verdict: overallOf(counted.map(([, verdict]) => verdict)),
    each: new Map([...parties, ...terms]),
  };
}

/** The one meaning of these words over several parties' verdicts; those that state nothing have no say. */
export function overallOf(verdicts: readonly Verdict[]): Overall {
  const said = verdicts.filter((verdict) => verdict !== 'unstated');
  if (said.length === 0) return 'unstated';
  const opens = said.some((verdict) => verdict === 'open' || verdict === 'passed');
  if (said.includes('closed')) return opens ? 'contested' : 'closed';
  if (said.includes('unknown')) return 'unknown';
  return said.every((verdict) => verdict === 'passed') ? 'passed' : 'open';
}

/**
 * How the event of a moment's last step stands once the step has been played: whether the parties differ about it, who
 * has recognised it, who holds back. Null where the last step is no event.
 */
export function standingOfStep(moment: Moment): Standing | null {
  const action = moment.played.steps.at(-1)?.step.action;
  return action !== undefined && 'event' in action
    ? standing(moment, action.event, [], true)
    : null;
}

/**
 * Whether the last step of a moment has succeeded: some party that holds anything on its event has recognised it, and
 * every one that does. A step that is no event has nothing to fail by.
 */
export function hasSucceeded(moment: Moment): boolean {
  const found = standingOfStep(moment);
  return found === null || found.verdict === 'passed';
}

function isSuccess(verdict: Overall, counted: readonly PartyStanding[]): boolean {
  if (verdict === 'passed') return true;
  if (verdict !== 'open') return false;
  return counted
    .filter((each) => each.verdict === 'open')
    .every((each) => each.possible.answer === true && each.requirement === true);
}

function requirementStanding(
  moment: Moment,
  event: AgreementEvent,
  state: RunState,
): RequirementStanding | null {
  const tree = event.requirement;
  if (tree === null) return null;
  const worlds = worldsOver(state.worlds, regionsOf([tree]));
  const certainlyMet = (condition: Condition) => worlds.every((world) => meets(condition, world));
  return {
    truth: agreed(worlds.map((world) => isMet(tree, world))),
    conditions: conditionsOf(tree).map((condition) =>
      conditionStatus(moment, condition, state, { isCertain: true, waived: [] }),
    ),
    unmet: blockingSets(tree, certainlyMet),
  };
}
