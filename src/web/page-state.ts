import type { LabMessage } from '../lab/message.ts';
import { labReduce } from '../lab/reduce.ts';
import { NOTHING_DONE } from '../lab/history.ts';
import type { LabState, Setting } from '../lab/state.ts';
import { told } from '../lab/scene.ts';
import type { BranchAction } from '../model/assumed-step.ts';
import { NO_CLOCKS } from '../model/run.ts';
import type { ScenarioFile } from '../model/shapes/scenario.ts';
import type { SetTask } from '../lab/tasks.ts';
import { REPORTED } from '../model/terms.ts';
import { NOT_BEGUN, type ProgressMessage, progressReduce } from './exercise-progress.ts';
import type { Exercises } from './exercises-kept.ts';
import { FIRST_SEEN, type Seen } from './seen.ts';

/** The parts of a page, in the order of their tabs. */
export const VIEWS = ['start', 'time', 'whatIf', 'chart', 'who', 'sources', 'exercises'] as const;
export type View = (typeof VIEWS)[number];

/** What lies over a view. */
export type Panel =
  | { readonly kind: 'claims'; readonly references: readonly string[] }
  /** How an event stands: by one reading, or by all where none is named. */
  | { readonly kind: 'gate'; readonly event: string; readonly reading: string | null }
  | Asking;

/** What is asked before something is done: work in hand, and no place that a link leads to. */
export type Asking =
  /** The day, the reason and the note of what is to happen. */
  | { readonly kind: 'take'; readonly action: BranchAction }
  /** The same of a step that is there, by its place in the story. */
  | { readonly kind: 'step'; readonly place: number }
  /** What a branch is to be called. */
  | { readonly kind: 'name'; readonly scenario: string }
  /** A place to choose a scenario file, or to paste a token. */
  | { readonly kind: 'receive' };

/** All that a page shows. */
export interface PageState {
  readonly lab: LabState;
  readonly view: View;
  readonly panels: readonly Panel[];
  /** The provision that was chosen; null where none was. */
  readonly region: string | null;
  /** The scenario that the one on show is held against; null for what it branches off. */
  readonly against: string | null;
  readonly seen: Seen;
  readonly exercises: Exercises;
  /** What came of the last thing that was done, in a sentence; null where there is nothing to say. */
  readonly said: string | null;
}

/** All that can happen on a page. */
export type PageMessage =
  | { readonly kind: 'lab'; readonly message: LabMessage }
  | { readonly kind: 'view'; readonly view: View }
  | { readonly kind: 'open'; readonly panel: Panel }
  | { readonly kind: 'close' }
  | { readonly kind: 'region'; readonly region: string | null }
  | { readonly kind: 'against'; readonly against: string | null }
  | { readonly kind: 'see'; readonly seen: Partial<Seen> }
  /** Takes a task up and goes where its steps begin; lays it down where none is named. */
  | { readonly kind: 'task'; readonly task: SetTask | null }
  /** Answers a question of a scenario, or goes on from there. */
  | { readonly kind: 'exercise'; readonly scenario: string; readonly does: ProgressMessage }
  | { readonly kind: 'say'; readonly said: string }
  /** Work that was kept, as far as it fits, in the place of what is on show. */
  | {
      readonly kind: 'goOn';
      readonly lab: LabState;
      readonly exercises: Exercises;
      readonly said: string;
    }
  /** Everything as an address has it. */
  | { readonly kind: 'go'; readonly state: PageState };

/**
 * How a page begins: at the end of a scenario, as reported.
 *
 * @throws BrokenReferenceError or TooManyWorldsError where the scenario cannot be played
 */
export function beginPage(
  setting: Setting,
  scenarios: ReadonlyMap<string, ScenarioFile>,
  scenario: string,
): PageState {
  const { story } = told(setting, scenarios, scenario);
  return {
    lab: {
      scenarios,
      branches: [],
      history: NOTHING_DONE,
      scenario,
      position: story.steps.length - 1,
      clocks: NO_CLOCKS,
      run: REPORTED,
      task: null,
      gate: null,
    },
    view: 'start',
    panels: [],
    region: null,
    against: null,
    seen: FIRST_SEEN,
    exercises: {},
    said: null,
  };
}

/** The next state. Pure. */
export function pageReduce(setting: Setting, state: PageState, message: PageMessage): PageState {
  switch (message.kind) {
    case 'lab': {
      const reduced = labReduce(setting, state.lab, message.message);
      if (!reduced.ok) return { ...state, said: reduced.said };
      const { lab, said } = reduced;
      // Where two are compared is a place in the one on show.
      const isOther = lab.scenario !== state.lab.scenario;
      const seen = {
        ...state.seen,
        ...(isOther ? { comparedAt: null } : {}),
        // What was looked for has been found.
        ...(message.message.kind === 'take' ? { filter: '' } : {}),
      };
      return { ...state, lab, seen, said };
    }
    case 'view':
      return { ...state, view: message.view, panels: [], said: null };
    case 'open':
      return { ...state, panels: [...state.panels, message.panel], said: null };
    case 'close':
      return { ...state, panels: state.panels.slice(0, -1) };
    case 'region':
      return { ...state, region: message.region };
    case 'against':
      return { ...state, against: message.against, seen: { ...state.seen, comparedAt: null } };
    case 'see':
      return { ...state, seen: { ...state.seen, ...message.seen } };
    case 'task':
      return { ...state, ...withTask(setting, state.lab, message.task) };
    case 'say':
      return { ...state, said: message.said };
    case 'exercise': {
      const { scenario, does } = message;
      const next = progressReduce(state.exercises[scenario] ?? NOT_BEGUN, does);
      return { ...state, exercises: { ...state.exercises, [scenario]: next } };
    }
    case 'goOn': {
      // What was answered since is newer than what was kept.
      const exercises = { ...message.exercises, ...state.exercises };
      return { ...state, lab: message.lab, exercises, panels: [], said: message.said };
    }
    case 'go':
      return message.state;
  }
}

/** The work with a task taken up where its steps begin, all of them counting, or with none. */
function withTask(
  setting: Setting,
  lab: LabState,
  set: SetTask | null,
): Pick<PageState, 'lab' | 'said'> {
  if (set === null) return { lab: { ...lab, task: null }, said: 'The task is laid down.' };
  const { name, task } = set;
  const [goal] = task.goals;
  return {
    lab: {
      ...lab,
      clocks: NO_CLOCKS,
      scenario: name.scenario,
      position: task.position,
      task: name,
      gate: goal === undefined ? null : (setting.agreement.events.get(goal.event)?.gate ?? null),
    },
    said: 'The steps of the task begin here: let something happen, and it is marked as you go.',
  };
}
