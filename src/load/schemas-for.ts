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
