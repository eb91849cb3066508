import type { Dossier } from './dossier.ts';
import { isNeverMet, neverMet } from './never-met.ts';
import { writtenChart } from './reach.ts';
import type { ReferenceReport } from './reference-report.ts';
import { requiredConditions } from './vocabulary.ts';

/**
 * Checks that whatever the model requires before an event can come about before it: otherwise the event could never
 * happen, which is no party's demand but a slip of the model's. Names that lead nowhere must have been reported before.
 */
export function checkReach({ regions, events }: Dossier, report: ReferenceReport): void {
  if (regions === null || events === null) return;
  const chart = writtenChart(regions.value, events.value);
  const found = events.value.events.flatMap((event, index) =>
    event.requirement !== undefined && isNeverMet(chart, event.id, event.requirement)
      ? neverMet(chart, requiredConditions(event, index))
      : [],
  );
  // With what they follow from mended, those that follow may be well.
  const roots = found.filter(({ follows }) => !follows);
  for (const { written, message, hint } of roots.length > 0 ? roots : found)
    report.at(events, [...written.path, 'stages'], 'no-way-there', message, hint);
}
