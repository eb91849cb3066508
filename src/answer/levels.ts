import { dayIn } from '../model/calendar.ts';
import { type Day, dayAfter, dayBefore, dayNumber, monthLength } from '../model/days.ts';
import { type Moment, momentAt, published } from '../model/moment.ts';
import type { Fact } from '../model/run-state.ts';
import { Runner } from '../model/runner.ts';
import type { Region } from '../model/statechart.ts';
import { factDays } from './change-days.ts';

/** How time is cut: by the calendar, or where a level changes. Weeks begin on Mondays. */
export const PERIODS = ['day', 'week', 'month', 'year', 'change'] as const;
/** One of {@link PERIODS}: how long each column of a table of levels lasts. */
export type PeriodName = (typeof PERIODS)[number];

/** A stretch of days, both counted. The level told of it is that of its last day. */
export interface LevelPeriod {
  readonly from: Day;
  readonly to: Day;
}

/** Where a provision stood on the last day of a period. */
export interface LevelCell {
  /** Null where a stage that it may stand in is not coded. */
  readonly level: { readonly min: number; readonly max: number } | null;
  readonly stages: readonly string[];
  readonly fact: Fact;
  /** Those of the fact's claims that had been published. */
  readonly claims: readonly string[];
}

export interface LevelRow {
  readonly region: Region;
  /** One for each period. */
  readonly cells: readonly LevelCell[];
}

/** Implementation levels over time by the facts of one run: a row for each provision, a cell for each period. */
export interface Levels {
  /** A reading's id, or `reported`: by whose facts. */
  readonly run: string;
  readonly periods: readonly LevelPeriod[];
  readonly rows: readonly LevelRow[];
}

/** More periods than this make no table. */
export const MOST_PERIODS = 1000;

/**
 * Implementation levels over time, as the Peace Accords Matrix lays them out: provisions by periods, each with the level
 * that it had reached when the period ended, by what a run holds to have happened. Where the day of a step is not
 * certain, a cell has the lowest and the highest level that it may have been.
 *
 * @param end the moment that the table goes up to, with its clocks
 * @param regions every provision where none is named
 * @returns null where there would be more than {@link MOST_PERIODS} periods
 */
export function levelsOf(
  end: Moment,
  every: PeriodName,
  run: string,
  regions: readonly string[] = [],
): Levels | null {
  const { agreement, story, viewpoint } = end;
  const asked = agreement.statechart.regions.filter(({ id, kind }) =>
    regions.length === 0 ? kind === 'provision' : regions.includes(id),
  );
  const runner = new Runner(agreement);
  const cellsOn = (day: Day) => {
    const moment = momentAt(agreement, story, { ...viewpoint, asOf: day }, runner);
    return asked.map((region) => cellOf(moment, region, run));
  };
  const dates = story.steps.flatMap(({ date }) => date ?? []);
  const first = dates.map(({ from }) => from).toSorted()[0];
  const last = end.day;
  if (first === undefined || last === null || first > last) return { run, periods: [], rows: [] };
  const periods =
    every === 'change'
      ? betweenChanges(factDays(agreement, story.steps, viewpoint.knownBy), first, last)
      : byCalendar(every, first, last);
  if (periods === null) return null;
  const columns = periods.map((period) => ({ period, cells: cellsOn(period.to) }));
  const kept = every === 'change' ? joined(columns) : columns;
  return {
    run,
    periods: kept.map(({ period }) => period),
    rows: asked.map((region, index) => ({
      region,
      cells: kept.flatMap(({ cells }) => cells[index] ?? []),
    })),
  };
}

function cellOf(moment: Moment, region: Region, run: string): LevelCell {
  const fact = moment.states[run]?.facts[region.id];
  if (fact === undefined) throw new Error(`The run ${run} has no region ${region.id}.`);
  const levels = fact.possible.map(
    (id): number | null => region.stages.find((stage) => stage.id === id)?.level ?? null,
  );
  const coded = levels.filter((level) => level !== null);
  return {
    level:
      coded.length < levels.length || coded.length === 0
        ? null
        : { min: Math.min(...coded), max: Math.max(...coded) },
    stages: fact.possible,
    fact,
    claims: published(moment, fact.claims),
  };
}

interface Column {
  readonly period: LevelPeriod;
  readonly cells: readonly LevelCell[];
}

/** Periods that stand alike as one. */
function joined(columns: readonly Column[]): Column[] {
  const kept: Column[] = [];
  for (const column of columns) {
    const before = kept.at(-1);
    if (before !== undefined && standing(before) === standing(column))
      kept[kept.length - 1] = {
        ...column,
        period: { from: before.period.from, to: column.period.to },
      };
    else kept.push(column);
  }
  return kept;
}

function standing({ cells }: Column): string {
  return JSON.stringify(cells.map(({ level, stages }) => [level, stages]));
}

/** The stretches between the days on which a fact may change. */
function betweenChanges(days: readonly Day[], first: Day, last: Day): LevelPeriod[] {
  const starts = [...new Set([first, ...days])].filter((day) => day <= last).toSorted();
  return starts.map((from, index) => {
    const next = starts[index + 1];
    return { from, to: next === undefined ? last : dayBefore(next) };
  });
}

function byCalendar(
  every: Exclude<PeriodName, 'change'>,
  first: Day,
  last: Day,
): LevelPeriod[] | null {
  const periods: LevelPeriod[] = [];
  for (let from = first; from <= last;) {
    const end = endOf(every, from);
    const to = end < last ? end : last;
    periods.push({ from, to });
    if (periods.length > MOST_PERIODS) return null;
    if (to === '9999-12-31') break;
    from = dayAfter(to);
  }
  return periods;
}

/** The last day of the calendar period that a day lies in. */
function endOf(every: Exclude<PeriodName, 'change'>, day: Day): Day {
  const [year = '', month = ''] = day.split('-');
  switch (every) {
    case 'day':
      return day;
    case 'week': {
      const left = 6 - weekday(day);
      return left === 0 ? day : dayIn(day, { count: left, unit: 'days' });
    }
    case 'month':
      return `${year}-${month}-${monthLength(Number(year), Number(month))}`;
    case 'year':
      return `${year}-12-31`;
  }
}

/** 0 for a Monday, 6 for a Sunday. */
function weekday(day: Day): number {
  const monday = dayNumber('2001-01-01');
  return (((dayNumber(day) - monday) % 7) + 7) % 7;
}
