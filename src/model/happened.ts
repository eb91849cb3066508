import type { DayRange } from './days.ts';
import type { Moment } from './moment.ts';
import type { StepStatus } from './shapes/scenario.ts';
import { REPORTED } from './terms.ts';

/** How often an event that may happen again has happened in a run, and when last. */
export interface Happened {
  /** For certain by the moment. */
  readonly times: number;
  /** How often it may have happened beside. */
  readonly perhaps: number;
  /** The last step by which it happened for certain; null where it has not. */
  readonly last: {
    readonly step: string;
    readonly date: DayRange | null;
    readonly status: StepStatus;
    readonly claims: readonly string[];
  } | null;
}

/**
 * How often an event has happened in a run by a moment.
 *
 * @param run a reading's id, or `reported`
 */
export function happenedIn(
  { played }: Pick<Moment, 'played'>,
  event: string,
  run: string,
): Happened {
  let times = 0;
  let perhaps = 0;
  let last: Happened['last'] = null;
  for (const { step, isCertain, outcomes, reported } of played.steps) {
    const { action } = step;
    const isIt =
      (action.kind === 'event' || (action.kind === 'acknowledge' && action.reading === run)) &&
      action.event === event;
    const status = isIt ? (run === REPORTED ? reported : outcomes[run])?.status : null;
    const isTaken = status === 'recognised' || status === 'unopposed';
    if (!isTaken && status !== 'unknown') continue;
    if (!isCertain || !isTaken) {
      perhaps += 1;
      continue;
    }
    times += 1;
    last = { step: step.id, date: step.date, status: step.status, claims: step.claims };
  }
  return { times, perhaps, last };
}
