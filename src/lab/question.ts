import { type Agreement, partyReadings } from '../model/agreement.ts';
import type { Moment } from '../model/moment.ts';
import { REPORTED } from '../model/terms.ts';

export const QUESTION_KINDS = [
  'missing',
  'plan',
  'coalitions',
  'waits',
  'properties',
  'duties',
] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** Something asked from the moment on show. What `missing` and `duties` ask is known at once; the others are searched for. */
export interface Question {
  readonly kind: QuestionKind;
  /** The gate that is asked about; of no meaning for waits, properties and duties. */
  readonly gate: string;
  /** Whether every party's reading must agree; else the chosen one. */
  readonly isForEveryone: boolean;
  /** The readings that are asked. */
  readonly readings: readonly string[];
  readonly moment: Moment;
  /** What somebody wants to happen and cannot yet, where that is what leads to the question. */
  readonly wanted?: string;
}

/**
 * What has to come before an event that the run on show cannot take yet, or that the model requires something for. As
 * reported nothing is refused and nothing required, so there all parties are asked at once.
 *
 * @param run the run on show
 * @param isForEveryone whether all parties are asked at once; else the run on show
 */
export function wayTo(
  agreement: Agreement,
  event: string,
  run: string,
  isForEveryone = run === REPORTED,
): Omit<Question, 'moment'> {
  const parties = partyReadings(agreement).map(({ id }) => id);
  const isAll = isForEveryone && parties.length > 0;
  return {
    kind: 'plan',
    gate: event,
    wanted: event,
    isForEveryone: isAll,
    readings: isAll ? parties : [run],
  };
}
