import type { Agreement, AgreementEvent, CitedClaim, Gate, Reading } from './agreement.ts';
import { type Condition, type ConditionTree, conditionsOf, NOTHING_ASKED } from './condition.ts';
import type { Day } from './days.ts';
import { type Duty, dutyId, periodOf } from './duty.ts';
import { agreementOn } from './agreement-on.ts';
import { alternativesOf, handsOf } from './hands.ts';
import { inNaturalOrder } from './natural-order.ts';
import type { Statement } from './statement.ts';
import type { AgreementFile, PartiesFile } from './shapes/agreement-file.ts';
import type { ConditionFile } from './shapes/condition.ts';
import type { EventRecord, EventsFile } from './shapes/events-file.ts';
import type { PositionFile, ReadingFile } from './shapes/reading.ts';
import type { RegionsFile } from './shapes/regions-file.ts';
import type { Source } from './shapes/source.ts';
import { asSentence } from './shapes/in-words.ts';
import { statechartOf } from './statechart.ts';

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
 * Puts an agreement together from its files. References that lead nowhere are left out here; `src/load` reports them,
 * with their places, before anyone runs on the result.
 */
export function assembleAgreement(files: AgreementFiles): Agreement {
  const statechart = statechartOf(files.agreement.id, files.regions, files.events);
  const regions = new Map(statechart.regions.map((region) => [region.id, region]));
  const readings = new Map(
    files.readings.map((file) => [file.id, readReading(file, files.parties)]),
  );
  const gated = new Set([...readings.values()].flatMap(({ positions }) => [...positions.keys()]));

  const hands = handsOf(files.parties, files.events);

  const events = new Map<string, AgreementEvent>();
  const gates = new Map<string, Gate>();
  for (const [index, moves] of statechart.events.entries()) {
    const record = files.events.events[index];
    if (record === undefined) continue;
    const isGate = record.requirement !== undefined || gated.has(record.id);
    const gate = isGate ? (record.alias ?? record.id) : null;
    if (gate !== null) gates.set(gate, { id: gate, event: record.id, title: record.title });
    events.set(moves.id, {
      ...moves,
      title: record.title,
      direction: record.direction,
      controllers: alternativesOf(record.controllers),
      claims: record.claims,
      takingPart: record.takingPart,
      inference: record.inference ?? null,
      assumed: record.assumed ?? null,
      requirement: record.requirement ? readConditions(record.requirement, MODEL) : null,
      inTheWay: record.inTheWay,
      duties: readDuties(record),
      gate,
    });
  }
  const statements = [...readings.values()].flatMap(({ positions }) =>
    [...positions.values()].flat(),
  );
  const conditions = [
    ...[...events.values()].flatMap(({ requirement }) =>
      conditionsOf(requirement ?? NOTHING_ASKED),
    ),
    ...statements.flatMap(({ asked }) => conditionsOf(asked)),
  ];
  const objections = statements.filter(({ stance }) => stance === 'objects');

  const agreement: Agreement = {
    id: files.agreement.id,
    title: files.agreement.title,
    summary: files.agreement.summary ?? null,
    question: files.agreement.question ?? null,
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
    aliases: new Map(
      files.events.events.flatMap(({ id, alias }) => (alias === undefined ? [] : [[alias, id]])),
    ),
    parties: new Map(
      files.parties.parties.map(({ id, title, members }) => [
        id,
        { id, title, ...(members === undefined ? {} : { members }) },
      ]),
    ),
    speakers: new Map(files.parties.speakers.map((speaker) => [speaker.id, speaker])),
    readings,
    conditions: new Map(conditions.map((condition) => [condition.id, condition])),
    objections: new Map(objections.map((statement) => [statement.id, statement])),
    sources: files.sources,
    claims: citeClaims(files.sources),
    hands,
    start: new Map(files.regions.regions.map(({ id, claims }) => [id, claims])),
    recordEnds: files.sources.reduce<Day | null>(
      (last, { published: { to } }) => (last === null || to > last ? to : last),
      null,
    ),
  };
  return agreementOn(agreement, null, null);
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

function readReading(file: ReadingFile, { parties }: PartiesFile): Reading {
  const party = file.kind === 'party' ? file.party : null;
  const positions = new Map<string, Statement[]>();
  const says = new Map<string, string[]>();
  for (const [event, written] of Object.entries(file.positions)) {
    const statements = written.flatMap((each, index) => readStatement(each, index, event, file));
    if (statements.length > 0) positions.set(event, statements);
    const said = written.flatMap((each) => ('says' in each ? each.says : []));
    if (said.length > 0) says.set(event, said);
  }
  return {
    id: file.id,
    title: file.title ?? parties.find(({ id }) => id === party)?.title ?? asSentence(file.id),
    kind: file.kind,
    party,
    positions,
    says,
  };
}

function readStatement(
  written: PositionFile,
  index: number,
  event: string,
  file: ReadingFile,
): Statement[] {
  if ('says' in written) return [];
  const { claims, inference = null } = written;
  const id = `${file.id}/${event}/${index + 1}`;
  const reported = {
    reading: file.id,
    event,
    claims,
    inference,
    basis: basisOf(claims, inference),
    from: written.from ?? null,
  };
  if ('drops' in written) {
    const drops = written.drops === true ? [] : written.drops;
    const dropping = { stance: 'drops' as const, asked: NOTHING_ASKED, until: null, drops };
    return [{ ...reported, ...dropping, id, replaces: drops.length === 0 }];
  }
  const shared = {
    ...reported,
    until: written.until ?? null,
    replaces: written.beside !== true,
    drops: [],
  };
  if ('objects' in written)
    return [{ ...shared, id: written.objects, stance: 'objects', asked: NOTHING_ASKED }];
  if ('backs' in written) return [{ ...shared, id, stance: 'backs', asked: NOTHING_ASKED }];
  const asked = readConditions(written.asks, { reading: file.id, claims, inference });
  return [{ ...shared, id, stance: 'asks', asked }];
}

function readDuties({ id: event, duty: written = [] }: EventRecord): Duty[] {
  return [written]
    .flat()
    .map(({ id, binds, by, within, from, claims, inference = null }, index) => ({
      id: id ?? dutyId(event, index),
      event,
      binds,
      by: by ?? null,
      within: within === undefined ? null : { ...periodOf(within), of: within.of },
      from: from ?? null,
      claims,
      inference,
      basis: basisOf(claims, inference),
    }));
}

/** Who asks, and what a condition rests on where it names nothing of its own. */
interface Asking {
  readonly reading: string | null;
  readonly claims: readonly string[];
  readonly inference: string | null;
}

const MODEL: Asking = { reading: null, claims: [], inference: null };

function readConditions(written: ConditionFile, asking: Asking): ConditionTree {
  if ('all' in written)
    return { kind: 'all', of: written.all.map((part) => readConditions(part, asking)) };
  if ('any' in written)
    return { kind: 'any', of: written.any.map((part) => readConditions(part, asking)) };
  const claims = written.claims ?? asking.claims;
  const inference = written.inference ?? asking.inference;
  const condition: Condition = {
    id: written.id,
    region: written.region,
    stages: written.stages,
    claims,
    inference,
    // What the model requires is derived, whatever it rests on.
    basis: asking.reading === null ? 'derived' : basisOf(claims, inference),
    reading: asking.reading,
    from: written.from ?? null,
    until: written.until ?? null,
  };
  return { kind: 'condition', condition };
}

function basisOf(claims: readonly string[], inference: string | null): Statement['basis'] {
  if (claims.length === 0) return 'assumed';
  return inference === null ? 'sourced' : 'derived';
}
