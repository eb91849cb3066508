import { type ScenarioFile, writtenScenario } from '../model/shapes/scenario.ts';
import { BrokenReferenceError, tell } from '../model/story.ts';
import { filledScenario } from './filled-scenario.ts';
import { checkScenario } from './check-scenario.ts';
import { checkStories } from './check-story.ts';
import { checkExpectations } from './expectations.ts';
import { idsOf, type Named } from './layout.ts';
import type { Holding } from './library.ts';
import { type MendedProblem, withMend } from './mend-of.ts';
import type { Memory } from './memory.ts';
import { parseFile, type ParsedFile } from './parse.ts';
import { inOrder, type Problem } from './problem.ts';
import { ReferenceReport } from './reference-report.ts';
import { didYouMeanOneOf } from './suggest.ts';
import { vocabularyOfAgreement } from './vocabulary.ts';

/** A scenario that a user wrote, checked against an agreement. */
export interface LoadedScenario {
  /** Null where there is any problem. */
  readonly scenario: ScenarioFile | null;
  /** Every scenario of the agreement, this one among them. */
  readonly scenarios: ReadonlyMap<string, ScenarioFile>;
  readonly problems: readonly MendedProblem[];
}

/** What a file from anywhere is held against, beside its agreement. */
export interface ScenarioChecks {
  /** Whether it must also come out as it expects. */
  readonly expectations?: boolean;
  /** How to mend it where it is of another agreement, if that one is known. */
  readonly otherwise?: string | null;
  /** Whether nothing but the file itself can say which agreement it is of. */
  readonly mustSayAgreement?: boolean;
  /** Of whoever reads the same text again. */
  readonly memory?: Memory;
}

/** Checks one scenario's text against an agreement that has been put together: see `loadScenarioText`. */
export function checkOneScenario(
  holding: Pick<Holding, 'agreement' | 'scenarios'> & { readonly definition: Named },
  path: string,
  text: string,
  { expectations = false, otherwise = null, mustSayAgreement = false, memory }: ScenarioChecks = {},
): LoadedScenario {
  const { agreement } = holding;
  const result = parseFile(path, text, writtenScenario, memory);
  if (!result.ok)
    return { scenario: null, scenarios: holding.scenarios, problems: mended(result.problems) };
  const titleOf = (event: string) => agreement.events.get(event)?.title;
  const parsed = {
    ...result.parsed,
    value: filledScenario(result.parsed.value, agreement.id, titleOf),
  };
  // A scenario of the agreement below is one of that which is laid over it.
  const isBelow = idsOf(holding.definition).includes(parsed.value.agreement);
  const value = isBelow ? { ...parsed.value, agreement: agreement.id } : parsed.value;
  const scenarios = new Map(holding.scenarios).set(value.id, value);
  const report = new ReferenceReport();
  if (mustSayAgreement && result.parsed.value.agreement === undefined)
    report.at(
      parsed,
      [],
      'missing-key',
      "agreement is missing, and the file is in no agreement's folder",
      'name the agreement that it is of: agreement: ID, or -A FOLDER on the command line',
    );
  else if (value.agreement !== agreement.id) {
    const message = `the scenario is of the agreement ${value.agreement}, not of ${agreement.id}`;
    const mend = otherwise ?? didYouMeanOneOf(value.agreement, [agreement.id]);
    report.at(parsed, ['agreement'], 'other-agreement', message, mend);
  } else {
    checkScenario(parsed, vocabularyOfAgreement(agreement), report);
    checkStories([parsed], scenarios, true, report);
    if (report.problems.length === 0) checkDependents(parsed, scenarios, report);
  }
  const isSound = report.problems.length === 0;
  const differences =
    isSound && expectations ? checkExpectations(agreement, [parsed], scenarios) : [];
  const problems = mended([...report.problems, ...differences]);
  return { scenario: problems.length === 0 ? value : null, scenarios, problems };
}

function mended(problems: readonly Problem[]): MendedProblem[] {
  return inOrder(problems).map(withMend);
}

/** Scenarios that branch off the one whose place this one takes must still find their steps. */
function checkDependents(
  file: ParsedFile<ScenarioFile>,
  scenarios: ReadonlyMap<string, ScenarioFile>,
  report: ReferenceReport,
): void {
  for (const other of scenarios.values()) {
    try {
      tell(other, scenarios);
    } catch (error) {
      if (!(error instanceof BrokenReferenceError)) throw error;
      const message = `the file would replace the scenario ${file.value.id}, and in ${error.scenario} then ${error.message}`;
      report.at(file, ['id'], 'at-odds', message, 'give it an id of its own');
      return;
    }
  }
}
