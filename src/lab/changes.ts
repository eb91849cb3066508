import type { Overall } from '../model/standing.ts';
import { gateShown, type Scene, sceneIn, type Told, told, verdictsAt } from './scene.ts';
import type { LabState, Setting } from './state.ts';

/** A step at which a verdict of a gate or the stage of the phase is no longer what it was. */
export interface Change {
  readonly gate: string | null;
  readonly before: Scene;
  readonly after: Scene;
}

const known = new WeakMap<Told, Map<string, string>>();

/**
 * The next step from the one on show, or the one before it, at which a verdict of the gate on show or the stage of the
 * phase changes in some run; null where there is none.
 *
 * @param most as many steps are looked at
 */
export function nearestChange(
  setting: Setting,
  state: LabState,
  by: 1 | -1,
  most = Infinity,
): Change | null {
  const { scenarios, scenario, clocks, position } = state;
  const gate = gateShown(setting, state);
  const whole = told(setting, scenarios, scenario, clocks);
  const { places } = whole;
  const at = places.findLastIndex((place) => place <= position);
  const sceneAt = (index: number) =>
    sceneIn(setting, scenarios, { scenario, position: places[index] ?? -1 }, clocks);
  let kept = known.get(whole);
  if (kept === undefined) known.set(whole, (kept = new Map()));
  const said = (index: number) => {
    const key = `${gate} ${index}`;
    let found = kept.get(key);
    if (found === undefined) kept.set(key, (found = saidIn(setting, sceneAt(index), gate)));
    return found;
  };
  for (let index = at + by, looked = 0; index >= 0 && index < places.length; index += by) {
    if ((looked += 1) > most) return null;
    // Going back from a step, that step's own change lies behind.
    if (said(index) !== said(index - 1))
      return { gate, before: sceneAt(index - 1), after: sceneAt(index) };
  }
  return null;
}

/** The verdicts on a gate and where every run has the phase, to be compared. */
function saidIn({ agreement }: Setting, { moment }: Scene, gate: string | null): string {
  const event = agreement.gates.get(gate ?? '')?.event;
  const verdicts =
    event === undefined
      ? []
      : [verdictsAt(moment, event)].flatMap(({ verdict, each }) => [verdict, ...each.values()]);
  const phases = [...agreement.regions.values()].filter(({ kind }) => kind === 'phase');
  return JSON.stringify([
    verdicts,
    phases.map(({ id }) => Object.values(moment.states).map(({ facts }) => facts[id]?.possible)),
  ]);
}

/** The verdicts over the parties on the gate on show, after some of the steps. */
export interface Course {
  readonly gate: string;
  /** The first of the steps as counted from the start, which is 0. */
  readonly from: number;
  readonly verdicts: readonly Overall[];
  /** Which of the steps is on show, counted in the same way. */
  readonly current: number;
  /** How many steps there are, the start not counted. */
  readonly count: number;
}

/** How the gate on show stands from step to step around the one on show; null where there is no gate. */
export function courseAround(setting: Setting, state: LabState, most: number): Course | null {
  const { scenarios, scenario, clocks, position } = state;
  const { agreement } = setting;
  const gate = gateShown(setting, state);
  const event = agreement.gates.get(gate ?? '')?.event;
  if (gate === null || event === undefined) return null;
  const { places } = told(setting, scenarios, scenario, clocks);
  const current = places.findLastIndex((place) => place <= position) + 1;
  const length = Math.max(1, Math.min(most, places.length + 1));
  const from = Math.max(0, Math.min(current - Math.floor(length / 2), places.length + 1 - length));
  const verdicts = Array.from({ length }, (_, index): Overall => {
    const at = { scenario, position: places[from + index - 1] ?? -1 };
    return verdictsAt(sceneIn(setting, scenarios, at, clocks).moment, event).verdict;
  });
  return { gate, from, verdicts, current, count: places.length };
}
