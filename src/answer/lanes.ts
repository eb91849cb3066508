import { partyReadings, type Agreement } from '../model/agreement.ts';
import type { Moment } from '../model/moment.ts';
import type { Fact } from '../model/run-state.ts';
import { type Overall, verdictsOf } from '../model/standing.ts';
import { REPORTED } from '../model/terms.ts';
import { type Course, instantOn } from './course.ts';

/** Where some of the parties' runs have a region: at one stage, or at one of several. */
export interface Whereabouts {
  readonly possible: readonly string[];
  /** What it is that brought it there: happened, or only expected, scheduled, assumed; and what that rests on. */
  readonly status: Fact['status'];
  readonly basis: Fact['basis'];
  /** The readings whose runs have it there, in the order of the agreement. */
  readonly readings: readonly string[];
}

/** A part of a lane in which nothing changes. */
export interface Stretch<Value> {
  /** The instant of the course that it begins with, and the one that it ends before. */
  readonly from: number;
  readonly to: number;
  readonly value: Value;
}

/** One region over time, as each party's run has it: the parties apart where their runs have it at different stages. */
export interface Lane {
  readonly region: string;
  readonly stretches: readonly Stretch<readonly Whereabouts[]>[];
}

/** How an event stands over time: by one reading, or over the parties. */
export interface VerdictLane {
  /** Null for the verdict over the parties. */
  readonly reading: string | null;
  readonly stretches: readonly Stretch<Overall>[];
}

/** The runs that lanes are of: the parties', or as reported where no party has a reading. */
export function runsInLanes(agreement: Agreement): string[] {
  const parties = partyReadings(agreement).map(({ id }) => id);
  return parties.length === 0 ? [REPORTED] : parties;
}

/**
 * Each region over the instants of a course, as of each of its days. Where a step may or may not have happened by a day,
 * the region is at one of several stages on it.
 *
 * @param from the first instant that is looked at
 * @param to the one that is looked at no more
 */
export function lanesOf(course: Course, from: number, to: number): Lane[] {
  const { agreement } = course;
  const runs = runsInLanes(agreement);
  return agreement.statechart.regions.map(({ id }) => ({
    region: id,
    stretches: stretched(
      from,
      to,
      (instant) => whereaboutsIn(course.momentAt(instant), id, runs),
      isSame,
    ),
  }));
}

/** The verdicts on an event over the instants of a course: over the parties, then of each reading. */
export function verdictLanesOf(
  course: Course,
  event: string,
  from: number,
  to: number,
): VerdictLane[] {
  const found = Array.from({ length: Math.max(0, to - from) }, (_, index) =>
    verdictsOf(course.momentAt(from + index), event),
  );
  const lane = (reading: string | null): VerdictLane => ({
    reading,
    stretches: stretched(
      from,
      to,
      (instant): Overall => {
        const verdicts = found[instant - from];
        return (reading === null ? verdicts?.verdict : verdicts?.each.get(reading)) ?? 'unstated';
      },
      (left, right) => left === right,
    ),
  });
  return [null, ...course.agreement.readings.keys()].map(lane);
}

/** Where the runs have a region at a moment, those that have it alike together. */
export function whereaboutsIn(
  { agreement, states }: Moment,
  region: string,
  runs: readonly string[],
): Whereabouts[] {
  const order = agreement.regions.get(region)?.stages.map(({ id }) => id) ?? [];
  const groups = new Map<string, Omit<Whereabouts, 'readings'> & { readings: string[] }>();
  for (const reading of runs) {
    const fact = states[reading]?.facts[region];
    if (fact === undefined) throw new Error(`The run ${reading} has no region ${region}.`);
    const { status, basis } = fact;
    const possible =
      fact.possible.length < 2
        ? fact.possible
        : fact.possible.toSorted((one, other) => order.indexOf(one) - order.indexOf(other));
    const where = { possible, status, basis };
    const key = keyOf(where);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { ...where, readings: [reading] });
    else group.readings.push(reading);
  }
  return [...groups.values()];
}

/** What tells one from another: the stages, and whether they are no more than expected, scheduled or assumed. */
function keyOf({ possible, status, basis }: Omit<Whereabouts, 'readings'>): string {
  const isTaken = basis === 'assumed' || status === 'assumed';
  return `${possible.join(' ')};${status ?? 'happened'};${isTaken ? basis : ''}`;
}

const sayings = new WeakMap<readonly Whereabouts[], string>();

function said(all: readonly Whereabouts[]): string {
  let found = sayings.get(all);
  if (found === undefined) {
    found = all.map((each) => `${keyOf(each)}:${each.readings.join(' ')}`).join('|');
    sayings.set(all, found);
  }
  return found;
}

function isSame(left: readonly Whereabouts[], right: readonly Whereabouts[]): boolean {
  return said(left) === said(right);
}

/** The stretches in which a value stays the same. */
function stretched<Value>(
  from: number,
  to: number,
  valueAt: (instant: number) => Value,
  same: (left: Value, right: Value) => boolean,
): Stretch<Value>[] {
  const stretches: Stretch<Value>[] = [];
  for (let instant = from; instant < to; instant += 1) {
    const value = valueAt(instant);
    const before = stretches.at(-1);
    if (before !== undefined && same(before.value, value))
      stretches[stretches.length - 1] = { ...before, to: instant + 1 };
    else stretches.push({ from: instant, to: instant + 1, value });
  }
  return stretches;
}

/**
 * Where two courses differ: by region, the stretches of the first in which its runs stand otherwise than those of the
 * second on the same day. Behind the days of the first, the second is taken where it ends.
 *
 * @param course laid out with the days of the other among its own
 */
export function differencesOf(
  course: Course,
  other: Course,
  from: number,
  to: number,
): ReadonlyMap<string, readonly Stretch<readonly Whereabouts[]>[]> {
  const runs = runsInLanes(course.agreement);
  const beside = (instant: number) => other.momentAt(besideOf(course, other, instant));
  const found = new Map<string, readonly Stretch<readonly Whereabouts[]>[]>();
  for (const { id } of course.agreement.statechart.regions) {
    const theirs = stretched(
      from,
      to,
      (instant) => {
        const there = whereaboutsIn(beside(instant), id, runs);
        const here = whereaboutsIn(course.momentAt(instant), id, runs);
        return { there, isDifferent: !isSame(there, here) };
      },
      (left, right) => left.isDifferent === right.isDifferent && isSame(left.there, right.there),
    );
    const apart = theirs.filter(({ value }) => value.isDifferent);
    if (apart.length > 0)
      found.set(
        id,
        apart.map(({ value, ...rest }) => ({ ...rest, value: value.there })),
      );
  }
  return found;
}

/** The instant of another course that lies beside one of this. */
function besideOf({ instants }: Course, other: Course, instant: number): number {
  const day = instants[instant]?.day ?? null;
  return day === null ? other.instants.length - 1 : instantOn(other, day);
}
