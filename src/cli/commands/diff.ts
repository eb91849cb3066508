import type { Command } from 'commander';
import type { Story } from '../../model/story.ts';
import { beside, compareStories } from '../../answer/diff.ts';
import { diffJson } from '../../report/diff-json.ts';
import { diffMarkdown, diffText } from '../../report/diff-text.ts';
import { askedStep } from '../asked.ts';
import { type Context, holdingOf, storyOf } from '../context.ts';
import { type Finish, json } from '../options.ts';
import { printJson, printLines } from '../terminal.ts';

interface DiffOptions {
  agreement?: string;
  at?: string;
  json?: boolean;
  markdown?: boolean;
}

/** `diff A B`: where two scenarios part, and what differs between where they lead. */
export function addDiff(program: Command, context: Context, finish: Finish): void {
  program
    .command('diff')
    .argument('<left>', 'a scenario, the path of a scenario file, or the token of a branch')
    .argument('<right>', 'another')
    .summary('two scenarios side by side')
    .description(
      'Where two scenarios part, and how stages, gates and possible events differ.\nExit code: 0 when they lead to the same place, 1 when they do not, 2 on an error.',
    )
    .option(
      '--at <day|step>',
      'compare them after this step or as of this day; beside a step that only one has, the other stands where they last agreed',
    )
    .option('--markdown', 'print Markdown tables')
    .addOption(json())
    .action(async (leftName: string, rightName: string, options: DiffOptions, command: Command) => {
      const holding = await holdingOf(context, command.optsWithGlobals<DiffOptions>().agreement);
      const left = await storyOf(context, holding, leftName);
      const right = await storyOf(context, holding, rightName);
      const { agreement } = left;
      const [leftUntil, rightUntil] = ends(left.story, right.story, options.at);
      const difference = compareStories(agreement, left.story, right.story, leftUntil, rightUntil);
      if (options.json === true) await printJson(context.terminal, diffJson(agreement, difference));
      else if (options.markdown === true)
        await printLines(context.terminal, diffMarkdown(agreement, difference));
      else
        await printLines(
          context.terminal,
          diffText(agreement, difference, { width: context.terminal.width }),
        );
      const differs =
        difference.stages.length + difference.gates.length + difference.events.length > 0;
      finish(differs ? 1 : 0);
    });
}

/** Beside a step that only one of the two has, the other stands after the latest step that both have by then. */
function ends(left: Story, right: Story, at: string | undefined): [number, number] {
  if (at === undefined) return [left.steps.length - 1, right.steps.length - 1];
  const has = (story: Story) => /^\d{4}-/.test(at) || story.steps.some((step) => step.id === at);
  if (!has(left) && !has(right)) askedStep(left, '--at', at);
  if (!has(left)) {
    const position = askedStep(right, '--at', at);
    return [beside(left.steps, right.steps, position), position];
  }
  const position = askedStep(left, '--at', at);
  if (!has(right)) return [position, beside(right.steps, left.steps, position)];
  return [position, askedStep(right, '--at', at)];
}
