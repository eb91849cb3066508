import {
  continuation,
  furtherParties,
  overlayFile,
  readingAddition,
} from '../model/shapes/overlay.ts';
import { type JsonSchema, jsonSchema, type KnownIds } from './json-schema.ts';
import { type Role, ROLES } from './layout.ts';
import { SCHEMAS } from './schemas.ts';

/** What an agreement is called, and its ids as far as they are known. */
export interface SchemaSubject {
  readonly id: string;
  readonly ids: KnownIds;
}

/**
 * The JSON Schema of each kind of content file.
 *
 * @param subject the agreement whose ids the files can refer to; null for any agreement
 */
export function schemasFor(subject: SchemaSubject | null): Record<Role, JsonSchema> {
  const of = subject === null ? '' : ` of ${subject.id}`;
  const entries = ROLES.map((role) => [
    role,
    jsonSchema(SCHEMAS[role], `phasegate: ${TITLES[role]}${of}`, subject?.ids),
  ]);
  return Object.fromEntries(entries) as Record<Role, JsonSchema>;
}

const TITLES: Readonly<Record<Role, string>> = {
  agreement: 'agreement.yaml',
  parties: 'parties.yaml',
  regions: 'regions.yaml',
  events: 'events.yaml',
  properties: 'properties.yaml',
  reading: 'a reading',
  source: 'a source',
  scenario: 'a scenario',
};

/** The JSON Schemas of what only an overlay has, by the names of their files; its own and the ids below it are known. */
export function overlaySchemasFor({ id, ids }: SchemaSubject): Record<OverlayForm, JsonSchema> {
  const entries = Object.entries(OVERLAY_FORMS).map(([name, { schema, title }]) => [
    name,
    jsonSchema(schema, `phasegate: ${title}, laid over ${id}`, ids),
  ]);
  return Object.fromEntries(entries) as Record<OverlayForm, JsonSchema>;
}

const OVERLAY_FORMS = {
  agreement: { schema: overlayFile, title: TITLES.agreement },
  parties: { schema: furtherParties, title: TITLES.parties },
  addition: { schema: readingAddition, title: 'further positions of a reading' },
  continuation: { schema: continuation, title: 'further steps of a scenario' },
} as const;
export type OverlayForm = keyof typeof OVERLAY_FORMS;
