import type { AgreementFile } from '../model/shapes/agreement-file.ts';
import type { ProblemCode } from './problem-codes.ts';

/** An agreement, and where its content stands. Paths are with `/`, as those of its files. */
export interface Definition {
  readonly id: string;
  /** Its own folder, with agreement, parties, regions, events, properties and readings. */
  readonly folder: string;
  readonly scenarios: string;
  readonly sources: string;
  /** The scenario that a reader begins with; null where the agreement names none. */
  readonly opens: string | null;
  /** The agreement that this one lays its own content over. */
  readonly base?: Definition;
  /** Why there is none, where there should be one. */
  readonly baseProblem?: {
    readonly code: ProblemCode;
    readonly message: string;
    /** What it calls the agreement that there is none of. */
    readonly named: string;
  };
}

/** An agreement by its id, over the one that it is laid over. */
export interface Named {
  readonly id: string;
  readonly base?: Named | undefined;
}

/** The ids by which its files may name an agreement: its own, and those of the agreements below it. */
export function idsOf({ id, base }: Named): string[] {
  return base === undefined ? [id] : [id, ...idsOf(base)];
}

/** Its folder and those of the agreements below it, its own first. */
export function layersOf(definition: Definition): Definition[] {
  return definition.base === undefined ? [definition] : [definition, ...layersOf(definition.base)];
}

/** What an agreement's own file says of it, and where its folder puts that. */
export function definitionOf(
  folder: string,
  { id, scenarios, sources, opens }: Pick<AgreementFile, 'id' | 'scenarios' | 'sources' | 'opens'>,
): Definition {
  return {
    id,
    folder,
    scenarios: folderFrom(folder, scenarios),
    sources: folderFrom(folder, sources),
    opens: opens ?? null,
  };
}

/** A folder as another one names it: `../` leads out of it. */
export function folderFrom(folder: string, path: string): string {
  const steps = folder === '.' ? [] : folder.split('/');
  for (const step of path.split('/')) {
    const last = steps.at(-1);
    if (step === '..' && last !== undefined && last !== '..' && last !== '') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/') || '.';
}

/** Whether its scenarios lie in its own folder, and so need not say whose they are. */
export function hasScenariosInside({ folder, scenarios }: Definition): boolean {
  return folder === '.'
    ? !/^(?:\.\.)?\//.test(`${scenarios}/`)
    : scenarios.startsWith(`${folder}/`);
}

/** What a content file is, by where it stands. */
export const ROLES = [
  'agreement',
  'parties',
  'regions',
  'events',
  'properties',
  'reading',
  'source',
  'scenario',
] as const;
export type Role = (typeof ROLES)[number];

/** Roles that an agreement has exactly one file of, in its own folder. */
export const SINGLE_ROLES = ['agreement', 'parties', 'regions', 'events'] as const;

/** Of this one an agreement may have a file, and need not. */
export const OPTIONAL_ROLE = 'properties';

/** The file that makes a folder an agreement. */
export const AGREEMENT_FILE = 'agreement.yaml';

/** The folders that hold an agreement's content; those for sources and scenarios may be shared. */
export function contentFolders(definition: Definition): string[] {
  return layersOf(definition).flatMap(({ folder, sources, scenarios }) => [
    folder,
    `${folder}/readings`,
    sources,
    scenarios,
  ]);
}

/** What a file is to an agreement, null where it is none of its content. */
export function roleOf(definition: Definition, path: string): Role | null {
  const { base } = definition;
  return ownRoleOf(definition, path) ?? (base === undefined ? null : roleOf(base, path));
}

/** As {@link roleOf}, the agreements below it left aside. */
export function ownRoleOf(definition: Definition, path: string): Role | null {
  const slash = path.lastIndexOf('/');
  const folder = path.slice(0, Math.max(slash, 0));
  if (!/\.ya?ml$/i.test(path)) return null;
  if (folder === definition.folder)
    return (
      ([...SINGLE_ROLES, OPTIONAL_ROLE].find((role) => path.slice(slash + 1) === `${role}.yaml`) as
        Role | undefined) ?? null
    );
  if (folder === `${definition.folder}/readings`) return 'reading';
  if (folder === definition.sources) return 'source';
  return folder === definition.scenarios ? 'scenario' : null;
}

/**
 * Whether a file is an agreement's own: of what is laid over another agreement, what lies in its own folders and not in
 * those of the one below, which is not its to change.
 */
export function isOwnFile(definition: Definition, path: string): boolean {
  const { base } = definition;
  if (base === undefined) return roleOf(definition, path) !== null;
  return ownRoleOf(definition, path) !== null && roleOf(base, path) === null;
}

/** A file's name without its folder. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
