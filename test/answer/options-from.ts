import { type Moment, playedOn } from '../../src/model/moment.ts';
import type { Runner } from '../../src/model/runner.ts';
import { type StoryStep, storyStep } from '../../src/model/story.ts';
import { EMPTY_STEP } from '../../src/model/assumed-step.ts';
import type { EventOption } from '../../src/answer/outlook.ts';

/** A step in which an event happens. */
export function stepOf(event: string): StoryStep {
  return storyStep({ id: 'tried' }, { ...EMPTY_STEP, id: 'tried', title: event, event });
}

/** Every event of the agreement, played from a moment: what `outlookOf` must say without playing them. */
export function optionsFrom(moment: Moment, runner: Runner): EventOption[] {
  return [...moment.agreement.events.keys()].map((event) => {
    const played = playedOn(moment, [stepOf(event)], runner).played.steps.at(-1);
    if (played === undefined) throw new Error(`The event ${event} was not played.`);
    return { event, outcomes: played.outcomes, reported: played.reported };
  });
}
