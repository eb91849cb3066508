import { type Day, dayExists } from '../model/days.ts';
import { type Assumption, type Moment, momentAt } from '../model/moment.ts';
import type { ScenarioFile } from '../model/shapes/scenario.ts';
import { BrokenReferenceError, type Story, tell } from '../model/story.ts';
import type { Holding } from '../load/library.ts';
import { mendOf } from '../load/mend-of.ts';
import { notThere } from '../load/not-there.ts';
import { quote } from '../load/show.ts';
import type { TextResult } from '../load/text-result.ts';
import { wrongInMoment } from '../load/wrong-in-moment.ts';

/** Which moment of an agreement is meant: the end of the scenario that a reader begins with where nothing is said. */
export interface AskedMoment {
  /** The id of a scenario, or a scenario made here, which may refer to those of the agreement. */
  readonly scenario?: string | ScenarioFile;
  /** The id of the last step that counts. */
  readonly step?: string;
  /** Valid time, as YYYY-MM-DD: what may or may not have happened by this day is not known. */
  readonly asOf?: Day;
  /** Knowledge, as YYYY-MM-DD: only what had certainly been published by this day. */
  readonly knownBy?: Day;
  /** What is taken for granted, no region in two stages. */
  readonly assume?: readonly Assumption[];
}

/**
 * The moment that is meant, where every question begins.
 *
 * @param content an agreement with its scenarios, as `readAgreement` gives it
 * @returns a message and a hint for a scenario, step, region, stage or day that there is none of
 */
export function momentOf(
  content: Pick<Holding, 'agreement' | 'scenarios' | 'opens'>,
  asked: AskedMoment = {},
): TextResult<Moment> {
  const { agreement } = content;
  const { asOf = null, knownBy = null, assume = [], step } = asked;
  const told = storyOf(content, asked.scenario);
  if (!told.ok) return told;
  const story = told.value;
  for (const day of [asOf, knownBy])
    if (day !== null && !dayExists(day))
      return refused(`${quote(day)} is no day`, 'write it as YYYY-MM-DD');
  const wrong = wrongInMoment(agreement, story, { step: step ?? null, assume });
  if (wrong !== null) return refused(wrong.message, wrong.hint);
  const until = step === undefined ? undefined : story.steps.findIndex(({ id }) => id === step);
  return {
    ok: true,
    value: momentAt(agreement, story, { asOf, knownBy, assume }, undefined, until),
  };
}

function storyOf(
  { agreement, scenarios, opens }: Pick<Holding, 'agreement' | 'scenarios' | 'opens'>,
  asked: string | ScenarioFile | undefined,
): TextResult<Story> {
  const named = asked ?? opens;
  if (named === null)
    return refused(
      `the agreement ${agreement.id} has no scenario`,
      'add one to it, or hand one over',
    );
  const scenario = typeof named === 'string' ? scenarios.get(named) : named;
  if (scenario === undefined) {
    const wrong = notThere('scenario', String(named), scenarios.keys());
    return refused(
      wrong?.message ?? 'there is no such scenario',
      wrong?.hint ?? 'its scenarios are in `scenarios`',
    );
  }
  try {
    return { ok: true, value: tell(scenario, new Map(scenarios).set(scenario.id, scenario)) };
  } catch (error) {
    if (!(error instanceof BrokenReferenceError)) throw error;
    return refused(error.message, mendOf('unknown-id'));
  }
}

function refused(message: string, hint: string): TextResult<never> {
  return { ok: false, error: { message, hint } };
}
