import { type Period, PERIOD_UNITS } from './calendar.ts';
import type { Day, DayRange } from './days.ts';
import type { DutyFile } from './shapes/duty.ts';
import type { Basis } from './shapes/scenario.ts';

/** What somebody is bound to bring about by an event, within what time or by which day. */
export interface Duty {
  /** Names it among all duties of the agreement. */
  readonly id: string;
  /** The event that is to happen. */
  readonly event: string;
  /** The parties and roles that it binds, all together; null where no document says whom. */
  readonly binds: readonly string[] | null;
  /** The last day on which it is met in time; null where the time counts from an event. */
  readonly by: DayRange | null;
  /** Within what time of which event; null where there is a day. */
  readonly within: (Period & { readonly of: string }) | null;
  /** The author's day from which it binds; null where the claims tell. */
  readonly from: Day | null;
  readonly claims: readonly string[];
  readonly inference: string | null;
  readonly basis: Basis;
}

/** The id of a duty that is given none: its event's own, numbered after the first. */
export function dutyId(event: string, index: number): string {
  return index === 0 ? event : `${event}-${index + 1}`;
}

/** The one number of one unit that a period is written as. */
export function periodOf(written: NonNullable<DutyFile['within']>): Period {
  for (const unit of PERIOD_UNITS) {
    const count = written[unit];
    if (count !== undefined) return { count, unit };
  }
  throw new Error('A period has a unit: its shape says so.');
}
