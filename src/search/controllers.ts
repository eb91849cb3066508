import type { Agreement, Controllers } from '../model/agreement.ts';

/** Whether events whose controllers no document states can happen in a question about who can do what. */
export type Unstated = 'nobody' | 'free';

/**
 * The parties that can be on one side or another: a group that has members stands for them, and a party that acts for
 * another is that one.
 */
export function partyAtoms(agreement: Agreement): string[] {
  const parties = [...agreement.parties.values()];
  return parties
    .filter(({ members, actsFor }) => members === undefined && actsFor === undefined)
    .map(({ id }) => id);
}

/** The parties themselves and, in place of groups, their members, and of whoever acts for another that other. */
export function expandedParties(agreement: Agreement, parties: readonly string[]): Set<string> {
  const atoms = new Set<string>();
  for (const id of parties) {
    const { members, actsFor } = agreement.parties.get(id) ?? {};
    const instead = actsFor === undefined ? members : [actsFor.party];
    if (instead === undefined) atoms.add(id);
    else for (const each of expandedParties(agreement, instead)) atoms.add(each);
  }
  return atoms;
}

/** The alternatives by which an event comes about, groups replaced by their members; null where unstated. */
export function expandedAlternatives(
  agreement: Agreement,
  controllers: Controllers,
): ReadonlySet<string>[] | null {
  return controllers?.map((alternative) => expandedParties(agreement, alternative)) ?? null;
}

/** Whether some alternative lies inside a set of parties (of members, where they are groups). */
export function canBringAbout(
  agreement: Agreement,
  controllers: Controllers,
  coalition: ReadonlySet<string>,
  unstated: Unstated,
): boolean {
  const alternatives = expandedAlternatives(agreement, controllers);
  if (alternatives === null) return unstated === 'free';
  return alternatives.some((alternative) =>
    [...alternative].every((party) => coalition.has(party)),
  );
}

/** Who acts where a party does: the one that it acts for, and for whom that one acts; the party itself where it acts for none. */
export function actorOf(agreement: Agreement, party: string): string {
  const { actsFor } = agreement.parties.get(party) ?? {};
  return actsFor === undefined ? party : actorOf(agreement, actsFor.party);
}

/** Whether a party has a hand in an event: alone, together with others, or as member of a group. */
export function takesPart(agreement: Agreement, controllers: Controllers, party: string): boolean {
  const atoms = expandedParties(agreement, [party]);
  return (expandedAlternatives(agreement, controllers) ?? []).some((alternative) =>
    [...atoms].every((atom) => alternative.has(atom)),
  );
}
