import type { Agreement } from '../model/agreement.ts';
import { type Condition, leavesOf } from '../model/condition.ts';
import type { ConditionFile, LeafFile, ReadingFile } from '../model/shapes/reading.ts';
import type { Dossier } from './dossier.ts';
import type { Role } from './layout.ts';

/** Names of one kind; null where a file that gives some of them could not be read. */
export type Names = ReadonlySet<string> | null;

/** Every name that a file of an agreement can refer to. */
export interface Vocabulary {
  /** Regions with their stages; null as with names. */
  readonly regions: ReadonlyMap<string, readonly string[]> | null;
  readonly events: Names;
  readonly gates: Names;
  readonly parties: Names;
  /** Whoever can be quoted: the parties and the other speakers. */
  readonly voices: Names;
  /** The readings that runs are played under: all but the base. */
  readonly readings: Names;
  /** Leaves with the reading that states them. */
  readonly leaves: ReadonlyMap<string, string> | null;
  readonly claims: Names;
}

/** The names that an agreement's files give. */
export function vocabularyOfDossier(dossier: Dossier): Vocabulary {
  const { unread } = dossier;
  const regions = dossier.regions?.value.regions ?? [];
  const events = dossier.events?.value.events ?? [];
  const unless = <T>(role: Role, names: T): T | null => (unread.has(role) ? null : names);
  const parties = dossier.parties?.value.parties.map(({ id }) => id) ?? [];
  const speakers = dossier.parties?.value.speakers.map(({ id }) => id) ?? [];
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
    gates: unless(
      'events',
      new Set(events.flatMap(({ alias }) => (alias === undefined ? [] : [alias]))),
    ),
    parties: unless('parties', new Set(parties)),
    voices: unless('parties', new Set([...parties, ...speakers])),
    readings: unless(
      'reading',
      new Set(readings.filter(({ kind }) => kind !== 'base').map(({ id }) => id)),
    ),
    leaves: unless(
      'reading',
      new Map(
        readings.flatMap((reading) =>
          writtenLeaves(reading).map(({ leaf }) => [leaf.leaf, reading.id] as const),
        ),
      ),
    ),
    claims: unless('source', new Set(claims)),
  };
}

/** The names of an agreement that has been put together. */
export function vocabularyOfAgreement(agreement: Agreement): Vocabulary {
  const conditions: Condition[] = [...agreement.base.values()];
  for (const reading of agreement.readings.values()) {
    for (const { stated } of reading.gates.values()) if (stated) conditions.push(stated.condition);
  }
  return {
    regions: new Map(
      [...agreement.regions.values()].map(({ id, stages }) => [id, stages.map((s) => s.id)]),
    ),
    events: new Set(agreement.events.keys()),
    gates: new Set(agreement.gates.keys()),
    parties: new Set(agreement.parties.keys()),
    voices: new Set([...agreement.parties.keys(), ...agreement.speakers.keys()]),
    readings: new Set(agreement.readings.keys()),
    leaves: new Map(conditions.flatMap(leavesOf).map(({ id, reading }) => [id, reading])),
    claims: new Set(agreement.claims.keys()),
  };
}

/** A leaf as written, with its path in the reading's file and whether an odd number of `not` stands over it. */
export interface WrittenLeaf {
  readonly gate: string;
  readonly leaf: LeafFile;
  readonly path: readonly (string | number)[];
  readonly negated: boolean;
}

/** The leaves of a reading's file, gate by gate and from left to right. */
export function writtenLeaves(reading: ReadingFile): WrittenLeaf[] {
  const found: WrittenLeaf[] = [];
  for (const [gate, cell] of Object.entries(reading.gates)) {
    if (cell.position === 'unstated' || cell.condition === undefined) continue;
    const visit = (part: ConditionFile, path: readonly (string | number)[], negated: boolean) => {
      if ('leaf' in part) found.push({ gate, leaf: part, path, negated });
      else if ('not' in part) visit(part.not, [...path, 'not'], !negated);
      else {
        const key = 'all' in part ? 'all' : 'any';
        const parts = 'all' in part ? part.all : part.any;
        for (const [index, inner] of parts.entries()) visit(inner, [...path, key, index], negated);
      }
    };
    visit(cell.condition, ['gates', gate, 'condition'], false);
  }
  return found;
}
