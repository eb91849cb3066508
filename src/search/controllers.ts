import type { Agreement, Controllers } from '../model/agreement.ts';

/** Whether events whose controllers no document states can happen in a question about who can do what. */
export type Unstated = 'nobody' | 'free';

/** The parties that can be on one side or another: a group that has members stands for them. */
export function partyAtoms(agreement: Agreement): string[] {
  const parties = [...agreement.parties.values()];
  return parties.filter(({ members }) => members === undefined).map(({ id }) => id);
}

/** The parties themselves and, in place of groups, their members. */
export function expandedParties(agreement: Agreement, parties: readonly string[]): Set<string> {
  const atoms = new Set<string>();
  for (const id of parties) {
    const members = agreement.parties.get(id)?.members;
    if (members === undefined) atoms.add(id);
    else for (const member of expandedParties(agreement, members)) atoms.add(member);
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

/** Whether a party has a hand in an event: alone, together with others, or as member of a group. */
export function takesPart(agreement: Agreement, controllers: Controllers, party: string): boolean {
  const atoms = expandedParties(agreement, [party]);
  return (expandedAlternatives(agreement, controllers) ?? []).some((alternative) =>
    [...atoms].every((atom) => alternative.has(atom)),
  );
}
