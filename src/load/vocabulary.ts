import type { Agreement } from '../model/agreement.ts';
import type { ConditionFile, StagesAskedFile } from '../model/shapes/condition.ts';
import type { EventRecord } from '../model/shapes/events-file.ts';
import type { ReadingFile } from '../model/shapes/reading.ts';
import type { Dossier } from './dossier.ts';
import type { Role } from './layout.ts';
import type { Path } from './reference-report.ts';

/** Names of one kind; null where a file that gives some of them could not be read. */
export type Names = ReadonlySet<string> | null;

/** Every name that a file of an agreement can refer to. */
export interface Vocabulary {
  /** Regions with their stages; null where they could not be read. */
  readonly regions: ReadonlyMap<string, readonly string[]> | null;
  readonly events: Names;
  /** The aliases of events, each with the event that has it. */
  readonly aliases: ReadonlyMap<string, string>;
  readonly parties: Names;
  /** Whoever can control an event or be bound: the parties and the roles that they hold. */
  readonly actors: Names;
  /** Whoever can be quoted: the parties and the other speakers. */
  readonly voices: Names;
  readonly readings: Names;
  /** The readings that are no party's: terms as reported. Nobody waives, denies or grants anything by them. */
  readonly terms: ReadonlySet<string>;
  /** Conditions and objections with the reading that states them; null as the reading where the model requires them. */
  readonly conditions: ReadonlyMap<string, string | null> | null;
  readonly claims: Names;
}

/** The names that an agreement's files give. */
export function vocabularyOfDossier(dossier: Dossier): Vocabulary {
  const { unread } = dossier;
  const unless = <T>(role: Role, names: T): T | null => (unread.has(role) ? null : names);
  const parties = dossier.parties?.value.parties.map(({ id }) => id) ?? [];
  const speakers = dossier.parties?.value.speakers.map(({ id }) => id) ?? [];
  const roles = dossier.parties?.value.roles.map(({ id }) => id) ?? [];
  const regions = dossier.regions?.value.regions ?? [];
  const events = dossier.events?.value.events ?? [];
  const readings = dossier.readings.map(({ value }) => value);
  const claims = dossier.sources.flatMap(({ value }) =>
    value.claims.map(({ id }) => `${value.id}.${id}`),
  );
  return {
    regions: unless(
      'regions',
      new Map(regions.map(({ id, stages }) => [id, stages.map((stage) => stage.id)])),
    ),
    events: unless('events', new Set(events.map(({ id }) => id))),
    aliases: new Map(
      events.flatMap(({ id, alias }) => (alias === undefined ? [] : [[alias, id] as const])),
    ),
    parties: unless('parties', new Set(parties)),
    actors: unless('parties', new Set([...parties, ...roles])),
    voices: unless('parties', new Set([...parties, ...speakers])),
    readings: unless('reading', new Set(readings.map(({ id }) => id))),
    terms: new Set(readings.filter(({ kind }) => kind === 'terms').map(({ id }) => id)),
    conditions:
      unread.has('reading') || unread.has('events')
        ? null
        : new Map([
            ...events.flatMap((event, index) =>
              requiredConditions(event, index).map(
                ({ condition }) => [condition.id, null] as const,
              ),
            ),
            ...readings.flatMap((reading) => [
              ...writtenConditions(reading).map(
                ({ condition }) => [condition.id, reading.id] as const,
              ),
              ...writtenObjections(reading).map(({ id }) => [id, reading.id] as const),
            ]),
          ]),
    claims: unless('source', new Set(claims)),
  };
}

/** The names of an agreement that has been put together. */
export function vocabularyOfAgreement(agreement: Agreement): Vocabulary {
  return {
    regions: new Map(
      [...agreement.regions.values()].map(({ id, stages }) => [id, stages.map((s) => s.id)]),
    ),
    events: new Set(agreement.events.keys()),
    aliases: agreement.aliases,
    parties: new Set(agreement.parties.keys()),
    actors: new Set([...agreement.parties.keys(), ...agreement.hands.roles.keys()]),
    voices: new Set([...agreement.parties.keys(), ...agreement.speakers.keys()]),
    readings: new Set(agreement.readings.keys()),
    terms: new Set(
      [...agreement.readings.values()].filter(({ kind }) => kind === 'terms').map(({ id }) => id),
    ),
    conditions: new Map([
      ...[...agreement.conditions.values()].map(({ id, reading }) => [id, reading] as const),
      ...[...agreement.objections.values()].map(({ id, reading }) => [id, reading] as const),
    ]),
    claims: new Set(agreement.claims.keys()),
  };
}

/** A condition as written, with the event that it stands before and its path in the file. */
export interface WrittenCondition {
  readonly event: string;
  readonly condition: StagesAskedFile;
  readonly path: Path;
}

/** What a reading's file asks, event by event and from left to right. */
export function writtenConditions({ positions }: ReadingFile): WrittenCondition[] {
  return Object.entries(positions).flatMap(([event, written]) =>
    written.flatMap((position, index) =>
      'asks' in position
        ? conditionsIn(position.asks, event, ['positions', event, index, 'asks'])
        : [],
    ),
  );
}

/** The objections of a reading's file. */
export function writtenObjections({
  positions,
}: ReadingFile): { readonly id: string; readonly path: Path }[] {
  return Object.entries(positions).flatMap(([event, written]) =>
    written.flatMap((position, index) =>
      'objects' in position
        ? [{ id: position.objects, path: ['positions', event, index, 'objects'] }]
        : [],
    ),
  );
}

/** What the model requires before an event, as the file has it. */
export function requiredConditions(event: EventRecord, index: number): WrittenCondition[] {
  return event.requirement === undefined
    ? []
    : conditionsIn(event.requirement, event.id, ['events', index, 'requirement']);
}

/** The conditions of what is asked, from left to right. */
export function conditionsIn(
  written: ConditionFile,
  event: string,
  path: Path,
): WrittenCondition[] {
  if ('all' in written || 'any' in written) {
    const key = 'all' in written ? 'all' : 'any';
    const parts = 'all' in written ? written.all : written.any;
    return parts.flatMap((part, index) => conditionsIn(part, event, [...path, key, index]));
  }
  return [{ event, condition: written, path }];
}
