import type { Agreement, AgreementEvent } from '../model/agreement.ts';
import type { Condition } from '../model/condition.ts';
import type { ConditionStatus } from '../model/condition-status.ts';
import { type Moment, published } from '../model/moment.ts';
import { canBeMetBy, controllersOf, eventsMeeting, takingPartIn } from '../model/region-moves.ts';
import { type PartyStanding, type Standing, standing } from '../model/standing.ts';
import { actorOf, canBringAbout, expandedParties, takesPart } from './controllers.ts';
import { smallest } from '../model/smallest.ts';
import { cyclesAmong } from './strongly-connected.ts';

/** What the waits of a party rest on, whoever it waits for. */
export interface Waiting {
  /** The party whose own reading asks for it. */
  readonly from: string;
  /** The event that the waiting party has a hand in, and that its own reading keeps closed. */
  readonly event: string;
  readonly gate: string | null;
  /** The condition that is not met. */
  readonly condition: Condition;
  /** False where it may or may not be asked by the day, and where it is not known whether it is met. */
  readonly isCertain: boolean;
  /** What the wait rests on: the claims for the condition, and for either party's hand in what it is about. */
  readonly claims: readonly string[];
  /** Derived where the condition is inferred, or that one of the two parties has a hand in it. */
  readonly basis: 'sourced' | 'derived';
}

/** One party waits for another: it asks for something before it lets pass what it could do, and the other has a hand in that. */
export interface Wait extends Waiting {
  readonly to: string;
  /** Those with whom the other would have to act, the waiting party perhaps among them; several where there are alternatives. */
  readonly together: readonly (readonly string[])[];
}

/** A party asks for something before what it has a hand in, and no document says who could bring that about. */
export interface WaitForNobody extends Waiting {
  /** Claims that tell who takes part so far, where no document says who can meet the condition. */
  readonly takingPart: readonly string[];
}

/** An event that a party has a hand in and that the model itself holds back: that is nobody's wait. */
export interface HeldBack {
  readonly event: string;
  readonly gate: string | null;
  /** The minimal sets of unmet conditions of the model's own, as reported. */
  readonly unmet: readonly (readonly Condition[])[];
}

/** Who waits for whom, and where that goes in a circle. */
export interface WaitsAnswer {
  readonly waits: readonly Wait[];
  /** Parties that wait for each other in a circle, whichever way round. */
  readonly cycles: readonly {
    readonly parties: readonly string[];
    readonly waits: readonly Wait[];
  }[];
  /** Conditions that nobody can meet as far as the documents say: a wait for no one. */
  readonly forNobody: readonly WaitForNobody[];
  /** What parties ask for and can themselves bring about, alone: no wait. */
  readonly ownHands: readonly Waiting[];
  readonly heldBack: readonly HeldBack[];
}

export interface WaitsRequest {
  /** The readings of the parties that may wait; every party's where none are named. Readings that are nobody's are passed over. */
  readonly readings?: readonly string[];
  /** Also events that cannot be taken yet because their home region is not there. */
  readonly alsoLater?: boolean;
}

/**
 * Who waits for whom, and where that goes round in a circle, by how things stand at a moment. A party waits by what it
 * asks; that it objects is no wait, for nothing would end it but its own change of mind. It searches nothing.
 */
export function waits(moment: Moment, request: WaitsRequest = {}): WaitsAnswer {
  const { agreement } = moment;
  const { readings = [...agreement.readings.keys()], alsoLater = false } = request;
  const actor = (party: string) => actorOf(agreement, party);
  const found: Wait[] = [];
  const forNobody: WaitForNobody[] = [];
  const ownHands: Waiting[] = [];
  const heldBack: HeldBack[] = [];
  const parties = readings.filter((id) => agreement.readings.get(id)?.kind === 'party');
  for (const event of parties.length === 0 ? [] : agreement.events.values()) {
    const stands = standing(moment, event.id, parties);
    if (isHeldBack(agreement, stands, parties, alsoLater))
      heldBack.push({ event: event.id, gate: event.gate, unmet: stands.requirement?.unmet ?? [] });
    for (const party of stands.parties) {
      const from = agreement.readings.get(party.reading)?.party ?? null;
      if (from === null || !takesPart(agreement, event.controllers, from)) continue;
      if (party.possible.answer === false && !alsoLater) continue;
      for (const status of inTheWay(party)) {
        const waiting = (hands: readonly AgreementEvent[]): Waiting => ({
          from,
          event: event.id,
          gate: event.gate,
          condition: status.condition,
          isCertain: status.isCertain && status.status === 'unmet',
          ...restingOn(moment, status, [event, ...hands]),
        });
        const meeting = eventsLeft(agreement, status, from);
        if (meeting.length === 0) {
          ownHands.push(waiting(ownEvents(agreement, status, from)));
          continue;
        }
        // Where one acts for another, an alternative may take more than another does.
        const alternatives = smallest(
          (controllersOf(meeting) ?? []).map((set) => [...new Set(set.map(actor))]),
          (set) => set,
        );
        // What whoever acts for it can do is nothing that it waits for.
        const others = new Set(alternatives.flat().filter((other) => other !== actor(from)));
        if (others.size === 0)
          forNobody.push({
            ...waiting([]),
            takingPart: published(moment, takingPartIn(meeting)),
          });
        for (const to of others) {
          const hands = meeting.filter(({ controllers }) =>
            controllers?.flat().map(actor).includes(to),
          );
          const together = alternatives.filter((set) => set.includes(to));
          found.push({ ...waiting(hands), to, together });
        }
      }
    }
  }
  const cycles = cyclesAmong(found.map(({ from, to }) => [actor(from), to] as const)).map(
    (circle) => ({
      parties: circle,
      waits: found.filter(({ from, to }) => circle.includes(actor(from)) && circle.includes(to)),
    }),
  );
  return { waits: found, cycles, forNobody, ownHands, heldBack };
}

