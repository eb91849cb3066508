/** What `validate` says of tasks that are none, loaded where there is a task. */
import { momentAt, NOW } from '../model/moment.ts';
import { tell } from '../model/story.ts';
import { type NoTask, whyNoTask } from '../answer/task-reach.ts';
import { type Task, tasksOf } from '../answer/task.ts';
import { buildLibrary } from '../load/library.ts';
import type { Problem } from '../load/problem.ts';
import type { Validated } from '../load/validate.ts';
import { dayText } from '../model/day-words.ts';
import { listed } from '../explain/words.ts';
import { finish } from '../search/work.ts';

/** A search that has not come to an end after so many steps has found nothing against the task, and says nothing. */
const MOST_STEPS = 2_000;

/** Notices of tasks that ask for what holds already, and of those to whose goal the search finds no path. */
export function taskNotices({ content, dossiers }: Validated): Problem[] {
  if (content === null) return [];
  const { holdings } = buildLibrary(content);
  return dossiers.flatMap((dossier) => {
    const holding = holdings.get(dossier.definition.id);
    if (holding === undefined) return [];
    const { agreement, scenarios } = holding;
    return dossier.scenarios.flatMap(({ file, value, locate }) => {
      if (value.tasks === undefined) return [];
      const story = tell(value, scenarios);
      const end = momentAt(agreement, story, NOW);
      return tasksOf(agreement, story).flatMap((task, index): Problem[] => {
        let steps = 0;
        const found = finish(whyNoTask(agreement, story, end, task), () => {
          steps += 1;
          return steps > MOST_STEPS;
        });
        if (found === null) return [];
        const day = story.steps[task.position]?.date?.to ?? null;
        return [{ file, ...locate(['tasks', index, 'id']), ...words(task, found, day) }];
      });
    });
  });
}

function words(
  { task }: Task,
  found: NoTask,
  day: string | null,
): Pick<Problem, 'code' | 'message' | 'hint'> {
  if (found.kind === 'already')
    return {
      code: 'no-effect',
      message: `the task ${task.id} asks for what holds already where it begins`,
      hint: 'let it begin earlier, with after, or ask for more',
    };
  const { event, readings, atLeast } = found;
  const when = day === null ? '' : `, by what is held on ${dayText(day)}`;
  return {
    code: 'no-way-there',
    message:
      atLeast === null
        ? `the task ${task.id} cannot be met: no steps lead to ${event} under ${listed(readings)}${when}`
        : `the task ${task.id} cannot be met in ${task.most ?? 0} steps: ${event} takes at least ${atLeast} under ${listed(readings)}${when}`,
    hint:
      atLeast === null
        ? 'let it begin elsewhere, allow more in without, or ask for something else'
        : `let most be ${atLeast} or more`,
  };
}
