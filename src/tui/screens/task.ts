import { blockLines } from '../../draw/lines.ts';
import { paragraph } from '../../draw/paragraph.ts';
import { markedBlocks } from '../../explain/task-text.ts';
import { markedNow, taskUp } from '../../lab/tasks.ts';
import { resultAsked } from '../lab/result.ts';
import { keySaid } from '../bound-keys.ts';
import type { Session } from '../session.ts';
import type { State } from '../state.ts';
import { page, type Page } from '../views/page.ts';
import { beside, PAGE_KEYS } from './keys/kinds.ts';
import type { Binding, OverlayOf, Screen } from './screen.ts';
import { atBeginning, LIST_TASKS } from './tasks.ts';

export function noTaskUp(session: Session): string {
  return `No task is taken up: ${keySaid(session, 'tasks', 'x')} lists them.`;
}

/** Leads back from wherever one has got to, or where the task was taken up in an earlier session. */
const TO_BEGINNING: Binding<OverlayOf<'task'>> = {
  id: 'toBeginning',
  keys: ['b'],
  group: 'Ask',
  label: 'where it begins',
  rank: 1,
  help: 'Go to where the steps of the task begin.',
  does(session, state) {
    const set = taskUp(session, state);
    return set === null ? state : atBeginning(session, state, set);
  },
  obstacle: (session, state) => (taskUp(session, state) === null ? noTaskUp(session) : null),
};

const SAVE_RESULT: Binding<OverlayOf<'task'>> = {
  id: 'saveResult',
  keys: ['S', 'ctrl+s'],
  group: 'Ask',
  label: 'save the result',
  rank: 1.2,
  help: 'Write the task as it is marked to a file, with your name, the day and your steps.',
  does: (_session, state) => resultAsked(state),
  obstacle: (session, state) => (taskUp(session, state) === null ? noTaskUp(session) : null),
};

/** The task that was taken up, marked. */
export const TASK: Screen<OverlayOf<'task'>> = {
  title: 'The task, and what is on show',
  about:
    'Your task: each thing that it asks for, and whether the scenario on show meets it. All steps count, whatever day you look at.',
  keys: beside([SAVE_RESULT, TO_BEGINNING, LIST_TASKS], PAGE_KEYS),
  view: (session, state, _overlay, columns) => taskPage(session, state, columns),
};

/** What is on show, held against the task that was taken up. */
function taskPage(session: Session, state: State, columns: number): Page {
  const set = taskUp(session, state);
  const marked = markedNow(session, state);
  if (set === null || marked === null) return page(paragraph(noTaskUp(session), columns));
  return page([
    ...blockLines(session.theme, markedBlocks(set.base.story, marked), columns),
    [],
    ...paragraph(
      `Derived from the model. ${keySaid(session, 'saveResult', 'S')} writes it to a file to hand in; ${keySaid(session, 'close', 'escape')} goes back; ${keySaid(session, 'toBeginning', 'b')} goes to where the steps begin; ${keySaid(session, 'tasks', 'x')} lists the tasks.`,
      columns,
      0,
      'quiet',
    ),
  ]);
}
