import { type Command, Option } from 'commander';
import { REPORTED } from '../../model/terms.ts';
import { askedRegion, known } from '../asked.ts';
import { type Context, holdingOf } from '../context.ts';
import { examples } from '../examples.ts';
import { type FormatOptions, printAnswer, withFormats } from '../formats.ts';
import { type MomentOptions, momentOf, SCENARIO_NAME, withClocks } from '../moment.ts';
import type { Finish } from '../options.ts';
import { UsageError } from '../usage-error.ts';

interface LevelsOptions extends MomentOptions, FormatOptions {
  agreement?: string;
  scenario?: string;
  reading?: string;
  every: string;
}

/** `levels [REGION]`: implementation levels over time. */
export function addLevels(program: Command, context: Context, finish: Finish): void {
  const command = program
    .command('levels')
    .argument('[region]', 'a region; without one, every provision')
    .summary('implementation levels over time, provisions by periods')
    .addHelpText(
      'after',
      examples(
        'phasegate levels --every change',
        'phasegate levels --every year --csv > levels.csv',
      ),
    )
    .description(
      'Shows the level that each provision had reached at the end of each period, laid out like the Peace Accords Matrix. Which ' +
        "stage has which level, 0 to 3, is the author's own coding.\n" +
        'Exit code: 0; 1 where nothing had been published by the --known-by day; 2 on an error.',
    )
    .option('--scenario <id|file[@step|day]>', `${SCENARIO_NAME} (default: the record)`)
    .addOption(
      new Option(
        '--every <period>',
        'day, week, month or year; or change: where a level changes',
      ).default('month'),
    )
    .option('--reading <id>', 'by what this reading recognises', REPORTED);
  withFormats(withClocks(command)).action(
    async (region: string | undefined, options: LevelsOptions) => {
      const holding = await holdingOf(context, command.optsWithGlobals<LevelsOptions>().agreement);
      const { agreement, moment } = await momentOf(context, holding, options.scenario, options);
      const { levelsOf, MOST_PERIODS, PERIODS } = await import('../../answer/levels.ts');
      const { levelsJson, levelsSheet, levelsText } =
        await import('../../explain/levels-report.ts');
      const regions = region === undefined ? [] : [askedRegion(agreement, region)];
      const run = known('reading', options.reading ?? REPORTED, [
        ...agreement.readings.keys(),
        REPORTED,
      ]);
      known('period', options.every, PERIODS);
      const every = PERIODS.find((each) => each === options.every) ?? 'month';
      const levels = levelsOf(moment, every, run, regions);
      if (levels === null)
        throw new UsageError(
          'too-large',
          `by ${every} there are more than ${MOST_PERIODS} periods`,
          'take longer ones, such as --every year, or --every change',
        );
      await printAnswer(context.terminal, options, {
        text: () => levelsText(moment, levels, every),
        json: () => levelsJson(moment, levels, every),
        sheet: () => levelsSheet(moment, levels),
      });
      finish(moment.nothingPublished ? 1 : 0);
    },
  );
}
