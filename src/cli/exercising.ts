/** What `exercise` does, loaded when it is asked for. */
import { type Exercise, mark, solve } from '../answer/exercise.ts';
import { type Task, tasksOf } from '../answer/task.ts';
import { quote } from '../load/show.ts';
import type { Agreement } from '../model/agreement.ts';
import type { Story } from '../model/story.ts';
import type { MarkedQuestion } from '../explain/marked-text.ts';
import { known } from './asked.ts';
import { UsageError } from './usage-error.ts';

export { exerciseOf } from '../answer/exercise.ts';
export { markTask, tasksOf } from '../answer/task.ts';
export { exerciseJson } from '../explain/exercise-json.ts';
export { exerciseText } from '../explain/exercise-text.ts';
export { markedText } from '../explain/marked-text.ts';
export { markedTaskText } from '../explain/task-text.ts';

/** Marks answers written `question=choice,choice`, `none` standing for no choice. */
export function markAnswers(exercise: Exercise, answers: readonly string[]): MarkedQuestion[] {
  return answers.map((text) => {
    const [id = '', given, ...rest] = text.split('=');
    if (given === undefined || rest.length > 0)
      throw new UsageError(
        'wrong-form',
        `--answer takes question=choice, not ${quote(text)}`,
        `questions here: ${exercise.questions.map(({ question }) => question.id).join(', ')}`,
      );
    const ids = exercise.questions.map(({ question }) => question.id);
    known('question', id, ids);
    const asked = exercise.questions.find(({ question }) => question.id === id);
    if (asked === undefined) throw new Error(`There is no question ${id}.`);
    const choices = given === 'none' ? [] : given.split(',').map((choice) => choice.trim());
    const offered = [...asked.choices, ...(asked.takesSeveral ? ['none'] : [])];
    for (const choice of choices) known(`choice of ${id} called`, choice, offered);
    if (choices.includes('none'))
      throw new UsageError(
        'at-odds',
        `${id}: none stands alone, since it says that no choice is right`,
        `write ${id}=none, or only the choices that are right`,
      );
    if (!asked.takesSeveral && choices.length !== 1)
      throw new UsageError(
        'wrong-value',
        `${id} takes exactly one choice`,
        `one of ${asked.choices.join(', ')}`,
      );
    const solution = solve(exercise, asked);
    return { asked, given: choices, mark: mark(solution, choices), solution };
  });
}

/** The task of that id. */
export function taskNamed(agreement: Agreement, story: Story, id: string): Task {
  const tasks = tasksOf(agreement, story);
  known(
    'task',
    id,
    tasks.map(({ task }) => task.id),
  );
  const found = tasks.find(({ task }) => task.id === id);
  if (found === undefined) throw new Error(`There is no task ${id}.`);
  return found;
}
