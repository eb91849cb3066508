import { type Agreement, partyReadings } from '../model/agreement.ts';
import { type Condition, leavesOf } from '../model/condition.ts';
import { type Outcome, play, type Play, type PlayedStep } from '../model/run.ts';
import type { Runner } from '../model/runner.ts';
import type { OutcomeStatus, QuestionFile, Verdict } from '../model/shapes/scenario.ts';
import type { Story } from '../model/story.ts';
import { type GateUnderReading, judgeGate, refusalsReported } from '../model/verdict.ts';

/** What the answers to a question are ids of. */
export type ChoiceKind = 'outcome' | 'reading' | 'leaf' | 'verdict';

/** In the order in which they are offered. Written out here, since the shapes load zod and the UI does without. */
const OUTCOMES = [
  'recognised',
  'unstated',
  'refused',
  'disputed',
  'already',
  'impossible',
  'unknown',
] as const satisfies readonly (OutcomeStatus | 'unstated')[];
const VERDICTS = [
  'open',
  'passed',
  'closed',
  'unknown',
  'unstated',
] as const satisfies readonly Verdict[];

/** A question as it is put to somebody. Nothing in it gives the answer away. */
export interface AskedQuestion {
  readonly question: QuestionFile;
  /** Index in the story of the step behind which it is asked. */
  readonly position: number;
  readonly chosenFrom: ChoiceKind;
  readonly choices: readonly string[];
  /** Whether any number of choices may be right, none among them; otherwise exactly one is. */
  readonly takesSeveral: boolean;
  /**
   * Whether a refusal of the reading's own party is reported by then. Where the reading states nothing, that says that
   * no condition is reported; it would be wrong to say that there is no position.
   */
  readonly isRefusalReported: boolean;
}

/** What is right, and the claims that it rests on: to be shown once the question has been answered. */
export interface Solution {
  readonly right: readonly string[];
  /** The smallest sets of these, any of which is enough to be right; the whole, where no less will do. */
  readonly enough: readonly (readonly string[])[];
  readonly claims: readonly string[];
}

export interface Mark {
  readonly isRight: boolean;
  /** Choices that were needed and not given (for the set of enough ones that lacks fewest), and those that are not right. */
  readonly missed: readonly string[];
  readonly mistaken: readonly string[];
}

/** A scenario's questions, with the steps played that answer them. */
export interface Exercise {
  readonly agreement: Agreement;
  readonly story: Story;
  readonly played: Play;
  readonly questions: readonly AskedQuestion[];
}

/** The exercise that a scenario carries; null where it has no questions. Their references were checked at load. */
export function exerciseOf(agreement: Agreement, story: Story, runner?: Runner): Exercise | null {
  const { questions } = story.scenario;
  if (questions === undefined) return null;
  const played = play(agreement, story.steps, runner);
  return {
    agreement,
    story,
    played,
    questions: questions.map((question) => ask(agreement, story, played, question)),
  };
}

function ask(
  agreement: Agreement,
  story: Story,
  played: Play,
  question: QuestionFile,
): AskedQuestion {
  const position = story.steps.findIndex((step) => step.id === question.after);
  const judged =
    question.kind === 'outcome'
      ? null
      : judge(agreement, question.gate, question.reading, played.steps[position]);
  const isRefusalReported = judged !== null && refusalsReported(agreement, judged).length > 0;
  const shared = { question, position, isRefusalReported };
  switch (question.kind) {
    case 'outcome':
      return question.reading === undefined
        ? {
            ...shared,
            chosenFrom: 'reading',
            choices: partyReadings(agreement).map(({ id }) => id),
            takesSeveral: true,
          }
        : {
            ...shared,
            chosenFrom: 'outcome',
            choices: OUTCOMES,
            takesSeveral: false,
          };
    case 'leaf':
      return {
        ...shared,
        chosenFrom: 'leaf',
        choices: leavesOfGate(agreement, question.gate),
        takesSeveral: true,
      };
    case 'verdict':
      return { ...shared, chosenFrom: 'verdict', choices: VERDICTS, takesSeveral: false };
  }
}

/** Every leaf that any reading has on the gate, in the order of the files: which of them count is the question. */
function leavesOfGate(agreement: Agreement, gate: string): string[] {
  const conditions: (Condition | undefined)[] = [
    agreement.base.get(gate),
    ...[...agreement.readings.values()].map((each) => each.gates.get(gate)?.stated?.condition),
  ];
  const leaves = conditions.flatMap((each) => (each === undefined ? [] : leavesOf(each)));
  return [...new Set(leaves.map(({ id }) => id))];
}

