import type { Agreement, CitedClaim, Controllers, Position } from './agreement.ts';
import {
  blockingSets,
  type Condition,
  evaluate,
  type Leaf,
  leavesOf,
  meets,
  waive,
} from './condition.ts';
import type { DayRange } from './days.ts';
import { FACTUAL_KINDS } from './claim-kinds.ts';
import { agreed, every, some, type Truth } from './kleene.ts';
import type { Fact, RunState } from './run.ts';
import type { Verdict } from './shapes/scenario.ts';
import type { StageMap } from './statechart.ts';
import {
  eventsMeeting,
  leafControllers,
  type LeafMove,
  leafPath,
  stagesBeyond,
  takingPartIn,
} from './region-moves.ts';
import { effectiveCondition, isPublished, type Terms } from './terms.ts';
import { tellUnknownFacts, type UnknownFacts } from './unknown-facts.ts';

/** A leaf of a gate's condition as it stands in a run. */
export interface LeafStatus {
  readonly leaf: Leaf;
  readonly status: 'met' | 'unmet' | 'unknown' | 'waived';
  /** Who can bring about an event that meets it; none for a leaf that says never, null where no document says. */
  readonly controllers: Controllers;
  /** Claims that tell who takes part so far, where no document says who can meet it. */
  readonly takingPart: readonly string[];
  /** The shortest way there within its own region, gates aside; empty where it is met or there is none. */
  readonly path: readonly LeafMove[];
  /** Where its region stands; null for a leaf that says never. */
  readonly fact: Fact | null;
  /** Parties whose claims contradict those behind the fact. */
  readonly disputedBy: readonly string[];
}

/** A gate under one reading: its verdict and everything that it rests on. */
export interface GateUnderReading {
  readonly reading: string;
  readonly gate: string;
  readonly verdict: Verdict;
  /** Whether the event can leave the stage that its home region is in; null where that is unknown. */
  readonly eventPossible: boolean | null;
  readonly position: 'stated' | 'unstated';
  readonly since: DayRange | null;
  readonly claims: readonly string[];
  readonly remarks: readonly string[];
  readonly condition: Condition;
  readonly blocking: readonly (readonly string[])[];
  readonly leaves: readonly LeafStatus[];
  readonly unknownFacts: UnknownFacts;
}

/**
 * The stage from which a gate's event cannot happen, though it has not happened yet: the gate may be open and still
 * nothing go through it.
 *
 * @param state where the run stands that the gate was judged in
 * @returns the event's home region and its stage; null where the event can happen, has happened, or is not known to
 */
export function eventHeldBy(
  agreement: Agreement,
  judged: GateUnderReading,
  state: RunState,
): { readonly region: string; readonly stage: string } | null {
  const gate = agreement.gates.get(judged.gate);
  const event = gate && agreement.events.get(gate.event);
  if (event === undefined || judged.eventPossible !== false) return null;
  const stage = state.facts[event.home]?.stage ?? '';
  if (judged.verdict === 'passed' || stagesBeyond(agreement, event).has(stage)) return null;
  return { region: event.home, stage };
}

/**
 * A gate's verdict in a run, with the leaves behind it.
 *
 * `passed` where the home region stands at the event's target or beyond it on forward events; `unstated` where the
 * reading states no position by the day and nothing that all readings share closes the gate.
 *
 * @param terms the reading, the day on which its conditions are taken, and what it has waived
 * @param state where the run stands
 */
export function judgeGate(
  agreement: Agreement,
  gateId: string,
  terms: Terms,
  state: RunState,
): GateUnderReading {
  const gate = agreement.gates.get(gateId);
  const event = gate && agreement.events.get(gate.event);
  if (event === undefined) throw new Error(`The agreement ${agreement.id} has no gate ${gateId}.`);
  const { position, condition } = effectiveCondition(agreement, gateId, terms);
  const isStated = position !== null;
  const beyond = stagesBeyond(agreement, event);

  const waived = (leaf: Leaf) => terms.waived.includes(leaf.id);
  const verdictIn = (world: StageMap): Verdict => {
    if (beyond.has(world[event.home] ?? '')) return isStated ? 'passed' : 'unstated';
    if (evaluate(condition, (leaf) => waived(leaf) || meets(leaf, world)) !== true) return 'closed';
    return isStated ? 'open' : 'unstated';
  };
  const verdicts = state.worlds.map(verdictIn);
  const truthOf = (leaf: Leaf): Truth =>
    waived(leaf) || agreed(state.worlds.map((world) => meets(leaf, world)));

  const leaves = leavesOf(condition).map((leaf): LeafStatus => {
    const truth = truthOf(leaf);
    const status = waived(leaf) ? 'waived' : truth === null ? 'unknown' : truth ? 'met' : 'unmet';
    const fact = leaf.region === null ? null : (state.facts[leaf.region] ?? null);
    return {
      leaf,
      status,
      controllers: leafControllers(agreement, leaf),
      takingPart: takingPartIn(eventsMeeting(agreement, leaf)),
      path: status === 'met' ? [] : leafPath(agreement, leaf, fact?.stage ?? ''),
      fact,
      disputedBy:
        fact === null || leaf.region === null
          ? []
          : disputingParties(agreement, leaf.region, fact.claims),
    };
  });
  const verdict = commonVerdict(verdicts);
  const published = (reference: string) => isPublished(agreement, reference, terms.day);
  const remarks = (agreement.readings.get(terms.reading)?.gates.get(gateId)?.remarks ?? []).filter(
    published,
  );
  return {
    reading: terms.reading,
    gate: gateId,
    verdict,
    eventPossible: agreed(
      state.worlds.map((world) => (world[event.home] ?? '') in (event.moves[event.home] ?? {})),
    ),
    position: isStated ? 'stated' : 'unstated',
    since: position?.since ?? null,
    claims: isStated ? statedClaims(agreement, position, leaves, terms) : [],
    remarks,
    condition,
    blocking:
      verdict === 'closed' || verdict === 'unknown'
        ? blockingSets(waive(condition, terms.waived), (leaf) => truthOf(leaf) === true)
        : [],
    leaves,
    unknownFacts: unknownFacts(agreement, state, verdicts),
  };
}

