import type { Moment } from '../model/moment.ts';

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
