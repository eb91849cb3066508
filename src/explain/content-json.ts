import type { Agreement } from '../model/agreement.ts';
import { envelope, SCHEMA_VERSION } from './envelope.ts';
import type { SchemasOutput, SessionsOutput, ValidateOutput } from './shapes/content.ts';

/** What checking content came to, as one object. */
export function validateJson(
  agreement: Agreement | null,
  found: Omit<ValidateOutput, 'schemaVersion' | 'agreement' | 'agreementTitle' | 'recordEnds'>,
): ValidateOutput {
  if (agreement !== null) return { ...envelope(agreement), ...found };
  return {
    schemaVersion: SCHEMA_VERSION,
    agreement: null,
    agreementTitle: null,
    recordEnds: null,
    ...found,
  };
}

/** The files that editors need, as one object. */
export function schemasJson(found: Omit<SchemasOutput, 'schemaVersion'>): SchemasOutput {
  return { schemaVersion: SCHEMA_VERSION, ...found };
}

/** The sessions that were kept, as one object. */
export function sessionsJson(
  agreement: Agreement,
  sessions: SessionsOutput['sessions'],
): SessionsOutput {
  return { ...envelope(agreement), sessions };
}
