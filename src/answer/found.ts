import type { CoalitionAnswer } from '../search/coalitions.ts';
import type { PlanAnswer } from '../search/plan.ts';
import type { UnknownStages } from '../search/standpoints.ts';
import type { Verified } from '../search/verify-all.ts';
import type { WaitsAnswer } from '../search/waits.ts';

/** What was found of something that was asked from a moment. */
export type Found =
  | {
      readonly kind: 'plan';
      readonly answer: PlanAnswer;
      readonly unknown: readonly UnknownStages[];
    }
  | {
      readonly kind: 'coalitions';
      readonly answer: CoalitionAnswer;
      readonly unknown: readonly UnknownStages[];
    }
  | { readonly kind: 'waits'; readonly answer: WaitsAnswer }
  | { readonly kind: 'properties'; readonly answer: Verified }
  /** Too much is not known from here. */
  | { readonly kind: 'unknown'; readonly unknown: readonly UnknownStages[] }
  | { readonly kind: 'failed'; readonly message: string };

/** The events of the first way that was found, in order; none where there is none, or nothing is left to be done. */
export function eventsFound(found: Found | null): string[] {
  if (found?.kind !== 'plan' || found.answer.kind !== 'found') return [];
  return (found.answer.plans[0] ?? []).map(({ event }) => event);
}
