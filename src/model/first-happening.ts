import type { Day } from './days.ts';
import { hasHappenedBy } from './happened.ts';
import type { Moment } from './moment.ts';
import type { PlayedStep } from './run.ts';
import type { StepStatus } from './shapes/scenario.ts';
import { TAKEN, valuesOf } from './worlds.ts';

/** The first and the last day of a range, null where nothing bounds it. */
export interface OpenRange {
  readonly from: Day | null;
  readonly to: Day | null;
}

/** When an event happened for the first time in a run, or may have. */
export interface Happening {
  readonly days: OpenRange;
  /** False where it may not have happened by the moment. */
  readonly isCertain: boolean;
  /** The step by which it had happened, or may have. */
  readonly step: string;
  /** What that step is: unless it happened, this is no fact. */
  readonly status: StepStatus;
  /** Whether something has undone it since. */
  readonly isUndone: boolean;
}

/**
 * When an event happened for the first time in a run, by the steps that the run took: whether something undid it later
 * does not matter, nor how often it happened again. A step that nothing dates lies between those before it and those after it that are dated.
 *
 * @param run a reading's id, or `reported`
 * @returns null where it certainly has not happened by the moment
 */
export function firstHappening(moment: Moment, run: string, event: string): Happening | null {
  const { steps } = moment.played;
  const isAgain = moment.agreement.events.get(event)?.again === true;
  const found = isAgain ? byOutcomes(moment, run, event) : byMarks(moment, run, event);
  if (found === null) return null;
  const { candidates, isCertain, isUndone } = found;
  const days = candidates.map((index) => daysOfStep(moment, index));
  const last = steps[candidates.at(-1) ?? -1];
  if (last === undefined) throw new Error('An event is taken by a step.');
  return {
    days: {
      from: bound(
        days.map(({ from }) => from),
        (left, right) => left < right,
      ),
      to: bound(
        days.map(({ to }) => to),
        (left, right) => left > right,
      ),
    },
    isCertain,
    step: last.step.id,
    status: last.step.status,
    isUndone,
  };
}

/** The steps of which each may be the one that brought an event about, as far as can be told. */
interface Found {
  readonly candidates: readonly number[];
  readonly isCertain: boolean;
  readonly isUndone: boolean;
}

/** What may happen again leaves no mark in a run: its steps are told by what came of them, and nothing undoes them. */
function byOutcomes({ played: { steps } }: Moment, run: string, event: string): Found | null {
  const has = steps.map((step) => hasHappenedBy(step, event, run));
  const certain = has.indexOf(true);
  const candidates = has.flatMap((each, index) =>
    each !== false && (certain < 0 || index <= certain) ? [index] : [],
  );
  return candidates.length === 0 ? null : { candidates, isCertain: certain >= 0, isUndone: false };
}

/** What happens once is marked as taken in a run, until something undoes it. */
function byMarks({ played: { steps } }: Moment, run: string, event: string): Found | null {
  const valuesAfter = (index: number) => {
    const worlds = steps[index]?.states[run]?.worlds;
    if (worlds === undefined) throw new Error(`There is no run ${run}.`);
    return valuesOf(worlds, event);
  };
  let first = -1;
  let certain = -1;
  for (let index = 0; index < steps.length && certain < 0; index += 1) {
    const values = valuesAfter(index);
    if (first < 0 && values.includes(TAKEN)) first = index;
    if (values.every((value) => value === TAKEN)) certain = index;
  }
  if (first < 0) return null;
  const end = certain < 0 ? steps.length - 1 : certain;
  const candidates = steps.flatMap(({ step: { action } }, index) =>
    index >= first && index <= end && 'event' in action && action.event === event ? [index] : [],
  );
  return {
    candidates: candidates.length === 0 ? [first] : candidates,
    isCertain: certain >= 0,
    isUndone: !valuesAfter(steps.length - 1).includes(TAKEN),
  };
}

/** The days that a step lies between, no later than the moment's own. */
function daysOfStep({ played: { steps }, viewpoint }: Moment, index: number): OpenRange {
  const asOf = viewpoint.asOf ?? viewpoint.knownBy;
  const date = steps[index]?.step.date ?? null;
  if (date !== null)
    return { from: date.from, to: asOf !== null && asOf < date.to ? asOf : date.to };
  const before = dated(steps.slice(0, index)).map(({ from }) => from);
  const [after] = dated(steps.slice(index + 1));
  return {
    from: before.length === 0 ? null : bound(before, (left, right) => left > right),
    to: after?.to ?? null,
  };
}

function dated(steps: readonly PlayedStep[]) {
  return steps.flatMap(({ step: { date } }) => date ?? []);
}

/** The day that comes first by an order; null where one of them is not bounded. */
function bound(
  days: readonly (Day | null)[],
  isBefore: (left: Day, right: Day) => boolean,
): Day | null {
  let found: Day | null = days[0] ?? null;
  for (const day of days) {
    if (day === null || found === null) return null;
    if (isBefore(day, found)) found = day;
  }
  return found;
}
