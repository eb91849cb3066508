import { daySpellings } from '../model/day-words.ts';
import type { Day } from '../model/days.ts';
import type { ScenarioFile } from '../model/shapes/scenario.ts';
import { counted } from './words.ts';

/** A scenario or a branch in the tree of branches. */
export interface TwigSaid {
  readonly scenario: ScenarioFile;
  readonly isOwn: boolean;
  /** The title of the step that it departs after; null where it stands by itself. */
  readonly after: string | null;
}

/** What a branch is, beside its title: `2 steps of its own, later steps played on, after "..."`. */
export function twigText({ scenario, isOwn, after }: TwigSaid): string {
  const played = scenario.replay === undefined ? '' : ', later steps played on';
  const own = isOwn
    ? `${counted(scenario.steps.length, 'step')} of its own${played}`
    : scenario.kind;
  return `${own}${after === null ? '' : `, after "${after}"`}`;
}

/** A line of what was done, and whether it stands: `now`, `undone` or nothing. */
export interface HistoryLine {
  readonly label: string;
  readonly note: '' | 'now' | 'undone';
}

/** All that was done, from how it was at the beginning: the place of a line is how many things stand there. */
export function historyLines({
  entries,
  done,
}: {
  readonly entries: readonly { readonly label: string }[];
  readonly done: number;
}): HistoryLine[] {
  return [{ label: 'As it was at the beginning' }, ...entries].map(({ label }, index) => ({
    label,
    note: index === done ? 'now' : index > done ? 'undone' : '',
  }));
}

/** How a day may be written, by one near the day that is meant: one of another time would have to be understood first. */
export function howToWriteDay(near: Day | null): string {
  const [iso, long, short] = daySpellings(near);
  return `Write ${long}, ${short} or ${iso}; an empty line is no day.`;
}

/** How a reason and a note may be written. */
export const HOW_TO_WRITE = {
  because: "One sentence of your own. It is kept with the step as your reason, and no party's.",
  note: 'Your own words. They move nothing; an empty line is no note.',
} as const;
