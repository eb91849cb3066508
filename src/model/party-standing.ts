import type { AgreementEvent } from './agreement.ts';
import { type Condition, type ConditionTree, conditionsOf, isMet, meets } from './condition.ts';
import { type ConditionStatus, conditionStatus } from './condition-status.ts';
import { type Ending, endingsOf } from './endings.ts';
import { type Happened, happenedIn } from './happened.ts';
import { heldPart } from './held-part.ts';
import { agreed, type Truth } from './kleene.ts';
import { type Moment, spokenBy } from './moment.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { askedSpan, type Position, positionOf, spanOf, type Span, stanceOf } from './position.ts';
import { isTaken, type RunState } from './run-state.ts';
import type { StepStatus, Verdict } from './shapes/scenario.ts';
import type { Stance, Statement } from './statement.ts';
import { type Barrier, barriersOf, type Terms, unmetSets } from './terms.ts';
import { tellUnknownFacts, type UnknownFacts } from './unknown-facts.ts';
import { valuesOf, worldsOver } from './worlds.ts';

/** Whether the statechart has an event from where a run stands. */
export interface Possibility {
  readonly answer: Truth;
  readonly region: string;
  /** The stages that its home region may stand in. */
  readonly stages: readonly string[];
  /** The stages that it would be possible from. */
  readonly from: readonly string[];
}

/** A statement as it stands at a moment. */
export interface StatementStanding {
  /** With those of its conditions that are in force, or may be. */
  readonly statement: Statement;
  /** False where it may or may not be in force by the day. */
  readonly isCertain: boolean;
  readonly span: Span;
  /** Those of its claims that count. */
  readonly claims: readonly string[];
  /** How it is inferred from them; null where it is not, or where not all of them count. */
  readonly inference: string | null;
  readonly isWaived: boolean;
}

/** The step by which an event was taken in a run. */
export interface TakenBy {
  readonly step: string;
  readonly status: StepStatus;
  /** Whether the party granted it, whatever it asks or objects to. */
  readonly isGranted: boolean;
}

/** What one party holds on an event at a moment, and how the event stands under its reading. */
export interface PartyStanding {
  readonly reading: string;
  readonly verdict: Verdict;
  /** What it certainly holds. */
  readonly stance: Stance | 'unstated';
  /** What is in force, or may be. */
  readonly statements: readonly StatementStanding[];
  /** What it held and no longer holds, or perhaps no longer. */
  readonly ended: readonly Ending[];
  /** Objections that keep it closed, waived ones left out. */
  readonly objections: readonly Statement[];
  /** What it asks, or may ask. */
  readonly conditions: readonly ConditionStatus[];
  /** The minimal sets of unmet conditions; none where an objection closes it, since no stage would open it then. */
  readonly unmet: readonly (readonly Condition[])[];
  /** Claims of the party or about it that bear on the event and are no position. */
  readonly says: readonly string[];
  /** In its own run. */
  readonly possible: Possibility;
  /** Whether the model's requirement is met in its own run. */
  readonly requirement: Truth;
  /** Whether the event has been taken in its own run, and not been undone since. */
  readonly taken: Truth;
  /** By which step it was taken in its own run; null where it was not. */
  readonly takenBy: TakenBy | null;
  /** How often it has happened in its own run; null where it happens once. */
  readonly happened: Happened | null;
  /** What its run would make of the event now. */
  readonly outcome: Outcome;
  readonly unknownFacts: UnknownFacts;
}

/** Where a run stands. */
export function stateOf({ states }: Moment, run: string): RunState {
  const state = states[run];
  if (state === undefined) throw new Error(`There is no run ${run}.`);
  return state;
}

/** Whether an event is possible from where a run stands. */
export function possibilityOf(event: AgreementEvent, state: RunState): Possibility {
  const moves = event.moves[event.home] ?? {};
  const stages = valuesOf(state.worlds, event.home).map((stage) => stage ?? '');
  return {
    answer: agreed(stages.map((stage) => stage in moves)),
    region: event.home,
    stages,
    from: Object.keys(moves),
  };
}

