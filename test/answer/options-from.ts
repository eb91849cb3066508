import type { Agreement } from '../../src/model/agreement.ts';
import type { Day } from '../../src/model/days.ts';
import { playStep, type RunState } from '../../src/model/run.ts';
import type { Runner } from '../../src/model/runner.ts';
import { storyStep } from '../../src/model/story.ts';
import type { EventOption } from '../../src/answer/outlook.ts';

/** Every event of the agreement, tried from where the runs stand: what `outlookFrom` must say without taking them. */
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
