import type { Command } from 'commander';
import { replayedBase } from '../../answer/replayed.ts';
import { playJson } from '../../explain/play-json.ts';
import { playText } from '../../explain/play-text.ts';
import { type Context, holdingOf } from '../context.ts';
import { examples } from '../examples.ts';
import { type MomentOptions, momentOf, SCENARIO_NAME, withClocks } from '../moment.ts';
import { type Finish, json, verbose } from '../options.ts';
import { printBlocks, printJson } from '../terminal.ts';

interface PlayOptions extends MomentOptions {
  agreement?: string;
  until?: string;
  json?: boolean;
  verbose?: boolean;
}

/** `play [SCENARIO]`: replays a scenario without a terminal. */
export function addPlay(program: Command, context: Context, finish: Finish): void {
  const command = program
    .command('play')
    .argument('[scenario]', `${SCENARIO_NAME} (default: the record)`)
    .summary('replay a scenario, step by step')
    .addHelpText(
      'after',
      examples('phasegate play record', 'phasegate play record@2025-12-21 --verbose'),
    )
    .description(
      'Replays a scenario under every reading and as reported, and prints each step with what each makes of it.\n' +
        'Exit code: 0; 1 where nothing had been published by the --known-by day; 2 on an error.',
    )
    .option('--until <day|step>', 'the same as @STEP or @DAY after the scenario');
  withClocks(command)
    .addOption(json())
    .addOption(verbose())
    .action(async (name: string | undefined, options: PlayOptions) => {
      const { agreement: asked } = command.optsWithGlobals<PlayOptions>();
      const holding = await holdingOf(context, asked, name);
      const until = options.until === undefined ? '' : `@${options.until}`;
      const { agreement, scenarios, moment } = await momentOf(
        context,
        holding,
        `${name ?? ''}${until}` || undefined,
        options,
      );
      if (options.json === true) await printJson(context.terminal, playJson(moment));
      else {
        const base = replayedBase(agreement, moment.story, scenarios);
        const layout = { verbose: options.verbose === true };
        await printBlocks(context.terminal, playText(moment, layout, base));
      }
      finish(moment.nothingPublished ? 1 : 0);
    });
}
