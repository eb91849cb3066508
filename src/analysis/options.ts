import type { Agreement } from '../agreement/agreement.ts';
import type { Day } from '../agreement/days.ts';
import { type Outcome, playStep, type RunState } from '../agreement/run.ts';
import type { Runner } from '../agreement/runner.ts';
import { storyStep } from '../agreement/story.ts';

/** What each run would make of an event if it happened now. */
export interface EventOption {
  readonly event: string;
  readonly outcomes: Readonly<Record<string, Outcome>>;
  readonly reported: Outcome;
}

/** Every event of the agreement, tried from where the runs stand; nothing is changed by it. */
export function optionsFrom(
  agreement: Agreement,
  runner: Runner,
  states: Readonly<Record<string, RunState>>,
  day: Day | null,
): EventOption[] {
  return [...agreement.events.keys()].map((event) => {
    const step = storyStep(
      { id: 'tried' },
      { id: 'tried', title: event, status: 'assumed', by: [], claims: [], disputedBy: [], event },
    );
    const { outcomes, reported } = playStep(agreement, runner, states, step, day);
    return { event, outcomes, reported };
  });
}
