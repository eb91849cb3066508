import { type Mode, modeOf, type Overlay, type State } from '../state.ts';
import { AGAINST } from './against.ts';
import { BRANCHES } from './branches.ts';
import { CITATION } from './citation.ts';
import { CITATIONS_SCREEN } from './citations.ts';
import { commandsScreen } from './commands.ts';
import { DATE } from './date.ts';
import { DIFFERENCE } from './difference.ts';
import { EVENTS } from './events.ts';
import { EXERCISE } from './exercise.ts';
import { FRONT } from './front.ts';
import { GATES } from './gates.ts';
import { GLOSSARY_SCREEN } from './glossary.ts';
import { helpScreen } from './help.ts';
import { HISTORY } from './history.ts';
import { PANES_SCREEN } from './panes.ts';
import { promptScreen } from './prompt.ts';
import { PROVISION } from './provision.ts';
import { QUESTION } from './question.ts';
import { SCENARIOS } from './scenarios.ts';
import type { OverlayOf, Screen } from './screen.ts';
import { SESSIONS } from './sessions.ts';
import { SHARE_SCREEN } from './share.ts';
import { STEPS } from './steps.ts';
import { TASK } from './task.ts';
import { TASKS } from './tasks.ts';

/** Every screen there is, by what it is called in the state. */
export const SCREENS: { readonly [M in Mode]: Screen<OverlayOf<M>> } = {
  panes: PANES_SCREEN,
  front: FRONT,
  scenarios: SCENARIOS,
  gates: GATES,
  provision: PROVISION,
  date: DATE,
  events: EVENTS,
  history: HISTORY,
  sessions: SESSIONS,
  branches: BRANCHES,
  steps: STEPS,
  against: AGAINST,
  difference: DIFFERENCE,
  question: QUESTION,
  share: SHARE_SCREEN,
  citations: CITATIONS_SCREEN,
  citation: CITATION,
  commands: commandsScreen((mode) => SCREENS[mode]),
  prompt: promptScreen((mode) => SCREENS[mode]),
  tasks: TASKS,
  task: TASK,
  exercise: EXERCISE,
  glossary: GLOSSARY_SCREEN,
  help: helpScreen((mode) => SCREENS[mode]),
};

/** The screen that is on top. */
export function screenOn(state: State): Screen {
  return SCREENS[modeOf(state)];
}

export function screenOf({ kind }: Overlay): Screen {
  return SCREENS[kind];
}
