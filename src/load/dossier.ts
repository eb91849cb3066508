import type {
  AgreementFile,
  EventsFile,
  GatesFile,
  PartiesFile,
} from '../model/shapes/agreement-file.ts';
import type { PropertiesFile } from '../model/shapes/properties.ts';
import type { ReadingFile } from '../model/shapes/reading.ts';
import type { ScenarioFile } from '../model/shapes/scenario.ts';
import type { Source } from '../model/shapes/source.ts';
import { readStatechart, type Statechart } from '../model/statechart.ts';
import { type Role, roleOf } from './layout.ts';
import type { Definition } from './library.ts';
import type { ParsedFile } from './parse.ts';

/** One agreement's files with their places, as far as they could be read. */
export interface Dossier {
  readonly definition: Definition;
  readonly statechart: Statechart;
  /** What in the machine cannot be represented, in sentences. */
  readonly machineProblems: readonly string[];
  readonly agreement: ParsedFile<AgreementFile> | null;
  readonly parties: ParsedFile<PartiesFile> | null;
  readonly events: ParsedFile<EventsFile> | null;
  readonly gates: ParsedFile<GatesFile> | null;
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
  const { statechart, problems } = readStatechart(definition.machine);
  const ofRole = <T>(role: Role): ParsedFile<T>[] =>
    [...parsed.values()].filter(({ file }) => roleOf(definition, file) === role) as ParsedFile<T>[];
  const own = <T extends { agreement: string }>(files: ParsedFile<T>[]) =>
    files.filter(({ value }) => value.agreement === definition.id);
  return {
    definition,
    statechart,
    machineProblems: problems,
    agreement: ofRole<AgreementFile>('agreement')[0] ?? null,
    parties: ofRole<PartiesFile>('parties')[0] ?? null,
    events: ofRole<EventsFile>('events')[0] ?? null,
    gates: ofRole<GatesFile>('gates')[0] ?? null,
    properties: ofRole<PropertiesFile>('properties')[0] ?? null,
    readings: ofRole<ReadingFile>('reading'),
    sources: own(ofRole<Source>('source')),
    scenarios: own(ofRole<ScenarioFile>('scenario')),
    unread: new Set(
      unreadPaths.map((path) => roleOf(definition, path)).filter((role) => role !== null),
    ),
  };
}