/** The regions that some conditions look at. */
export function regionsOf(trees: readonly ConditionTree[]): string[] {
  return trees.flatMap(conditionsOf).map(({ region }) => region);
}

/** How an event stands under one reading, and what that comes from. */
export interface Judged {
  readonly verdict: Verdict;
  readonly state: RunState;
  readonly terms: Terms;
  readonly barriers: readonly Barrier[];
  readonly worlds: ReturnType<typeof worldsOver>;
  /** In each of the worlds. */
  readonly verdicts: readonly Verdict[];
}

/** The verdict alone: for whoever looks at many moments, and at how each verdict came about at few. */
export function judged(
  moment: Moment,
  event: AgreementEvent,
  reading: string,
  isBehind: boolean,
): Judged {
  const { agreement, day, viewpoint } = moment;
  const state = stateOf(moment, reading);
  const terms: Terms = { reading, day, knownBy: viewpoint.knownBy, waived: state.waived };
  const barriers = barriersOf(agreement, event.id, terms);
  const requirement = event.requirement;
  const trees = [...barriers.map(({ asked }) => asked), ...(requirement ? [requirement] : [])];
  const worlds = worldsOver(state.worlds, [event.home, event.id, ...regionsOf(trees)]);
  const last = moment.played.steps.at(-1)?.outcomes[reading]?.status;
  const isDone = isBehind && event.again && (last === 'recognised' || last === 'unopposed');
  const verdictIn = (world: (typeof worlds)[number], barrier: Barrier): Verdict => {
    if (barrier.stance === 'unstated') return 'unstated';
    if (world[event.id] !== undefined || isDone) return 'passed';
    return barrier.objections.length === 0 && isMet(barrier.asked, world) ? 'open' : 'closed';
  };
  const verdicts = worlds.map((world) =>
    commonVerdict(barriers.map((barrier) => verdictIn(world, barrier))),
  );
  return { verdict: commonVerdict(verdicts), state, terms, barriers, worlds, verdicts };
}

/** What a party holds on an event at a moment, and how the event stands under its reading. */
export function partyStanding(
  moment: Moment,
  event: AgreementEvent,
  readingId: string,
  isBehind: boolean,
): PartyStanding {
  const { agreement } = moment;
  const reading = agreement.readings.get(readingId);
  if (reading === undefined)
    throw new Error(`The agreement ${agreement.id} has no reading ${readingId}.`);
  const found = judged(moment, event, readingId, isBehind);
  const { verdict, state, terms, barriers, worlds, verdicts } = found;
  const requirement = event.requirement;
  const certainlyMet = (condition: Condition) => worlds.every((world) => meets(condition, world));
  const objections = [...new Set(barriers.flatMap((barrier) => barrier.objections))];
  const isShut = verdict === 'closed' || verdict === 'unknown';
  const eager = {
    reading: readingId,
    verdict,
    stance: stanceOf(positionOf(agreement, readingId, event.id, terms).certain),
    objections: verdict === 'passed' ? [] : objections,
    possible: possibilityOf(event, state),
    requirement:
      requirement === null ? true : agreed(worlds.map((world) => isMet(requirement, world))),
    taken: isTaken(state, event.id),
  };
  // Most who ask look at the verdicts of many events, and at what lies behind few: that waits until it is asked for.
  return withLater(eager, {
    statements: () => statementStandings(moment, readingId, event.id, terms),
    ended: () => endingsOf(agreement, readingId, event.id, terms),
    conditions: () =>
      certainFirst(positionOf(agreement, readingId, event.id, terms).conditions).map(
        ({ condition, isCertain }) =>
          conditionStatus(moment, condition, state, { isCertain, waived: state.waived }),
      ),
    unmet: () =>
      isShut && objections.length === 0 ? unmetSets(barriers, terms.waived, certainlyMet) : [],
    says: () => spokenBy(moment, reading.says.get(event.id) ?? []),
    takenBy: () => (eager.taken === true ? takenBy(moment, event.id, readingId) : null),
    happened: () => (event.again ? happenedIn(moment, event.id, readingId) : null),
    outcome: () => outcomeOf(agreement, event, terms, state, barriers),
    unknownFacts: () =>
      tellUnknownFacts(
        agreement.statechart.regions
          .map(({ id }) => id)
          .filter((id) => valuesOf(state.worlds, id).length > 1),
        event.id,
        worlds,
        verdicts.map((each) => each !== 'closed' && each !== 'unknown'),
      ),
  });
}

