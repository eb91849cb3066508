import type { Command } from 'commander';
import { play } from '../../model/run.ts';
import { playJson } from '../../report/play-json.ts';
import { replayedBase } from '../../answer/replayed.ts';
import { playText } from '../../report/play-text.ts';
import { askedStep } from '../asked.ts';
import { type Context, holdingOf, storyOf } from '../context.ts';
import { json, verbose } from '../options.ts';
import { printJson, printLines } from '../terminal.ts';

interface PlayOptions {
  agreement?: string;
  until?: string;
  json?: boolean;
  verbose?: boolean;
}

/** `play SCENARIO`: replays a scenario without a terminal. */
export function addPlay(program: Command, context: Context): void {
  program
    .command('play')
    .argument('<scenario>', 'a scenario, the path of a scenario file, or the token of a branch')
    .summary('replay a scenario, step by step')
    .description(
      'Replays a scenario under every reading and as reported, and prints each step with what each makes of it.',
    )
    .option(
      '--until <day|step>',
      'stop after this step, or after the last step certain to lie on or before this day',
    )
    .addOption(json())
    .addOption(verbose())
    .action(async (name: string, options: PlayOptions, command: Command) => {
      const holding = await holdingOf(context, command.optsWithGlobals<PlayOptions>().agreement);
      const { agreement, scenarios, story } = await storyOf(context, holding, name);
      const last =
        options.until === undefined
          ? story.steps.length - 1
          : askedStep(story, '--until', options.until);
      const played = play(agreement, story.steps.slice(0, last + 1));
      if (options.json === true)
        await printJson(context.terminal, playJson(agreement, story, played));
      else {
        const layout = { width: context.terminal.width, verbose: options.verbose === true };
        await printLines(
          context.terminal,
          playText(agreement, story, played, layout, replayedBase(agreement, story, scenarios)),
        );
      }
    });
}
