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
    if (party.actsFor !== undefined) {
      report.exists(
        file,
        [...path, 'actsFor', 'party'],
        'party',
        party.actsFor.party,
        names.parties,
      );
      report.allExist(
        file,
        [...path, 'actsFor', 'claims'],
        'claim',
        party.actsFor.claims,
        names.claims,
      );
    }
    // A circle by way of whoever acts for another is reported with that one.
    const followed = party.actsFor === undefined ? 'members' : 'all';
    if (!standForOf(file.value, party.id, followed).has(party.id)) continue;
    if (party.actsFor !== undefined)
      report.atKey(
        file,
        [...path, 'actsFor'],
        'goes-round',
        `${party.id} acts for itself, or for one that acts for it or that it is a member of`,
        'let one of them act by itself',
      );
    else
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

/** Who stands for a party where it comes to acting, and for these: its members, or the one that it acts for. */
function standForOf(
  { parties }: PartiesFile,
  id: string,
  followed: 'members' | 'all',
): Set<string> {
  const own = (of: string) => {
    const { members = [], actsFor } = parties.find((party) => party.id === of) ?? {};
    return actsFor === undefined || followed === 'members' ? members : [actsFor.party];
  };
  const found = new Set(own(id));
  // A set goes on over what is added to it meanwhile.
  for (const member of found) for (const each of own(member)) found.add(each);
  return found;
}
