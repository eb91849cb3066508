import type { Agreement } from '../model/agreement.ts';
import { conditionsOf } from '../model/condition.ts';
import { firstDay, type Moment, momentAt, momentUpTo, NOW, onDay } from '../model/moment.ts';
import { NO_CLOCKS, type PlayClocks, type PlayedStep } from '../model/run.ts';
import type { RunState } from '../model/run-state.ts';
import type { Runner } from '../model/runner.ts';
import type { ScenarioFile } from '../model/shapes/scenario.ts';
import {
  standing,
  type Standing,
  standingOfStep,
  type Verdicts,
  verdictsOf,
} from '../model/standing.ts';
import { tell, type Story, type StoryStep } from '../model/story.ts';
import type { LabState, Setting } from './state.ts';

/** A scenario with all its steps, and what the runs make of those that count by the clocks. */
export interface Told {
  readonly story: Story;
  /** Where it leads, with all steps that count. */
  readonly whole: Moment;
  /** The places in the story of the steps that count, in order. */
  readonly places: readonly number[];
  readonly scenes: Map<number, Scene>;
}

type Scenarios = ReadonlyMap<string, ScenarioFile>;

const known = new WeakMap<Runner, WeakMap<Scenarios, Map<string, Told>>>();

/** A story as one runner plays it, by the clocks: what is kept of a story is of one agreement. */
const plays = new WeakMap<
  Runner,
  WeakMap<Story, { readonly story: Story; readonly byClocks: Map<string, Told> }>
>();

/**
 * Plays a scenario, once for the clocks that it is asked by: it is the same while other scenarios come and go beside it.
 *
 * @throws BrokenReferenceError or TooManyWorldsError where it cannot be played
 */
export function told(
  { agreement, runner }: Setting,
  scenarios: Scenarios,
  id: string,
  { asOf, knownBy }: PlayClocks = NO_CLOCKS,
): Told {
  let bySet = known.get(runner);
  if (bySet === undefined) known.set(runner, (bySet = new WeakMap()));
  let byId = bySet.get(scenarios);
  if (byId === undefined) bySet.set(scenarios, (byId = new Map()));
  const key = `${id} ${asOf} ${knownBy}`;
  let found = byId.get(key);
  if (found === undefined) {
    const scenario = scenarios.get(id);
    if (scenario === undefined) throw new Error(`There is no scenario ${id}.`);
    found = playedOnce(agreement, runner, tell(scenario, scenarios), { asOf, knownBy });
    byId.set(key, found);
  }
  return found;
}

function playedOnce(
  agreement: Agreement,
  runner: Runner,
  laidOut: Story,
  clocks: PlayClocks,
): Told {
  let byStory = plays.get(runner);
  if (byStory === undefined) plays.set(runner, (byStory = new WeakMap()));
  let play = byStory.get(laidOut);
  if (play === undefined)
    byStory.set(laidOut, (play = { story: { ...laidOut }, byClocks: new Map() }));
  const { story, byClocks } = play;
  const key = `${clocks.asOf} ${clocks.knownBy}`;
  let found = byClocks.get(key);
  if (found === undefined) {
    const whole = momentAt(agreement, story, { ...NOW, ...clocks }, runner);
    found = { story, whole, places: placesOf(story, whole), scenes: new Map() };
    byClocks.set(key, found);
  }
  return found;
}

function placesOf({ steps }: Story, { played }: Moment): number[] {
  let place = -1;
  return played.steps.map(({ step }) => {
    // What counts stands in the order of the story: most often it is the very next.
    do place += 1;
    while (place < steps.length && steps[place]?.id !== step.id);
    return place;
  });
}

/** Where a scenario stands once one of its steps has been played. */
export interface Scene {
  readonly story: Story;
  /** The places in the story of all steps that count by the clocks. */
  readonly places: readonly number[];
  /** The place of the step that was played last, -1 before the first. */
  readonly position: number;
  readonly moment: Moment;
  /** Null before the first step. */
  readonly played: PlayedStep | null;
  /** The states that the step found; null before the first step. */
  readonly before: Readonly<Record<string, RunState>> | null;
}