/** What is right by the model. */
export function solve(
  { agreement, played }: Exercise,
  { question, position }: AskedQuestion,
): Solution {
  const step = played.steps[position];
  const next = played.steps[position + 1];
  switch (question.kind) {
    case 'outcome':
      return solveOutcome(agreement, question.reading ?? null, step, next);
    case 'leaf': {
      const judged = judge(agreement, question.gate, question.reading, step);
      const blocking = judged?.blocking ?? [];
      // A condition that others entail is unmet as well, though meeting them would be enough.
      const right = (judged?.leaves ?? []).flatMap(({ leaf: { id }, status }) =>
        status === 'unmet' || blocking.flat().includes(id) ? [id] : [],
      );
      const enough = blocking.length === 0 ? [[]] : blocking;
      return { right, enough, claims: claimsOf(judged) };
    }
    case 'verdict': {
      const judged = judge(agreement, question.gate, question.reading, step);
      return wholly(judged === null ? [] : [judged.verdict], claimsOf(judged));
    }
  }
}

function solveOutcome(
  agreement: Agreement,
  reading: string | null,
  before: PlayedStep | undefined,
  next: PlayedStep | undefined,
): Solution {
  if (next === undefined) return wholly([], []);
  const action = next.step.action;
  const gate = action.kind === 'event' ? agreement.events.get(action.event)?.gate : null;
  const readings = reading === null ? partyReadings(agreement).map(({ id }) => id) : [reading];
  const behind = readings.flatMap((id) =>
    gate ? claimsOf(judge(agreement, gate, id, before, next)) : [],
  );
  const right =
    reading === null
      ? readings.filter((id) => choiceOf(next.outcomes[id]) === 'recognised')
      : [choiceOf(next.outcomes[reading])];
  return wholly(right, [...new Set([...next.step.claims, ...behind])]);
}

/** A solution of which nothing can be left out. */
function wholly(right: readonly string[], claims: readonly string[]): Solution {
  return { right, enough: [right], claims };
}

/** An outcome as one of the choices: that a reading without a position lets a step pass is no recognition of its own. */
function choiceOf(outcome: Outcome | undefined): string {
  if (outcome === undefined) return 'unknown';
  return outcome.status === 'recognised' && outcome.position === 'unstated'
    ? 'unstated'
    : (outcome.status ?? 'unknown');
}

function judge(
  agreement: Agreement,
  gate: string,
  reading: string,
  played: PlayedStep | undefined,
  on = played,
): GateUnderReading | null {
  const state = played?.states[reading];
  if (played === undefined || state === undefined) return null;
  return judgeGate(agreement, gate, { reading, day: on?.day ?? null, waived: state.waived }, state);
}

/** The claims for a position, and for how things stand as far as its unmet leaves go. */
function claimsOf(judged: GateUnderReading | null): string[] {
  if (judged === null) return [];
  const facts = judged.leaves
    .filter(({ status }) => status === 'unmet' || status === 'unknown')
    .flatMap(({ fact }) => fact?.claims ?? []);
  return [...new Set([...judged.claims, ...judged.remarks, ...facts])];
}

/** The sets that are enough to be right where they are less than all that is; none where nothing can be left out. */
export function lesserSets({ right, enough }: Solution): (readonly string[])[] {
  return enough.filter((set) => set.length > 0 && set.length < right.length);
}

/**
 * Compares what was answered with what is right; the order does not matter. An answer is right when it names nothing
 * wrong and covers one of the sets that are enough.
 */
export function mark({ right, enough }: Solution, given: readonly string[]): Mark {
  const lacking = enough.map((set) => set.filter((choice) => !given.includes(choice)));
  const [missed = []] = lacking.toSorted((left, other) => left.length - other.length);
  const mistaken = given.filter((choice) => !right.includes(choice));
  return { isRight: missed.length === 0 && mistaken.length === 0, missed, mistaken };
}

/** How many were right, of how many. */
export function score(marks: Iterable<Mark>): { readonly right: number; readonly of: number } {
  const all = [...marks];
  return { right: all.filter(({ isRight }) => isRight).length, of: all.length };
}
