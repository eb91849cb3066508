import type { Agreement } from '../model/agreement.ts';
import {
  asWrittenAction,
  assumedStep,
  type BranchAction,
  EMPTY_STEP,
  type Given,
  isOwnSummary,
  summaryOf,
} from '../model/assumed-step.ts';
import { dayText } from '../model/day-words.ts';
import type { Day } from '../model/days.ts';
import type { Moment } from '../model/moment.ts';
import type { ScenarioFile, StepFile } from '../model/shapes/scenario.ts';
import type { Story, StoryStep } from '../model/story.ts';

export { type BranchAction, type Given, summaryOf, titleOf } from '../model/assumed-step.ts';

/** The later steps of a scenario, as a branch plays them on. */
export type Replay = NonNullable<ScenarioFile['replay']>;

/** What a branch is called. */
export interface BranchName {
  readonly id: string;
  readonly title: string;
}

/**
 * Starts a branch: a hypothetical scenario that refers to the steps up to a position and goes its own way from there.
 *
 * A step is referred to in the scenario that it is written in, so that a branch off a branch does not depend on more
 * than it must; behind replayed steps that scenario has another past, so there the told one is referred to. Before
 * the first step there is nothing to refer to: the branch then starts where the agreement starts. A note pins the day
 * on which positions are taken where the last step does not: before the first step it is the first day of the story.
 *
 * @param position index in the story of the last step that counts, -1 for before the first
 * @param day the day from which the branch goes on, where that is later than the last step's
 */
export function forkAt(
  agreement: Agreement,
  story: Story,
  position: number,
  { id, title }: BranchName,
  day: Day | null = null,
): ScenarioFile {
  const step = story.steps[Math.min(position, story.steps.length - 1)];
  const draft: ScenarioFile = {
    agreement: agreement.id,
    id,
    kind: 'hypothetical',
    title,
    summary: title,
    ...(step === undefined
      ? {}
      : { branchesFrom: { scenario: homeOf(story, position), step: step.id } }),
    steps: startingPoint(story, position, day).map((from) => startsOn(id, from)),
  };
  return { ...draft, summary: summaryOf(draft) };
}

/** The scenario in which a step stands on the same past as in the story. */
function homeOf(story: Story, position: number): string {
  const upTo = story.steps.slice(0, position + 1);
  const step = upTo.at(-1);
  const told = story.scenario;
  if (step === undefined || position >= story.inherited) return told.id;
  const isReplayed = upTo.some((each) => each.replayed);
  return isReplayed ? (told.branchesFrom?.scenario ?? told.id) : step.scenario;
}

/** The day to pin, if any: the one asked for where no step is that late, else the first of a story not yet begun. */
function startingPoint({ steps }: Story, position: number, day: Day | null): Day[] {
  const days = steps.slice(0, position + 1).flatMap(({ date }) => (date === null ? [] : [date.to]));
  if (day !== null) return days.some((last) => last >= day) ? [] : [day];
  const first = steps.find((step) => step.date !== null)?.date?.from;
  return position >= 0 || first === undefined ? [] : [first];
}

function startsOn(id: string, day: Day): StepFile {
  return {
    ...EMPTY_STEP,
    id: `${id}-starts`,
    date: { from: day, to: day },
    title: `The branch starts here; positions are taken as they stood on ${dayText(day)}`,
  };
}

/**
 * The branch with one more step of its own, assumed, with a title from the agreement's data.
 *
 * @param taken ids of steps that the new one may meet in a story: see {@link stepIdsOf}
 * @param given its day, the reason for assuming it and a note, as far as the user gives any
 */
export function addStep(
  draft: ScenarioFile,
  action: BranchAction,
  agreement: Agreement,
  taken: Iterable<string> = [],
  given: Given = {},
): ScenarioFile {
  const ids = new Set([...taken, ...draft.steps.map((step) => step.id)]);
  const step = assumedStep(action, agreement, ids, given);
  return changed(draft, { ...draft, steps: [...draft.steps, step] });
}

/**
 * A branch off a moment: it goes on from the last step that has certainly happened by then, on the moment's day, with
 * what is taken for granted there.
 *
 * @param actions what happens in it, in this order, with what is given with each
 * @param taken ids of steps that the new ones may meet in a story, besides those of the moment's own
 */
export function branchOff(
  { agreement, story, stepIndex, day, viewpoint }: Moment,
  name: BranchName,
  actions: readonly (BranchAction & { readonly given?: Given })[],
  taken: Iterable<string> = [],
): ScenarioFile {
  const assumed = viewpoint.assume.map(({ region, stage }): BranchAction =>
    stage === 'unknown' ? { kind: 'unknown', region } : { kind: 'assume', region, stage },
  );
  const all = [...taken, ...story.steps.map(({ id }) => id)];
  return [...assumed, ...actions].reduce<ScenarioFile>(
    (draft, action: (typeof actions)[number]) =>
      addStep(draft, action, agreement, all, action.given),
    forkAt(agreement, story, stepIndex, name, day),
  );
}

/** Ids of the steps of all scenarios at hand: a new step avoids them, so that any can be replayed after it. */
export function stepIdsOf(scenarios: Iterable<ScenarioFile>): Set<string> {
  return new Set([...scenarios].flatMap((scenario) => scenario.steps.map((step) => step.id)));
}

