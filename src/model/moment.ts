import type { Agreement } from './agreement.ts';
import { agreementOn } from './agreement-on.ts';
import { asKnown } from './as-known.ts';
import type { Day } from './days.ts';
import { isPerhapsPublished, isPublished } from './position.ts';
import { play, type PlayedStep, playStep, type Play, startOf } from './run.ts';
import type { RunState } from './run-state.ts';
import { Runner } from './runner.ts';
import { stepsAsOf, type Story, type StoryStep, storyStep } from './story.ts';

/** What the user takes for granted: a region at a stage, or not known. */
export interface Assumption {
  readonly region: string;
  /** A stage of the region, or `unknown`. */
  readonly stage: string;
}

/** As of when, and by whose publication, a question is asked. */
export interface Viewpoint {
  /** Valid time: the day as of which things are looked at. */
  readonly asOf: Day | null;
  /** Knowledge: the day by which it must have been published. */
  readonly knownBy: Day | null;
  readonly assume: readonly Assumption[];
}

/** All that is known, as it stands after the last step, with nothing taken for granted. */
export const NOW: Viewpoint = { asOf: null, knownBy: null, assume: [] };

/** A scenario up to a step or as of a day, and known by a day: where every run stands then. */
export interface Moment {
  /** With who can bring what about on its day, as far as that was known. */
  readonly agreement: Agreement;
  readonly story: Story;
  readonly viewpoint: Viewpoint;
  readonly played: Play;
  /** Index in the story of the last step that certainly counts, -1 where none does. */
  readonly stepIndex: number;
  /** The day that positions are taken at; null where nothing dates the steps and no day was asked for. */
  readonly day: Day | null;
  /** By reading id, and under `reported`. */
  readonly states: Readonly<Record<string, RunState>>;
  /** Steps that may or may not have happened by the day; what they would have moved is unknown. */
  readonly perhaps: readonly StoryStep[];
  /** Steps left out because nothing that reports them had certainly been published by the day. */
  readonly notKnown: readonly StoryStep[];
  /** Of these, those that may have been published by then. */
  readonly perhapsKnown: readonly StoryStep[];
  /** Whether nothing at all had certainly been published by the day that the question allows. */
  readonly nothingPublished: boolean;
}

/**
 * Plays the steps of a story that count from a viewpoint, and the assumptions after them.
 *
 * @param runner kept by the caller to share the machines that it has provided
 * @param until plays no step of the story beyond this index; before the first, which is -1, positions are taken as they
 *   stand on the first day that a step can be on
 */
export function momentAt(
  agreement: Agreement,
  story: Story,
  viewpoint: Viewpoint,
  runner = new Runner(agreement),
  until = story.steps.length - 1,
): Moment {
  const { knownBy } = viewpoint;
  // Nobody knows by a day what comes after it.
  const asOf = viewpoint.asOf ?? knownBy;
  const steps = story.steps.slice(0, until + 1);
  const isKnown = (step: StoryStep) => isStepKnown(agreement, step, knownBy);
  const { counted, stepIndex } = stepsAsOf(steps, asOf, isKnown);
  const assumed = viewpoint.assume.map((assumption, index) => assumedStep(assumption, index));
  const played = play(
    agreement,
    [
      ...counted.map(({ step, isCertain }) => ({
        step: asKnown(agreement, step, knownBy),
        isCertain,
      })),
      ...assumed.map((step) => ({ step, isCertain: true })),
    ],
    runner,
    { asOf, knownBy },
  );
  const last = played.steps.at(-1);
  const notKnown = steps.filter(
    (step) => !isKnown(step) && (asOf === null || step.date === null || step.date.from <= asOf),
  );
  const day = asOf ?? last?.day ?? (until < 0 ? firstDay(story) : null);
  return {
    agreement: agreementOn(agreement, day, knownBy),
    story,
    viewpoint,
    played,
    stepIndex,
    day,
    states: last?.states ?? startOf(agreement),
    perhaps: counted.filter(({ isCertain }) => !isCertain).map(({ step }) => step),
    notKnown,
    perhapsKnown: notKnown.filter(
      (step) =>
        knownBy !== null &&
        step.claims.some((reference) => isPerhapsPublished(agreement, reference, knownBy)),
    ),
    nothingPublished:
      knownBy !== null &&
      agreement.sources.length > 0 &&
      agreement.sources.every((source) => source.published.to > knownBy),
  };
}

/** The first day that the first dated step of a story can be on; null where none is dated. */
export function firstDay(story: Story): Day | null {
  return story.steps.find((step) => step.date !== null)?.date?.from ?? null;
}

/**
 * Where the runs of a story stand after one of its steps, every step up to there counting: what `momentAt` gives from
 * now, of a story that has been played already.
 *
 * @param stepIndex the last step that counts, -1 for before the first
 */
