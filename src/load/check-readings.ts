import type { ReadingFile } from '../model/shapes/reading.ts';
import type { Dossier } from './dossier.ts';
import { checkFileName } from './file-names.ts';
import type { ParsedFile } from './parse.ts';
import type { ReferenceReport } from './reference-report.ts';
import { quote } from './show.ts';
import { type Vocabulary, type WrittenLeaf, writtenLeaves } from './vocabulary.ts';

/** Checks the readings against the regions, the gates and the claims, and their leaves against each other. */
export function checkReadings(dossier: Dossier, names: Vocabulary, report: ReferenceReport): void {
  const reading = report.register('reading');
  const party = report.register('reading of the party');
  const base = report.register('base');
  const leaf = report.register('leaf');
  for (const file of dossier.readings) {
    const { value } = file;
    reading(file, ['id'], value.id);
    checkFileName(file, report);
    if (value.kind === 'base') base(file, ['kind'], value.kind);
    if (value.kind === 'party') {
      party(file, ['party'], value.party);
      report.exists(file, ['party'], 'party', value.party, names.parties);
    }
    checkCells(file, names, report);
    for (const written of writtenLeaves(value)) {
      leaf(file, [...written.path, 'leaf'], written.leaf.leaf);
      checkLeaf(file, written, dossier, names, report);
    }
  }
}

function checkCells(
  file: ParsedFile<ReadingFile>,
  names: Vocabulary,
  report: ReferenceReport,
): void {
  const { gates, kind } = file.value;
  for (const [gate, cell] of Object.entries(gates)) {
    report.exists(file, ['gates', gate], 'gate', gate, names.gates, 'key');
    report.allExist(file, ['gates', gate, 'remarks'], 'claim', cell.remarks, names.claims);
    if (cell.position === 'stated')
      report.allExist(file, ['gates', gate, 'claims'], 'claim', cell.claims, names.claims);
  }
  if (kind === 'base') return;
  for (const gate of names.gates ?? []) {
    if (gate in gates) continue;
    report.atKey(
      file,
      ['gates'],
      `says nothing of the gate ${quote(gate)}`,
      `where no document has this reading speak of it: ${gate}: { position: unstated }`,
    );
  }
}

function checkLeaf(
  file: ParsedFile<ReadingFile>,
  { gate, leaf, path, negated }: WrittenLeaf,
  dossier: Dossier,
  names: Vocabulary,
  report: ReferenceReport,
): void {
  report.allExist(file, [...path, 'claims'], 'claim', leaf.claims, names.claims);
  if ('never' in leaf) {
    if (negated)
      report.at(file, [...path, 'never'], 'not of never asks for nothing', 'leave the leaf out');
    return;
  }
  if (!report.exists(file, [...path, 'region'], 'region', leaf.region, names.regions)) return;
  if (names.regions === null) return;
  const stages = new Set(names.regions.get(leaf.region));
  const what = `stage of ${leaf.region}`;
  report.allExist(file, [...path, 'stages'], what, leaf.stages, stages);
  const once = report.register('stage');
  for (const [index, stage] of leaf.stages.entries()) once(file, [...path, 'stages', index], stage);

  const isAll = [...stages].every((stage) => leaf.stages.includes(stage));
  if (isAll) {
    report.at(
      file,
      [...path, 'stages'],
      negated
        ? `not of every stage of ${leaf.region} leaves none that would do`
        : `every stage of ${leaf.region} would do, so the leaf asks for nothing`,
      negated ? 'say never: true' : 'leave the leaf out',
    );
  }
  const event = dossier.events?.value.events.find(({ alias }) => alias === gate)?.id;
  if (event?.split('.')[0] === leaf.region) {
    report.at(
      file,
      [...path, 'region'],
      `the gate ${quote(gate)} asks about ${leaf.region}, the home region of its own event ${event}`,
      'which stages the event leaves from is for its moves to say',
    );
  }
}
