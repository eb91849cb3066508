import type { Agreement, AgreementEvent } from '../model/agreement.ts';
import { blockingSets, type Leaf, leavesOf, meets, waive } from '../model/condition.ts';
import { effectiveCondition } from '../model/terms.ts';
import { eventsMeeting, leafControllers, takingPartIn } from '../model/region-moves.ts';
import { compiled, type Standpoint } from './compile.ts';
import { takesPart } from './controllers.ts';
import { cyclesAmong } from './strongly-connected.ts';
import { namedState, startState } from './system.ts';

/** One party waits for another: its own reading refuses what it could do until the other has done something. */
export interface Wait {
  readonly from: string;
  readonly to: string;
  /** The event that the waiting party has a hand in, and the gate that its own reading keeps closed. */
  readonly event: string;
  readonly gate: string;
  /** The leaf that is not met, on which the other party has a hand. */
  readonly leaf: Leaf;
  /** What the wait rests on: the claims for the leaf, and for either party's hand in what it is about. */
  readonly claims: readonly string[];
  /** Derived where the leaf is inferred, or that one of the two parties has a hand in it. */
  readonly basis: 'sourced' | 'derived';
  /** Those with whom the other would have to act, the waiting party perhaps among them; several where there are alternatives. */
  readonly together: readonly (readonly string[])[];
}

export interface WaitsAnswer {
  readonly waits: readonly Wait[];
  /** Parties that wait for each other in a circle, whichever way round. */
  readonly cycles: readonly {
    readonly parties: readonly string[];
    readonly waits: readonly Wait[];
  }[];
  /** Leaves that nobody can meet as far as the documents say (never, or controllers unstated): a wait for no one. */
  readonly forNobody: readonly WaitForNobody[];
}

/** A party's own reading refuses what it has a hand in, and no document says who could change that. */
export interface WaitForNobody {
  readonly from: string;
  readonly gate: string;
  readonly leaf: Leaf;
  readonly claims: readonly string[];
  readonly basis: 'sourced' | 'derived';
  /** Claims that tell who takes part so far, where no document says who can meet the leaf. */
  readonly takingPart: readonly string[];
}

export interface WaitsRequest {
  /** Each party's own reading, from where its run stands. Readings that are nobody's are passed over. */
  readonly standpoints: readonly Standpoint[];
  /** Also gates of events that cannot be taken yet because their home region is not there. */
  readonly alsoLater?: boolean;
}

/** Who waits for whom, and where that goes round in a circle. It looks at the states given and searches nothing. */
export function waits(agreement: Agreement, request: WaitsRequest): WaitsAnswer {
  const found: Wait[] = [];
  const forNobody: WaitForNobody[] = [];
  for (const standpoint of request.standpoints) {
    const { terms } = standpoint;
    const party = agreement.readings.get(terms.reading)?.party ?? null;
    if (party === null) continue;
    const system = compiled(agreement, standpoint);
    const stages = namedState(system, startState(system));
    for (const event of agreement.events.values()) {
      const { gate } = event;
      if (gate === null || !takesPart(agreement, event.controllers, party)) continue;
      const isPossible = (stages[event.home] ?? '') in (event.moves[event.home] ?? {});
      if (!isPossible && request.alsoLater !== true) continue;
      for (const leaf of unmetLeaves(agreement, gate, standpoint, stages)) {
        const alternatives = leafControllers(agreement, leaf) ?? [];
        const meeting = eventsMeeting(agreement, leaf);
        const others = new Set(alternatives.flat().filter((other) => other !== party));
        if (others.size === 0) {
          const takingPart = takingPartIn(meeting);
          forNobody.push({ from: party, gate, leaf, ...restingOn(leaf, [event]), takingPart });
        }
        for (const to of others) {
          const together = alternatives.filter((set) => set.includes(to));
          const hands = meeting.filter(({ controllers }) => controllers?.flat().includes(to));
          const basis = restingOn(leaf, [event, ...hands]);
          found.push({ from: party, to, event: event.id, gate, leaf, ...basis, together });
        }
      }
    }
  }
  const cycles = cyclesAmong(found.map(({ from, to }) => [from, to] as const)).map((parties) => ({
    parties,
    waits: found.filter(({ from, to }) => parties.includes(from) && parties.includes(to)),
  }));
  return { waits: found, cycles, forNobody };
}

/** What a wait rests on: a leaf, and who is said to have a hand in some events. */
function restingOn(
  leaf: Leaf,
  events: readonly AgreementEvent[],
): { claims: string[]; basis: 'sourced' | 'derived' } {
  const isInferred = leaf.basis === 'derived' || events.some(({ inference }) => inference !== null);
  const claims = [...leaf.claims, ...events.toReversed().flatMap((event) => event.claims)];
  return { claims: [...new Set(claims)], basis: isInferred ? 'derived' : 'sourced' };
}

/**
 * The leaves in the way of a gate: those of its minimal blocking sets, and those that they entail. Whoever waits for
 * the last stage of a region waits for what comes before it, too, and that may be for others to bring about.
 */
function unmetLeaves(
  agreement: Agreement,
  gate: string,
  { terms }: Standpoint,
  stages: Readonly<Record<string, string>>,
): Leaf[] {
  const { condition } = effectiveCondition(agreement, gate, terms);
  const standing = waive(condition, terms.waived);
  const met = (leaf: Leaf) => meets(leaf, stages);
  const inTheWay = new Set(blockingSets(standing, met).flat());
  const leaves = leavesOf(standing);
  const blocking = leaves.filter(({ id }) => inTheWay.has(id));
  const isEntailed = (leaf: Leaf) =>
    leaf.region !== null &&
    blocking.some(
      ({ region, stages: asked }) =>
        region === leaf.region && asked.every((stage) => leaf.stages.includes(stage)),
    );
  return leaves.filter((leaf) => inTheWay.has(leaf.id) || (!met(leaf) && isEntailed(leaf)));
}
