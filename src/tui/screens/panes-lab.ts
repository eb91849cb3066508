import { taskUp } from '../../lab/tasks.ts';
import { NOTHING_TYPED } from '../input.ts';
import { opened } from '../moves.ts';
import { SHOW_BRANCHES } from './branches.ts';
import { WHAT_IF } from './events.ts';
import { EXERCISE_KEY } from './exercise.ts';
import { SHOW_HISTORY } from './history.ts';
import { ASKING } from './keys/asking.ts';
import { COMPARE, isOwn, naming, notYours, REDO, SAVE, UNDO } from './keys/branching.ts';
import { SHARE_BRANCH } from './keys/showing.ts';
import type { Binding } from './screen.ts';
import { SHOW_SESSIONS } from './sessions.ts';
import { LIST_STEPS, PLAY_ON, STEP_WORK } from './steps.ts';
import { noTaskUp } from './task.ts';
import { LIST_TASKS } from './tasks.ts';

/** Over the panes, what changes the course of things, and what asks about it. */
export const LAB_KEYS: readonly Binding[] = [
  WHAT_IF,
  UNDO,
  REDO,
  SHOW_HISTORY,
  SHOW_BRANCHES,
  PLAY_ON,
  LIST_STEPS,
  ...STEP_WORK,
  COMPARE,
  {
    id: 'name',
    keys: ['M'],
    group: 'What if',
    label: 'name',
    rank: 0,
    help: 'Name the branch on show.',
    does: (session, state, overlay) => naming(session, state, overlay),
    obstacle: (session, state) => (isOwn(state) ? null : notYours(session, 'named')),
  },
  SAVE,
  {
    id: 'openFile',
    keys: ['O'],
    group: 'What if',
    label: 'open file',
    rank: 0,
    help: 'Open a scenario file by its path, or a branch by its token. {chooseScenario} lists the files of this folder.',
    does: (_session, state) =>
      opened(state, {
        kind: 'prompt',
        ask: 'open',
        scenario: '',
        place: '',
        input: NOTHING_TYPED,
        problem: null,
      }),
  },
  SHOW_SESSIONS,
  SHARE_BRANCH,
  ...ASKING,
  EXERCISE_KEY,
  LIST_TASKS,
  {
    id: 'markTask',
    keys: ['m'],
    group: 'Ask',
    label: 'mark the task',
    rank: 2.6,
    help: 'Check the scenario on show against your task, and see what is not met yet.',
    does: (_session, state) => opened(state, { kind: 'task', top: 0, who: '' }),
    obstacle: (session, state) => (taskUp(session, state) === null ? noTaskUp(session) : null),
  },
];
