import type { ReadingFile } from '../model/shapes/reading.ts';
import { homeOf } from '../model/statechart.ts';
import type { Dossier } from './dossier.ts';
import { checkFileName } from './file-names.ts';
import type { ParsedFile } from './parse.ts';
import type { ReferenceReport } from './reference-report.ts';
import { quote } from './show.ts';
import {
  requiredConditions,
  type Vocabulary,
  type WrittenCondition,
  writtenConditions,
  writtenObjections,
} from './vocabulary.ts';

/** Checks what the model and the readings ask against the chart and the claims, and their ids against each other. */
export function checkReadings(dossier: Dossier, names: Vocabulary, report: ReferenceReport): void {
  const reading = report.register('reading');
  const party = report.register('reading of the party');
  const condition = report.register('condition or objection');
  for (const [index, event] of dossier.events?.value.events.entries() ?? []) {
    for (const written of requiredConditions(event, index)) {
      if (dossier.events === null) continue;
      condition(dossier.events, [...written.path, 'id'], written.condition.id);
      checkCondition(dossier.events, written, names, report);
    }
  }
  for (const file of dossier.readings) {
    const { value } = file;
    reading(file, ['id'], value.id);
    checkFileName(file, report);
    if (value.kind === 'party') {
      party(file, ['party'], value.party);
      report.exists(file, ['party'], 'party', value.party, names.parties);
    }
    checkPositions(file, names, report);
    for (const written of writtenConditions(value)) {
      condition(file, [...written.path, 'id'], written.condition.id);
      checkCondition(file, written, names, report);
    }
    for (const { id, path } of writtenObjections(value)) condition(file, path, id);
  }
}

function checkPositions(
  file: ParsedFile<ReadingFile>,
  names: Vocabulary,
  report: ReferenceReport,
): void {
  for (const [event, written] of Object.entries(file.value.positions)) {
    report.exists(file, ['positions', event], 'event', event, names.events, 'key');
    const first = written.findIndex((position) => !('says' in position));
    for (const [index, position] of written.entries()) {
      const path = ['positions', event, index];
      if ('says' in position) {
        report.allExist(file, [...path, 'says'], 'claim', position.says, names.claims);
        continue;
      }
      report.allExist(file, [...path, 'claims'], 'claim', position.claims, names.claims);
      if (
        position.from !== undefined &&
        position.until !== undefined &&
        position.until < position.from
      )
        report.at(
          file,
          [...path, 'until'],
          `ends on ${position.until}, before it begins on ${position.from}`,
        );
      if (index === first && position.beside === true)
        report.at(
          file,
          [...path, 'beside'],
          'stands beside nothing: it is the first position on the event',
          'leave it out',
        );
    }
  }
}

function checkCondition(
  file: ParsedFile<unknown>,
  { event, condition, path }: WrittenCondition,
  names: Vocabulary,
  report: ReferenceReport,
): void {
  const { region, stages: asked, claims = [] } = condition;
  report.allExist(file, [...path, 'claims'], 'claim', claims, names.claims);
  if (names.regions === null) return;
  if (!report.exists(file, [...path, 'region'], 'region', region, names.regions)) return;
  const stages = new Set(names.regions.get(region));
  report.allExist(file, [...path, 'stages'], `stage of ${region}`, asked, stages);
  const once = report.register('stage');
  for (const [index, stage] of asked.entries()) once(file, [...path, 'stages', index], stage);
  if ([...stages].every((stage) => asked.includes(stage)))
    report.at(
      file,
      [...path, 'stages'],
      `every stage of ${region} would do, so it asks for nothing`,
      'leave the condition out',
    );
  if (homeOf(event) === region)
    report.at(
      file,
      [...path, 'region'],
      `the condition ${quote(condition.id)} asks about ${region}, the home region of its own event ${event}`,
      'which stages the event leaves from is for its moves to say',
    );
}
