import type { Day, DayRange } from './days.ts';
import type { Basis, ScenarioFile, StepFile, StepStatus } from './shapes/scenario.ts';

/** What a step does. A note moves nothing. */
export type Action =
  | { readonly kind: 'event'; readonly event: string }
  | { readonly kind: 'waive'; readonly reading: string; readonly condition: string }
  | { readonly kind: 'restore'; readonly reading: string; readonly condition: string }
  | { readonly kind: 'acknowledge'; readonly reading: string; readonly event: string }
  | { readonly kind: 'assume'; readonly region: string; readonly stage: string }
  | { readonly kind: 'unknown'; readonly region: string }
  | { readonly kind: 'note' };

/** A scenario's step as it is played, wherever it was written. */
export interface StoryStep {
  /** The scenario that it is written in. */
  readonly scenario: string;
  readonly id: string;
  readonly date: DayRange | null;
  readonly title: string;
  readonly narrative: string | null;
  /** Why the author of the scenario assumes it, and what they remark on it: their own words, and no party's. */
  readonly because: string | null;
  readonly note: string | null;
  readonly by: readonly string[];
  readonly status: StepStatus;
  readonly basis: Basis;
  /** The claims that report it. */
  readonly claims: readonly string[];
  /** Claims that bear on it without reporting it. */
  readonly bearing: readonly string[];
  readonly inference: string | null;
  readonly action: Action;
  readonly disputedBy: StepFile['disputedBy'];
  /** That its event was attempted and came to nothing, by which claims beside its own; null where that is not so. */
  readonly void: { readonly claims: readonly string[] } | null;
  readonly expect: StepFile['expect'];
  readonly gates: StepFile['gates'];
  /** Whether it is another scenario's step, played on after this one changed the past. */
  readonly replayed: boolean;
}

/** A scenario with all its steps: those it branches off, its own, those it replays. */
export interface Story {
  readonly scenario: ScenarioFile;
  readonly steps: readonly StoryStep[];
  /** How many steps come from the scenario that it branches off. */
  readonly inherited: number;
  /** The titles of the scenarios whose steps it has beside its own, by id; left out where it has none. */
  readonly titles?: ReadonlyMap<string, string>;
}

/** A scenario refers to one that is not there, to a step that is not there, or to itself. */
export class BrokenReferenceError extends Error {
  constructor(
    message: string,
    readonly scenario: string,
    readonly path: readonly (string | number)[],
    readonly missing: string | null,
    readonly candidates: readonly string[],
  ) {
    super(message);
  }
}

/**
 * Lays out a scenario's steps in the order in which they are played. While neither the scenario nor what it leans on is
 * another, the story is the same object, so that what was made of it once serves beside other scenarios too.
 *
 * @param scenarios all scenarios of the agreement, by id
 * @throws BrokenReferenceError for a scenario or step that does not exist, and for branches in a circle
 */
export function tell(
  scenario: ScenarioFile,
  scenarios: ReadonlyMap<string, ScenarioFile>,
  behind: readonly string[] = [],
): Story {
  const { branchesFrom, replay } = scenario;
  const trail = [...behind, scenario.id];
  const leanedOn = (id: string, part: string) =>
    follow(scenario, id, [part, 'scenario'], scenarios, trail);
  const base = branchesFrom === undefined ? null : leanedOn(branchesFrom.scenario, 'branchesFrom');
  const inherited =
    base === null || branchesFrom === undefined
      ? 0
      : find(scenario, base, branchesFrom.step, ['branchesFrom', 'step']) + 1;
  // Followed once: each that plays on the one before it would else double the work.
  const later =
    replay === undefined
      ? null
      : replay.scenario === branchesFrom?.scenario
        ? base
        : leanedOn(replay.scenario, 'replay');
  const known = stories.get(scenario);
  if (known?.base === base && known.later === later) return known.story;
  const story = laidOut(scenario, base, inherited, later);
  stories.set(scenario, { base, later, story });
  return story;
}

/** Each scenario as it was told last, with what it branched off and what it played on. */
const stories = new WeakMap<
  ScenarioFile,
  { readonly base: Story | null; readonly later: Story | null; readonly story: Story }
>();

function laidOut(
  scenario: ScenarioFile,
  base: Story | null,
  inherited: number,
  later: Story | null,
): Story {
  const titles = new Map<string, string>();
  for (const leanedOn of [base, later]) {
    if (leanedOn === null) continue;
    for (const [id, title] of leanedOn.titles ?? []) titles.set(id, title);
    titles.set(leanedOn.scenario.id, leanedOn.scenario.title);
  }
  const steps = [
    ...(base?.steps.slice(0, inherited) ?? []),
    ...scenario.steps.map((step) => storyStep(scenario, step)),
    ...(later === null ? [] : replayedOf(scenario, later)),
  ];
  const told = { scenario, steps, inherited };
  return titles.size === 0 ? told : { ...told, titles };
}

