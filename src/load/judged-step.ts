import { type Agreement, eventNamed } from '../model/agreement.ts';
import { byReference } from '../model/assemble.ts';
import type { Condition } from '../model/condition.ts';
import { type Moment, momentAfter } from '../model/moment.ts';
import type { Outcome } from '../model/outcome.ts';
import { asCertain, play, type PlayedStep } from '../model/run.ts';
import { Runner } from '../model/runner.ts';
import type {
  OutcomeExpectation,
  ScenarioFile,
  StepFile,
  VerdictExpectation,
} from '../model/shapes/scenario.ts';
import { standing } from '../model/standing.ts';
import type { Statement } from '../model/statement.ts';
import { tell } from '../model/story.ts';
import { TooManyWorldsError } from '../model/worlds.ts';

/** What a scenario expects of one reading, beside what comes out. */
export interface Judgement<Expectation> {
  readonly reading: string;
  /** Null where the scenario expects nothing of this reading. */
  readonly expected: Expectation | null;
  /** Under which key that is written: the reading's own, or `every`. */
  readonly key: string;
  /** What comes out, as a scenario would write it; null where there is nothing to be written. */
  readonly came: Expectation | null;
  /** What comes out, for people. */
  readonly words: string;
  /** Whether what comes out is what is expected; true where nothing is. */
  readonly isAsExpected: boolean;
}

/** A scenario's own step, judged by what it expects. */
export interface JudgedStep {
  /** Its place among the scenario's own steps. */
  readonly own: number;
  readonly outcomes: readonly Judgement<OutcomeExpectation>[];
  /** The gates that it names, each by the name that it has there. */
  readonly gates: ReadonlyMap<string, readonly Judgement<VerdictExpectation>[]>;
}

/** Where too much is unknown for a step to be played, and with it whatever comes after. */
export interface UnplayedStep {
  readonly own: number;
  readonly tooMany: TooManyWorldsError;
}

/**
 * Plays a scenario and judges the steps that are written in it, not those that it inherits or replays.
 *
 * @param scenario checked before
 * @param scenarios all that it can branch off or replay, by id
 */
export function judgeSteps(
  agreement: Agreement,
  scenario: ScenarioFile,
  scenarios: ReadonlyMap<string, ScenarioFile>,
  runner: Runner = new Runner(agreement),
): (JudgedStep | UnplayedStep)[] {
  const story = tell(scenario, scenarios);
  const steps = asCertain(story.steps);
  const judged: (JudgedStep | UnplayedStep)[] = [];
  for (const [own, written] of scenario.steps.entries()) {
    const index = story.inherited + own;
    try {
      // What has been played is kept, so this plays each step once, and one that cannot be is known.
      const played = play(agreement, steps.slice(0, index + 1), runner);
      const step = played.steps[index];
      if (step !== undefined)
        judged.push(judge(agreement, own, written, step, momentAfter(story, played, index)));
    } catch (error) {
      if (!(error instanceof TooManyWorldsError)) throw error;
      judged.push({ own, tooMany: error });
      break;
    }
  }
  return judged;
}

function judge(
  agreement: Agreement,
  own: number,
  step: StepFile,
  played: PlayedStep,
  moment: Moment,
): JudgedStep {
  const outcomes = [...agreement.readings.keys()].flatMap((reading) => {
    const outcome = played.outcomes[reading];
    return outcome === undefined ? [] : [judgeOutcome(step, reading, outcome)];
  });
  const gates = Object.entries(step.gates ?? {}).flatMap(([gate, byReading]) => {
    const event = eventNamed(agreement, gate);
    if (event === null) return [];
    const { parties, terms } = standing(moment, event.id);
    const verdicts = [...parties, ...terms].map(({ reading, verdict, unmet, objections }) => {
      const [expected, key] = expectedOf(byReading, reading);
      const sets = setsOf(unmet, objections);
      const came: VerdictExpectation =
        verdict === 'closed' && sets.length > 0 ? { closed: sets } : verdict;
      const isSame = typeof expected === 'string' ? verdict === expected : same(expected, came);
      const words = verdict === 'closed' ? `closed${inSets(sets)}` : verdict;
      return { reading, expected, key, came, words, isAsExpected: expected === null || isSame };
    });
    return [[gate, verdicts] as const];
  });
  return { own, outcomes, gates: new Map(gates) };
}

function judgeOutcome(
  step: StepFile,
  reading: string,
  outcome: Outcome,
): Judgement<OutcomeExpectation> {
  const [expected, key] = expectedOf(step.expect, reading);
  const came = asWritten(outcome);
  const isSame = typeof expected === 'string' ? expected === outcome.status : same(expected, came);
  const words = outcomeInWords(outcome);
  return { reading, expected, key, came, words, isAsExpected: expected === null || isSame };
}

/** An outcome as a scenario writes it: what refuses or holds with the conditions, where some are told. */
function asWritten(outcome: Outcome): OutcomeExpectation | null {
  const { status } = outcome;
  const sets = status === 'held' ? setsOf(outcome.heldBy, []) : refusedBy(outcome);
  if (status === 'refused' && sets.length > 0) return { refused: sets };
  if (status === 'held' && sets.length > 0) return { held: sets };
  return status;
}

function expectedOf<Expectation>(
  byReading: Readonly<Record<string, Expectation>> | undefined,
  reading: string,
): [expected: Expectation | null, key: string] {
  const own = byReading?.[reading];
  return own === undefined ? [byReading?.['every'] ?? null, 'every'] : [own, reading];
}

type AnyExpectation = OutcomeExpectation | VerdictExpectation;

/** Whether two expectations say the same, in whatever order. */
function same(left: AnyExpectation | null, right: AnyExpectation | null): boolean {
  return left !== null && right !== null && expectationInWords(left) === expectationInWords(right);
}

/** What closes, by ids: the objections as one set, since all of them would have to go; else sets of conditions. */
function setsOf(
  unmet: readonly (readonly Condition[])[],
  objections: readonly Statement[],
): string[][] {
  if (objections.length > 0) return [objections.map(({ id }) => id)];
  return unmet.map((set) => set.map(({ id }) => id));
}

function refusedBy({ unmet, objections }: Outcome): string[][] {
  return setsOf(unmet, objections);
}

/** An expectation for people; two that say the same are worded alike. */
export function expectationInWords(expected: AnyExpectation): string {
  if (typeof expected === 'string') return expected;
  if ('refused' in expected) return `refused${inSets(expected.refused)}`;
  return 'held' in expected ? `held${inSets(expected.held)}` : `closed${inSets(expected.closed)}`;
}

function outcomeInWords(outcome: Outcome): string {
  switch (outcome.status) {
    case null:
      return 'nothing';
    case 'refused':
      return `refused${inSets(refusedBy(outcome))}`;
    case 'held':
      return `held${inSets(setsOf(outcome.heldBy, []))}`;
    case 'already':
    case 'impossible': {
      const from = outcome.possibleFrom.join(', ');
      const because = outcome.becauseOf === null ? '' : `, after the step ${outcome.becauseOf}`;
      return `${outcome.status} (possible from ${from}${because})`;
    }
    default:
      return outcome.status;
  }
}

function inSets(sets: readonly (readonly string[])[]): string {
  const each = sets.map((set) => `[${set.toSorted(byReference).join(', ')}]`);
  return ` by ${each.toSorted(byReference).join(' or ')}`;
}
