import type { Agreement, AgreementEvent } from './agreement.ts';
import { conditionsOf } from './condition.ts';
import { type Day, later } from './days.ts';
import { impliedMoves } from './implied-moves.ts';
import { NOTHING, type Outcome, outcomeOf } from './outcome.ts';
import type { Fact, Kept, RunState } from './run-state.ts';
import { type EventGuard, Runner } from './runner.ts';
import type { StageMap } from './statechart.ts';
import type { CountedStep, StoryStep } from './story.ts';
import { barriersOf, REPORTED, requirementOf, type Terms } from './terms.ts';
import { changed, either, soleValue, TAKEN, valuesOf, type World, type Worlds } from './worlds.ts';

/** A step as played: what each run made of it, and where each stands afterwards. */
export interface PlayedStep {
  readonly step: StoryStep;
  /** False where it may or may not have happened by the day asked about. */
  readonly isCertain: boolean;
  /** The latest day that any step so far can have happened on; positions are taken as they stand then. */
  readonly day: Day | null;
  readonly outcomes: Readonly<Record<string, Outcome>>;
  readonly reported: Outcome;
  /** By reading id, and under `reported`. */
  readonly states: Readonly<Record<string, RunState>>;
}

/** Steps as played: where every run stood before the first, and after each. */
export interface Play {
  readonly agreement: Agreement;
  readonly start: Readonly<Record<string, RunState>>;
  readonly steps: readonly PlayedStep[];
}

/** As of which day steps are played, and by whose publication; null where no day bounds it. */
export interface PlayClocks {
  readonly asOf: Day | null;
  readonly knownBy: Day | null;
}

export const NO_CLOCKS: PlayClocks = { asOf: null, knownBy: null };

/**
 * Plays steps under every reading and as reported, each run on its own state.
 *
 * @param steps in order; days must not run backwards in their latest day
 * @param runner kept by the caller to share the machines that it has provided
 * @returns the start, and every step with its outcome and the state after it, by run
 * @throws TooManyWorldsError where unknown stages that hang together multiply too far
 */
export function play(
  agreement: Agreement,
  steps: readonly CountedStep[],
  runner = new Runner(agreement),
  clocks: PlayClocks = NO_CLOCKS,
): Play {
  const { asOf, knownBy } = clocks;
  const start = startOf(agreement);
  const played: PlayedStep[] = [];
  let beginning = runner.beginningOf<Beginning>(`${knownBy}`, () => begun(null));
  let states = start;
  let day: Day | null = null;
  let isShared = true;
  for (const step of steps) {
    if (isShared && !liesBehind(step, asOf)) {
      isShared = false;
      beginning = asOfDay(beginning, asOf);
    }
    let after = beginning.next.get(step.step);
    if (after?.played?.isCertain !== step.isCertain) {
      after = begun(playStep(agreement, runner, states, step, day, clocks));
      beginning.next.set(step.step, after);
    }
    const next: PlayedStep | null = after.played;
    if (next === null) throw new Error('Only the beginning has no step.');
    played.push(next);
    ({ states, day } = next);
    beginning = after;
  }
  return { agreement, start, steps: played };
}

/**
 * Steps played from the start: stories with the same beginning share it. As long as all of them lie behind the day
 * as of which they are looked at, it does not matter which day that is.
 */
interface Beginning {
  /** Null before the first step. */
  readonly played: PlayedStep | null;
  readonly next: Map<StoryStep, Beginning>;
  /** How it goes on with a step that does not lie behind the day, by that day. */
  readonly open: Map<Day | null, Beginning>;
}

/** Whether a step happened, and wholly by a day. */
function liesBehind({ step, isCertain }: CountedStep, asOf: Day | null): boolean {
  return isCertain && (asOf === null || step.date === null || step.date.to <= asOf);
}

function begun(played: PlayedStep | null): Beginning {
  return { played, next: new Map(), open: new Map() };
}

