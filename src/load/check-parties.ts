import type { PartiesFile } from '../model/shapes/agreement-file.ts';
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
    if (membersOf(file.value, party.id).has(party.id))
      report.atKey(
        file,
        [...path, 'members'],
        'goes-round',
        `${party.id} is a member of itself, or of one of its members`,
        'leave one of the two out of the other',
      );
  }
  for (const [index, speaker] of file.value.speakers.entries())
    once(file, ['speakers', index, 'id'], speaker.id);
}

/** The members of a party, and theirs. */
function membersOf({ parties }: PartiesFile, id: string): Set<string> {
  const own = (of: string) => parties.find((party) => party.id === of)?.members ?? [];
  const found = new Set(own(id));
  // A set goes on over what is added to it meanwhile.
  for (const member of found) for (const each of own(member)) found.add(each);
  return found;
}
