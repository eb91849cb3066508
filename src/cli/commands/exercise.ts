import type { Command } from 'commander';
import {
  type AskedHolding,
  type AskedStory,
  type Context,
  holdingOf,
  storyOf,
} from '../context.ts';
import { quote } from '../../load/show.ts';
import { examples } from '../examples.ts';
import { collect, type Finish, json } from '../options.ts';
import { printBlocks, printJson } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

interface ExerciseOptions {
  agreement?: string;
  answer?: string[];
  task?: string;
  try?: string;
  json?: boolean;
}

/** `exercise [SCENARIO]`: the questions and tasks that a scenario carries, and what is answered or tried marked. */
export function addExercise(program: Command, context: Context, finish: Finish): void {
  program
    .command('exercise')
    .argument('[scenario]', 'a scenario with questions or tasks (default: the record)')
    .summary('questions and tasks on a scenario, marked by the model')
    .addHelpText(
      'after',
      examples('phasegate exercise record', 'phasegate exercise record --json > questions.json'),
    )
    .description(
      'Prints the questions on a scenario, and its tasks: steps that you are to find. With --answer it marks your answers, and ' +
        'shows what is right and why, with the claims. With --task and --try it checks a branch against a task, and says of ' +
        'each demand whether it is met, and why not.\n' +
        'Exit code: 0 when all answers given are right, or the task is met; 1 when not; 2 on an error.',
    )
    .option(
      '--answer <question=choice,...>',
      'an answer, with the choices that are right or none; may be repeated',
      collect,
    )
    .option('--task <id>', 'the task to mark; needs --try')
    .option(
      '--try <scenario>',
      'the branch: the token or the file that what-if gives, or a scenario',
    )
    .addOption(json())
    .action(async (name: string | undefined, options: ExerciseOptions, command: Command) => {
      const globals = command.optsWithGlobals<ExerciseOptions>();
      checkTogether(options);
      const holding = await holdingOf(context, globals.agreement, name);
      const asked = await storyOf(context, holding, name);
      const { agreement, story } = asked;
      if (options.task !== undefined && options.try !== undefined) {
        const tried = await storyOf(context, holding, options.try);
        finish(await markTried(context, asked, options.task, tried, options.json === true));
        return;
      }
      const { exerciseOf, exerciseText, markAnswers, markedText, exerciseJson } =
        await import('../exercising.ts');
      const exercise = exerciseOf(agreement, story);
      const { answer: answers = [] } = options;
      if (exercise === null && (story.scenario.tasks === undefined || answers.length > 0))
        throw noQuestions(holding, story.scenario.id, answers.length > 0);
      const marked = exercise === null ? [] : markAnswers(exercise, answers);
      if (options.json === true)
        await printJson(
          context.terminal,
          exerciseJson(exercise ?? { agreement, story, questions: [] }, marked),
        );
      else
        await printBlocks(
          context.terminal,
          exercise === null || marked.length === 0
            ? exerciseText(agreement, story, exercise)
            : markedText(exercise, marked),
        );
      finish(marked.every(({ mark }) => mark.isRight) ? 0 : 1);
    });
}

function checkTogether({ answer, task, try: tried }: ExerciseOptions): void {
  if ((task === undefined) !== (tried === undefined))
    throw new UsageError(
      'bad-command',
      task === undefined ? '--try needs the task that it is for' : '--task needs a branch to mark',
      'write --task TASK --try BRANCH',
    );
  if (task !== undefined && answer !== undefined)
    throw new UsageError('at-odds', '--answer is for questions, and --task for a task', 'give one');
}

/** Prints a branch held against a task, and gives the exit code. */
async function markTried(
  { terminal }: Context,
  { agreement, story }: AskedStory,
  id: string,
  tried: AskedStory,
  asJson: boolean,
): Promise<number> {
  const { exerciseJson, markedTaskText, markTask, taskNamed } = await import('../exercising.ts');
  const marked = markTask(agreement, taskNamed(agreement, story, id), story, tried.story);
  if (asJson)
    await printJson(terminal, exerciseJson({ agreement, story, questions: [] }, [], marked));
  else await printBlocks(terminal, markedTaskText(story, marked));
  return marked.isMet ? 0 : 1;
}

function noQuestions(holding: AskedHolding, id: string, isAnswered: boolean): UsageError {
  const others = [...holding.scenarios.values()].filter(
    ({ questions, tasks }) => questions !== undefined || (tasks !== undefined && !isAnswered),
  );
  const found = holding.scenarios.get(id)?.title;
  const title = found === undefined ? id : `${quote(found)} (${id})`;
  return new UsageError(
    'not-there',
    `the scenario ${title} has no questions${isAnswered ? '' : ' and no tasks'}`,
    others.length === 0
      ? 'a scenario is given some by `questions` or `tasks` in its file'
      : `these have: ${others.map((each) => each.id).join(', ')}`,
  );
}
