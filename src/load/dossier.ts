import type { AgreementFile, PartiesFile } from '../model/shapes/agreement-file.ts';
import type { EventsFile } from '../model/shapes/events-file.ts';
import type { PropertiesFile } from '../model/shapes/properties.ts';
import type { ReadingFile } from '../model/shapes/reading.ts';
import type { RegionsFile } from '../model/shapes/regions-file.ts';
import type { ScenarioFile } from '../model/shapes/scenario.ts';
import type { Source } from '../model/shapes/source.ts';
import { type Definition, type Role, roleOf } from './layout.ts';
import type { ParsedFile } from './parse.ts';

/** One agreement's files with their places, as far as they could be read. */
export interface Dossier {
  readonly definition: Definition;
  readonly agreement: ParsedFile<AgreementFile> | null;
  readonly parties: ParsedFile<PartiesFile> | null;
  readonly regions: ParsedFile<RegionsFile> | null;
  readonly events: ParsedFile<EventsFile> | null;
  readonly properties: ParsedFile<PropertiesFile> | null;
  readonly readings: readonly ParsedFile<ReadingFile>[];
  readonly sources: readonly ParsedFile<Source>[];
  readonly scenarios: readonly ParsedFile<ScenarioFile>[];
  /** Roles of which a file is there and could not be read: what refers to it cannot be checked. */
  readonly unread: ReadonlySet<Role>;
}

/**
 * Gathers what belongs to an agreement.
 *
 * @param parsed the files that could be read, by path
 * @param unreadPaths the files that could not
 */
export function gatherDossier(
  definition: Definition,
  parsed: ReadonlyMap<string, ParsedFile<unknown>>,
  unreadPaths: readonly string[],
): Dossier {
  const ofRole = <T>(role: Role): ParsedFile<T>[] =>
    [...parsed.values()].filter(({ file }) => roleOf(definition, file) === role) as ParsedFile<T>[];
  const own = <T extends { agreement: string }>(files: ParsedFile<T>[]) =>
    files.filter(({ value }) => value.agreement === definition.id);
  return {
    definition,
    agreement: ofRole<AgreementFile>('agreement')[0] ?? null,
    parties: ofRole<PartiesFile>('parties')[0] ?? null,
    regions: ofRole<RegionsFile>('regions')[0] ?? null,
    events: ofRole<EventsFile>('events')[0] ?? null,
    properties: ofRole<PropertiesFile>('properties')[0] ?? null,
    readings: ofRole<ReadingFile>('reading'),
    sources: own(ofRole<Source>('source')),
    scenarios: own(ofRole<ScenarioFile>('scenario')),
    unread: unreadRoles(definition, unreadPaths),
  };
}

/** Where the agreement's own file could not be read, nobody knows where its sources and scenarios are. */
function unreadRoles(definition: Definition, paths: readonly string[]): Set<Role> {
  const roles = new Set(
    paths.map((path) => roleOf(definition, path)).filter((role) => role !== null),
  );
  return roles.has('agreement') ? roles.add('source').add('scenario') : roles;
}