/** The branch without its last own step; one that has none, or only the note that it starts from, stays as it is. */
export function removeLastStep(draft: ScenarioFile): ScenarioFile {
  const isAtStart =
    draft.steps.length === 0 ||
    (draft.steps.length === 1 && draft.steps[0]?.id === `${draft.id}-starts`);
  return isAtStart ? draft : changed(draft, { ...draft, steps: draft.steps.slice(0, -1) });
}

/** The branch with other steps of its own: changed, in another order, or fewer. */
export function rewritten(draft: ScenarioFile, steps: readonly StepFile[]): ScenarioFile {
  return changed(draft, { ...draft, steps: [...steps] });
}

/** The branch with later steps of a scenario played on after its own; null takes them off again. */
export function withReplay(draft: ScenarioFile, replay: Replay | null): ScenarioFile {
  const { replay: _, ...rest } = draft;
  return changed(draft, replay === null ? rest : { ...rest, replay });
}

/** The steps of a story behind a position, as a branch replays them; null where there are none. */
export function laterSteps(story: Story, position: number): Replay | null {
  if (position >= story.steps.length - 1) return null;
  const after = story.steps[position]?.id;
  return { scenario: story.scenario.id, ...(after === undefined ? {} : { after }) };
}

/** The branch under another title, and another id if one is given. */
export function rename(draft: ScenarioFile, title: string, id = draft.id): ScenarioFile {
  const steps = draft.steps.map((step) =>
    step.id === `${draft.id}-starts` ? { ...step, id: `${id}-starts` } : step,
  );
  return changed(draft, { ...draft, id, title, steps });
}

/** A copy under a name of its own. */
export function duplicate(draft: ScenarioFile, name: BranchName): ScenarioFile {
  return rename(draft, name.title, name.id);
}

/**
 * The branch with nothing of other branches behind it: what it inherits from scenarios that are not at hand is
 * written out as steps of its own, so that it can be saved as one file.
 *
 * @param story the branch, told
 * @param known ids of the scenarios that it may go on referring to
 */
export function standingAlone(story: Story, known: ReadonlySet<string>): ScenarioFile {
  const draft = story.scenario;
  const { branchesFrom, replay, ...rest } = draft;
  const isPastKnown = branchesFrom === undefined || known.has(branchesFrom.scenario);
  const isReplayKnown = replay === undefined || known.has(replay.scenario);
  if (isPastKnown && isReplayKnown) return draft;
  const inherited = story.steps.slice(0, story.inherited);
  const replayed = story.steps.slice(story.inherited + draft.steps.length);
  // Up to the first step that no scenario at hand has, the past can still be referred to.
  const parted = inherited.findIndex((step) => step.replayed || !known.has(step.scenario));
  const last = parted < 0 ? undefined : inherited[parted - 1];
  const from =
    isPastKnown || parted < 0 ? branchesFrom : last && { scenario: last.scenario, step: last.id };
  return changed(draft, {
    ...rest,
    ...(from === undefined ? {} : { branchesFrom: from }),
    steps: [
      ...(isPastKnown || parted < 0 ? [] : inherited.slice(parted)).map(asWritten),
      ...draft.steps,
      ...(isReplayKnown ? [] : replayed).map(asWritten),
    ],
    ...(isReplayKnown && replay !== undefined ? { replay } : {}),
  });
}

/**
 * What of a moment no branch off it could say, since a scenario has no words for it: what was known by a day, or that a
 * step may or may not have happened; null where there is nothing of that.
 */
export function untellable(moment: Moment): 'knownBy' | StoryStep | null {
  return moment.viewpoint.knownBy === null ? (movingPerhaps(moment)[0] ?? null) : 'knownBy';
}

/** The steps that may or may not have happened by a moment, and would have moved something. */
export function movingPerhaps({ played }: Moment): StoryStep[] {
  const befores = [played.start, ...played.steps.map(({ states }) => states)];
  return played.steps.flatMap(({ step, isCertain, states }, index) => {
    const before = befores[index] ?? {};
    const moves = Object.entries(states).some(([run, state]) => state !== before[run]);
    return !isCertain && moves ? [step] : [];
  });
}

function asWritten(step: StoryStep): StepFile {
  return {
    id: step.id,
    ...(step.date === null ? {} : { date: step.date }),
    title: step.title,
    ...(step.narrative === null ? {} : { narrative: step.narrative }),
    ...(step.because === null ? {} : { because: step.because }),
    ...(step.note === null ? {} : { note: step.note }),
    by: [...step.by],
    status: step.claims.length === 0 ? 'assumed' : step.status,
    claims: [...step.claims],
    bearing: [...step.bearing],
    ...(step.inference === null ? {} : { inference: step.inference }),
    ...(step.action.kind === 'note' ? {} : asWrittenAction(step.action)),
    disputedBy: step.disputedBy,
    ...(step.void === null ? {} : { void: { claims: [...step.void.claims] } }),
  };
}

/** A summary that was ours follows the branch; one that a person wrote stays. */
function changed(before: ScenarioFile, after: ScenarioFile): ScenarioFile {
  return isOwnSummary(before) ? { ...after, summary: summaryOf(after) } : after;
}
