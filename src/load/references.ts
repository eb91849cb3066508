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
import { SINGLE_ROLES } from './layout.ts';
import type { Problem } from './problem.ts';
import { ReferenceReport } from './reference-report.ts';
import { vocabularyOfDossier } from './vocabulary.ts';

/**
 * Checks everything between the files of an agreement: that what one refers to is in another, that no id is given
 * twice, and the rules of readings and scenarios that no file shows alone. Where a file could not be read, nothing
 * is said of what would refer to it.
 */
export function checkReferences(dossier: Dossier): Problem[] {
  const report = new ReferenceReport();
  const { definition, unread } = dossier;
  for (const role of SINGLE_ROLES) {
    if (dossier[role] === null && !unread.has(role))
      report.ofFile(`${definition.folder}/${role}.yaml`, 'cannot-read', 'the file is not there');
  }
  const names = vocabularyOfDossier(dossier);
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
    report.exists(dossier.agreement, ['opens'], 'scenario', opens, allRead ? scenarios : null);
  // Where a name leads nowhere, what can be reached is not to be told.
  if (report.problems.length === 0) checkReach(dossier, report);
  return report.problems;
}
