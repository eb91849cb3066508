import type { Agreement, AgreementEvent } from './agreement.ts';
import { blockingSets, type Leaf, meets, waive } from './condition.ts';
import { type Day, type DayRange, later } from './days.ts';
import { REPORTED, Runner } from './runner.ts';
import type { Basis, OutcomeStatus } from './shapes/scenario.ts';
import type { StageMap } from './statechart.ts';
import type { StoryStep } from './story.ts';
import { effectiveCondition, type Terms } from './terms.ts';

/** A run keeps at most this many possible values; a step that would need more is an error. */
export const MOST_WORLDS = 4096;

/** How a region came to be where it is. */
export interface Fact {
  /** `unknown` where the possible values differ on it. */
  readonly stage: string;
  readonly since: DayRange | null;
  readonly claims: readonly string[];
  readonly basis: Basis;
  /** The step that brought it about; null from the start. */
  readonly step: string | null;
}

/** A step that would have moved a region, had the run not refused or denied it. */
export interface Kept {
  readonly step: string;
  /** The stage that the region would have gone to. */
  readonly to: string;
}

/** Where a run stands: normally one value, several where stages are unknown. */
export interface RunState {
  readonly worlds: readonly StageMap[];
  readonly facts: Readonly<Record<string, Fact>>;
  /** Leaves waived in this run. */
  readonly waived: readonly string[];
  /**
   * By region: the steps that the run has not applied since the region last moved, and that would have moved it. Left
   * out of a state that no steps led to.
   */
  readonly kept?: Readonly<Record<string, readonly Kept[]>>;
}

/** What one run makes of a step. */
export interface Outcome {
  /** Null where the step asks nothing of this run. */
  readonly status: OutcomeStatus | null;
  /** Whether the reading has a position on the event's gate; null where there is no gate or no reading. */
  readonly position: 'stated' | 'unstated' | null;
  readonly gate: string | null;
  /** Minimal sets of unmet leaves, where the gate refuses. */
  readonly blocking: readonly (readonly string[])[];
  /** The stages of its home region that the event can be taken from, where it is impossible or holds already. */
  readonly possibleFrom: readonly string[];
  /**
   * The step that is why the event is impossible or holds already: the latest that by being refused or disputed kept
   * the home region from a stage that the event is possible from or that leads to one, else the one that put the region
   * where it is; null at the start.
   */
  readonly becauseOf: string | null;
}

/** A step as played: what each run made of it, and where each stands afterwards. */
export interface PlayedStep {
  readonly step: StoryStep;
  /** The latest day that any step so far can have happened on; conditions are taken as they stand then. */
  readonly day: Day | null;
  readonly outcomes: Readonly<Record<string, Outcome>>;
  readonly reported: Outcome;
  /** By reading id, and under `reported`. */
  readonly states: Readonly<Record<string, RunState>>;
}

export interface Play {
  readonly agreement: Agreement;
  readonly start: Readonly<Record<string, RunState>>;
  readonly steps: readonly PlayedStep[];
}

/** The steps do not fit into the limits of a run. */
export class TooManyWorldsError extends Error {}

/**
 * Plays steps under every reading and as reported, each run on its own state.
 *
 * @param steps in order; days must not run backwards in their latest day
 * @param runner kept by the caller to share the machines that it has provided
 * @returns the start, and every step with its outcome and the state after it, by run
 * @throws TooManyWorldsError where unknown stages multiply beyond {@link MOST_WORLDS}
 */
export function play(
  agreement: Agreement,
  steps: readonly StoryStep[],
  runner = new Runner(agreement),
): Play {
  const start = startOf(agreement, runner);
  const played: PlayedStep[] = [];
  let states = start;
  let day: Day | null = null;
  for (const step of steps) {
    const next = playStep(agreement, runner, states, step, day);
    played.push(next);
    ({ states, day } = next);
  }
  return { agreement, start, steps: played };
}

