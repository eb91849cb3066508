import type { Agreement, AgreementEvent, Controllers, Party } from './agreement.ts';
import { BEGINNING, type Day } from './days.ts';
import type { Role } from './hands.ts';
import { holderOn, isHeldKnown } from './holder.ts';
import { inForce } from './tenure.ts';

/** What an agreement is made from on each day, with what has been made so far. */
interface Family {
  readonly whole: Agreement;
  readonly byDay: Map<string, Agreement>;
}

const families = new WeakMap<Agreement, Family>();

/**
 * The agreement with who can bring what about on a day, as far as that was certainly known by another: controllers,
 * holders of roles and those for whom others act as they are then, and nobody where none of the claims that say so had
 * been published. The same agreement as of the same days is the same object each time.
 *
 * @param day null where nothing dates what is asked about: then it is as where the record ends, and before any change where no source ends it
 * @param knownBy null where everything counts as published
 */
export function agreementOn(agreement: Agreement, day: Day | null, knownBy: Day | null): Agreement {
  const { hands } = agreement;
  const isPlain = hands.controls.size + hands.actsFor.size === 0;
  if (isPlain && knownBy === null) return families.get(agreement)?.whole ?? agreement;
  const family = families.get(agreement) ?? { whole: agreement, byDay: new Map() };
  families.set(agreement, family);
  const on = day ?? agreement.recordEnds ?? BEGINNING;
  // Between two days on which something changes all days are alike.
  const key = `${hands.days.filter((change) => change <= on).length} ${knownBy}`;
  const found = family.byDay.get(key) ?? withHands(family.whole, on, knownBy);
  family.byDay.set(key, found);
  families.set(found, family);
  return found;
}

/** Who can bring an event about from a day on, and what says so. */
export interface LaterHands {
  readonly from: Day;
  readonly controllers: Controllers;
  readonly claims: readonly string[];
}

/** Who can bring an event about over all time where that changes, in the order of the days; `from` is null for what is so from the first. */
export function handsOverTime(
  agreement: Agreement,
  event: string,
): (Omit<LaterHands, 'from'> & { readonly from: Day | null })[] {
  if (!agreement.hands.controls.has(event)) return [];
  const first = agreementOn(agreement, BEGINNING, null).events.get(event);
  const later = laterHands(agreement, event, BEGINNING, null);
  if (first === undefined || later.length === 0) return [];
  const { controllers, claims } = first;
  return [...(controllers === null ? [] : [{ from: null, controllers, claims }]), ...later];
}

/** How it changes after a day who can bring an event about, as far as that was known by another: in the order of the days. */
export function laterHands(
  agreement: Agreement,
  event: string,
  day: Day | null,
  knownBy: Day | null,
): LaterHands[] {
  const { hands, recordEnds } = agreement;
  if (!hands.controls.has(event)) return [];
  const written = (on: Agreement) => JSON.stringify(on.events.get(event)?.controllers);
  let before = written(agreementOn(agreement, day, knownBy));
  return hands.days.flatMap((from) => {
    if (from <= (day ?? recordEnds ?? BEGINNING)) return [];
    const then = agreementOn(agreement, from, knownBy);
    const own = then.events.get(event);
    if (own === undefined || written(then) === before) return [];
    before = written(then);
    return [{ from, controllers: own.controllers, claims: own.claims }];
  });
}

function withHands(agreement: Agreement, day: Day, knownBy: Day | null): Agreement {
  const { hands } = agreement;
  const isKnown = (claims: readonly string[]) => isHeldKnown(agreement, claims, knownBy);
  const holder = (role: Role) => holderOn(agreement, role, day, knownBy);

  /** The parties in place of the roles that they hold; null where nobody is known to hold one of them. */
  const holders = (ids: readonly string[]): string[] | null => {
    const found = ids.map((id) => {
      const role = hands.roles.get(id);
      return role === undefined ? id : (holder(role)?.party ?? null);
    });
    return found.includes(null) ? null : [...new Set(found.flatMap((id) => id ?? []))];
  };

  const inHands = (event: AgreementEvent): AgreementEvent => {
    const controls = hands.controls.get(event.id);
    if (controls === undefined)
      return event.controllers === null || isKnown(event.claims)
        ? event
        : { ...event, controllers: null };
    const control = inForce(controls, day, isKnown);
    if (control === null || control.of === null) return { ...event, controllers: null };
    const roles = new Set(control.of.flat().flatMap((id) => hands.roles.get(id) ?? []));
    const holding = [...roles].flatMap((role) => holder(role)?.claims ?? []);
    const sets = control.of.flatMap((set) => {
      const own = holders(set);
      return own === null ? [] : [own];
    });
    return {
      ...event,
      // What hangs on a role that nobody is known to hold is nobody's word, and says nothing against anybody either.
      controllers: roles.size === 0 ? control.of : sets.length === 0 ? null : withoutIdle(sets),
      claims: [...new Set([...control.claims, ...holding])],
    };
  };

  const events = new Map([...agreement.events].map(([id, event]) => [id, inHands(event)]));
  const eventsOn = new Map(
    [...agreement.eventsOn].map(([region, own]) => [
      region,
      own.map((event) => events.get(event.id) ?? event),
    ]),
  );
  const acting = (party: Party): Party => {
    const list = hands.actsFor.get(party.id);
    if (list === undefined) return party;
    const { actsFor: _other, ...itself } = party;
    const own = inForce(list, day, isKnown);
    return own === null ? itself : { ...itself, actsFor: own };
  };
  return {
    ...agreement,
    events,
    eventsOn,
    parties: new Map([...agreement.parties].map(([id, party]) => [id, acting(party)])),
  };
}

/** The sets of which no other is a part: where two roles are one party's, some are not needed. */
function withoutIdle(sets: readonly (readonly string[])[]): string[][] {
  return sets
    .filter(
      (set, place) =>
        !sets.some(
          (other, at) =>
            at !== place &&
            other.every((party) => set.includes(party)) &&
            (other.length < set.length || at < place),
        ),
    )
    .map((set) => [...set]);
}
