import type { Agreement } from '../model/agreement.ts';
import { asCertain, play, type Play, type PlayedStep } from '../model/run.ts';
import { Runner } from '../model/runner.ts';
import type { ScenarioFile, StepFile } from '../model/shapes/scenario.ts';
import { type StoryStep, tell } from '../model/story.ts';
import { TooManyWorldsError } from '../model/worlds.ts';
import type { Dossier } from './dossier.ts';
import type { Problem } from './problem.ts';
import { quote } from './show.ts';

const ACTIONS = ['event', 'waive', 'restore', 'acknowledge'] as const;

/**
 * Notices of scenarios' own steps that change nothing in any run and do not say what is to come of them: what is taken
 * up again was never waived, what is waived was waived before, the event cannot happen there or has happened already.
 *
 * @param scenarios all that they can branch off or replay, by id
 * @param runner knows what was played of the agreement before
 */
export function findNoEffect(
  agreement: Agreement,
  dossier: Dossier,
  scenarios: ReadonlyMap<string, ScenarioFile>,
  runner = new Runner(agreement),
): Problem[] {
  return dossier.scenarios.flatMap(({ file, value, locate }) => {
    const story = tell(value, scenarios);
    const played = playedSteps(agreement, story.steps, runner);
    return value.steps.flatMap((step, own): Problem[] => {
      const index = story.inherited + own;
      const action = ACTIONS.find((each) => step[each] !== undefined);
      if (action === undefined || step.expect !== undefined || !isIdle(played, index)) return [];
      const [message, hint] = said(step, played.steps[index]);
      return [{ file, ...locate(['steps', own, action]), code: 'no-effect', message, hint }];
    });
  });
}

function playedSteps(
  agreement: Agreement,
  steps: readonly StoryStep[],
  runner: Runner,
): Pick<Play, 'steps' | 'start'> {
  try {
    return play(agreement, asCertain(steps), runner);
  } catch (error) {
    // That it cannot be played is a problem of its own, and reported as one.
    if (error instanceof TooManyWorldsError) return { steps: [], start: {} };
    throw error;
  }
}

/** Whether no run stands otherwise after a step than before. */
function isIdle({ steps: played, start }: Pick<Play, 'steps' | 'start'>, index: number): boolean {
  const after = played[index]?.states;
  const before = index === 0 ? start : played[index - 1]?.states;
  if (before === undefined || after === undefined) return false;
  return Object.entries(after).every(([run, state]) => state === before[run]);
}

function said(step: StepFile, played: PlayedStep | undefined): [message: string, hint: string] {
  const expected = 'leave the step out, or write under expect what each reading is to make of it';
  if (step.restore)
    return [
      `${step.restore.reading} takes ${quote(step.restore.condition)} up again, but has not waived it`,
      'waive it in an earlier step, or leave the step out',
    ];
  if (step.waive)
    return [
      `${step.waive.reading} has waived ${quote(step.waive.condition)} already`,
      'leave the step out',
    ];
  if (step.acknowledge) {
    const { reading, event } = step.acknowledge;
    const status = played?.outcomes[reading]?.status;
    return [
      status === 'already'
        ? `${event} has happened already under the reading ${reading}, so there is nothing to grant`
        : `${event} cannot happen there under the reading ${reading}, so there is nothing to grant`,
      expected,
    ];
  }
  return [`${step.event} changes nothing there, by any reading`, expected];
}
