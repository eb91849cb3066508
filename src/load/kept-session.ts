import { longestRun, type OpenEntry, packed, unpacked } from '../model/kept-history.ts';
import type { SavedSession } from '../model/saved-session.ts';
import type { ScenarioFile } from '../model/shapes/scenario.ts';
import type { Holding } from './library.ts';

/** A scenario from elsewhere, checked against the agreement; or what is wrong with it, a line for each problem. */
export type OpenedScenario =
  | { readonly ok: true; readonly scenario: ScenarioFile }
  | { readonly ok: false; readonly problems: readonly string[] };

/** A session as far as it still fits the agreement, and a sentence for everything that was left out. */
export interface FittingSession {
  readonly session: SavedSession;
  readonly notices: readonly string[];
}

/** Checks a scenario at hand as if it had been read from a file, beside others that it may refer to. */
export type Check = (
  scenario: ScenarioFile,
  more: readonly ScenarioFile[],
) => OpenedScenario | Promise<OpenedScenario>;

/**
 * Checks a kept session against the agreement as it is now, every version of a branch as if it had been read from a
 * file. A branch that no longer fits is left out; of what was done, all that lies beyond such a one.
 */
export async function checkedSession(
  checkOne: Check,
  holding: Pick<Holding, 'scenarios' | 'opens'>,
  session: SavedSession,
): Promise<FittingSession> {
  const check = remembering(checkOne);
  const { fit, misfits } = await fitting(check, session.branches);
  const notices = misfits.map(
    ({ branch, problems }) =>
      `the branch "${branch.title}" no longer fits and is left out: ${problems.join('; ')}`,
  );
  let { history } = session;
  if (history !== null) {
    const { entries, done } = unpacked(history);
    const isFit = async ({ before, after }: OpenEntry): Promise<boolean> =>
      (await fitting(check, before.branches)).misfits.length === 0 &&
      (await fitting(check, after.branches)).misfits.length === 0;
    const checked: (OpenEntry | null)[] = [];
    // One after the other, since each finds most of its branches checked by the one before.
    // oxlint-disable-next-line no-await-in-loop
    for (const entry of entries) checked.push((await isFit(entry)) ? entry : null);
    const run = longestRun(checked, done);
    history = run.entries.length === 0 ? null : packed(run.entries, run.done);
    const lost = entries.length - run.entries.length;
    if (lost > 0)
      notices.push(
        `${lost} of ${entries.length} things that could be undone no longer fit and are left out`,
      );
  }
  const { scenario } = session.cursor;
  const isThere = holding.scenarios.has(scenario) || fit.some(({ id }) => id === scenario);
  const cursor = {
    ...session.cursor,
    scenario: isThere ? scenario : (holding.opens ?? scenario),
  };
  return { session: { ...session, branches: fit, cursor, history }, notices };
}

/** The laboratory's check, made once for a scenario beside the same others that it leans on. */
function remembering(checkOne: Check): Check {
  const known = new Map<string, ReturnType<Check>>();
  return (scenario, more) => {
    const needed = basesOf(scenario, more);
    const key = JSON.stringify([scenario, ...needed]);
    let checked = known.get(key);
    if (checked === undefined) known.set(key, (checked = checkOne(scenario, needed)));
    return checked;
  };
}

/** The scenarios among others that one branches off or replays, and those that these do. */
function basesOf(scenario: ScenarioFile, others: readonly ScenarioFile[]): ScenarioFile[] {
  const bases = new Set([scenario]);
  for (const { branchesFrom, replay } of bases)
    for (const other of others)
      if (other.id === branchesFrom?.scenario || other.id === replay?.scenario) bases.add(other);
  bases.delete(scenario);
  return [...bases];
}

/** The branches that fit, in their order, and what is wrong with the others. */
async function fitting(
  check: Check,
  branches: readonly ScenarioFile[],
): Promise<{
  fit: ScenarioFile[];
  misfits: { branch: ScenarioFile; problems: readonly string[] }[];
}> {
  const fit: ScenarioFile[] = [];
  // A branch off a branch may have been made before the other was renamed or moved: what fits is found in rounds.
  let left = [...branches];
  for (let before = -1; left.length > 0 && left.length !== before;) {
    before = left.length;
    const later: ScenarioFile[] = [];
    for (const branch of left) {
      // oxlint-disable-next-line no-await-in-loop
      const checked = await check(branch, fit);
      if (checked.ok) fit.push(checked.scenario);
      else later.push(branch);
    }
    left = later;
  }
  const order = branches.map(({ id }) => id);
  fit.sort((one, other) => order.indexOf(one.id) - order.indexOf(other.id));
  const misfits = await Promise.all(
    left.map(async (branch) => {
      const checked = await check(branch, fit);
      return { branch, problems: checked.ok ? [] : checked.problems };
    }),
  );
  return { fit, misfits };
}
