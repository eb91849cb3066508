import type { Condition, Leaf } from './condition.ts';
import type { Day, DayRange } from './days.ts';
import type { Party, Speaker } from './shapes/agreement-file.ts';
import type { Controllers, EventRecord } from './shapes/events-file.ts';
import type { Claim, Source } from './shapes/source.ts';
import type { EventMoves, Region, Statechart } from './statechart.ts';

export type { Party, Speaker } from './shapes/agreement-file.ts';
export type { Controllers } from './shapes/events-file.ts';

/** A claim with what names it for others (`source.claim`) and where it comes from. */
export interface CitedClaim extends Claim {
  readonly reference: string;
  readonly source: Source;
  /** Claims that contradict it, whichever of the two says so in its record. */
  readonly disputedBy: readonly string[];
}

/** A position that a reading states on a gate, in force once `since` has passed. */
export interface Position {
  readonly since: DayRange | null;
  /** Claims for the position as a whole; its leaves have their own. */
  readonly claims: readonly string[];
  readonly condition: Condition;
}

/** What a reading says of a gate; `stated` is null where the documents attribute nothing to it. */
export interface GateCell {
  readonly stated: Position | null;
  readonly remarks: readonly string[];
}

/** One party's reading of the agreement, or the terms as reported. Its cells name every gate. */
export interface Reading {
  readonly id: string;
  readonly title: string;
  readonly kind: 'party' | 'terms';
  readonly party: string | null;
  readonly gates: ReadonlyMap<string, GateCell>;
}

/** An event: what it moves, what it means, and who can bring it about. */
export interface AgreementEvent extends EventMoves {
  readonly title: string;
  readonly direction: EventRecord['direction'];
  readonly controllers: Controllers;
  readonly claims: readonly string[];
  readonly inference: string | null;
  /** The gate that it stands behind, if any. */
  readonly gate: string | null;
}

/** An event that readings speak of, by the alias that it has for them. */
export interface Gate {
  readonly id: string;
  readonly event: string;
  readonly title: string;
}

/** Everything that the project knows of one agreement: the statechart and the data around it. */
export interface Agreement {
  readonly id: string;
  readonly title: string;
  /** What it is about, for somebody who knows nothing of it. */
  readonly question: string;
  readonly summary: string;
  readonly statechart: Statechart;
  readonly regions: ReadonlyMap<string, Region>;
  readonly events: ReadonlyMap<string, AgreementEvent>;
  /** The events that move a region, by region. */
  readonly eventsOn: ReadonlyMap<string, readonly AgreementEvent[]>;
  /** In the order of the file. */
  readonly gates: ReadonlyMap<string, Gate>;
  readonly parties: ReadonlyMap<string, Party>;
  readonly speakers: ReadonlyMap<string, Speaker>;
  readonly readings: ReadonlyMap<string, Reading>;
  /** What holds under every reading, gate by gate: derived from the model, no party's position. */
  readonly base: ReadonlyMap<string, Condition>;
  readonly sources: readonly Source[];
  readonly claims: ReadonlyMap<string, CitedClaim>;
  /** The last day that any source can have been published: where the record ends. */
  readonly recordEnds: Day;
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

/** What a leaf asks for: `region: stage or stage`, in their titles; that it never holds where it says so. */
export function leafTitle(agreement: Agreement, { region, stages }: Leaf): string {
  if (region === null) return 'never, under any terms';
  const titles = stages.map((stage) => stageTitle(agreement, region, stage));
  const last = titles.at(-1) ?? '';
  const said = titles.length < 2 ? last : `${titles.slice(0, -1).join(', ')} or ${last}`;
  return `${regionTitle(agreement, region)}: ${said}`;
}

/** A reading's title, its id where there is none (the computed ones). */
export function readingTitle(agreement: Agreement, readingId: string): string {
  return agreement.readings.get(readingId)?.title ?? readingId;
}

/** The title of whoever speaks or acts. */
export function partyTitle(agreement: Agreement, id: string): string {
  return agreement.parties.get(id)?.title ?? agreement.speakers.get(id)?.title ?? id;
}

/** The parties' own readings, in the order of the files: those that count towards contested, everyone and anyone. */
export function partyReadings(agreement: Agreement): Reading[] {
  return [...agreement.readings.values()].filter((reading) => reading.kind === 'party');
}
