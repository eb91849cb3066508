import type { Command } from 'commander';
import { type Context, holdingOf, storyOf } from '../context.ts';
import { examples } from '../examples.ts';
import { collect, type Finish, json } from '../options.ts';
import { printBlocks, printJson } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

interface ExerciseOptions {
  agreement?: string;
  answer?: string[];
  json?: boolean;
}

/** `exercise [SCENARIO]`: the questions that a scenario carries, and the answers to them marked. */
export function addExercise(program: Command, context: Context, finish: Finish): void {
  program
    .command('exercise')
    .argument('[scenario]', 'a scenario with questions (default: the record)')
    .summary('questions on a scenario, answered from the model')
    .addHelpText(
      'after',
      examples('phasegate exercise record', 'phasegate exercise record --json > questions.json'),
    )
    .description(
      'Prints the questions that a scenario carries. With answers it marks them, and shows what is right with the ' +
        'claims behind it.\nExit code: 0 when all answers given are right, 1 when one is not, 2 on an error.',
    )
    .option('--answer <question=choice,...>', 'an answer; may be repeated', collect)
    .addOption(json())
    .action(async (name: string | undefined, options: ExerciseOptions, command: Command) => {
      const globals = command.optsWithGlobals<ExerciseOptions>();
      const holding = await holdingOf(context, globals.agreement, name);
      const { agreement, story } = await storyOf(context, holding, name);
      const { exerciseOf, exerciseText, markAnswers, markedText, exerciseJson } =
        await import('../exercising.ts');
      const exercise = exerciseOf(agreement, story);
      if (exercise === null) {
        const others = [...holding.scenarios.values()].filter((each) => each.questions);
        throw new UsageError(
          'not-there',
          `the scenario ${story.scenario.id} has no questions`,
          others.length === 0 ? null : `these have: ${others.map(({ id }) => id).join(', ')}`,
        );
      }
      const marked = markAnswers(exercise, options.answer ?? []);
      if (options.json === true) await printJson(context.terminal, exerciseJson(exercise, marked));
      else
        await printBlocks(
          context.terminal,
          marked.length === 0 ? exerciseText(exercise) : markedText(exercise, marked),
        );
      finish(marked.every(({ mark }) => mark.isRight) ? 0 : 1);
    });
}
