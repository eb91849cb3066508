import type { Agreement } from '../model/agreement.ts';
import type { EventGuard, Runner } from '../model/runner.ts';
import type { StageMap } from '../model/statechart.ts';
import { barriersOf, requirementOf, type Terms } from '../model/terms.ts';

/**
 * Puts an event to XState under what a reading holds on it and what the model requires.
 *
 * @param stages one stage for every region
 * @returns the next stages; null where the event is not taken, or not in every case that the position leaves open
 */
export function takeUnder(
  runner: Pick<Runner, 'take'>,
  agreement: Agreement,
  terms: Terms,
  stages: StageMap,
  event: string,
): StageMap | null {
  const requirement = requirementOf(agreement, event, terms);
  let next: StageMap | null = null;
  for (const { objections, asked } of barriersOf(agreement, event, terms)) {
    const guard: EventGuard = objections.length > 0 ? 'never' : [requirement, asked];
    next = runner.take(stages, event, guard);
    if (next === null) return null;
  }
  return next;
}