/** Where every run stands before the first step. */
export function startOf(agreement: Agreement, runner: Runner): Readonly<Record<string, RunState>> {
  const stages = runner.initial();
  const facts: Record<string, Fact> = {};
  for (const [region, stage] of Object.entries(stages)) {
    const claims = agreement.regions.get(region)?.claims ?? [];
    facts[region] = {
      stage,
      since: null,
      claims,
      basis: claims.length > 0 ? 'sourced' : 'derived',
      step: null,
    };
  }
  const state: RunState = { worlds: [stages], facts, waived: [] };
  return Object.fromEntries([...agreement.readings.keys(), REPORTED].map((id) => [id, state]));
}

/** Plays one step on the states that the runs have reached. */
export function playStep(
  agreement: Agreement,
  runner: Runner,
  states: Readonly<Record<string, RunState>>,
  step: StoryStep,
  before: Day | null,
): PlayedStep {
  const day = later(before, step.date?.to ?? null);
  const outcomes: Record<string, Outcome> = {};
  const next: Record<string, RunState> = {};
  let reported = NOTHING;
  for (const [id, state] of Object.entries(states)) {
    const [outcome, after] = stepUnder(
      agreement,
      runner,
      { reading: id, day, waived: state.waived },
      state,
      step,
    );
    next[id] = after;
    if (id === REPORTED) reported = outcome;
    else outcomes[id] = outcome;
  }
  return { step, day, outcomes, reported, states: next };
}

const NOTHING: Outcome = {
  status: null,
  position: null,
  gate: null,
  blocking: [],
  possibleFrom: [],
  becauseOf: null,
};
const DONE: Outcome = { ...NOTHING, status: 'recognised' };
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
      if (state.waived.includes(action.leaf)) return [ALREADY, state];
      return [DONE, { ...state, waived: [...state.waived, action.leaf] }];
    case 'restore':
      if (action.reading !== terms.reading) return [NOTHING, state];
      if (!state.waived.includes(action.leaf)) return [ALREADY, state];
      return [DONE, { ...state, waived: state.waived.filter((leaf) => leaf !== action.leaf) }];
    case 'assume':
      return [
        DONE,
        moved(
          agreement,
          state,
          state.worlds.map((world) => ({ ...world, [action.region]: action.stage })),
          step,
        ),
      ];
    case 'unknown': {
      const stages = agreement.regions.get(action.region)?.stages ?? [];
      const worlds = state.worlds.flatMap((world) =>
        stages.map((stage) => ({ ...world, [action.region]: stage.id })),
      );
      return [DONE, moved(agreement, state, worlds, step)];
    }
    case 'event':
      return eventUnder(agreement, runner, terms, state, step, action.event);
  }
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
  const homeMoves = event.moves[event.home] ?? {};
  const possibleFrom = Object.keys(homeMoves);
  const gate = terms.reading === REPORTED ? null : event.gate;
  const asked = gate === null ? null : effectiveCondition(agreement, gate, terms);
  const shared = {
    ...NOTHING,
    gate,
    position:
      asked === null ? null : asked.position === null ? ('unstated' as const) : ('stated' as const),
  };

  if (step.disputedBy.some((dispute) => dispute.reading === terms.reading))
    return [{ ...shared, status: 'disputed' }, keptBack(state, event, step)];

  const statuses = new Set<OutcomeStatus>();
  const worlds: StageMap[] = [];
  for (const world of state.worlds) {
    const taken = runner.take(terms, world, eventId);
    worlds.push(taken ?? world);
    const home = world[event.home] ?? '';
    if (taken !== null) statuses.add('recognised');
    else if (home in homeMoves) statuses.add('refused');
    else statuses.add(Object.values(homeMoves).includes(home) ? 'already' : 'impossible');
  }
  const status: OutcomeStatus = statuses.size === 1 ? ([...statuses][0] ?? 'unknown') : 'unknown';
  const after = statuses.has('recognised') ? moved(agreement, state, worlds, step) : state;
  switch (status) {
    case 'refused': {
      const met = (leaf: Leaf) => state.worlds.every((world) => meets(leaf, world));
      const blocking =
        asked === null ? [] : blockingSets(waive(asked.condition, terms.waived), met);
      return [{ ...shared, status, blocking }, keptBack(after, event, step)];
    }
    case 'already':
      return [
        { ...shared, status, possibleFrom, becauseOf: state.facts[event.home]?.step ?? null },
        after,
      ];
    case 'impossible':
      return [
        { ...shared, status, possibleFrom, becauseOf: reasonFor(agreement, state, event) },
        after,
      ];
    default:
      return [{ ...shared, status }, after];
  }
}