/** Where a scenario stands after the last step that counts up to a place in its story. */
export function sceneIn(
  setting: Setting,
  scenarios: Scenarios,
  { scenario, position }: { readonly scenario: string; readonly position: number },
  clocks: PlayClocks = NO_CLOCKS,
): Scene {
  const { story, whole, places, scenes } = told(setting, scenarios, scenario, clocks);
  // No step stands before its own index: where all count, the first one looked at is the one.
  let index = Math.min(position, places.length - 1);
  while (index >= 0 && (places[index] ?? 0) > position) index -= 1;
  let scene = scenes.get(index);
  if (scene === undefined) {
    const { steps } = whole.played;
    scene = {
      story,
      places,
      position: places[index] ?? -1,
      moment: momentAfter(story, whole, index),
      played: steps[index] ?? null,
      before: index < 0 ? null : (steps[index - 1]?.states ?? whole.played.start),
    };
    scenes.set(index, scene);
  }
  return scene;
}

/** Positions are taken as they stand on the day of the step; before the first, on the first day that it can be on. */
function momentAfter(story: Story, whole: Moment, index: number): Moment {
  if (index === whole.played.steps.length - 1 && index >= 0) return whole;
  if (whole.played.steps.length === 0 && whole.day !== null) return whole;
  const moment = momentUpTo(whole, index);
  const first = firstDay(story);
  return index < 0 && first !== null ? onDay(moment, first) : moment;
}

/** What is on show. */
export function sceneOf(setting: Setting, state: LabState): Scene {
  return sceneIn(setting, state.scenarios, state, state.clocks);
}

/** The state of a run. */
export function runState({ moment }: Pick<Scene, 'moment'>, run: string): RunState {
  const state = moment.states[run];
  if (state === undefined) throw new Error(`There is no run ${run}.`);
  return state;
}

/** How an event stands at a moment. */
export const standingAt: (moment: Moment, event: string) => Standing = kept(standing);

/** The verdicts on an event at a moment, where nothing else of its standing is asked. */
export const verdictsAt: (moment: Moment, event: string) => Verdicts = kept(verdictsOf);

/** What is asked of an event at a moment; several views ask the same, so the answer is kept. */
function kept<Answer extends object>(
  ask: (moment: Moment, event: string) => Answer,
): (moment: Moment, event: string) => Answer {
  const answers = new WeakMap<Moment, Map<string, Answer>>();
  return (moment, event) => {
    let byEvent = answers.get(moment);
    if (byEvent === undefined) answers.set(moment, (byEvent = new Map()));
    let found = byEvent.get(event);
    if (found === undefined) byEvent.set(event, (found = ask(moment, event)));
    return found;
  };
}

/** How the event of the step that was played last stands after it; null where that step is no event. */
export function standingOfScene({ moment, played }: Scene): Standing | null {
  const action = played?.step.action;
  if (action === undefined || !('event' in action)) return null;
  // What may happen again is judged anew for the next time, and not by having happened.
  const isAgain = moment.agreement.events.get(action.event)?.again === true;
  return isAgain ? standingOfStep(moment) : standingAt(moment, action.event);
}

/** The gate on the board: the chosen one, else the one that the latest step stands before, else the first. */
export function gateShown(setting: Setting, state: LabState): string | null {
  if (state.gate !== null) return state.gate;
  const { moment } = sceneOf(setting, state);
  for (const { step } of moment.played.steps.toReversed()) {
    const event = eventBehind(setting.agreement, step.action);
    const gate = setting.agreement.events.get(event ?? '')?.gate;
    if (gate) return gate;
  }
  return setting.agreement.gates.keys().next().value ?? null;
}

/** The event that a step is about: what happens or is granted, or what a waived position is on; null for other steps. */
function eventBehind(agreement: Agreement, action: StoryStep['action']): string | null {
  if ('event' in action) return action.event;
  if (!('condition' in action)) return null;
  const { reading, condition } = action;
  const statement = [...(agreement.readings.get(reading)?.positions.values() ?? [])]
    .flat()
    .find(
      ({ id, asked }) =>
        id === condition || conditionsOf(asked).some((one) => one.id === condition),
    );
  return statement?.event ?? null;
}

/** How the gate on the board stands; null where the agreement has none. */
export function boardOf(setting: Setting, state: LabState): Standing | null {
  const gate = setting.agreement.gates.get(gateShown(setting, state) ?? '');
  return gate === undefined ? null : standingAt(sceneOf(setting, state).moment, gate.event);
}
