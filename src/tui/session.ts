import type { Agreement } from '../model/agreement.ts';
import type { Day } from '../model/days.ts';
import { type Play, type PlayedStep, playStep, type RunState, startOf } from '../model/run.ts';
import { Runner } from '../model/runner.ts';
import type { PropertiesFile } from '../model/shapes/properties.ts';
import type { ScenarioFile } from '../model/shapes/scenario.ts';
import { tell, type Story, type StoryStep } from '../model/story.ts';
import type { State } from './state.ts';
import type { Theme } from './theme.ts';

/** What stays the same while the UI runs. */
export interface Session {
  readonly agreement: Agreement;
  /** What is to hold in everything that can be reached; null where the agreement lists nothing. */
  readonly properties: PropertiesFile | null;
  readonly runner: Runner;
  readonly theme: Theme;
}

export function makeSession(
  agreement: Agreement,
  theme: Theme,
  properties: PropertiesFile | null = null,
): Session {
  return { agreement, properties, runner: new Runner(agreement), theme };
}

/** A scenario with all its steps, and what every run makes of them. */
export interface Told {
  readonly story: Story;
  readonly play: Play;
}

const known = new WeakMap<Runner, WeakMap<ReadonlyMap<string, ScenarioFile>, Map<string, Told>>>();

/**
 * Plays a scenario, once for every set of scenarios that it is asked of.
 *
 * @throws BrokenReferenceError or TooManyWorldsError where it cannot be played
 */
export function told(
  session: Session,
  scenarios: ReadonlyMap<string, ScenarioFile>,
  id: string,
): Told {
  let bySet = known.get(session.runner);
  if (bySet === undefined) known.set(session.runner, (bySet = new WeakMap()));
  let byId = bySet.get(scenarios);
  if (byId === undefined) bySet.set(scenarios, (byId = new Map()));
  let found = byId.get(id);
  if (found === undefined) {
    const scenario = scenarios.get(id);
    if (scenario === undefined) throw new Error(`There is no scenario ${id}.`);
    const story = tell(scenario, scenarios);
    found = { story, play: played(session, story.steps) };
    byId.set(id, found);
  }
  return found;
}

/** A step that was played after others, and the steps that were played after it. */
interface Played {
  readonly step: PlayedStep | null;
  readonly next: Map<string, Played>;
}

const beginnings = new WeakMap<Runner, Played & { readonly start: Play['start'] }>();

/** Plays steps. Branches share most of theirs, so what was played once is kept, beginning by beginning. */
function played({ agreement, runner }: Session, steps: readonly StoryStep[]): Play {
  let beginning = beginnings.get(runner);
  if (beginning === undefined) {
    beginning = { step: null, next: new Map(), start: startOf(agreement, runner) };
    beginnings.set(runner, beginning);
  }
  let last: Played = beginning;
  const all = steps.map((step) => {
    const key = JSON.stringify(step);
    let next = last.next.get(key);
    if (next === undefined) {
      const states = last.step?.states ?? beginning.start;
      const done = playStep(agreement, runner, states, step, last.step?.day ?? null);
      last.next.set(key, (next = { step: done, next: new Map() }));
    }
    last = next;
    return next.step as PlayedStep;
  });
  return { agreement, start: beginning.start, steps: all };
}

/** Where a scenario stands once a step has been played. */
export interface Moment extends Told {
  readonly position: number;
  /** Null before the first step. */
  readonly played: PlayedStep | null;
  readonly states: Readonly<Record<string, RunState>>;
  /** The states that the step found; null before the first step. */
  readonly before: Readonly<Record<string, RunState>> | null;
  /** The day on which conditions are taken as they stand; before the first step, the first day that it can be on. */
  readonly day: Day | null;
}

export function momentOf(session: Session, state: State): Moment {
  const { story, play } = told(session, state.scenarios, state.scenario);
  const position = Math.min(state.position, play.steps.length - 1);
  const step = play.steps[position] ?? null;
  return {
    story,
    play,
    position,
    played: step,
    states: step?.states ?? play.start,
    before: step === null ? null : (play.steps[position - 1]?.states ?? play.start),
    day: step === null ? firstDay(story) : step.day,
  };
}

function firstDay(story: Story): Day | null {
  return story.steps.find((step) => step.date !== null)?.date?.from ?? null;
}

/** The state of the chosen run. */
export function runState(moment: Moment, run: string): RunState {
  const state = moment.states[run];
  if (state === undefined) throw new Error(`There is no run ${run}.`);
  return state;
}

/** The gate on the board: the chosen one, else the one that the latest step stands before, else the first. */
export function gateOf(session: Session, state: State): string | null {
  if (state.gate !== null) return state.gate;
  const { story, position } = momentOf(session, state);
  for (let index = position; index >= 0; index -= 1) {
    const action = story.steps[index]?.action;
    const gate = action?.kind === 'event' ? session.agreement.events.get(action.event)?.gate : null;
    if (gate) return gate;
  }
  return session.agreement.gates.keys().next().value ?? null;
}
