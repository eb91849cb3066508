import type { Agreement } from '../model/agreement.ts';

/** In whose name a party can be spoken of. */
export interface RelatedParties {
  /** The party itself and, where it is a group, its members, at any depth. */
  readonly own: ReadonlySet<string>;
  /** The groups that it belongs to, at any depth. */
  readonly groups: ReadonlySet<string>;
}

/**
 * Who is meant along with a party: its members, for each of whom a group may be named, and its groups, in which it is
 * meant. The other members of its groups are not.
 *
 * @param id a party, or a speaker, which is related to nobody but itself
 */
export function relatedParties(agreement: Agreement, id: string): RelatedParties {
  const membersOf = (group: string) => agreement.parties.get(group)?.members ?? [];
  const groupsOf = (member: string) =>
    [...agreement.parties.keys()].filter((group) => membersOf(group).includes(member));
  const groups = reached(id, groupsOf);
  groups.delete(id);
  return { own: reached(id, membersOf), groups };
}

function reached(from: string, next: (id: string) => readonly string[]): Set<string> {
  const found = new Set([from]);
  // A set hands out what is added to it while one walks through it, each once, so that circles end.
  for (const id of found) for (const other of next(id)) found.add(other);
  return found;
}
