import type { Command } from 'commander';
import { whyRegion } from '../../answer/why.ts';
import { whyJson } from '../../explain/why-json.ts';
import { whyText } from '../../explain/why-text.ts';
import { askedStage } from '../asked.ts';
import { type Context, holdingOf } from '../context.ts';
import { examples } from '../examples.ts';
import { type MomentOptions, momentOf, withMoment } from '../moment.ts';
import { type Finish, json, verbose } from '../options.ts';
import { printBlocks, printJson } from '../terminal.ts';

interface WhyOptions extends MomentOptions {
  agreement?: string;
  scenario?: string;
  json?: boolean;
  verbose?: boolean;
}

/** `why REGION[=STAGE]`: what a condition holds up, and who says so. */
export function addWhy(program: Command, context: Context, finish: Finish): void {
  const command = program
    .command('why')
    .argument('<region[=stage]>', 'a region, or one of its stages')
    .summary('which events wait for a region or stage, and who says so')
    .addHelpText(
      'after',
      examples('phasegate why phase', 'phasegate why phase=phaseTwo --as-of 2025-12-21'),
    )
    .description(
      'Says where a region stands, which conditions are set on it and by whom, and which claims say so.\n' +
        'Exit code: 0; 1 where nothing had been published by the --known-by day; 2 on an error.',
    );
  withMoment(command)
    .addOption(json())
    .addOption(verbose())
    .action(async (text: string, options: WhyOptions) => {
      const { agreement: asked } = command.optsWithGlobals<WhyOptions>();
      const holding = await holdingOf(context, asked, options.scenario);
      const { agreement, moment } = await momentOf(context, holding, options.scenario, options);
      const { region, stage } = askedStage(agreement, text);
      const why = whyRegion(moment, region, stage);
      if (options.json === true) await printJson(context.terminal, whyJson(moment, why));
      else
        await printBlocks(
          context.terminal,
          whyText(moment, why, { verbose: options.verbose === true }),
        );
      finish(moment.nothingPublished ? 1 : 0);
    });
}
