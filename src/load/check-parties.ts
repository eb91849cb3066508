import { BEGINNING, type Day } from '../model/days.ts';
import type { PartiesFile } from '../model/shapes/agreement-file.ts';
import { checkTenures } from './check-tenures.ts';
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
  const once = report.register('party, role or speaker');
  for (const [index, party] of file.value.parties.entries()) {
    const path = ['parties', index];
    once(file, [...path, 'id'], party.id);
    report.allExist(file, [...path, 'members'], 'party', party.members ?? [], names.parties);
    const delegations = [party.actsFor ?? []].flat();
    const own = (place: number) => [
      ...path,
      'actsFor',
      ...(Array.isArray(party.actsFor) ? [place] : []),
    ];
    checkTenures(file, delegations, own, names, report);
    for (const [place, delegation] of delegations.entries())
      report.exists(file, [...own(place), 'party'], 'party', delegation.party, names.parties);
    // A circle by way of whoever acts for another is reported with that one.
    const isDelegate = party.actsFor !== undefined;
    const days = isDelegate ? firstDays(file.value) : [BEGINNING];
    if (
      !days.some((day) => standForOf(file.value, party.id, isDelegate ? day : null).has(party.id))
    )
      continue;
    if (isDelegate)
      report.atKey(
        file,
        [...path, 'actsFor'],
        'goes-round',
        `${party.id} acts for itself, for one of its own groups, or for a party that acts for it`,
        'leave out one actsFor, or say until when it lasts',
      );
    else
      report.atKey(
        file,
        [...path, 'members'],
        'goes-round',
        `${party.id} is a member of itself, or of one of its members`,
        'leave it out of one of the two lists of members',
      );
  }
  for (const [index, { id, heldBy }] of file.value.roles.entries()) {
    const path = ['roles', index];
    once(file, [...path, 'id'], id);
    checkTenures(file, heldBy, (place) => [...path, 'heldBy', place], names, report);
    for (const [place, { party }] of heldBy.entries())
      report.exists(file, [...path, 'heldBy', place, 'party'], 'party', party, names.parties);
  }
  for (const [index, speaker] of file.value.speakers.entries())
    once(file, ['speakers', index, 'id'], speaker.id);
}

/** Days by which all has begun that lasts at the same time: the first of each. */
function firstDays({ parties }: PartiesFile): Day[] {
  const delegations = parties.flatMap(({ actsFor }) => actsFor ?? []);
  return [...new Set([BEGINNING, ...delegations.flatMap(({ from }) => from ?? [])])];
}

/**
 * Who stands for a party where it comes to acting, and for these: its members, or the one that it acts for. One that
 * acts for others one after another may by what is known of it still act for the first, unless that is said to be over.
 *
 * @param day null where only members are followed
 */
function standForOf({ parties }: PartiesFile, id: string, day: Day | null): Set<string> {
  const own = (of: string) => {
    const { members = [], actsFor } = parties.find((party) => party.id === of) ?? {};
    const acting = [actsFor ?? []]
      .flat()
      .filter(
        ({ from, until }) =>
          day !== null &&
          (from === undefined || from <= day) &&
          (until === undefined || until >= day),
      );
    return [...members, ...acting.map(({ party }) => party)];
  };
  const found = new Set(own(id));
  // A set goes on over what is added to it meanwhile.
  for (const member of found) for (const each of own(member)) found.add(each);
  return found;
}
