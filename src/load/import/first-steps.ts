import type { ConditionFile } from '../../model/shapes/condition.ts';
import type { Imported, ImportedEvent } from './imported.ts';

/** No story is longer that is only there to be replaced. */
const MOST_STEPS = 3;

/** Events that can be taken one after the other from the start, each leading somewhere new. */
export function firstSteps({ regions, events }: Imported): ImportedEvent[] {
  let stages: Readonly<Record<string, string>> = Object.fromEntries(
    regions.map(({ id, starts }) => [id, starts]),
  );
  const steps: ImportedEvent[] = [];
  const seen = new Set([JSON.stringify(stages)]);
  for (const event of events) {
    const next = after(event, stages);
    if (next === null || seen.has(JSON.stringify(next))) continue;
    seen.add(JSON.stringify(next));
    steps.push(event);
    stages = next;
    if (steps.length === MOST_STEPS) break;
  }
  return steps;
}

function after(
  { id, moves, also, requirement }: ImportedEvent,
  stages: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> | null {
  const home = id.slice(0, id.indexOf('.'));
  const isMet = (asked: ConditionFile): boolean => {
    if ('all' in asked) return asked.all.every(isMet);
    if ('any' in asked) return asked.any.some(isMet);
    return asked.stages.includes(stages[asked.region] ?? '');
  };
  if (moves[stages[home] ?? ''] === undefined) return null;
  if (requirement !== null && !isMet(requirement)) return null;
  const next: Record<string, string> = { ...stages };
  for (const [region, own] of Object.entries({ ...also, [home]: moves }))
    next[region] = own[stages[region] ?? ''] ?? stages[region] ?? '';
  return next;
}