/** A value with more that is worked out when it is first asked for, and then kept. */
function withLater<Known extends object, Later extends object>(
  known: Known,
  later: { readonly [Key in keyof Later]: () => Later[Key] },
): Known & Later {
  const found = new Map<string, unknown>();
  const whole: object = { ...known };
  for (const [key, work] of Object.entries<() => unknown>(later))
    Object.defineProperty(whole, key, {
      enumerable: true,
      get: () => {
        if (!found.has(key)) found.set(key, work());
        return found.get(key);
      },
    });
  return whole as Known & Later;
}

/**
 * The one verdict of several cases: open and passed together are open; that a party may by then have backed what it
 * certainly does not oppose leaves it unstated; where one case closes and another does not, it is unknown.
 */
export function commonVerdict(verdicts: readonly Verdict[]): Verdict {
  const distinct = new Set(verdicts);
  const [only] = distinct;
  if (distinct.size === 1 && only !== undefined) return only;
  if (distinct.has('closed') || distinct.has('unknown') || only === undefined) return 'unknown';
  return distinct.has('unstated') ? 'unstated' : 'open';
}

/** The last step that took an event in a reading's run. */
function takenBy({ played }: Moment, event: string, reading: string): TakenBy | null {
  const found = played.steps.findLast(({ step: { action }, outcomes }) => {
    const status = outcomes[reading]?.status;
    const isOwn = action.kind === 'acknowledge' && action.reading === reading;
    return (
      (action.kind === 'event' || isOwn) &&
      action.event === event &&
      (status === 'recognised' || status === 'unopposed')
    );
  });
  if (found === undefined) return null;
  const { id, status, action } = found.step;
  return { step: id, status, isGranted: action.kind === 'acknowledge' };
}

function statementStandings(
  { agreement, viewpoint }: Moment,
  reading: string,
  event: string,
  terms: Terms,
): StatementStanding[] {
  const { certain, perhaps, conditions } = positionOf(agreement, reading, event, terms);
  const asked = new Set(conditions.map(({ condition }) => condition));
  const listed = agreement.readings.get(reading)?.positions.get(event) ?? [];
  return listed.flatMap((statement): StatementStanding[] => {
    const span = spanOf(agreement, statement, viewpoint.knownBy);
    const isCertain = certain.includes(statement);
    if (span === null || !(isCertain || perhaps.includes(statement))) return [];
    const claims = statement.claims.filter((reference) => {
      const claim = agreement.claims.get(reference);
      return (
        claim !== undefined &&
        (viewpoint.knownBy === null || claim.source.published.to <= viewpoint.knownBy)
      );
    });
    const isWaived = terms.waived.includes(statement.id);
    const inference = claims.length === statement.claims.length ? statement.inference : null;
    const inForce = heldPart(statement, (condition) => asked.has(condition)) ?? statement;
    return [
      {
        statement: inForce,
        isCertain,
        span: askedSpan(span, inForce),
        claims,
        inference,
        isWaived,
      },
    ];
  });
}

function certainFirst(conditions: Position['conditions']): Position['conditions'] {
  return [
    ...conditions.filter(({ isCertain }) => isCertain),
    ...conditions.filter(({ isCertain }) => !isCertain),
  ];
}
