import type { Agreement } from '../model/agreement.ts';
import { leavesOf } from '../model/condition.ts';
import { type Day, endsBy, straddles } from '../model/days.ts';
import { play, type Play, type RunState, startOf } from '../model/run.ts';
import { Runner } from '../model/runner.ts';
import { stepsAsOf, type Story, type StoryStep, storyStep } from '../model/story.ts';
import { isPublished } from '../model/terms.ts';

/** What the user takes for granted: a region at a stage, or not known. */
export interface Assumption {
  readonly region: string;
  /** A stage of the region, or `unknown`. */
  readonly stage: string;
}

/** As of when, and by whose publication, a question is asked. */
export interface Viewpoint {
  readonly asOf: Day | null;
  readonly knownBy: Day | null;
  readonly assume: readonly Assumption[];
}

export const NOW: Viewpoint = { asOf: null, knownBy: null, assume: [] };

/** A statement that may or may not have been published by the day asked about. */
export interface UndeterminedStatement {
  readonly reading: string;
  readonly gate: string;
  /** The leaf, or null for the position as a whole. */
  readonly leaf: string | null;
  readonly claims: readonly string[];
}

/** Where every run stands at a viewpoint: the ground for check, why, timeline and diff. */
export interface Standing {
  readonly agreement: Agreement;
  readonly story: Story;
  readonly viewpoint: Viewpoint;
  readonly played: Play;
  /** Index in the story of the last step that counts, -1 where none does. */
  readonly stepIndex: number;
  /** The day that conditions are taken at; null where nothing dates the steps and no day was asked for. */
  readonly day: Day | null;
  readonly states: Readonly<Record<string, RunState>>;
  readonly undeterminedSteps: readonly StoryStep[];
  /** Steps that are left out because they were not known by the day that the question allows. */
  readonly stepsNotKnown: readonly StoryStep[];
  readonly undeterminedStatements: readonly UndeterminedStatement[];
}

/**
 * Plays the steps of a story that count from a viewpoint, and the assumptions after them.
 *
 * @param until plays no step of the story beyond this index
 */
export function standAt(
  agreement: Agreement,
  story: Story,
  viewpoint: Viewpoint,
  runner = new Runner(agreement),
  until = story.steps.length - 1,
): Standing {
  const { asOf, knownBy } = viewpoint;
  const steps = story.steps.slice(0, until + 1);
  const { counted, stepIndex, undetermined } = stepsAsOf(steps, asOf, (step) =>
    isKnown(agreement, step, knownBy),
  );
  const assumed = viewpoint.assume.map((assumption, index) => assumedStep(assumption, index));
  const played = play(
    agreement,
    [...counted.map((step) => asKnown(agreement, step, knownBy)), ...assumed],
    runner,
  );
  const last = played.steps.at(-1);
  const day = earlierOf(asOf ?? (knownBy === null ? (last?.day ?? null) : knownBy), knownBy);
  return {
    agreement,
    story,
    viewpoint,
    played,
    stepIndex,
    day,
    states: last?.states ?? startOf(agreement, runner),
    undeterminedSteps: undetermined,
    stepsNotKnown: steps.filter(
      (step) => !undetermined.includes(step) && !isKnown(agreement, step, knownBy),
    ),
    undeterminedStatements: day === null ? [] : undeterminedStatements(agreement, day),
  };
}

/**
 * Where the runs of a story stand after one of its steps, every step up to there counting: what `standAt` gives from
 * now, of a story that has been played already.
 *
 * @param stepIndex the last step that counts, -1 for before the first
 */
export function standAfter(story: Story, whole: Play, stepIndex: number): Standing {
  const { agreement } = whole;
  const played = { ...whole, steps: whole.steps.slice(0, stepIndex + 1) };
  const last = played.steps.at(-1);
  const day = last?.day ?? null;
  return {
    agreement,
    story,
    viewpoint: NOW,
    played,
    stepIndex: played.steps.length - 1,
    day,
    states: last?.states ?? whole.start,
    undeterminedSteps: [],
    stepsNotKnown: [],
    undeterminedStatements: day === null ? [] : undeterminedStatements(agreement, day),
  };
}

/**
 * Whether a step is known by a day: once it is certain to have happened and any of its claims to have been published.
 * What was announced for a later day has not happened by then, even where the announcement was published.
 */
export function isKnown(agreement: Agreement, step: StoryStep, knownBy: Day | null): boolean {
  if (knownBy === null) return true;
  if (step.date !== null && !endsBy(step.date, knownBy)) return false;
  if (step.claims.length === 0) return true;
  return step.claims.some((reference) => isPublished(agreement, reference, knownBy));
}

/** The step with those of its claims that were certainly published by then. */
function asKnown(agreement: Agreement, step: StoryStep, knownBy: Day | null): StoryStep {
  if (knownBy === null) return step;
  return {
    ...step,
    claims: step.claims.filter((reference) => isPublished(agreement, reference, knownBy)),
  };
}

function assumedStep(assumption: Assumption, index: number): StoryStep {
  const { region, stage } = assumption;
  const action = stage === 'unknown' ? { unknown: { region } } : { assume: { region, stage } };
  return storyStep(
    { id: 'assumed' },
    {
      id: `assumed-${index + 1}`,
      title: `${region} taken to be ${stage}`,
      status: 'assumed',
      by: [],
      claims: [],
      disputedBy: [],
      ...action,
    },
  );
}

function undeterminedStatements(agreement: Agreement, day: Day): UndeterminedStatement[] {
  const statements: UndeterminedStatement[] = [];
  for (const reading of agreement.readings.values()) {
    for (const [gate, { stated }] of reading.gates) {
      if (stated === null) continue;
      const base = { reading: reading.id, gate };
      if (stated.since !== null && straddles(stated.since, day)) {
        statements.push({ ...base, leaf: null, claims: stated.claims });
      }
      for (const leaf of leavesOf(stated.condition)) {
        if (leaf.since !== null && straddles(leaf.since, day))
          statements.push({ ...base, leaf: leaf.id, claims: leaf.claims });
      }
    }
  }
  return statements;
}

function earlierOf(left: Day | null, right: Day | null): Day | null {
  if (left === null || right === null) return left ?? right;
  return left < right ? left : right;
}
