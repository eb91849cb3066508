import type { CoalitionAnswer } from '../../search/coalitions.ts';
import type { Standpoint } from '../../search/compile.ts';
import type { PlanAnswer } from '../../search/plan.ts';
import type { Verified } from '../../search/verify-all.ts';
import type { WaitsAnswer } from '../../search/waits.ts';

export const QUESTION_KINDS = ['missing', 'plan', 'coalitions', 'waits', 'properties'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** Something asked from where the runs stand. What `missing` asks is known at once; the others are searched for. */
export interface Question {
  readonly kind: QuestionKind;
  /** The gate that is asked about; of no meaning for waits and properties. */
  readonly gate: string;
  /** Whether every party's reading must agree; else the chosen one. */
  readonly isForEveryone: boolean;
  readonly standpoints: readonly Standpoint[];
}

export type Answer =
  | { readonly kind: 'plan'; readonly answer: PlanAnswer }
  | { readonly kind: 'coalitions'; readonly answer: CoalitionAnswer }
  | { readonly kind: 'waits'; readonly answer: WaitsAnswer }
  | { readonly kind: 'properties'; readonly answer: Verified }
  | { readonly kind: 'failed'; readonly message: string };
