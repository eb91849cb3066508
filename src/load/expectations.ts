import type { Agreement } from '../model/agreement.ts';
import { byReference } from '../model/assemble.ts';
import {
  type Outcome,
  type PlayedStep,
  playStep,
  startOf,
  TooManyWorldsError,
} from '../model/run.ts';
import { Runner } from '../model/runner.ts';
import type {
  OutcomeExpectation,
  ScenarioFile,
  StepFile,
  VerdictExpectation,
} from '../model/shapes/scenario.ts';
import { tell } from '../model/story.ts';
import { judgeGate } from '../model/verdict.ts';
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
    let states = startOf(agreement, runner);
    let day: PlayedStep['day'] = null;
    for (const [index, step] of story.steps.entries()) {
      const own = index - story.inherited;
      const written = step.replayed ? undefined : file.value.steps[own];
      const report: Report = (path, message, hint = null) => {
        const place = file.locate(['steps', own, ...path]);
        problems.push({ file: file.file, ...place, message: `${step.id}: ${message}`, hint });
      };
      try {
        const played = playStep(agreement, runner, states, step, day);
        ({ states, day } = played);
        if (written !== undefined) compare(agreement, written, played, report);
      } catch (error) {
        if (!(error instanceof TooManyWorldsError)) throw error;
        report([], error.message);
        break;
      }
    }
    return problems;
  });
}

type Report = (path: readonly string[], message: string, hint?: string | null) => void;

function compare(agreement: Agreement, step: StepFile, played: PlayedStep, report: Report): void {
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
    for (const reading of agreement.readings.keys()) {
      const [expected, key] = expectedOf(byReading, reading);
      const state = played.states[reading];
      if (expected === undefined || state === undefined) continue;
      const terms = { reading, day: played.day, waived: state.waived };
      const { verdict, blocking } = judgeGate(agreement, gate, terms, state);
      const isSame =
        typeof expected === 'string'
          ? verdict === expected
          : verdict === 'closed' && sameSets(expected.closed, blocking);
      if (isSame) continue;
      report(
        ['gates', gate, key],
        `expected the gate ${gate} to be ${inWords(expected)} under ${reading}, it is ` +
          (verdict === 'closed' ? `closed${inSets(blocking)}` : verdict),
      );
    }
  }
}

function expectedOf<T>(
  byReading: Readonly<Record<string, T>> | undefined,
  reading: string,
): [expected: T | undefined, key: string] {
  const own = byReading?.[reading];
  return own === undefined ? [byReading?.['every'], 'every'] : [own, reading];
}

function isAsExpected(expected: OutcomeExpectation, outcome: Outcome): boolean {
  if (typeof expected === 'object')
    return outcome.status === 'refused' && sameSets(expected.refused, outcome.blocking);
  // A reading without a position on the gate lets the event pass; that is no recognition of its own.
  const isUnstated = outcome.status === 'recognised' && outcome.position === 'unstated';
  return isUnstated ? expected === 'unstated' : expected === outcome.status;
}

function inWords(expected: OutcomeExpectation | VerdictExpectation): string {
  if (typeof expected === 'string') return expected;
  return 'refused' in expected
    ? `refused${inSets(expected.refused)}`
    : `closed${inSets(expected.closed)}`;
}

function outcomeInWords(outcome: Outcome): string {
  switch (outcome.status) {
    case null:
      return 'nothing';
    case 'refused':
      return `refused${inSets(outcome.blocking)}`;
    case 'recognised':
      return outcome.position === 'unstated' ? 'unstated' : 'recognised';
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
