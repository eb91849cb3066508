import type { Agreement } from '../../src/model/agreement.ts';
import { loadFiveDocuments } from '../five-documents.ts';

/** The shipped agreement as it was at 0.2.0: rich, and the same whatever the record is given since. */
export function shippedAgreement(): Agreement {
  return loadFiveDocuments().agreement;
}