function asOfDay(beginning: Beginning, asOf: Day | null): Beginning {
  let found = beginning.open.get(asOf);
  if (found === undefined) beginning.open.set(asOf, (found = begun(beginning.played)));
  return found;
}

/** Steps that all count as having happened. */
export function asCertain(steps: readonly StoryStep[]): CountedStep[] {
  return steps.map((step) => ({ step, isCertain: true }));
}

/** Where every run stands before the first step. */
export function startOf(agreement: Agreement): Readonly<Record<string, RunState>> {
  let start = starts.get(agreement);
  if (start === undefined) starts.set(agreement, (start = findStart(agreement)));
  return start;
}

const starts = new WeakMap<Agreement, Readonly<Record<string, RunState>>>();

function findStart(agreement: Agreement): Readonly<Record<string, RunState>> {
  const known = Object.fromEntries(
    agreement.statechart.regions.map((region) => [region.id, region.initial]),
  );
  const facts: Record<string, Fact> = {};
  for (const [region, stage] of Object.entries(known)) {
    const claims = agreement.start.get(region) ?? [];
    facts[region] = {
      stage,
      possible: [stage],
      since: null,
      claims,
      basis: claims.length > 0 ? 'sourced' : 'derived',
      step: null,
      status: null,
    };
  }
  const state: RunState = { worlds: { known, open: [] }, facts, waived: [], kept: {} };
  return Object.fromEntries([...agreement.readings.keys(), REPORTED].map((id) => [id, state]));
}

/** Plays one step on the states that the runs have reached. */
export function playStep(
  agreement: Agreement,
  runner: Runner,
  states: Readonly<Record<string, RunState>>,
  { step, isCertain }: CountedStep,
  before: Day | null,
  { asOf, knownBy }: PlayClocks = NO_CLOCKS,
): PlayedStep {
  const to = step.date?.to ?? null;
  const day = later(before, asOf !== null && to !== null && asOf < to ? asOf : to);
  const outcomes: Record<string, Outcome> = {};
  const next: Record<string, RunState> = {};
  let reported = NOTHING;
  // Runs that stand alike, and whose parties hold nothing on the event, fare alike: they are played once.
  const alike = new Map<RunState, [Outcome, RunState]>();
  for (const [id, state] of Object.entries(states)) {
    const terms: Terms = { reading: id, day, knownBy, waived: state.waived };
    const isAlone = id === REPORTED || holdsAnything(agreement, id, step);
    const known = isAlone ? undefined : alike.get(state);
    const [outcome, taken] = known ?? stepUnder(agreement, runner, terms, state, step);
    const after = known !== undefined || isCertain ? taken : perhaps(agreement, state, taken, step);
    if (!isAlone && known === undefined) alike.set(state, [outcome, after]);
    next[id] = after;
    if (id === REPORTED) reported = outcome;
    else outcomes[id] = outcome;
  }
  return { step, isCertain, day, outcomes, reported, states: next };
}

/** Whether a reading may fare otherwise than one that holds nothing, by the step's own words or by a position. */
function holdsAnything(
  agreement: Agreement,
  reading: string,
  { action, disputedBy }: StoryStep,
): boolean {
  if (action.kind !== 'event') return action.kind !== 'note' && 'reading' in action;
  return (
    disputedBy.some((dispute) => dispute.reading === reading) ||
    agreement.readings.get(reading)?.positions.has(action.event) === true
  );
}

const ALREADY: Outcome = { ...NOTHING, status: 'already' };

