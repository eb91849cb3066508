import { type AgreementEvent, eventNamed, regionTitle, stageTitle } from '../model/agreement.ts';
import { isTaken } from '../model/run-state.ts';
import { valuesOf } from '../model/worlds.ts';
import { goalText, type Searched } from './search-text.ts';
import { inRuns, listedStages } from './words.ts';

/**
 * That nothing is left to be done for a goal in some readings' runs, without a full stop: its event has been taken there,
 * or what that would bring about stands already, however it came about.
 */
export function reachedSaid(
  { moment, goal: asked }: Searched,
  readings: readonly string[],
): string {
  const { agreement, states } = moment;
  const goal = goalText(agreement, asked);
  const event = eventNamed(agreement, asked);
  if (event === null) return `${goal} holds already ${inRuns(agreement, readings)}`;
  const taken = readings.filter((id) => {
    const state = states[id];
    return state !== undefined && isTaken(state, event.id) === true;
  });
  const others = readings.filter((id) => !taken.includes(id));
  const happened = `${goal} has happened already ${inRuns(agreement, taken)}`;
  if (others.length === 0) return happened;
  const there = `what it would bring about is so already ${inRuns(agreement, others)}: ${placeSaid(moment, event, others)}`;
  return taken.length === 0 ? `${goal} is not needed; ${there}` : `${happened}; ${there}`;
}

/**
 * Where nothing is left to be done in some of the runs asked about: that, and of which ones what follows speaks. Empty
 * where it is left in all of them, or in none.
 */
export function partlyReachedSaid(searched: Searched): string {
  const { moment, readings, goal } = searched;
  const { agreement, states } = moment;
  const event = eventNamed(agreement, goal);
  const [region = '', stage = ''] = goal.split('=').map((part) => part.trim());
  const isBehind = (id: string) => {
    const state = states[id];
    if (state === undefined) return false;
    if (event !== null) return isTaken(state, event.id) === true;
    const stages = valuesOf(state.worlds, region);
    return stages.length === 1 && stages[0] === stage;
  };
  const behind = readings.filter(isBehind);
  const ahead = readings.filter((id) => !behind.includes(id));
  return behind.length === 0 || ahead.length === 0
    ? ''
    : `${reachedSaid(searched, behind)}; what follows is about what is left ${inRuns(agreement, ahead)}.`;
}

/** Where a region stands in some readings' runs: `the truce: holding`. */
function placeSaid(
  { agreement, states }: Searched['moment'],
  { home: region }: AgreementEvent,
  readings: readonly string[],
): string {
  const stages = readings.flatMap((id) => {
    const state = states[id];
    return state === undefined
      ? []
      : valuesOf(state.worlds, region).flatMap((stage) => stage ?? []);
  });
  const titles = [...new Set(stages)].map((stage) => stageTitle(agreement, region, stage));
  return `${regionTitle(agreement, region)}: ${listedStages(titles, 'or')}`;
}

/**
 * Where it is not known whether an event is left to be taken in some readings' runs: from where it would be, and that
 * there is nothing to do where it is not. Empty where that is known, and for a goal that is no event.
 */
export function whereLeftSaid({ moment, goal }: Searched, readings: readonly string[]): string {
  const { agreement, states } = moment;
  const event = eventNamed(agreement, goal);
  if (event === null) return '';
  const brought = new Set(Object.values<string | undefined>(event.moves[event.home] ?? {}));
  const unsure = readings.filter((id) => {
    const state = states[id];
    if (state === undefined) return false;
    const stages = valuesOf(state.worlds, event.home);
    const isThere = stages.some((stage) => brought.has(stage));
    return stages.length > 1 && (isThere || isTaken(state, event.id) !== false);
  });
  if (unsure.length === 0) return '';
  return `It is not known whether it has yet to happen ${inRuns(agreement, unsure)} (${placeSaid(moment, event, unsure)}); where it has not, there is nothing to do.`;
}
