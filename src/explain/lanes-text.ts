import { type Agreement, readingTitle, regionTitle } from '../model/agreement.ts';
import { dayText, rangeText } from '../model/day-words.ts';
import { dayBefore } from '../model/days.ts';
import type { Course } from '../answer/course.ts';
import type { Lane, Stretch, VerdictLane, Whereabouts } from '../answer/lanes.ts';
import type { StoryStep } from '../model/story.ts';
import { assertedAs, stageText } from './fact-text.ts';
import { capital, listed, runTitle, STEP_STATUS_WORDS, VERDICT_WORDS } from './words.ts';

/** A lane as a list: what it is of, and what it says from day to day. */
export interface LaneSaid {
  readonly title: string;
  readonly parts: readonly string[];
}

/** Where some runs have a region: `expected: phase two`, `not known: phase one or phase two`. */
export function whereaboutsText(agreement: Agreement, region: string, where: Whereabouts): string {
  return `${assertedAs(where)}${stageText(agreement, region, where)}`;
}

/** The same of all runs, those apart that have it elsewhere: `Northquay: surveyed; Southquay: located`. */
export function allWhereaboutsText(
  agreement: Agreement,
  region: string,
  all: readonly Whereabouts[],
): string {
  const [only] = all;
  if (all.length === 1 && only !== undefined) return whereaboutsText(agreement, region, only);
  return all
    .map((where) => `${whoseText(agreement, where)}: ${whereaboutsText(agreement, region, where)}`)
    .join('; ');
}

/** Whose runs: `Northquay and Southquay`. */
export function whoseText(agreement: Agreement, { readings }: Whereabouts): string {
  return listed(readings.map((reading) => readingTitle(agreement, reading)));
}

/** The days of a stretch: `6 to 8 Jan 2031`, `from 9 Jan 2031 on`, `after "The wreck is raised", undated`. */
export function stretchDaysText(
  { instants, story, span }: Course,
  { from, to }: Pick<Stretch<unknown>, 'from' | 'to'>,
): string {
  const [first, next] = [instants[from], instants[to]];
  if (first?.day === null || first === undefined)
    return `after "${story.steps[first?.place ?? -1]?.title ?? ''}", undated`;
  if (next === undefined) return `from ${dayText(first.day)} on`;
  const last = next.day === null ? (span?.to ?? first.day) : dayBefore(next.day);
  return rangeText({ from: first.day, to: last });
}

/** Lanes as a list, for whoever does not see them drawn. */
export function lanesSaid(course: Course, lanes: readonly Lane[]): LaneSaid[] {
  const { agreement } = course;
  return lanes.map(({ region, stretches }) => ({
    title: capital(regionTitle(agreement, region)),
    parts: stretches.map(
      (stretch) =>
        `${stretchDaysText(course, stretch)}: ${allWhereaboutsText(agreement, region, stretch.value)}`,
    ),
  }));
}

/** Where what a scenario branches off has a region elsewhere: `in record: phase one`. */
export function elsewhereText(
  course: Course,
  base: string,
  region: string,
  stretch: Stretch<readonly Whereabouts[]>,
): string {
  const where = allWhereaboutsText(course.agreement, region, stretch.value);
  return `${stretchDaysText(course, stretch)}: in ${base} ${where}`;
}

/** Verdicts as a list. */
export function verdictLanesSaid(course: Course, lanes: readonly VerdictLane[]): LaneSaid[] {
  return lanes.map(({ reading, stretches }) => ({
    title: verdictLaneTitle(course.agreement, reading),
    parts: stretches.map(
      (stretch) => `${stretchDaysText(course, stretch)}: ${VERDICT_WORDS[stretch.value].word}`,
    ),
  }));
}

/** What a lane of verdicts is called. */
export function verdictLaneTitle(agreement: Agreement, reading: string | null): string {
  return reading === null ? 'Overall' : capital(runTitle(agreement, reading));
}

/** What the levels of stages are called, from 0 on; see the Peace Accords Matrix. */
export const LEVEL_WORDS = ['none', 'minimum', 'intermediate', 'full'] as const;

/** Whose the levels are. */
export const LEVELS_NOTE =
  "Levels as in the Peace Accords Matrix. Which stage has which level is the author's own coding (derived), and no party's.";

/** A step as a mark, in words: its title, its days, and that it is no more than expected, if that is so. */
export function markText({ title, date, status }: StoryStep): string {
  const word = STEP_STATUS_WORDS[status];
  return `${title}, ${rangeText(date)}${word === '' ? '' : `, ${word}`}`;
}
