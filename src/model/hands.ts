import { type Day, dayAfter } from './days.ts';
import type { PartiesFile } from './shapes/agreement-file.ts';
import type { Controllers, EventRecord, EventsFile } from './shapes/events-file.ts';
import type { Tenure } from './tenure.ts';

/** What a party can be asked to do by its office: held by one party after another, or by nobody. */
export interface Role {
  readonly id: string;
  readonly title: string;
  readonly heldBy: readonly (Tenure & { readonly party: string })[];
}

/** Who can bring an event about for a time, as written: with roles among the parties. */
export interface Control extends Tenure {
  readonly of: Controllers;
}

/** All that changes hands on a day or hangs on a role, as the files have it. */
export interface Hands {
  readonly roles: ReadonlyMap<string, Role>;
  /** Who can bring about the events for which that changes or names a role, one after another. */
  readonly controls: ReadonlyMap<string, readonly Control[]>;
  /** For whom those parties act that act for another, one after another. */
  readonly actsFor: ReadonlyMap<string, readonly (Tenure & { readonly party: string })[]>;
  /** The days on which something changes, in order. */
  readonly days: readonly Day[];
}

/** What changes hands in an agreement. */
export function handsOf(parties: PartiesFile, events: EventsFile): Hands {
  const roles = new Map(
    parties.roles.map(({ id, title = id, heldBy }) => [
      id,
      { id, title, heldBy: heldBy.map((held) => ({ ...held, ...bounded(held) })) },
    ]),
  );
  const namesRole = (ids: readonly string[]) => ids.some((id) => roles.has(id));
  const controls = new Map<string, readonly Control[]>();
  for (const event of events.events) {
    const written = controlsOf(event);
    if (
      written.length > 1 ||
      written.some(({ from, until, of }) => from !== null || until !== null || of?.some(namesRole))
    )
      controls.set(event.id, written);
  }
  const actsFor = new Map(
    parties.parties.flatMap(({ id, actsFor: written }) =>
      written === undefined
        ? []
        : [[id, [written].flat().map((each) => ({ ...each, ...bounded(each) }))] as const],
    ),
  );
  const tenures: readonly Tenure[] = [
    ...[...roles.values()].flatMap(({ heldBy }) => heldBy),
    ...[...controls.values()].flat(),
    ...[...actsFor.values()].flat(),
  ];
  const days = tenures.flatMap(({ from, until }) => [
    ...(from === null ? [] : [from]),
    ...(until === null ? [] : [dayAfter(until)]),
  ]);
  return { roles, controls, actsFor, days: [...new Set(days)].toSorted() };
}

/** Who can bring an event about, one after another, as its record has it; what rests on nothing of its own rests on the event's claims. */
function controlsOf({ controllers, claims }: EventRecord): Control[] {
  if (controllers === null) return [];
  const always = alternativesOf(controllers);
  if (always !== null) return [{ of: always, from: null, until: null, claims }];
  return controllers.flatMap((control) =>
    Array.isArray(control)
      ? []
      : [
          {
            of: control.of,
            ...bounded(control),
            claims: control.claims.length > 0 ? control.claims : claims,
          },
        ],
  );
}

/** Who can bring an event about where its record says so of all days alike; null where it does not. */
export function alternativesOf(controllers: EventRecord['controllers']): Controllers {
  const sets = controllers?.flatMap((set) => (Array.isArray(set) ? [set] : [])) ?? null;
  return sets?.length === controllers?.length ? sets : null;
}

function bounded(written: {
  readonly from?: Day | undefined;
  readonly until?: Day | undefined;
}): Pick<Tenure, 'from' | 'until'> {
  return { from: written.from ?? null, until: written.until ?? null };
}
