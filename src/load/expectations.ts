import type { Agreement } from '../model/agreement.ts';
import { Runner } from '../model/runner.ts';
import type { ScenarioFile } from '../model/shapes/scenario.ts';
import { expectationInWords, judgeSteps } from './judged-step.ts';
import type { ParsedFile } from './parse.ts';
import type { Problem } from './problem.ts';

/**
 * Plays scenarios and compares what they expect, which is written from the documents, with what comes out. A
 * scenario answers for the steps written in it, not for those that it inherits or replays.
 *
 * @param files the scenarios to play, checked before
 * @param scenarios all that they can branch off or replay, by id
 * @param runner knows what was played of the agreement before
 * @returns each difference, at the place of the expectation
 */
export function checkExpectations(
  agreement: Agreement,
  files: readonly ParsedFile<ScenarioFile>[],
  scenarios: ReadonlyMap<string, ScenarioFile>,
  runner = new Runner(agreement),
): Problem[] {
  return files.flatMap((file) => {
    const problems: Problem[] = [];
    for (const judged of judgeSteps(agreement, file.value, scenarios, runner)) {
      const report = (path: readonly string[], message: string) => {
        const place = file.locate(['steps', judged.own, ...path]);
        const id = file.value.steps[judged.own]?.id ?? file.value.id;
        const said = { code: 'not-as-expected' as const, message: `${id}: ${message}`, hint: null };
        problems.push({ file: file.file, ...place, ...said });
      };
      if ('tooMany' in judged) {
        report([], judged.tooMany.message);
        continue;
      }
      for (const { reading, expected, key, words, isAsExpected } of judged.outcomes) {
        if (expected === null || isAsExpected) continue;
        const asked = expectationInWords(expected);
        report(['expect', key], `expected ${reading} to say ${asked}, it says ${words}`);
      }
      for (const [gate, verdicts] of judged.gates)
        for (const { reading, expected, key, words, isAsExpected } of verdicts) {
          if (expected === null || isAsExpected) continue;
          const asked = `expected the gate ${gate} to be ${expectationInWords(expected)}`;
          report(['gates', gate, key], `${asked} under ${reading}, it is ${words}`);
        }
    }
    return problems;
  });
}
