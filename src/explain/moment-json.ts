import { regionTitle, stageTitle } from '../model/agreement.ts';
import { type Moment, published } from '../model/moment.ts';
import type { StoryStep } from '../model/story.ts';
import { handsAfter } from './hands-after.ts';
import { envelope } from './envelope.ts';

/** What every JSON answer about a moment begins with: the agreement, and where in which scenario it looks. */
export function aboutMoment(moment: Moment) {
  return { ...envelope(moment.agreement), ...momentJson(moment) };
}

/** A moment: scenario, step and clocks, and what may or may not count by then. */
export function momentJson(moment: Moment) {
  const { agreement, story, viewpoint, stepIndex, day } = moment;
  const step = story.steps[stepIndex];
  return {
    scenario: story.scenario.id,
    scenarioTitle: story.scenario.title,
    step: step?.id ?? null,
    stepTitle: step?.title ?? null,
    stepIndex,
    asOf: viewpoint.asOf,
    knownBy: viewpoint.knownBy,
    day,
    assuming: viewpoint.assume.map(({ region, stage }) => ({
      region,
      regionTitle: regionTitle(agreement, region),
      stage,
      stageTitle: stageTitle(agreement, region, stage),
    })),
    perhaps: moment.perhaps.map(stepNameJson),
    notKnown: moment.notKnown.map(stepNameJson),
    perhapsKnown: moment.perhapsKnown.map(stepNameJson),
    nothingPublished: moment.nothingPublished,
    laterControllers: handsAfter(moment).map(({ event, ...later }) => ({
      event: event.id,
      eventTitle: event.title,
      ...later,
      claims: published(moment, later.claims),
    })),
  };
}

/** A step as other things name it. */
export function stepNameJson({ id, title, date }: StoryStep) {
  return { id, title, date };
}
