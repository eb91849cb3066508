import type { Agreement } from '../../src/model/agreement.ts';
import type { Day, DayRange } from '../../src/model/days.ts';
import type { StoryStep } from '../../src/model/story.ts';

/** The day so many days after another. */
export function daysAfter(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Both edges of every range that anything of the steps or the claims has, in order. */
export function boundaries(agreement: Agreement, steps: readonly StoryStep[]): Day[] {
  const statements = [...agreement.readings.values()].flatMap(({ positions }) =>
    [...positions.values()].flat(),
  );
  const cited = new Set(statements.flatMap(({ claims }) => claims));
  const dated = [...agreement.claims.values()].filter(({ reference }) => cited.has(reference));
  const ranges: DayRange[] = [
    ...steps.flatMap(({ date }) => (date === null ? [] : [date])),
    ...dated.flatMap(({ date }) => (date === undefined ? [] : [date])),
    ...agreement.sources.map(({ published }) => published),
  ];
  const stated = statements.flatMap(({ from, until }) => [from, until]);
  const days = [...ranges.flatMap(({ from, to }) => [from, to]), ...stated];
  return [...new Set(days.filter((day) => day !== null))].toSorted();
}

/** The day before each boundary, the day itself, the day after, and one between each and the next. */
export function daysAround(agreement: Agreement, steps: readonly StoryStep[]): Day[] {
  const edges = boundaries(agreement, steps);
  const days = edges.flatMap((day, index) => {
    const next = edges[index + 1];
    const apart =
      next === undefined ? 0 : Math.round((Date.parse(next) - Date.parse(day)) / 86_400_000);
    const between = apart > 3 ? [daysAfter(day, Math.floor(apart / 2))] : [];
    return [daysAfter(day, -1), day, daysAfter(day, 1), ...between];
  });
  return [...new Set(days)].toSorted();
}
