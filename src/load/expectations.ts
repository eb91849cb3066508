import { type Agreement, eventNamed } from '../model/agreement.ts';
import { byReference } from '../model/assemble.ts';
import type { Condition } from '../model/condition.ts';
import { type Moment, momentAfter } from '../model/moment.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Statement } from '../model/statement.ts';
import { asCertain, play, type PlayedStep } from '../model/run.ts';
import { Runner } from '../model/runner.ts';
import type {
  OutcomeExpectation,
  ScenarioFile,
  StepFile,
  VerdictExpectation,
} from '../model/shapes/scenario.ts';
import { standing } from '../model/standing.ts';
import { tell } from '../model/story.ts';
import { TooManyWorldsError } from '../model/worlds.ts';
import type { ParsedFile } from './parse.ts';
import type { Problem } from './problem.ts';

/**
 * Plays scenarios and compares what they expect, which is written from the documents, with what comes out. A
 * scenario answers for the steps written in it, not for those that it inherits or replays.
 *
 * @param files the scenarios to play, checked before
 * @param scenarios all that they can branch off or replay, by id
 * @returns each difference, at the place of the expectation
 */
export function checkExpectations(
  agreement: Agreement,
  files: readonly ParsedFile<ScenarioFile>[],
  scenarios: ReadonlyMap<string, ScenarioFile>,
): Problem[] {
  const runner = new Runner(agreement);
  return files.flatMap((file) => {
    const story = tell(file.value, scenarios);
    const problems: Problem[] = [];
    const report =
      (own: number): Report =>
      (path, message, hint = null) => {
        const place = file.locate(['steps', own, ...path]);
        const id = file.value.steps[own]?.id ?? file.value.id;
        problems.push({ file: file.file, ...place, message: `${id}: ${message}`, hint });
      };
    const steps = asCertain(story.steps);
    for (const [own, written] of file.value.steps.entries()) {
      const index = story.inherited + own;
      try {
        // What has been played is kept, so this plays each step once, and one that cannot be is known.
        const played = play(agreement, steps.slice(0, index + 1), runner);
        const step = played.steps[index];
        if (step !== undefined)
          compare(agreement, written, step, momentAfter(story, played, index), report(own));
      } catch (error) {
        if (!(error instanceof TooManyWorldsError)) throw error;
        report(own)([], error.message);
        break;
      }
    }
    return problems;
  });
}

type Report = (path: readonly string[], message: string, hint?: string | null) => void;

function compare(
  agreement: Agreement,
  step: StepFile,
  played: PlayedStep,
  moment: Moment,
  report: Report,
): void {
  for (const reading of agreement.readings.keys()) {
    const [expected, key] = expectedOf(step.expect, reading);
    const outcome = played.outcomes[reading];
    if (expected === undefined || outcome === undefined || isAsExpected(expected, outcome))
      continue;
    report(
      ['expect', key],
      `expected ${reading} to say ${inWords(expected)}, it says ${outcomeInWords(outcome)}`,
    );
  }
  for (const [gate, byReading] of Object.entries(step.gates ?? {})) {
    const event = eventNamed(agreement, gate);
    if (event === null) continue;
    const { parties, terms } = standing(moment, event.id);
    for (const { reading, verdict, unmet, objections } of [...parties, ...terms]) {
      const [expected, key] = expectedOf(byReading, reading);
      if (expected === undefined) continue;
      const sets = setsOf(unmet, objections);
      const isSame =
        typeof expected === 'string'
          ? verdict === expected
          : verdict === 'closed' && sameSets(expected.closed, sets);
      if (isSame) continue;
      report(
        ['gates', gate, key],
        `expected the gate ${gate} to be ${inWords(expected)} under ${reading}, it is ` +
          (verdict === 'closed' ? `closed${inSets(sets)}` : verdict),
      );
    }
  }
}

/** What closes, by ids: the objections as one set, since all of them would have to go; else sets of conditions. */
function setsOf(
  unmet: readonly (readonly Condition[])[],
  objections: readonly Statement[],
): string[][] {
  if (objections.length > 0) return [objections.map(({ id }) => id)];
  return unmet.map((set) => set.map(({ id }) => id));
}

function expectedOf<T>(
  byReading: Readonly<Record<string, T>> | undefined,
  reading: string,
): [expected: T | undefined, key: string] {
  const own = byReading?.[reading];
  return own === undefined ? [byReading?.['every'], 'every'] : [own, reading];
}

function isAsExpected(expected: OutcomeExpectation, outcome: Outcome): boolean {
  if (typeof expected === 'string') return expected === outcome.status;
  return 'refused' in expected
    ? outcome.status === 'refused' && sameSets(expected.refused, refusedBy(outcome))
    : outcome.status === 'held' && sameSets(expected.held, setsOf(outcome.heldBy, []));
}

function refusedBy({ unmet, objections }: Outcome): string[][] {
  return setsOf(unmet, objections);
}

function inWords(expected: OutcomeExpectation | VerdictExpectation): string {
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

function sameSets(
  left: readonly (readonly string[])[],
  right: readonly (readonly string[])[],
): boolean {
  return inSets(left) === inSets(right);
}
