import type { Agreement } from '../model/agreement.ts';
import { type Moment, momentUpTo } from '../model/moment.ts';
import { plan } from '../search/plan.ts';
import { eventGoal } from '../search/goal.ts';
import { standpointsOf } from '../search/standpoints.ts';
import type { Work } from '../search/work.ts';
import type { Story } from '../model/story.ts';
import { markTask, type Task } from './task.ts';

/** Why a task is none: what it asks for holds already, or the search finds no path there that is short enough. */
export type NoTask =
  | { readonly kind: 'already' }
  | {
      readonly kind: 'noWay';
      readonly event: string;
      /** Under which readings at once. */
      readonly readings: readonly string[];
      /** How many events it takes at least; null where no number is enough. */
      readonly atLeast: number | null;
    };

/**
 * Whether a task asks for something that is there already or that no steps lead to, by the positions held where it
 * begins. What a task allows to be thought away is thought away; where it allows stages to be taken for granted,
 * anything may come about and nothing is looked for.
 *
 * @param end the whole story of the scenario that sets the task
 * @returns null where nothing is against it, or the search was stopped before it knew
 */
export function* whyNoTask(
  agreement: Agreement,
  story: Story,
  end: Moment,
  task: Task,
): Work<NoTask | null> {
  const begins = { ...story, steps: story.steps.slice(0, task.position + 1) };
  const untouched = markTask(agreement, task, begins, begins);
  if (untouched.isMet) return { kind: 'already' };
  const { without, most } = task.task;
  if (!without.includes('assumptions')) return null;
  const from = momentUpTo(end, task.position);
  const areHeld = without.includes('waivers') && without.includes('grants');
  for (const [event, readings] of soughtIn(task)) {
    const goal = eventGoal(event);
    // A reading's own run knows no refusal of the others; where none is allowed one way must do for all.
    const together =
      areHeld && without.includes('refusals') ? [readings] : readings.map((each) => [each]);
    for (const asked of together) {
      const found = standpointsOf(from, asked, [goal]);
      if (!found.ok) continue;
      const standpoints = found.standpoints.map((each) =>
        areHeld ? each : { ...each, without: { positions: true as const } },
      );
      const answer = yield* plan(agreement, { standpoints, goal });
      if (answer.kind === 'impossible' || answer.kind === 'fromNone')
        return { kind: 'noWay', event, readings: asked, atLeast: null };
      if (answer.kind === 'found' && most !== undefined && answer.length > most)
        return { kind: 'noWay', event, readings: asked, atLeast: answer.length };
    }
  }
  return null;
}

/** The events that are to happen, with the readings under which. */
function soughtIn({ goals }: Task): Map<string, string[]> {
  const sought = new Map<string, string[]>();
  for (const { event, reading, says } of goals)
    if (says !== 'open') sought.set(event, [...(sought.get(event) ?? []), reading]);
  return sought;
}