function stepUnder(
  agreement: Agreement,
  runner: Runner,
  terms: Terms,
  state: RunState,
  step: StoryStep,
): [Outcome, RunState] {
  const { action } = step;
  switch (action.kind) {
    case 'note':
      return [NOTHING, state];
    case 'waive':
      if (action.reading !== terms.reading) return [NOTHING, state];
      if (state.waived.includes(action.condition)) return [ALREADY, state];
      return [NOTHING, { ...state, waived: [...state.waived, action.condition] }];
    case 'restore':
      if (action.reading !== terms.reading) return [NOTHING, state];
      if (!state.waived.includes(action.condition)) return [ALREADY, state];
      return [NOTHING, { ...state, waived: state.waived.filter((id) => id !== action.condition) }];
    case 'acknowledge': {
      if (action.reading !== terms.reading) return [NOTHING, state];
      const [outcome, after] = eventUnder(
        agreement,
        runner,
        { ...terms, reading: REPORTED },
        state,
        { ...step, disputedBy: [], void: null },
        action.event,
      );
      const status = outcome.status === 'unopposed' ? 'recognised' : outcome.status;
      return [{ ...outcome, status }, after];
    }
    case 'assume':
      return [NOTHING, assumed(agreement, state, step, action.region, [action.stage])];
    case 'unknown': {
      const stages = agreement.regions.get(action.region)?.stages.map(({ id }) => id) ?? [];
      return [NOTHING, assumed(agreement, state, step, action.region, stages)];
    }
    case 'event':
      return eventUnder(agreement, runner, terms, state, step, action.event);
  }
}

/** The state with a region taken to stand in some stage, or in one of several, and what that implies elsewhere. */
function assumed(
  agreement: Agreement,
  state: RunState,
  step: StoryStep,
  region: string,
  stages: readonly string[],
): RunState {
  const implied = stages.map((stage) => ({
    stage,
    moves: stages.length === 1 ? impliedMoves(agreement, region, stage) : [],
  }));
  const regions = [region, ...implied.flatMap(({ moves }) => moves.map((move) => move.region))];
  const flags = flagsOf(agreement, state.worlds, regions);
  const worlds = changed(state.worlds, [...regions, ...flags], (world) =>
    implied.map(({ stage, moves }) => {
      const next: Record<string, string> = { ...world, [region]: stage };
      for (const { region: other, to } of moves)
        next[other] = to[world[other] ?? ''] ?? world[other] ?? '';
      for (const flag of flags) {
        const home = agreement.events.get(flag)?.home ?? '';
        if (next[home] !== world[home]) delete next[flag];
      }
      return next;
    }),
  );
  const next = moved(agreement, state, worlds, step, [region]);
  const facts = { ...next.facts };
  for (const other of regions) {
    const fact = facts[other];
    // What comes with it is not itself taken for granted: it follows, by the model's own links.
    if (other !== region && fact !== undefined && fact !== state.facts[other])
      facts[other] = { ...fact, basis: 'derived' };
  }
  return { ...next, facts };
}

/** The events marked as taken, in some world, whose home is one of the regions. */
function flagsOf(agreement: Agreement, worlds: Worlds, regions: readonly string[]): string[] {
  const keys = [...Object.keys(worlds.known), ...worlds.open.flatMap((part) => part.keys)];
  return keys.filter((key) => regions.includes(agreement.events.get(key)?.home ?? ''));
}

function eventUnder(
  agreement: Agreement,
  runner: Runner,
  terms: Terms,
  state: RunState,
  step: StoryStep,
  eventId: string,
): [Outcome, RunState] {
  const event = agreement.events.get(eventId);
  if (event === undefined)
    throw new Error(`The agreement ${agreement.id} has no event ${eventId}.`);
  const barriers = barriersOf(agreement, eventId, terms);
  const requirement = requirementOf(agreement, eventId, terms);
  const outcome = outcomeOf(agreement, event, terms, state, barriers, requirement);

  const differs = step.disputedBy.some((dispute) => dispute.reading === terms.reading);
  // Whoever disputes that an attempt came to nothing holds that it happened.
  if (differs === (step.void === null)) {
    const status = step.void === null ? 'disputed' : 'void';
    return [{ ...NOTHING, status, stance: outcome.stance }, keptBack(state, event, step)];
  }
  const guards = barriers.map((barrier): EventGuard =>
    barrier.objections.length > 0 ? 'never' : [requirement, barrier.asked],
  );
  const regions = Object.keys(event.moves);
  const looked = [requirement, ...barriers.map(({ asked }) => asked)]
    .flatMap(conditionsOf)
    .map(({ region }) => region);
  const flags = flagsOf(agreement, state.worlds, regions);
  let isTaken = false;
  const worlds = changed(state.worlds, [...regions, ...looked, ...flags, event.id], (world) =>
    guards.map((guard) => {
      const next = runner.take(world, eventId, guard);
      if (next === null) return world;
      isTaken = true;
      return afterEvent(agreement, event, world, next, flags);
    }),
  );
  const { status } = outcome;
  const after = isTaken ? moved(agreement, state, worlds, step, []) : state;
  const isKept = status === 'refused' || status === 'held';
  return [outcome, isKept ? keptBack(after, event, step) : after];
}

