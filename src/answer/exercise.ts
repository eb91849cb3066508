import { type Agreement, gateOf, partyReadings } from '../model/agreement.ts';
import { conditionsOf } from '../model/condition.ts';
import { type Moment, momentAt, momentUpTo, NOW } from '../model/moment.ts';
import type { Runner } from '../model/runner.ts';
import type { OutcomeStatus, QuestionFile, Verdict } from '../model/shapes/scenario.ts';
import { type PartyStanding, standing } from '../model/standing.ts';
import type { Story } from '../model/story.ts';

/** What the answers to a question are ids of. */
export type ChoiceKind = 'outcome' | 'reading' | 'condition' | 'verdict';

/** In the order in which they are offered. Written out here, since the shapes load zod and the UI does without. */
const OUTCOMES = [
  'recognised',
  'unopposed',
  'refused',
  'held',
  'disputed',
  'void',
  'already',
  'impossible',
  'unknown',
] as const satisfies readonly OutcomeStatus[];
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
}

/** What is right, and the claims that it rests on: to be shown once the question has been answered. */
export interface Solution {
  readonly right: readonly string[];
  /** The smallest sets of these, any of which is enough to be right; the whole, where no less will do. */
  readonly enough: readonly (readonly string[])[];
  readonly claims: readonly string[];
}

/** How an answer to a question compares with what is right. */
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
  /** Where the whole story leads, with the steps played that answer the questions. */
  readonly end: Moment;
  readonly questions: readonly AskedQuestion[];
}

/** The exercise that a scenario carries; null where it has no questions. Their references were checked at load. */
export function exerciseOf(agreement: Agreement, story: Story, runner?: Runner): Exercise | null {
  const { questions } = story.scenario;
  if (questions === undefined) return null;
  return {
    agreement,
    story,
    end: momentAt(agreement, story, NOW, runner),
    questions: questions.map((question) => ask(agreement, story, question)),
  };
}

function ask(agreement: Agreement, story: Story, question: QuestionFile): AskedQuestion {
  const position = story.steps.findIndex((step) => step.id === question.after);
  const shared = { question, position };
  switch (question.kind) {
    case 'outcome':
      return question.reading === undefined
        ? {
            ...shared,
            chosenFrom: 'reading',
            choices: partyReadings(agreement).map(({ id }) => id),
            takesSeveral: true,
          }
        : { ...shared, chosenFrom: 'outcome', choices: OUTCOMES, takesSeveral: false };
    case 'condition':
      return {
        ...shared,
        chosenFrom: 'condition',
        choices: whatMayStandBefore(agreement, eventOf(agreement, question.gate)),
        takesSeveral: true,
      };
    case 'verdict':
      return { ...shared, chosenFrom: 'verdict', choices: VERDICTS, takesSeveral: false };
  }
}

/**
 * Every condition and every objection that any reading has on an event, in the order of the files: which of them count
 * is the question.
 */
function whatMayStandBefore(agreement: Agreement, event: string): string[] {
  const statements = [...agreement.readings.values()].flatMap(
    ({ positions }) => positions.get(event) ?? [],
  );
  const ids = statements.flatMap(({ stance, id, asked }) =>
    stance === 'objects' ? [id] : conditionsOf(asked).map((condition) => condition.id),
  );
  return [...new Set(ids)];
}

function eventOf(agreement: Agreement, gate: string): string {
  const found = gateOf(agreement, gate);
  if (found === null) throw new Error(`The agreement ${agreement.id} has no gate ${gate}.`);
  return found.event;
}

/** What is right by the model. */
export function solve(exercise: Exercise, { question, position }: AskedQuestion): Solution {
  const { agreement, end } = exercise;
  if (question.kind === 'outcome') return solveOutcome(exercise, position, question.reading);
  const party = standingUnder(
    momentUpTo(end, position),
    eventOf(agreement, question.gate),
    question.reading,
  );
  const claims = claimsOf(party);
  if (question.kind === 'verdict') return wholly([party.verdict], claims);
  const objections = party.objections.map(({ id }) => id);
  // Where it is objected to, no stage of a region would open it: what is asked beside that is not in the way.
  if (objections.length > 0) return wholly(objections, claims);
  const unmet = party.unmet.map((set) => set.map(({ id }) => id));
  // A condition that others entail is unmet as well, though meeting them would be enough.
  const right = party.conditions.flatMap(({ condition: { id }, status, isCertain }) =>
    (isCertain && status === 'unmet') || unmet.flat().includes(id) ? [id] : [],
  );
  return { right, enough: unmet.length === 0 ? [[]] : unmet, claims };
}

function solveOutcome({ agreement, end }: Exercise, position: number, reading?: string): Solution {
  const next = end.played.steps[position + 1];
  if (next === undefined) return wholly([], []);
  const { action, claims } = next.step;
  const readings = reading === undefined ? partyReadings(agreement).map(({ id }) => id) : [reading];
  // What the parties hold on the day of the step, where things stand before it.
  const before = { ...momentUpTo(end, position), day: next.day };
  const behind =
    action.kind === 'event'
      ? readings.flatMap((id) => claimsOf(standingUnder(before, action.event, id)))
      : [];
  const statusUnder = (id: string) => next.outcomes[id]?.status ?? 'unknown';
  const right =
    reading === undefined
      ? readings.filter((id) => statusUnder(id) === 'recognised')
      : [statusUnder(reading)];
  return wholly(right, [...new Set([...claims, ...behind])]);
}

/** A solution of which nothing can be left out. */
function wholly(right: readonly string[], claims: readonly string[]): Solution {
  return { right, enough: [right], claims };
}

function standingUnder(moment: Moment, event: string, reading: string): PartyStanding {
  const { parties, terms } = standing(moment, event, [reading]);
  const [found] = [...parties, ...terms];
  if (found === undefined) throw new Error(`There is no reading ${reading}.`);
  return found;
}

/** The claims for a position, and for how things stand as far as its unmet conditions go. */
function claimsOf({ statements, says, conditions }: PartyStanding): string[] {
  const positions = statements.flatMap(({ claims }) => claims);
  const facts = conditions
    .filter(({ status }) => status === 'unmet' || status === 'unknown')
    .flatMap(({ fact }) => fact.claims);
  return [...new Set([...positions, ...says, ...facts])];
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
