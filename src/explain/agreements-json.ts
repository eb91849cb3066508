import { SCHEMA_VERSION } from './envelope.ts';
import type { AgreementsOutput } from './shapes/agreements.ts';

/** The agreements at hand, as one object. */
export function agreementsJson(agreements: AgreementsOutput['agreements']): AgreementsOutput {
  return { schemaVersion: SCHEMA_VERSION, agreements };
}