/** The one verdict of several possible values; open and passed together are open, others unknown. */
export function commonVerdict(verdicts: readonly Verdict[]): Verdict {
  const distinct = new Set(verdicts);
  const [only] = distinct;
  if (distinct.size === 1 && only !== undefined) return only;
  return [...distinct].every((verdict) => verdict === 'open' || verdict === 'passed') &&
    distinct.size > 0
    ? 'open'
    : 'unknown';
}

/** Verdicts over readings: the common one, else contested, else unknown; unstated ones have no say. */
export function overallVerdict(verdicts: readonly GateUnderReading[]): Verdict | 'contested' {
  const said = verdicts.filter(hasSay).map((entry) => entry.verdict);
  if (said.length === 0) return 'unstated';
  const opens = said.some((verdict) => verdict === 'open' || verdict === 'passed');
  if (opens && said.includes('closed')) return 'contested';
  return commonVerdict(said);
}

/** The three-valued `and` (everyone) or `or` (anyone) of the verdicts of readings that have a say. */
export function combinedVerdict(
  verdicts: readonly GateUnderReading[],
  how: 'everyone' | 'anyone',
): Verdict {
  const said = verdicts.filter(hasSay).map((entry) => entry.verdict);
  if (said.length === 0) return 'unstated';
  const truths = said.map((verdict): Truth =>
    verdict === 'unknown' ? null : verdict !== 'closed',
  );
  const truth = how === 'everyone' ? every(truths) : some(truths);
  if (truth === null) return 'unknown';
  if (!truth) return 'closed';
  const letting = said.filter((verdict) => verdict !== 'closed' && verdict !== 'unknown');
  return letting.every((verdict) => verdict === 'passed') ? 'passed' : 'open';
}

/** A reading has a say where it states a position, or where what all readings share closes the gate. */
function hasSay(entry: GateUnderReading): boolean {
  return entry.verdict !== 'unstated';
}

/**
 * The parties whose claims contradict a fact: said by them or reported of them, about the same region, and saying how
 * things are. That somebody asks for something else is a dispute about what is required, not about the fact.
 */
export function disputingParties(
  agreement: Agreement,
  region: string,
  references: readonly string[],
): string[] {
  const parties = new Set<string>();
  for (const reference of references) {
    for (const other of agreement.claims.get(reference)?.disputedBy ?? []) {
      const claim = agreement.claims.get(other);
      if (
        claim === undefined ||
        !claim.regions.includes(region) ||
        !FACTUAL_KINDS.includes(claim.kind)
      )
        continue;
      for (const party of whoseClaim(agreement, claim)) parties.add(party);
    }
  }
  return [...parties];
}

/** The parties whose stance a claim gives: those it is attributed to, else the speaker where that is a party. */
export function whoseClaim(agreement: Agreement, claim: CitedClaim): string[] {
  if (claim.attributedTo.length > 0) return [...claim.attributedTo];
  return agreement.parties.has(claim.speaker) ? [claim.speaker] : [];
}

/**
 * Claims among those said of a gate that report the party's own refusal of it. Where the reading states nothing, they
 * tell apart that no condition is reported from that no document says a word.
 */
export function refusalsReported(
  agreement: Agreement,
  { reading, remarks }: Pick<GateUnderReading, 'reading' | 'remarks'>,
): string[] {
  const party = agreement.readings.get(reading)?.party ?? null;
  return remarks.filter((reference) => {
    const claim = agreement.claims.get(reference);
    return (
      claim?.kind === 'refusal' && party !== null && whoseClaim(agreement, claim).includes(party)
    );
  });
}

/** Whether all of some claims are hearsay, so that what they are cited for is known at second hand only. */
export function isAtSecondHand(agreement: Agreement, references: readonly string[]): boolean {
  return (
    references.length > 0 &&
    references.every((reference) => agreement.claims.get(reference)?.hearsay === true)
  );
}

/** The claims for a position and for its leaves in force, as far as they are published by the day. */
function statedClaims(
  agreement: Agreement,
  position: Position,
  leaves: readonly LeafStatus[],
  terms: Terms,
): string[] {
  const own = leaves
    .filter(({ leaf }) => leaf.reading === terms.reading)
    .flatMap(({ leaf }) => leaf.claims);
  return [...new Set([...position.claims, ...own])].filter((reference) =>
    isPublished(agreement, reference, terms.day),
  );
}

function unknownFacts(
  agreement: Agreement,
  state: RunState,
  verdicts: readonly Verdict[],
): UnknownFacts {
  const unknown = agreement.statechart.regions
    .map(({ id }) => id)
    .filter((id) => state.worlds.length > 1 && state.facts[id]?.stage === 'unknown');
  return tellUnknownFacts(unknown, state.worlds, verdicts.map(isOpen));
}

function isOpen(verdict: Verdict): boolean {
  return verdict !== 'closed';
}