/**
 * The events that a condition waits for and that a party cannot bring about by itself: those that would meet it or, where
 * it has the last one in its own hands, the first before that it has not. None where
 * it can meet the condition alone.
 */
function eventsLeft(
  agreement: Agreement,
  status: ConditionStatus,
  from: string,
): readonly AgreementEvent[] {
  const { condition, fact, path } = status;
  const isOwn = (event: AgreementEvent) => isInOwnHands(agreement, event, from);
  const meeting = eventsMeeting(agreement, condition, fact.possible);
  if (!meeting.some(isOwn)) return meeting;
  if (canBeMetBy(agreement, condition, fact.possible, isOwn)) return [];
  const first = path
    .flatMap(({ event }) => agreement.events.get(event) ?? [])
    .find((event) => !isOwn(event));
  return first === undefined ? meeting : [first];
}

/** The events of a condition's region that a party can bring about by itself, those that meet the condition alone. */
function ownEvents(
  agreement: Agreement,
  { condition, fact }: ConditionStatus,
  from: string,
): AgreementEvent[] {
  return eventsMeeting(agreement, condition, fact.possible).filter((event) =>
    isInOwnHands(agreement, event, from),
  );
}

function isInOwnHands(agreement: Agreement, { controllers }: AgreementEvent, party: string) {
  return canBringAbout(agreement, controllers, expandedParties(agreement, [party]), 'nobody');
}

function isHeldBack(
  agreement: Agreement,
  { event, possible, requirement, taken }: Standing,
  readings: readonly string[],
  alsoLater: boolean,
): boolean {
  if (requirement === null || requirement.truth === true || taken === true) return false;
  if (possible.answer === false && !alsoLater) return false;
  return readings.some((id) => {
    const party = agreement.readings.get(id)?.party ?? null;
    return party !== null && takesPart(agreement, event.controllers, party);
  });
}

/** What a wait rests on: a condition, and who is said to have a hand in some events. */
function restingOn(
  moment: Moment,
  { condition, claims }: ConditionStatus,
  events: readonly AgreementEvent[],
): Pick<Waiting, 'claims' | 'basis'> {
  const isInferred =
    condition.basis !== 'sourced' || events.some(({ inference }) => inference !== null);
  const hands = events.toReversed().flatMap((event) => published(moment, event.claims));
  return {
    claims: [...new Set([...claims, ...hands])],
    basis: isInferred ? 'derived' : 'sourced',
  };
}

/**
 * The conditions in a party's way: those of the minimal blocking sets, and those that they entail. Whoever waits for the
 * last stage of a region waits for what comes before it, too, and that may be for others to bring about.
 */
function inTheWay({ unmet, conditions }: PartyStanding): ConditionStatus[] {
  const ids = new Set(unmet.flat().map(({ id }) => id));
  const blocking = conditions.filter(({ condition }) => ids.has(condition.id));
  const isEntailed = ({ condition: { region, stages } }: ConditionStatus): boolean =>
    blocking.some(
      ({ condition: asked }) =>
        asked.region === region && asked.stages.every((stage) => stages.includes(stage)),
    );
  const isUnmet = ({ status }: ConditionStatus) => status === 'unmet' || status === 'unknown';
  return conditions.filter(
    (each) =>
      ids.has(each.condition.id) || (blocking.length > 0 && isUnmet(each) && isEntailed(each)),
  );
}
