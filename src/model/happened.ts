import type { DayRange } from './days.ts';
import type { Truth } from './kleene.ts';
import type { Moment } from './moment.ts';
import type { PlayedStep } from './run.ts';
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
  for (const each of played.steps) {
    const has = hasHappenedBy(each, event, run);
    if (has === false) continue;
    if (has === null) {
      perhaps += 1;
      continue;
    }
    const { step } = each;
    times += 1;
    last = { step: step.id, date: step.date, status: step.status, claims: step.claims };
  }
  return { times, perhaps, last };
}

/** Whether an event happened in a run by this very step: for certain, certainly not, or perhaps (null). */
export function hasHappenedBy(
  { step: { action }, isCertain, outcomes, reported }: PlayedStep,
  event: string,
  run: string,
): Truth {
  const isIt =
    (action.kind === 'event' || (action.kind === 'acknowledge' && action.reading === run)) &&
    action.event === event;
  if (!isIt) return false;
  const status = (run === REPORTED ? reported : outcomes[run])?.status;
  if (status === 'unknown') return null;
  if (status !== 'recognised' && status !== 'unopposed') return false;
  return isCertain ? true : null;
}
