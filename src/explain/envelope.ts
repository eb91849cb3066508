import type { Agreement } from '../model/agreement.ts';

/** Raised whenever a name in any JSON answer changes its meaning or goes away. */
export const SCHEMA_VERSION = 2;

/** What every JSON answer begins with. */
export function envelope(agreement: Agreement) {
  return {
    schemaVersion: SCHEMA_VERSION,
    agreement: agreement.id,
    agreementTitle: agreement.title,
    recordEnds: agreement.recordEnds,
  } as const;
}
