import { compareMoments, type Difference } from '../answer/diff.ts';
import { beside, matchedSteps } from '../answer/matched-steps.ts';
import type { Moment } from '../model/moment.ts';
import type { ScenarioFile } from '../model/shapes/scenario.ts';
import { sceneIn, type Told, told } from './scene.ts';
import type { LabState, Setting } from './state.ts';

/** Two scenarios that are compared, by their ids. */
export interface Compared {
  readonly left: string;
  readonly right: string;
  /** The place in the right one of the step behind which they are compared; null for both their ends. */
  readonly at: number | null;
}

type Shown = Pick<LabState, 'scenarios' | 'clocks'>;

const known = new WeakMap<Moment, WeakMap<Moment, Difference>>();

/** The two stories that are compared, as far as they count; what was compared once is kept. */
export function differenceOf(
  setting: Setting,
  { scenarios, clocks }: Shown,
  { left, right, at }: Compared,
): Difference {
  const stepsOf = (id: string) => told(setting, scenarios, id, clocks).story.steps;
  const [ours, theirs] = [stepsOf(left), stepsOf(right)];
  const momentOf = (scenario: string, position: number) =>
    sceneIn(setting, scenarios, { scenario, position }, clocks).moment;
  const a = momentOf(left, at === null ? ours.length : beside(ours, theirs, at));
  const b = momentOf(right, at ?? theirs.length);
  let others = known.get(a);
  if (others === undefined) known.set(a, (others = new WeakMap()));
  let found = others.get(b);
  if (found === undefined) others.set(b, (found = compareMoments(a, b)));
  return found;
}

/**
 * Where two stories can be compared: after each step of the right one that counts, from where they part, the left one
 * standing where both last agreed; and at both their ends, which is null.
 */
export function momentsOf(
  setting: Setting,
  { scenarios, clocks }: Shown,
  { left, right }: Pick<Compared, 'left' | 'right'>,
): readonly (number | null)[] {
  const [a, b] = [left, right].map((id) => told(setting, scenarios, id, clocks));
  if (a === undefined || b === undefined) return [null];
  let others = moments.get(a);
  if (others === undefined) moments.set(a, (others = new WeakMap()));
  let found = others.get(b);
  if (found === undefined) others.set(b, (found = momentsBetween(a, b)));
  return found;
}

const moments = new WeakMap<Told, WeakMap<Told, readonly (number | null)[]>>();

function momentsBetween(a: Told, b: Told): (number | null)[] {
  const { shared } = matchedSteps(a.whole.played.steps, b.whole.played.steps);
  const places = b.places.slice(Math.max(0, shared - 1));
  const last = places.at(-1);
  // After the last step of the right one this may be the same as at both ends; it is then said once.
  const isSaidByEnds =
    last !== undefined && beside(a.story.steps, b.story.steps, last) === a.places.at(-1);
  return [...(isSaidByEnds ? places.slice(0, -1) : places), null];
}

/** The scenarios that one can be compared with: what it departs from first, then branches, then the others. */
export function comparable(
  { scenarios, branches }: Pick<LabState, 'scenarios' | 'branches'>,
  scenario: string,
): ScenarioFile[] {
  const base = scenarios.get(scenario)?.branchesFrom?.scenario;
  const rank = (id: string) => (id === base ? 0 : branches.includes(id) ? 1 : 2);
  return [...scenarios.values()]
    .filter(({ id }) => id !== scenario)
    .toSorted((left, right) => rank(left.id) - rank(right.id));
}
