import { NO_CLOCKS } from '../../model/run.ts';
import { listed } from '../../explain/words.ts';
import { beginsText } from '../../explain/task-text.ts';
import { type Line, line, text } from '../../draw/line.ts';
import { paragraph } from '../../draw/paragraph.ts';
import { isSame, type SetTask, solutionsOf, tasksAtHand } from '../../lab/tasks.ts';
import { at, below, opened } from '../moves.ts';
import { keySaid } from '../bound-keys.ts';
import type { Session } from '../session.ts';
import type { State } from '../state.ts';
import { listPage, type ListRow } from '../views/listing.ts';
import { page, type Page } from '../views/page.ts';
import { CHOOSE, ROW_KEYS } from './keys/kinds.ts';
import type { Binding, OverlayOf, Screen } from './screen.ts';

const NO_TASKS = 'No scenario of this agreement sets a task.';

/** Every task at hand, under the scenario that sets it. */
function tasksPage(
  session: Session,
  state: State,
  { selected }: { readonly selected: number },
  columns: number,
): Page {
  let scenario = '';
  const rows = tasksAtHand(session, state.scenarios).map((set): ListRow => {
    const { name, task, base } = set;
    const { title } = base.story.scenario;
    const above: Line[] = name.scenario === scenario ? [] : [line(title, 'strong')];
    if (scenario !== '' && above.length > 0) above.unshift([]);
    scenario = name.scenario;
    const isUp = isSame(name, state.task);
    return {
      above,
      spans: [text(task.task.text), text(isUp ? '  taken up' : '', 'title')],
      below: [
        ...paragraph(beginsText(base.story, task), columns, 4, 'quiet'),
        ...paragraph(solvedText(session, state, set), columns, 4, 'good'),
      ],
    };
  });
  if (rows.length === 0) return page(paragraph(NO_TASKS, columns));
  const list = listPage(session, rows, selected, columns);
  const [take, mark] = [keySaid(session, 'whatIf', 'w'), keySaid(session, 'markTask', 'm')];
  const how = `${keySaid(session, 'accept', 'enter')} takes a task up, or lays it down again. Then ${take} lets something happen, and ${mark} marks it.`;
  return { ...list, lines: [...list.lines, [], ...paragraph(how, columns, 0, 'quiet')] };
}

/** Which branches meet a task; empty where none does. */
function solvedText(session: Session, state: State, set: SetTask): string {
  const titles = solutionsOf(session, state, set).map(
    (id) => `"${state.scenarios.get(id)?.title ?? id}"`,
  );
  return titles.length === 0 ? '' : `Met by ${listed(titles)}.`;
}

/** To take a task up. */
export const TASKS: Screen<OverlayOf<'tasks'>> = {
  title: 'Tasks',
  about:
    'Tasks to solve by trying: each asks you to find steps that lead somewhere. {accept} takes a task and goes to where its steps begin; the task then stays in the line above the keys.',
  keys: [
    {
      ...CHOOSE,
      group: 'Ask',
      label: 'take it up',
      help: 'Take the task and go to where its steps begin, or give it up.',
    },
    ...ROW_KEYS,
  ],
  view: tasksPage,
  rows: (session, { scenarios }) => tasksAtHand(session, scenarios).length,
  enter: (session, state, { selected }) => takenUp(session, state, selected),
};

/** Takes the chosen task up and goes where its steps begin; the one that is up already is laid down. */
function takenUp(session: Session, state: State, selected: number): State {
  const set = tasksAtHand(session, state.scenarios)[selected];
  if (set === undefined) return below(state);
  return isSame(set.name, state.task)
    ? { ...below(state), task: null, notice: 'The task is laid down.' }
    : atBeginning(session, { ...state, task: set.name }, set);
}

/** Goes where the steps of a task begin. */
export function atBeginning(session: Session, state: State, { name, task }: SetTask): State {
  // The front lies over what is to be looked at now.
  const open = { ...state, overlays: [], clocks: NO_CLOCKS, scenario: name.scenario };
  const [goal] = task.goals;
  return {
    ...at(open, task.position),
    gate: goal === undefined ? null : (session.agreement.events.get(goal.event)?.gate ?? null),
    notice: `The steps begin here: ${keySaid(session, 'whatIf', 'w')} lets something happen, ${keySaid(session, 'markTask', 'm')} marks it.`,
  };
}

/** Lists the tasks: from the panes, and from the one that is taken up. */
export const LIST_TASKS: Binding = {
  id: 'tasks',
  keys: ['x'],
  group: 'Ask',
  label: 'tasks',
  rank: 14.5,
  help: 'List the tasks: steps that you are to find, marked by the model.',
  does(session, state) {
    const all = tasksAtHand(session, state.scenarios);
    const up = all.findIndex(({ name }) => isSame(name, state.task));
    const here = all.findIndex(({ name }) => name.scenario === state.scenario);
    return opened(state, { kind: 'tasks', selected: Math.max(0, up < 0 ? here : up), top: 0 });
  },
  obstacle: (session, { scenarios }) =>
    tasksAtHand(session, scenarios).length > 0 ? null : NO_TASKS,
};
