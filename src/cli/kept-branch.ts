import type { Moment } from '../model/moment.ts';
import type { ScenarioFile } from '../model/shapes/scenario.ts';
import { tell } from '../model/story.ts';
import { standingAlone, untellable } from '../answer/branch.ts';

/**
 * A branch as it can be kept: what a file of its own cannot refer to is written out in it.
 *
 * @param scenarios all that it refers to now
 * @param shipped what a file may refer to
 */
export function keptBranch(
  draft: ScenarioFile,
  scenarios: ReadonlyMap<string, ScenarioFile>,
  shipped: ReadonlyMap<string, ScenarioFile>,
): ScenarioFile {
  // An edited copy has the id of a scenario that ships and is another: it may not be referred to.
  const referable = new Set(
    [...shipped].flatMap(([key, each]) => (scenarios.get(key) === each ? [key] : [])),
  );
  return standingAlone(tell(draft, new Map(scenarios).set(draft.id, draft)), referable);
}

/** Why a branch off a moment is more than a scenario can say, so that none can be kept of it; null where it is not. */
export function notToBeKept(moment: Moment): string | null {
  const what = untellable(moment);
  if (what === null) return null;
  return what === 'knownBy'
    ? 'a scenario cannot say what was known by a day (--known-by)'
    : `whether "${what.title}" (${what.id}) had happened by that day is not known, so no scenario can begin there; branch off a step instead, as SCENARIO@STEP`;
}
