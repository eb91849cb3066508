import { checkChart } from './check-chart.ts';
import { checkParties } from './check-parties.ts';
import { checkProperties } from './check-properties.ts';
import { checkReach } from './check-reach.ts';
import { checkReadings } from './check-readings.ts';
import { checkScenario } from './check-scenario.ts';
import { checkSources } from './check-sources.ts';
import { checkStories } from './check-story.ts';
import type { Dossier } from './dossier.ts';
import { checkFileName } from './file-names.ts';
import { fileName, SINGLE_ROLES } from './layout.ts';
import type { Problem } from './problem.ts';
import { ReferenceReport } from './reference-report.ts';
import { quote } from './show.ts';
import { didYouMeanOneOf } from './suggest.ts';
import { type Vocabulary, vocabularyOfDossier } from './vocabulary.ts';

/**
 * Checks everything between the files of an agreement: that what one refers to is in another, that no id is given
 * twice, and the rules of readings and scenarios that no file shows alone. Where a file could not be read, nothing
 * is said of what would refer to it.
 */
export function checkReferences(written: Dossier): Problem[] {
  const report = new ReferenceReport();
  const { definition } = written;
  const unread = new Set(written.unread);
  for (const role of SINGLE_ROLES) {
    // Of an agreement whose own file says nothing it is not known whether it has these from one below.
    if (written.unread.has('agreement')) break;
    if (written[role] !== null || unread.has(role)) continue;
    const mend = 'put it back; `phasegate new --help` says how to begin one';
    report.ofFile(
      `${definition.folder}/${role}.yaml`,
      'cannot-read',
      'the file is not there',
      mend,
    );
    // What others refer to in it would all seem wrong, for this reason alone.
    unread.add(role);
  }
  const dossier = { ...written, unread };
  const names = withNamesOfFiles(vocabularyOfDossier(dossier), dossier);
  checkParties(dossier, names, report);
  checkChart(dossier, names, report);
  checkReadings(dossier, names, report);
  checkSources(dossier, names, report);
  checkProperties(dossier, names, report);

  const scenario = report.register('scenario');
  for (const file of dossier.scenarios) {
    scenario(file, ['id'], file.value.id);
    checkFileName(file, report);
    checkScenario(file, names, report);
  }
  const scenarios = new Map(dossier.scenarios.map(({ value }) => [value.id, value]));
  const allRead = !unread.has('scenario');
  checkStories(dossier.scenarios, scenarios, allRead, report);
  const opens = dossier.agreement?.value.opens;
  if (dossier.agreement !== null && opens !== undefined)
    checkOpens(dossier.agreement, opens, allRead ? scenarios : null, report);
  // Where a name leads nowhere, what can be reached is not to be told.
  if (report.problems.length === 0) checkReach(dossier, report);
  return report.problems;
}

/** Whether the scenario that a reader begins with is there. */
function checkOpens(
  agreement: NonNullable<Dossier['agreement']>,
  opens: string,
  scenarios: ReadonlyMap<string, unknown> | null,
  report: ReferenceReport,
): void {
  if (scenarios === null || scenarios.has(opens)) return;
  const mend =
    didYouMeanOneOf(opens, scenarios.keys()) ??
    `name a scenario that is there, or leave it out; \`phasegate new scenario ${opens}\` writes one`;
  report.at(agreement, ['opens'], 'unknown-id', `there is no scenario ${quote(opens)}`, mend);
}

/** A reading whose file is called as others call it has another id by a slip, which is said of its file alone. */
function withNamesOfFiles(names: Vocabulary, { readings }: Dossier): Vocabulary {
  if (names.readings === null) return names;
  const called = readings.map(({ file }) => fileName(file).replace(/\.ya?ml$/, ''));
  return { ...names, readings: new Set([...names.readings, ...called]) };
}
