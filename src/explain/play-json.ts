import { type Moment, momentUpTo } from '../model/moment.ts';
import { standingOfStep } from '../model/standing.ts';
import { withCitations } from './citations-json.ts';
import { aboutMoment } from './moment-json.ts';
import type { PlayOutput } from './shapes/play.ts';
import { readingsJson, stepJson } from './step-json.ts';

/** `play` as one object: every step, what each reading makes of it, and where each run stands after it. */
export function playJson(moment: Moment): PlayOutput {
  const { agreement, story, played } = moment;
  const { kind, summary, branchesFrom } = story.scenario;
  return withCitations(agreement, {
    ...aboutMoment(moment),
    kind,
    summary: summary ?? null,
    branchesFrom: branchesFrom ?? null,
    readings: readingsJson(agreement),
    steps: played.steps.map((entry, index) =>
      stepJson(moment, entry, standingOfStep(momentUpTo(moment, index))),
    ),
  });
}
