import type { Dossier } from './dossier.ts';
import type { ReferenceReport } from './reference-report.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Checks that nobody is listed twice, and that groups are made of parties that are there. */
export function checkParties(
  { parties: file }: Dossier,
  names: Vocabulary,
  report: ReferenceReport,
): void {
  if (file === null) return;
  const once = report.register('party or speaker');
  for (const [index, party] of file.value.parties.entries()) {
    const path = ['parties', index];
    once(file, [...path, 'id'], party.id);
    report.allExist(file, [...path, 'members'], 'party', party.members ?? [], names.parties);
  }
  for (const [index, speaker] of file.value.speakers.entries())
    once(file, ['speakers', index, 'id'], speaker.id);
}
