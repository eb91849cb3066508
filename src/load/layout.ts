import type { AnyStateMachine } from 'xstate';

/** An agreement that ships: its statechart, and where its content stands. */
export interface Definition {
  readonly id: string;
  readonly machine: AnyStateMachine;
  /** The folder of the machine, with agreement, parties, events, gates and readings. */
  readonly folder: string;
  readonly scenarios: string;
  readonly sources: string;
  /** The one that a reader begins with; empty where an agreement is not for readers, and need not have any. */
  readonly defaultScenario: string;
}

/** What a content file is, by where it stands. */
export const ROLES = [
  'agreement',
  'parties',
  'events',
  'gates',
  'properties',
  'reading',
  'source',
  'scenario',
] as const;
export type Role = (typeof ROLES)[number];

/** Roles that an agreement has exactly one file of, in its own folder. */
export const SINGLE_ROLES = ['agreement', 'parties', 'events', 'gates'] as const;

/** Of this one an agreement may have a file, and need not. */
export const OPTIONAL_ROLE = 'properties';

/** The folders that hold an agreement's content; those for sources and scenarios may be shared. */
export function contentFolders(definition: Definition): string[] {
  const { folder, sources, scenarios } = definition;
  return [folder, `${folder}/readings`, sources, scenarios];
}

/** What a file is to an agreement, null where it is none of its content. */
export function roleOf(definition: Definition, path: string): Role | null {
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

/** A file's name without its folder. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
