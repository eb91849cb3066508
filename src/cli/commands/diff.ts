import type { Command } from 'commander';
import { type Moment, momentAt } from '../../model/moment.ts';
import type { Story } from '../../model/story.ts';
import { compareMoments, standsDifferently } from '../../answer/diff.ts';
import { beside } from '../../answer/matched-steps.ts';
import { asMarkdown } from '../../draw/markdown.ts';
import { diffJson } from '../../explain/diff-json.ts';
import { diffText } from '../../explain/diff-text.ts';
import { isDayLike, known } from '../asked.ts';
import { type Context, holdingOf } from '../context.ts';
import { examples } from '../examples.ts';
import { type MomentOptions, momentOf, SCENARIO_NAME, withClocks } from '../moment.ts';
import { type Finish, json } from '../options.ts';
import { saysAgreement } from '../scenario-name.ts';
import { printBlocks, printJson, printLines } from '../terminal.ts';

interface DiffOptions extends MomentOptions {
  agreement?: string;
  at?: string;
  json?: boolean;
  markdown?: boolean;
}

/** `diff A B`: two moments side by side: two scenarios, two days of one, a scenario and a branch off it. */
export function addDiff(program: Command, context: Context, finish: Finish): void {
  const command = program
    .command('diff')
    .argument('<left>', SCENARIO_NAME)
    .argument('<right>', 'another, or the same at another step or day')
    .summary('two scenarios, or two days of one, side by side')
    .addHelpText(
      'after',
      examples(
        'phasegate diff record@2025-12-15 record@2025-12-24',
        'phasegate diff record truce-collapses --markdown > differs.md',
      ),
    )
    .description(
      'Compares two scenarios, or one on two days: the steps that only one has, the steps in another order, and the ' +
        'stages, gates and possible events that differ.\nExit code: 0 when they stand alike; 1 when they do not, or nothing had been ' +
        'published by the day that --known-by names; 2 on an error.',
    )
    .option(
      '--at <day|step>',
      'compare them after this step or as of this day; where only one has the step, the other is taken where they last agreed',
    );
  withClocks(command)
    .option('--markdown', 'print Markdown')
    .addOption(json())
    .action(async (leftName: string, rightName: string, options: DiffOptions) => {
      const { agreement: asked } = command.optsWithGlobals<DiffOptions>();
      const holding = await holdingOf(context, asked, [leftName, rightName].find(saysAgreement));
      const { at } = options;
      const isDay = at !== undefined && isDayLike(at);
      const named = (name: string) =>
        momentOf(context, holding, isDay ? `${name}@${at}` : name, options);
      let [left, right] = [(await named(leftName)).moment, (await named(rightName)).moment];
      if (at !== undefined && !isDay) [left, right] = afterStep(left, right, at);
      const difference = compareMoments(left, right);
      const { terminal } = context;
      if (options.json === true) await printJson(terminal, diffJson(difference));
      else if (options.markdown === true)
        await printLines(terminal, asMarkdown(diffText(difference)));
      else await printBlocks(terminal, diffText(difference));
      const isNothing = left.nothingPublished || right.nothingPublished;
      finish(isNothing || standsDifferently(difference) ? 1 : 0);
    });
}

/** Beside a step that only one of the two has, the other stands after the latest step that both have by then. */
function afterStep(left: Moment, right: Moment, id: string): [Moment, Moment] {
  const places = [left, right].map(({ story }) => story.steps.findIndex((step) => step.id === id));
  const [ours = -1, theirs = -1] = places;
  if (ours < 0 && theirs < 0)
    known(
      'step called',
      id,
      [left, right].flatMap(({ story }) => story.steps.map((step) => step.id)),
    );
  const place = (own: number, story: Story, other: Story, others: number) =>
    own < 0 ? beside(story.steps, other.steps, others) : own;
  const until = (moment: Moment, index: number) =>
    momentAt(moment.agreement, moment.story, moment.viewpoint, undefined, index);
  return [
    until(left, place(ours, left.story, right.story, theirs)),
    until(right, place(theirs, right.story, left.story, ours)),
  ];
}