/** The world after an event: what it moved, the mark that it was taken, and without the marks that it undoes. */
function afterEvent(
  agreement: Agreement,
  event: AgreementEvent,
  world: World,
  stages: StageMap,
  flags: readonly string[],
): World {
  const next: Record<string, string> = { ...world, ...stages };
  if (event.direction === 'backward') {
    for (const flag of flags) {
      const home = agreement.events.get(flag)?.home ?? '';
      if (stages[home] !== world[home]) delete next[flag];
    }
  }
  // What may happen again is never over: it leaves no mark, and is judged anew for the next time.
  if (!event.again) next[event.id] = TAKEN;
  return next;
}

/** The state with a note, for every region that an event would have moved, that it was kept where it is. */
function keptBack(state: RunState, event: AgreementEvent, step: StoryStep): RunState {
  const kept: Record<string, readonly Kept[]> = { ...state.kept };
  for (const [region, moves] of Object.entries(event.moves)) {
    const targets = new Set(valuesOf(state.worlds, region).map((stage) => moves[stage ?? '']));
    const added = [...targets].flatMap((to): Kept[] =>
      to === undefined ? [] : [{ step: step.id, to }],
    );
    if (added.length > 0) kept[region] = [...(kept[region] ?? []), ...added];
  }
  return { ...state, kept };
}

/** The state with new worlds, and every region that moved ascribed to the step. */
function moved(
  agreement: Agreement,
  state: RunState,
  worlds: Worlds,
  step: StoryStep,
  assumedRegions: readonly string[],
): RunState {
  const facts: Record<string, Fact> = { ...state.facts };
  const kept: Record<string, readonly Kept[]> = { ...state.kept };
  for (const { id } of agreement.statechart.regions) {
    const possible = valuesOf(worlds, id).map((stage) => stage ?? '');
    const before = state.facts[id];
    const isSame =
      before !== undefined &&
      before.possible.length === possible.length &&
      possible.every((stage) => before.possible.includes(stage));
    if (isSame && !assumedRegions.includes(id)) continue;
    facts[id] = {
      stage: soleValue(worlds, id),
      possible,
      since: step.date,
      claims: step.claims,
      basis: step.basis,
      step: step.id,
      status: step.status,
    };
    delete kept[id];
  }
  return { ...state, worlds, facts, kept };
}

/** The state where a step may have happened or not: what it would have changed is open between the two. */
function perhaps(
  agreement: Agreement,
  before: RunState,
  after: RunState,
  step: StoryStep,
): RunState {
  const regions = agreement.statechart.regions
    .map(({ id }) => id)
    .filter((id) => before.facts[id] !== after.facts[id]);
  if (regions.length === 0) return before;
  const keys = [...regions, ...flagsOf(agreement, after.worlds, regions)];
  const all = [...new Set([...keys, ...flagsOf(agreement, before.worlds, regions)])];
  const worlds = either(before.worlds, after.worlds, all);
  return moved(agreement, { ...before, kept: after.kept }, worlds, step, []);
}
