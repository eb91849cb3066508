import type { Command } from 'commander';
import { checkGates } from '../../answer/check.ts';
import { standing } from '../../model/standing.ts';
import { gateJson, gatesJson } from '../../report/check-json.ts';
import { gateText } from '../../report/check-text.ts';
import { gatesText } from '../../report/gates-text.ts';
import { askedEvent, askedReadings } from '../asked.ts';
import { type Context, holdingOf } from '../context.ts';
import { type MomentOptions, momentOf, withMoment } from '../moment.ts';
import { collect, type Finish, json, verbose } from '../options.ts';
import { printBlocks, printJson } from '../terminal.ts';

interface CheckOptions extends MomentOptions {
  agreement?: string;
  scenario?: string;
  reading?: string[];
  json?: boolean;
  verbose?: boolean;
}

/** `check [GATE]`: which preconditions are unmet, by whose account. */
export function addCheck(program: Command, context: Context, finish: Finish): void {
  const command = program
    .command('check')
    .argument('[gate]', 'a gate or any event; without one, every gate as a matrix')
    .summary('which preconditions are unmet, by whose account')
    .description(
      'Whether an event can happen, what the model requires first, and what each party holds on it: which ' +
        'preconditions are unmet, as of when, by whose account, and who could change that.\n' +
        'Exit code: 0 when it has happened or can happen, some party asked for holds a position that lets it, and none ' +
        'holds one against it; 1 otherwise, so also where nobody holds a position; 2 on an error.',
    );
  withMoment(command)
    .option('--reading <id,...>', 'ask these readings only', collect)
    .addOption(json())
    .addOption(verbose())
    .action(async (gate: string | undefined, options: CheckOptions) => {
      const { agreement: asked } = command.optsWithGlobals<CheckOptions>();
      const holding = await holdingOf(context, asked);
      const { agreement, moment } = await momentOf(context, holding, options.scenario, options);
      const event = gate === undefined ? null : askedEvent(agreement, gate);
      const readings = askedReadings(agreement, options.reading);
      const { terminal } = context;
      const layout = { verbose: options.verbose === true };
      if (event === null) {
        const all = checkGates(moment, readings);
        if (options.json === true) await printJson(terminal, gatesJson(moment, all));
        else await printBlocks(terminal, gatesText(moment, all));
        finish(all.length > 0 && all.every(({ success }) => success) ? 0 : 1);
        return;
      }
      const one = standing(moment, event.id, readings);
      if (options.json === true) await printJson(terminal, gateJson(one));
      else await printBlocks(terminal, gateText(one, layout));
      finish(one.success ? 0 : 1);
    });
}
