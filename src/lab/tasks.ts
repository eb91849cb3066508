import { markTask, type MarkedTask, type Task, tasksOf } from '../answer/task.ts';
import { momentUpTo } from '../model/moment.ts';
import type { Story } from '../model/story.ts';
import { type Told, told } from './scene.ts';
import type { LabState, Setting, TaskName } from './state.ts';

type Scenarios = LabState['scenarios'];

/** A task with the scenario that sets it. */
export interface SetTask {
  readonly name: TaskName;
  readonly task: Task;
  readonly base: Told;
}

const known = new WeakMap<Scenarios, readonly SetTask[]>();

/** Every task of the scenarios at hand, found once for each set of them. */
export function tasksAtHand(setting: Setting, scenarios: Scenarios): readonly SetTask[] {
  let found = known.get(scenarios);
  if (found === undefined) {
    found = [...scenarios.values()]
      .filter(({ tasks }) => tasks !== undefined)
      .flatMap(({ id }) => {
        const base = told(setting, scenarios, id);
        return tasksOf(setting.agreement, base.story).map((task) => ({
          name: { scenario: id, task: task.task.id },
          task,
          base,
        }));
      });
    known.set(scenarios, found);
  }
  return found;
}

/** The task that was taken up; null where none was, or it is not at hand any more. */
export function taskUp(
  setting: Setting,
  { scenarios, task }: Pick<LabState, 'scenarios' | 'task'>,
): SetTask | null {
  if (task === null) return null;
  return tasksAtHand(setting, scenarios).find(({ name }) => isSame(name, task)) ?? null;
}

/** Whether two names are of one task. */
export function isSame(one: TaskName, other: TaskName | null): boolean {
  return one.scenario === other?.scenario && one.task === other.task;
}

const marks = new WeakMap<Told, Map<string, MarkedTask>>();

/**
 * What is on show held against the task that was taken up, its last step played, whatever the clocks; null where none
 * was. The scenario that sets the task counts up to where the steps are to begin.
 */
export function markedNow(setting: Setting, state: LabState): MarkedTask | null {
  const set = taskUp(setting, state);
  return set === null ? null : marked(setting, state.scenarios, set, state.scenario);
}

/** The branches of the user's own that meet all of a task, by their ids. */
export function solutionsOf(
  setting: Setting,
  { scenarios, branches }: Pick<LabState, 'scenarios' | 'branches'>,
  set: SetTask,
): readonly string[] {
  return branches.filter((id) => marked(setting, scenarios, set, id).isMet);
}

/** A scenario held against a task; what was marked once is kept. */
function marked(
  setting: Setting,
  scenarios: Scenarios,
  { task, base, name }: SetTask,
  scenario: string,
): MarkedTask {
  const tried = told(setting, scenarios, scenario);
  let byTask = marks.get(tried);
  if (byTask === undefined) marks.set(tried, (byTask = new Map()));
  const key = `${name.scenario} ${name.task}`;
  let found = byTask.get(key);
  if (found === undefined) {
    const isUntouched = scenario === name.scenario;
    const story: Story = isUntouched
      ? { ...tried.story, steps: tried.story.steps.slice(0, task.position + 1) }
      : tried.story;
    const end = isUntouched ? momentUpTo(tried.whole, task.position) : tried.whole;
    found = markTask(setting.agreement, task, base.story, story, end);
    byTask.set(key, found);
  }
  return found;
}
