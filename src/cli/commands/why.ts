import type { Command } from 'commander';
import { standAt } from '../../answer/standing.ts';
import { whyRegion } from '../../answer/why.ts';
import { whyJson } from '../../report/why-json.ts';
import { whyText } from '../../report/why-text.ts';
import { askedAssumption, askedDay, askedStage } from '../asked.ts';
import { type Context, holdingOf, storyOf } from '../context.ts';
import { collect, json, verbose } from '../options.ts';
import { printJson, printLines } from '../terminal.ts';

interface WhyOptions {
  agreement?: string;
  scenario?: string;
  asOf?: string;
  knownBy?: string;
  assume?: string[];
  json?: boolean;
  verbose?: boolean;
}

/** `why REGION[=STAGE]`: what a condition holds up, and who says so. */
export function addWhy(program: Command, context: Context): void {
  program
    .command('why')
    .argument('<region[=stage]>', 'a region, or one of its stages')
    .summary('what a region or stage holds up, and who says so')
    .description(
      'The gates that ask for a region or stage, the readings that require it, and the claims that say so.',
    )
    .option('--scenario <id|file>', 'the scenario to look at (default: the record)')
    .option(
      '--as-of <day>',
      'count the steps that certainly lie on or before this day (YYYY-MM-DD)',
    )
    .option('--known-by <day>', 'count only what was certainly published by this day')
    .option(
      '--assume <region=stage>',
      'take a stage for granted, or region=unknown; may be repeated',
      collect,
    )
    .addOption(json())
    .addOption(verbose())
    .action(async (text: string, options: WhyOptions, command: Command) => {
      const holding = await holdingOf(context, command.optsWithGlobals<WhyOptions>().agreement);
      const { agreement, story } = await storyOf(context, holding, options.scenario);
      const { region, stage } = askedStage(agreement, text);
      const standing = standAt(agreement, story, {
        asOf: options.asOf === undefined ? null : askedDay('--as-of', options.asOf),
        knownBy: options.knownBy === undefined ? null : askedDay('--known-by', options.knownBy),
        assume: (options.assume ?? []).map((each) => askedAssumption(agreement, each)),
      });
      const why = whyRegion(standing, region, stage);
      if (options.json === true) await printJson(context.terminal, whyJson(standing, why));
      else
        await printLines(
          context.terminal,
          whyText(standing, why, {
            width: context.terminal.width,
            verbose: options.verbose === true,
          }),
        );
    });
}