/** The state with a note, for every region that an event would have moved, that it was kept where it is. */
function keptBack(state: RunState, event: AgreementEvent, step: StoryStep): RunState {
  const kept: Record<string, readonly Kept[]> = { ...state.kept };
  for (const [region, moves] of Object.entries(event.moves)) {
    const targets = new Set(state.worlds.map((world) => moves[world[region] ?? '']));
    const added = [...targets].flatMap((to): Kept[] =>
      to === undefined ? [] : [{ step: step.id, to }],
    );
    if (added.length > 0) kept[region] = [...(kept[region] ?? []), ...added];
  }
  return { ...state, kept };
}

/** The step that is why an event is impossible: see {@link Outcome.becauseOf}. */
export function reasonFor(
  agreement: Agreement,
  state: RunState,
  event: AgreementEvent,
): string | null {
  const from = new Set(Object.keys(event.moves[event.home] ?? {}));
  const kept = state.kept?.[event.home] ?? [];
  const straight = kept.findLast(({ to }) => from.has(to));
  const way = straight ?? kept.findLast(({ to }) => leads(agreement, event.home, to, from));
  return way?.step ?? state.facts[event.home]?.step ?? null;
}

/** Whether events can take a region from one stage to any of some others. */
function leads(
  agreement: Agreement,
  region: string,
  from: string,
  to: ReadonlySet<string>,
): boolean {
  const reached = new Set([from]);
  // A set goes on over what is added to it meanwhile.
  for (const stage of reached) {
    if (to.has(stage)) return true;
    for (const { moves } of agreement.events.values()) {
      const next = moves[region]?.[stage];
      if (next !== undefined) reached.add(next);
    }
  }
  return false;
}

/** The state with new values: equal ones merged, and every region that moved ascribed to the step. */
function moved(
  agreement: Agreement,
  state: RunState,
  worlds: readonly StageMap[],
  step: StoryStep,
): RunState {
  const distinct = new Map<string, StageMap>();
  for (const world of worlds)
    distinct.set(agreement.statechart.regions.map((region) => world[region.id]).join(' '), world);
  if (distinct.size > MOST_WORLDS) {
    throw new TooManyWorldsError(
      `Unknown stages give ${distinct.size} possible values, more than the ${MOST_WORLDS} that a run keeps.`,
    );
  }
  const kept = [...distinct.values()];
  const facts: Record<string, Fact> = { ...state.facts };
  const stillKept: Record<string, readonly Kept[]> = { ...state.kept };
  const assumedRegion =
    step.action.kind === 'assume' || step.action.kind === 'unknown' ? step.action.region : null;
  for (const { id } of agreement.statechart.regions) {
    const stage = soleStage(kept, id);
    if (stage !== state.facts[id]?.stage || id === assumedRegion) {
      facts[id] = {
        stage,
        since: step.date,
        claims: step.claims,
        basis: step.basis,
        step: step.id,
      };
      delete stillKept[id];
    }
  }
  return { ...state, worlds: kept, facts, kept: stillKept };
}

/** The stage that all values give a region, or `unknown`. */
export function soleStage(worlds: readonly StageMap[], region: string): string {
  const first = worlds[0]?.[region] ?? 'unknown';
  return worlds.every((world) => world[region] === first) ? first : 'unknown';
}

/** A run's stages, region by region, `unknown` where its values differ. */
export function stagesOf(agreement: Agreement, state: RunState): Record<string, string> {
  return Object.fromEntries(
    agreement.statechart.regions.map((region) => [region.id, soleStage(state.worlds, region.id)]),
  );
}
