import type { Agreement } from '../model/agreement.ts';
import { type AgreementFiles, assembleAgreement } from '../model/assemble.ts';
import { inNaturalOrder } from '../model/natural-order.ts';
import type { AgreementFile, PartiesFile } from '../model/shapes/agreement-file.ts';
import type { EventsFile } from '../model/shapes/events-file.ts';
import type { PropertiesFile } from '../model/shapes/properties.ts';
import type { ReadingFile } from '../model/shapes/reading.ts';
import type { RegionsFile } from '../model/shapes/regions-file.ts';
import type { ScenarioFile, ScenarioKind } from '../model/shapes/scenario.ts';
import type { Source } from '../model/shapes/source.ts';
import { type Definition, fileName, type Role, roleOf } from './layout.ts';

/** Checked content as the build writes it: by path, each with the text that it was read from. */
export interface ContentData {
  /** Whose content it is. */
  readonly definitions: readonly Definition[];
  readonly files: Readonly<Record<string, { readonly text: string; readonly data: unknown }>>;
}

/** One agreement with its scenarios, the one that a reader begins with first. */
export interface Holding {
  readonly definition: Definition;
  /** The data that it was put together from. */
  readonly parts: Parts;
  readonly agreement: Agreement;
  readonly scenarios: ReadonlyMap<string, ScenarioFile>;
  /** The scenario that a reader begins with; null where there is none at all. */
  readonly opens: string | null;
  /** What is to hold in every reachable state; null where the agreement lists nothing. */
  readonly properties: PropertiesFile | null;
}

/** Every agreement at hand, by id. */
export interface Library {
  readonly holdings: ReadonlyMap<string, Holding>;
}

/**
 * Puts checked content together. It trusts the data: `check.ts` has been there before, at the build or just now.
 * This is on the way of every start, so neither yaml nor zod may be loaded from here.
 */
export function buildLibrary(content: ContentData): Library {
  const holdings = content.definitions.map(
    (definition) => [definition.id, hold(definition, content)] as const,
  );
  return { holdings: new Map(holdings) };
}

/** What one agreement is put together from: the data of its files, without where they lie. */
export interface Parts extends AgreementFiles {
  /** In the order in which a reader begins with them. */
  readonly scenarios: readonly ScenarioFile[];
  readonly properties: PropertiesFile | null;
}

/** Puts one agreement of some checked content together: see {@link buildLibrary}. */
export function hold(definition: Definition, content: ContentData): Holding {
  const only = <T>(role: Role): T => {
    const [found] = ofRole(definition, content, role);
    if (found === undefined)
      throw new Error(`The content has no ${role} file of ${definition.id}.`);
    return found as T;
  };
  const parties = only<PartiesFile>('parties');
  const own = ({ agreement }: { agreement: string }) => agreement === definition.id;
  const parts: Parts = {
    agreement: only<AgreementFile>('agreement'),
    parties,
    regions: only<RegionsFile>('regions'),
    events: only<EventsFile>('events'),
    readings: inReadingOrder(ofRole(definition, content, 'reading') as ReadingFile[], parties),
    sources: (ofRole(definition, content, 'source') as Source[]).filter(own),
    scenarios: inScenarioOrder(
      (ofRole(definition, content, 'scenario') as ScenarioFile[]).filter(own),
      definition,
    ),
    properties:
      (ofRole(definition, content, 'properties')[0] as PropertiesFile | undefined) ?? null,
  };
  return { definition, parts, ...assembled(parts) };
}

/** An agreement and its scenarios from the data of their files, which has been checked. */
export function assembled(parts: Parts): Omit<Holding, 'definition' | 'parts'> {
  const { scenarios, properties } = parts;
  return {
    agreement: assembleAgreement(parts),
    properties,
    scenarios: new Map(scenarios.map((scenario) => [scenario.id, scenario])),
    opens: scenarios[0]?.id ?? null,
  };
}

/** The data of a role's files, in the order of their names. */
function ofRole(definition: Definition, content: ContentData, role: Role): unknown[] {
  return Object.entries(content.files)
    .filter(([path]) => roleOf(definition, path) === role)
    .toSorted(([left], [right]) => inNaturalOrder(fileName(left), fileName(right)))
    .map(([, { data }]) => data);
}

/** The parties' readings in the order of the parties, then the terms. */
function inReadingOrder(readings: readonly ReadingFile[], parties: PartiesFile): ReadingFile[] {
  const order = parties.parties.map((party) => party.id);
  const rank = (reading: ReadingFile): number => {
    return reading.kind === 'party' ? order.indexOf(reading.party) : order.length;
  };
  return readings.toSorted((left, right) => rank(left) - rank(right));
}

const SCENARIO_ORDER: readonly ScenarioKind[] = ['documented', 'projected', 'hypothetical'];

function inScenarioOrder(
  scenarios: readonly ScenarioFile[],
  definition: Definition,
): ScenarioFile[] {
  const rank = ({ id, kind }: ScenarioFile): number =>
    id === definition.opens ? -1 : SCENARIO_ORDER.indexOf(kind);
  return scenarios.toSorted((left, right) => rank(left) - rank(right));
}