/** The steps of another story that a scenario plays on after its own. */
function replayedOf(scenario: ScenarioFile, later: Story): StoryStep[] {
  const { after, until, without = [] } = scenario.replay ?? {};
  const from = after === undefined ? -1 : find(scenario, later, after, ['replay', 'after']);
  const to =
    until === undefined
      ? later.steps.length - 1
      : find(scenario, later, until, ['replay', 'until']);
  const played = { ...later, steps: later.steps.slice(from + 1, to + 1) };
  const left = new Set(
    without.map((id, index) => find(scenario, played, id, ['replay', 'without', index])),
  );
  return played.steps.flatMap((step, index) =>
    left.has(index) ? [] : [{ ...step, replayed: true }],
  );
}

function follow(
  scenario: ScenarioFile,
  id: string,
  path: string[],
  scenarios: ReadonlyMap<string, ScenarioFile>,
  trail: readonly string[],
): Story {
  const base = scenarios.get(id);
  if (base === undefined)
    throw new BrokenReferenceError(`there is no scenario ${id}`, scenario.id, path, id, [
      ...scenarios.keys(),
    ]);
  if (trail.includes(id)) {
    throw new BrokenReferenceError(
      `the scenarios go round in a circle: ${[...trail, id].join(' -> ')}`,
      scenario.id,
      path,
      null,
      [],
    );
  }
  return tell(base, scenarios, trail);
}

function find(
  scenario: ScenarioFile,
  base: Story,
  stepId: string,
  path: (string | number)[],
): number {
  const index = base.steps.findIndex((step) => step.id === stepId);
  if (index < 0) {
    const candidates = base.steps.map((step) => step.id);
    throw new BrokenReferenceError(
      `the scenario ${base.scenario.id} has no step ${stepId}`,
      scenario.id,
      path,
      stepId,
      candidates,
    );
  }
  return index;
}

/**
 * A step as written, made ready to be played. The same step of the same scenario is the same object each time, so that
 * stories which share steps can share what comes of them.
 */
export function storyStep(scenario: Pick<ScenarioFile, 'id'>, step: StepFile): StoryStep {
  const known = told.get(step);
  if (known?.scenario === scenario.id) return known;
  const made: StoryStep = {
    scenario: scenario.id,
    id: step.id,
    date: step.date ?? null,
    title: step.title,
    narrative: step.narrative ?? null,
    because: step.because ?? null,
    note: step.note ?? null,
    by: step.by,
    status: step.status,
    basis:
      step.status === 'assumed' || step.claims.length === 0
        ? 'assumed'
        : step.inference === undefined
          ? 'sourced'
          : 'derived',
    claims: step.claims,
    bearing: step.bearing,
    inference: step.inference ?? null,
    action: actionOf(step),
    disputedBy: step.disputedBy,
    void: step.void ?? null,
    expect: step.expect,
    gates: step.gates,
    replayed: false,
  };
  told.set(step, made);
  return made;
}

const told = new WeakMap<StepFile, StoryStep>();

function actionOf(step: StepFile): Action {
  if (step.event !== undefined) return { kind: 'event', event: step.event };
  if (step.waive) return { kind: 'waive', ...step.waive };
  if (step.restore) return { kind: 'restore', ...step.restore };
  if (step.acknowledge) return { kind: 'acknowledge', ...step.acknowledge };
  if (step.assume) return { kind: 'assume', ...step.assume };
  if (step.unknown) return { kind: 'unknown', region: step.unknown.region };
  return { kind: 'note' };
}

/** A step as it counts at a moment: as having happened, or as one that may or may not have happened by then. */
export interface CountedStep {
  readonly step: StoryStep;
  readonly isCertain: boolean;
}

/** Steps as they count at a moment. */
export interface StepsByDay {
  /** In order, those that may have happened among them. */
  readonly counted: readonly CountedStep[];
  /** Index in the story of the last step that certainly counts, -1 where none does. */
  readonly stepIndex: number;
}

/**
 * The steps that count as of a day, in order.
 *
 * @param asOf a step whose latest day is on or before it has happened; one whose earliest day lies ahead has not;
 *   between the two it may have. Undated steps count when a step that has certainly happened comes after them, or when
 *   no day is given
 * @param known whether a step is known by the day that the question allows
 */
export function stepsAsOf(
  steps: readonly StoryStep[],
  asOf: Day | null,
  known: (step: StoryStep) => boolean,
): StepsByDay {
  const lastCertain =
    asOf === null
      ? steps.length - 1
      : steps.findLastIndex((step) => step.date !== null && step.date.to <= asOf);
  const counted: CountedStep[] = [];
  let stepIndex = -1;
  for (const [index, step] of steps.entries()) {
    if (!known(step)) continue;
    const isCertain =
      asOf === null || (step.date === null ? index <= lastCertain : step.date.to <= asOf);
    if (isCertain) stepIndex = index;
    if (isCertain || (step.date !== null && asOf !== null && step.date.from <= asOf))
      counted.push({ step, isCertain });
  }
  return { counted, stepIndex };
}
