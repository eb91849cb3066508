import { beginsText, markedBlocks } from '../../explain/task-text.ts';
import { type Line, line, text } from '../../draw/line.ts';
import { blockLines } from '../../draw/lines.ts';
import { paragraph } from '../../draw/paragraph.ts';
import { isSame, markedNow, tasksAtHand, taskUp } from '../../lab/tasks.ts';
import type { Session } from '../session.ts';
import type { State } from '../state.ts';
import { listPage, type ListRow } from './listing.ts';
import { page, type Page } from './page.ts';

/** Every task at hand, under the scenario that sets it. */
export function tasksPage(
  session: Session,
  state: State,
  { selected }: { readonly selected: number },
  columns: number,
): Page {
  let scenario = '';
  const rows = tasksAtHand(session, state.scenarios).map(({ name, task, base }): ListRow => {
    const { title } = base.story.scenario;
    const above: Line[] = name.scenario === scenario ? [] : [line(title, 'strong')];
    if (scenario !== '' && above.length > 0) above.unshift([]);
    scenario = name.scenario;
    const isUp = isSame(name, state.task);
    return {
      above,
      spans: [text(task.task.text), text(isUp ? '  taken up' : '', 'title')],
      below: paragraph(beginsText(base.story, task), columns, 4, 'quiet'),
    };
  });
  if (rows.length === 0)
    return page(paragraph('No scenario of this agreement sets a task.', columns));
  const list = listPage(session, rows, selected, columns);
  const how =
    'Enter takes a task up, or lays it down again. Then w lets something happen, and m marks it.';
  return { ...list, lines: [...list.lines, [], ...paragraph(how, columns, 0, 'quiet')] };
}

/** What is on show, held against the task that was taken up. */
export function taskPage(session: Session, state: State, columns: number): Page {
  const set = taskUp(session, state);
  const marked = markedNow(session, state);
  if (set === null || marked === null)
    return page(paragraph('No task is taken up: x lists them.', columns));
  return page([
    ...blockLines(session.theme, markedBlocks(set.base.story, marked), columns),
    [],
    ...paragraph('Derived from the model. Esc goes back; x lists the tasks.', columns, 0, 'quiet'),
  ]);
}
