import type {
  Agreement,
  AgreementEvent,
  CitedClaim,
  Gate,
  GateCell,
  Position,
  Reading,
} from './agreement.ts';
import { type Condition, leavesOf, NOTHING_ASKED } from './condition.ts';
import { type DayRange, earliest } from './days.ts';
import { inNaturalOrder } from './natural-order.ts';
import type { AgreementFile, PartiesFile } from './shapes/agreement-file.ts';
import type { EventsFile } from './shapes/events-file.ts';
import type { ConditionFile, LeafFile, ReadingFile } from './shapes/reading.ts';
import type { RegionsFile } from './shapes/regions-file.ts';
import type { Source } from './shapes/source.ts';
import { type Region, statechartOf } from './statechart.ts';

/** The files of one agreement, as read and checked one by one. */
export interface AgreementFiles {
  readonly agreement: AgreementFile;
  readonly parties: PartiesFile;
  readonly regions: RegionsFile;
  readonly events: EventsFile;
  readonly readings: readonly ReadingFile[];
  readonly sources: readonly Source[];
}

/**
 * Puts an agreement together from its files. References that lead nowhere are left out here;
 * `src/load` reports them, with their places, before anyone runs on the result.
 */
export function assembleAgreement(files: AgreementFiles): Agreement {
  const statechart = statechartOf(files.agreement.id, files.regions, files.events);
  const regions = new Map(statechart.regions.map((region) => [region.id, region]));
  const gates = gatesOf(files.events);
  const claims = citeClaims(files.sources);
  const records = new Map(files.events.events.map((event) => [event.id, event]));

  const events = new Map<string, AgreementEvent>();
  for (const moves of statechart.events) {
    const record = records.get(moves.id);
    events.set(moves.id, {
      ...moves,
      title: record?.title ?? moves.id,
      direction: record?.direction ?? 'forward',
      controllers: record?.controllers ?? null,
      claims: record?.claims ?? [],
      inference: record?.inference ?? null,
      gate: record?.alias ?? null,
    });
  }

  const base = new Map<string, Condition>();
  const readings = new Map<string, Reading>();
  for (const file of files.readings) {
    if (file.kind === 'base') {
      for (const [gateId, cell] of Object.entries(file.gates)) {
        if (cell.position === 'stated' && cell.condition)
          base.set(gateId, readCondition(cell.condition, file, regions, claims));
      }
      continue;
    }
    const cells = new Map<string, GateCell>();
    for (const gateId of gates.keys())
      cells.set(gateId, readCell(file.gates[gateId], file, regions, claims));
    readings.set(file.id, {
      id: file.id,
      title: file.title,
      kind: file.kind,
      party: file.kind === 'party' ? file.party : null,
      gates: cells,
    });
  }

  return {
    id: files.agreement.id,
    title: files.agreement.title,
    question: files.agreement.question,
    summary: files.agreement.summary,
    statechart,
    regions,
    events,
    eventsOn: new Map(
      [...regions.keys()].map((region) => [
        region,
        [...events.values()].filter((event) => region in event.moves),
      ]),
    ),
    gates,
    parties: new Map(files.parties.parties.map((party) => [party.id, party])),
    speakers: new Map(files.parties.speakers.map((speaker) => [speaker.id, speaker])),
    readings,
    base,
    sources: files.sources,
    claims,
    recordEnds: files.sources.reduce(
      (last, source) => (source.published.to > last ? source.published.to : last),
      '0000-01-01',
    ),
  };
}

function gatesOf({ events }: EventsFile): Map<string, Gate> {
  const gates = new Map<string, Gate>();
  for (const { id, alias, title } of events)
    if (alias !== undefined) gates.set(alias, { id: alias, event: id, title });
  return gates;
}

function citeClaims(sources: readonly Source[]): Map<string, CitedClaim> {
  const disputes = new Map<string, Set<string>>();
  const link = (from: string, to: string) =>
    disputes.set(from, (disputes.get(from) ?? new Set()).add(to));
  for (const source of sources) {
    for (const claim of source.claims) {
      for (const other of claim.disputes) {
        link(`${source.id}.${claim.id}`, other);
        link(other, `${source.id}.${claim.id}`);
      }
    }
  }
  const cited = new Map<string, CitedClaim>();
  for (const source of sources) {
    for (const claim of source.claims) {
      const reference = `${source.id}.${claim.id}`;
      cited.set(reference, {
        ...claim,
        reference,
        source,
        disputedBy: [...(disputes.get(reference) ?? [])].toSorted(byReference),
      });
    }
  }
  return cited;
}

/** Orders claims by source, then by number. */
export const byReference = inNaturalOrder;

function readCell(
  cell: ReadingFile['gates'][string] | undefined,
  file: ReadingFile,
  regions: ReadonlyMap<string, Region>,
  claims: ReadonlyMap<string, CitedClaim>,
): GateCell {
  if (cell === undefined || cell.position === 'unstated')
    return { stated: null, remarks: cell?.remarks ?? [] };
  const condition = cell.condition
    ? readCondition(cell.condition, file, regions, claims)
    : NOTHING_ASKED;
  const cites = [...cell.claims, ...leavesOf(condition).flatMap((leaf) => leaf.claims)];
  const stated: Position = { claims: cell.claims, condition, since: publishedFirst(cites, claims) };
  return { stated, remarks: cell.remarks };
}

function publishedFirst(
  references: readonly string[],
  claims: ReadonlyMap<string, CitedClaim>,
): DayRange | null {
  const published = references
    .map((reference) => claims.get(reference)?.source.published)
    .filter((range) => range !== undefined);
  const first = earliest(published);
  return first === null ? null : { from: first.from, to: first.to };
}

/** Reads a condition as written; `not` becomes the region's other stages, and turns `all` and `any` about. */
function readCondition(
  written: ConditionFile,
  file: ReadingFile,
  regions: ReadonlyMap<string, Region>,
  claims: ReadonlyMap<string, CitedClaim>,
  negated = false,
): Condition {
  if ('not' in written) return readCondition(written.not, file, regions, claims, !negated);
  if ('all' in written || 'any' in written) {
    const isAll = 'all' in written;
    const of = (isAll ? written.all : written.any).map((part) =>
      readCondition(part, file, regions, claims, negated),
    );
    return { kind: isAll === negated ? 'any' : 'all', of };
  }
  return readLeaf(written, file, regions, claims, negated);
}

function readLeaf(
  written: LeafFile,
  file: ReadingFile,
  regions: ReadonlyMap<string, Region>,
  claims: ReadonlyMap<string, CitedClaim>,
  negated: boolean,
): Condition {
  const shared = {
    id: written.leaf,
    claims: written.claims,
    since: file.kind === 'base' ? null : publishedFirst(written.claims, claims),
    basis: written.inference === undefined ? ('sourced' as const) : ('derived' as const),
    inference: written.inference ?? null,
    reading: file.id,
  };
  if ('never' in written) {
    return negated
      ? NOTHING_ASKED
      : { kind: 'leaf', leaf: { ...shared, region: null, stages: [] } };
  }
  const all = regions.get(written.region)?.stages.map((stage) => stage.id) ?? [];
  const stages = negated ? all.filter((stage) => !written.stages.includes(stage)) : written.stages;
  return { kind: 'leaf', leaf: { ...shared, region: written.region, stages } };
}
