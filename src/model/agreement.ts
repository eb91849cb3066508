import type { Condition, ConditionTree } from './condition.ts';
import type { Day } from './days.ts';
import type { Duty } from './duty.ts';
import type { Tenure } from './tenure.ts';
import type { Statement } from './statement.ts';
import type { Hands } from './hands.ts';
import type { Speaker } from './shapes/agreement-file.ts';
import type { Controllers, EventRecord } from './shapes/events-file.ts';
import type { Claim, Source } from './shapes/source.ts';
import type { EventMoves, Region, Statechart } from './statechart.ts';

export type { Speaker } from './shapes/agreement-file.ts';
export type { Controllers } from './shapes/events-file.ts';

/** Who acts: by itself, as a group of members, or for another. */
export interface Party {
  readonly id: string;
  readonly title: string;
  readonly members?: readonly string[] | undefined;
  /** For whom it acts, and what says so. */
  readonly actsFor?:
    (Partial<Tenure> & { readonly party: string; readonly claims: readonly string[] }) | undefined;
}

/** A claim with what names it for others (`source.claim`) and where it comes from. */
export interface CitedClaim extends Claim {
  readonly reference: string;
  readonly source: Source;
  /** Claims that dispute it, whichever of the two says so in its record. */
  readonly disputedBy: readonly string[];
}

/** One party's reading of the agreement, or the terms as reported. What it does not name is unstated. */
export interface Reading {
  readonly id: string;
  readonly title: string;
  readonly kind: 'party' | 'terms';
  readonly party: string | null;
  /** What it holds, by event, in the order in which it came to hold it. */
  readonly positions: ReadonlyMap<string, readonly Statement[]>;
  /** Claims of the party or about it that bear on an event and are no position. */
  readonly says: ReadonlyMap<string, readonly string[]>;
}

/** An event: what it moves, what it means, and who can bring it about. */
export interface AgreementEvent extends EventMoves {
  readonly title: string;
  readonly direction: EventRecord['direction'];
  /** Who can bring it about: of a moment's agreement on its day, of an agreement by itself where the record ends. */
  readonly controllers: Controllers;
  /** The claims that name the controllers. */
  readonly claims: readonly string[];
  /** Claims that tell who takes part so far, where no document says who can bring it about. */
  readonly takingPart: readonly string[];
  readonly inference: string | null;
  /** What the model assumes by having the event at all, where no document speaks of it; null otherwise. */
  readonly assumed: string | null;
  /** What the model itself requires first; null where it requires nothing. */
  readonly requirement: ConditionTree | null;
  /** Claims on what is said to stand in the way without being a condition. */
  readonly inTheWay: readonly string[];
  /** What somebody is bound to bring about by it, in the order of the file. */
  readonly duties: readonly Duty[];
  /** The gate that it is, if a requirement or a position stands before it. */
  readonly gate: string | null;
}

/** An event on which some requirement or position exists, under the name that people use. */
export interface Gate {
  /** The event's alias, or its id where it has none. */
  readonly id: string;
  readonly event: string;
  readonly title: string;
}

/**
 * Everything that the project knows of one agreement: the statechart and the data around it. What changes hands is in
 * those in which it is on one day; see `agreementOn`.
 */
export interface Agreement {
  readonly id: string;
  readonly title: string;
  readonly summary: string | null;
  /** What it is about and what is in question, for someone who knows nothing. */
  readonly question: string | null;
  readonly statechart: Statechart;
  readonly regions: ReadonlyMap<string, Region>;
  readonly events: ReadonlyMap<string, AgreementEvent>;
  /** The events that move a region, by region. */
  readonly eventsOn: ReadonlyMap<string, readonly AgreementEvent[]>;
  readonly gates: ReadonlyMap<string, Gate>;
  /** Events by the alias that their record gives them, gates or not. */
  readonly aliases: ReadonlyMap<string, string>;
  readonly parties: ReadonlyMap<string, Party>;
  readonly speakers: ReadonlyMap<string, Speaker>;
  readonly readings: ReadonlyMap<string, Reading>;
  /** Every condition, the model's own among them, by id. */
  readonly conditions: ReadonlyMap<string, Condition>;
  /** Every objection, by id. */
  readonly objections: ReadonlyMap<string, Statement>;
  readonly sources: readonly Source[];
  readonly claims: ReadonlyMap<string, CitedClaim>;
  /** Claims on the stage that a region starts in. */
  readonly start: ReadonlyMap<string, readonly string[]>;
  /** What changes hands from day to day, as the files have it. */
  readonly hands: Hands;
  /** The last day that any source can have been published: where the record ends; null where it has no source. */
  readonly recordEnds: Day | null;
}

/** The gate that a name stands for: its own id, or its event's; null where there is none. */
export function gateOf(agreement: Agreement, name: string): Gate | null {
  const id = agreement.events.get(name)?.gate ?? name;
  return agreement.gates.get(id) ?? null;
}

/** The event that a name stands for: its own id or the alias that it is known by; null where there is none. */
export function eventNamed(agreement: Agreement, name: string): AgreementEvent | null {
  const event = agreement.aliases.get(name) ?? name;
  return agreement.events.get(event) ?? null;
}

/** A region's title, or the id where there is no such region. */
export function regionTitle(agreement: Agreement, regionId: string): string {
  return agreement.regions.get(regionId)?.title ?? regionId;
}

/** A stage's title, or the id where there is no such stage (an unknown one). */
export function stageTitle(agreement: Agreement, regionId: string, stageId: string): string {
  return (
    agreement.regions.get(regionId)?.stages.find((stage) => stage.id === stageId)?.title ?? stageId
  );
}

/** What a condition asks for: `region: stage or stage`, in their titles. */
export function conditionTitle(agreement: Agreement, { region, stages }: Condition): string {
  const titles = stages.map((stage) => stageTitle(agreement, region, stage));
  const last = titles.at(-1) ?? '';
  const said = titles.length < 2 ? last : `${titles.slice(0, -1).join(', ')} or ${last}`;
  return `${regionTitle(agreement, region)}: ${said}`;
}

/** A reading's title, its id where there is none (the computed ones). */
export function readingTitle(agreement: Agreement, readingId: string): string {
  return agreement.readings.get(readingId)?.title ?? readingId;
}

/** The title of whoever speaks or acts, and of a role. */
export function partyTitle(agreement: Agreement, id: string): string {
  const { parties, speakers, hands } = agreement;
  return (parties.get(id) ?? speakers.get(id) ?? hands.roles.get(id))?.title ?? id;
}

/** The parties' own readings, in the order of the files: those that count over the parties. */
export function partyReadings(agreement: Agreement): Reading[] {
  return [...agreement.readings.values()].filter((reading) => reading.kind === 'party');
}
