import type { Agreement } from '../model/agreement.ts';
import { type Day, dayAfter } from '../model/days.ts';
import type { Story } from '../model/story.ts';

/** As many days as a slider can tell apart; a longer story is looked at by its steps' own days. */
const MOST_DAYS = 1500;

/** The days from the first step of a story to its last, or to where the record ends; none where no step has a day. */
export function daysCovered({ recordEnds }: Agreement, { steps }: Story): Day[] {
  const dated = steps.flatMap(({ date }) => date ?? []);
  const first = dated.map(({ from }) => from).toSorted()[0];
  const ends = [...dated.map(({ to }) => to), ...(recordEnds === null ? [] : [recordEnds])];
  const last = ends.toSorted().at(-1);
  if (first === undefined || last === undefined) return [];
  const days: Day[] = [];
  for (let day = first; day <= last && days.length <= MOST_DAYS; day = dayAfter(day))
    days.push(day);
  if (days.length <= MOST_DAYS) return days;
  return [...new Set(dated.flatMap(({ from, to }) => [from, to]))].toSorted();
}
