import type { Agreement } from '../model/agreement.ts';
import type { Standing } from '../model/standing.ts';
import type { StoryStep } from '../model/story.ts';

/** The regions that the answer about an event hangs on: its home, and those that a condition before it is about. */
export function regionsAsked({ event, requirement, parties, terms }: Standing): Set<string> {
  const conditions = [requirement, ...parties, ...terms].flatMap((each) => each?.conditions ?? []);
  return new Set([event.home, ...conditions.map(({ condition }) => condition.region)]);
}

/** Whether a step could move one of some regions, or change what a party asks. */
export function bearsOn(
  { events }: Agreement,
  { action }: StoryStep,
  regions: ReadonlySet<string>,
): boolean {
  switch (action.kind) {
    case 'event':
    case 'acknowledge':
      return Object.keys(events.get(action.event)?.moves ?? {}).some((id) => regions.has(id));
    case 'waive':
    case 'restore':
      return true;
    case 'assume':
    case 'unknown':
      return regions.has(action.region);
    case 'note':
      return false;
  }
}