export function momentAfter(story: Story, whole: Play, stepIndex: number): Moment {
  const played = { ...whole, steps: whole.steps.slice(0, stepIndex + 1) };
  const last = played.steps.at(-1);
  return {
    agreement: agreementOn(whole.agreement, last?.day ?? null, null),
    story,
    viewpoint: NOW,
    played,
    stepIndex: played.steps.length - 1,
    day: last?.day ?? null,
    states: last?.states ?? whole.start,
    perhaps: [],
    notKnown: [],
    perhapsKnown: [],
    nothingPublished: false,
  };
}

/**
 * A moment with more steps played on from it, each as having happened: from where its runs stand, on its own day or on
 * the step's where that is later, and by what had been published when its question was asked; what nobody had reported
 * by then is taken for granted.
 *
 * @param runner kept by the caller to share the machines that it has provided
 */
export function playedOn(
  moment: Moment,
  steps: readonly StoryStep[],
  runner = new Runner(moment.agreement),
): Moment {
  const { agreement, viewpoint } = moment;
  const played = [...moment.played.steps];
  let { states, day } = moment;
  for (const step of steps) {
    const clocks = { asOf: null, knownBy: viewpoint.knownBy };
    const counted = { step: asKnown(agreement, step, viewpoint.knownBy), isCertain: true };
    const next = playStep(agreement, runner, states, counted, day, clocks);
    played.push(next);
    ({ states, day } = next);
  }
  return {
    ...moment,
    agreement: agreementOn(agreement, day, viewpoint.knownBy),
    viewpoint: { ...viewpoint, asOf: viewpoint.asOf === null ? null : day },
    played: { ...moment.played, steps: played },
    day,
    states,
  };
}

/** A moment as it stands on another day with no step more or less: what is held is taken as of that day. */
export function onDay(moment: Moment, day: Day): Moment {
  const { agreement, viewpoint } = moment;
  return { ...moment, agreement: agreementOn(agreement, day, viewpoint.knownBy), day };
}

/**
 * The moment right after one of the steps that a moment counts, under the same clocks.
 *
 * @param index of the step among those played, -1 for before the first
 */
export function momentUpTo(moment: Moment, index: number): Moment {
  const { perhaps, story, viewpoint } = moment;
  const steps = moment.played.steps.slice(0, index + 1);
  const last = steps.at(-1);
  return {
    ...moment,
    agreement: agreementOn(moment.agreement, last?.day ?? null, viewpoint.knownBy),
    played: { ...moment.played, steps },
    stepIndex: lastCertain(story, steps),
    day: last?.day ?? null,
    states: last?.states ?? moment.played.start,
    perhaps: perhaps.filter(({ id }) => steps.some(({ step }) => step.id === id)),
  };
}

const placesOf = new WeakMap<Story, ReadonlyMap<string, number>>();

/** The place in a story of the last of the steps that certainly happened, -1 where there is none. */
function lastCertain(story: Story, steps: readonly PlayedStep[]): number {
  let places = placesOf.get(story);
  if (places === undefined) {
    places = new Map(story.steps.map(({ id }, place) => [id, place]));
    placesOf.set(story, places);
  }
  // What is taken for granted behind the steps is in no story.
  for (let index = steps.length - 1; index >= 0; index -= 1) {
    const played = steps[index];
    const place = played?.isCertain === true ? places.get(played.step.id) : undefined;
    if (place !== undefined) return place;
  }
  return -1;
}

/** Whether a step is known by a day: assumed, or reported by a claim that had certainly been published. */
export function isStepKnown(agreement: Agreement, step: StoryStep, knownBy: Day | null): boolean {
  if (knownBy === null || step.claims.length === 0) return true;
  return step.claims.some((reference) => isPublished(agreement, reference, knownBy));
}

function assumedStep({ region, stage }: Assumption, index: number): StoryStep {
  const action = stage === 'unknown' ? { unknown: { region } } : { assume: { region, stage } };
  return storyStep(
    { id: 'assumed' },
    {
      id: `assumed-${index + 1}`,
      title: `${region} taken to be ${stage}`,
      status: 'assumed',
      by: [],
      claims: [],
      bearing: [],
      disputedBy: [],
      ...action,
    },
  );
}

/** The claims that had certainly been published by the day that a moment allows. */
export function published(
  { agreement, viewpoint }: Pick<Moment, 'agreement' | 'viewpoint'>,
  references: readonly string[],
): string[] {
  return references.filter((reference) => isPublished(agreement, reference, viewpoint.knownBy));
}

/** Of claims, those that had been published and that do not speak of later days alone. */
export function spokenBy(
  moment: Pick<Moment, 'agreement' | 'viewpoint' | 'day'>,
  references: readonly string[],
): string[] {
  const { agreement, day } = moment;
  return published(moment, references).filter((reference) => {
    const from = agreement.claims.get(reference)?.date?.from ?? null;
    return day === null || from === null || from <= day;
  });
}
