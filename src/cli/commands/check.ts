import type { Command } from 'commander';
import { checkGates } from '../../answer/check.ts';
import { standing, type Standing } from '../../model/standing.ts';
import { gatesJson } from '../../explain/gates-json.ts';
import { gatesText } from '../../explain/gates-text.ts';
import { askedEvent, askedReadings } from '../asked.ts';
import { type Context, holdingOf } from '../context.ts';
import { examples } from '../examples.ts';
import { type FormatOptions, printAnswer, withFormats } from '../formats.ts';
import { type MomentOptions, momentOf, withMoment } from '../moment.ts';
import { collect, type Finish, verbose } from '../options.ts';

interface CheckOptions extends MomentOptions, FormatOptions {
  agreement?: string;
  scenario?: string;
  reading?: string[];
  unmet?: boolean;
  verbose?: boolean;
}

/** `check [GATE]`: which preconditions are unmet, by whose account. */
export function addCheck(program: Command, context: Context, finish: Finish): void {
  const command = program
    .command('check')
    .argument('[gate]', 'a gate or any event; without one, every gate as a matrix')
    .summary('which preconditions are unmet, by whose account')
    .addHelpText(
      'after',
      examples('phasegate check phaseTwo', 'phasegate check --unmet --csv > unmet.csv'),
    )
    .description(
      'Says whether an event can happen, what the model requires first, and what each party holds on it: which ' +
        'preconditions are unmet, as of when, by whose account, and who could change that.\n' +
        'Exit code: 0 when it has happened, or when it is open over the parties asked, can happen, and nothing that the model ' +
        'requires is unmet; 1 otherwise; 2 on an error.',
    );
  withFormats(
    withMoment(command)
      .option('--reading <id,...>', 'ask these readings only', collect)
      .option('--unmet', 'everything in the way, a row for each gate, party and condition'),
  )
    .addOption(verbose())
    .action(async (gate: string | undefined, options: CheckOptions) => {
      const { agreement: asked } = command.optsWithGlobals<CheckOptions>();
      const holding = await holdingOf(context, asked, options.scenario);
      const { agreement, moment } = await momentOf(context, holding, options.scenario, options);
      const event = gate === undefined ? null : askedEvent(agreement, gate);
      const readings = askedReadings(agreement, options.reading);
      const { terminal } = context;
      const found =
        event === null ? checkGates(moment, readings) : [standing(moment, event.id, readings)];
      if (options.unmet === true) {
        const { unmetIn } = await import('../../answer/unmet.ts');
        const { unmetJson, unmetSheet, unmetText } = await import('../../explain/unmet-report.ts');
        const unmet = unmetIn(found);
        await printAnswer(terminal, options, {
          text: () => unmetText(moment, unmet),
          json: () => unmetJson(moment, unmet),
          sheet: () => unmetSheet(moment, unmet),
        });
      } else {
        const told = event === null ? null : await tellingOne(found, options.verbose === true);
        await printAnswer(terminal, options, {
          text: told?.text ?? (() => gatesText(moment, found)),
          json: told?.json ?? (() => gatesJson(moment, found)),
          sheet: async () => (await import('../../explain/check-sheet.ts')).checkSheet(found),
        });
      }
      finish(found.length > 0 && found.every(({ success }) => success) ? 0 : 1);
    });
}

/** How the one event asked about is told. What only that takes is loaded only then. */
async function tellingOne([one]: readonly Standing[], isVerbose: boolean) {
  if (one === undefined) return null;
  const [{ gateText }, { gateJson }] = await Promise.all([
    import('../../explain/check-text.ts'),
    import('../../explain/check-json.ts'),
  ]);
  return { text: () => gateText(one, { verbose: isVerbose }), json: () => gateJson(one) };
}
