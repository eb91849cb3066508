import { dayText, rangeText } from '../model/day-words.ts';
import type { Day, DayRange } from '../model/days.ts';
import type { Story, StoryStep } from '../model/story.ts';

type Dated = StoryStep & { readonly date: DayRange };

/** What would let the steps that are played on follow: each way works as it stands. */
export interface DaysBackWays {
  /** The latest day that the branch's own steps may have; null where their days are not what is in the way. */
  readonly upTo: Day | null;
  /** How many of them have a later day now. */
  readonly late: number;
  /** The last of the steps played on that are dated before: a branch that begins after it has none; null as above. */
  readonly after: Dated | null;
}

/** A place where the days of a story run back: no scenario may say so. */
export interface DaysBack {
  /** The step that others follow which are dated before it. */
  readonly last: Dated;
  /** Those others, in order. */
  readonly early: readonly [Dated, ...Dated[]];
  /** How many steps are played on; null where it is not for them that the days run back. */
  readonly playedOn: number | null;
  /** Whether the step stands in what the story inherits, so that it cannot be changed there. */
  readonly isInherited: boolean;
  readonly ways: DaysBackWays;
}

const NO_WAYS: DaysBackWays = { upTo: null, late: 0, after: null };

/**
 * Where the days of a story first run back, counted by the last day that each step can have happened on; null where
 * they do not.
 */
export function daysBack(story: Story): DaysBack | null {
  const found = firstBack(story.steps);
  if (found === null) return null;
  const { at, last, early } = found;
  const isPlayedOn = early[0].replayed && !last.replayed;
  return {
    last,
    early,
    playedOn: isPlayedOn ? story.steps.filter(({ replayed }) => replayed).length : null,
    isInherited: at < story.inherited,
    ways: isPlayedOn ? waysOf(story, early) : NO_WAYS,
  };
}

function waysOf({ scenario, steps, inherited }: Story, early: DaysBack['early']): DaysBackWays {
  const upTo = early[0].date.to;
  const after = early.at(-1) ?? early[0];
  const isLate = ({ replayed, date }: StoryStep) => !replayed && date !== null && date.to > upTo;
  // What is inherited has its days where it is written.
  if (steps.slice(0, inherited).some(isLate)) return NO_WAYS;
  const date = { from: upTo, to: upTo };
  const brought = steps.map((step) => (isLate(step) ? { ...step, date } : step));
  const own = steps
    .slice(inherited, inherited + scenario.steps.length)
    .filter(({ id }) => id !== `${scenario.id}-starts`);
  const isAfter = own.every((step) => step.date === null || step.date.to >= after.date.to);
  return {
    upTo: firstBack(brought) === null ? upTo : null,
    late: steps.filter(isLate).length,
    after: isAfter ? after : null,
  };
}

function firstBack(
  steps: readonly StoryStep[],
): { readonly at: number; readonly last: Dated; readonly early: DaysBack['early'] } | null {
  let at = -1;
  let last: Dated | null = null;
  for (const [index, step] of steps.entries()) {
    if (!isDated(step)) continue;
    if (last !== null && step.date.to < last.date.to) {
      const { to } = last.date;
      const more = steps.slice(index + 1).filter(isDated);
      return { at, last, early: [step, ...more.filter(({ date }) => date.to < to)] };
    }
    at = index;
    last = step;
  }
  return null;
}

function isDated(step: StoryStep): step is Dated {
  return step.date !== null;
}

/** What is in the way, in a sentence: which step, which day, and which come after it although they are dated before. */
export function daysBackText({ last, early, playedOn }: DaysBack): string {
  const [first] = early;
  if (playedOn === null)
    return `Days cannot run back: "${first.title}" (${rangeText(first.date)}) would come after "${last.title}" (${rangeText(last.date)}).`;
  const are = early.length === 1 ? 'is' : 'are';
  const played = playedOn === 1 ? 'the one step' : `${early.length} of the ${playedOn} steps`;
  return `"${last.title}" is dated ${rangeText(last.date)}, and ${played} played on after it ${are} dated before that.`;
}

/** What can be done about it, in a sentence for somebody who has the branch before them. */
export function daysBackMend({ last, early, playedOn, isInherited, ways }: DaysBack): string {
  const [first] = early;
  if (playedOn === null)
    return isInherited
      ? `Give it ${dayText(last.date.to)}, a later day or none.`
      : 'Change the day of one of the two, or leave it out.';
  const { upTo, late, after } = ways;
  const which = late === 1 ? 'it' : "each of the branch's own steps";
  const said = [
    ...(upTo === null ? [] : [`give ${which} a day up to ${dayText(upTo)} or none`]),
    ...(after === null
      ? []
      : [`begin the what-if after "${after.title}" (${rangeText(after.date)})`]),
  ].join(', or ');
  return said === ''
    ? `Change the days of what is dated after ${dayText(first.date.to)}, where they are written.`
    : `${said.slice(0, 1).toUpperCase()}${said.slice(1)}.`;
}
