import type { Command } from 'commander';
import { checkGate, checkGates, type GateCheck, lets } from '../../answer/check.ts';
import { standAt } from '../../answer/standing.ts';
import { checkJson } from '../../report/check-json.ts';
import { gatesText, gateText } from '../../report/check-text.ts';
import { askedAssumption, askedDay, askedReadings, known } from '../asked.ts';
import { type Context, holdingOf, storyOf } from '../context.ts';
import { collect, type Finish, json, verbose } from '../options.ts';
import { printJson, printLines } from '../terminal.ts';

interface CheckOptions {
  agreement?: string;
  scenario?: string;
  asOf?: string;
  knownBy?: string;
  reading?: string[];
  assume?: string[];
  json?: boolean;
  verbose?: boolean;
}

/** `check [GATE]`: which preconditions are unmet, by whose account. */
export function addCheck(program: Command, context: Context, finish: Finish): void {
  program
    .command('check')
    .argument('[gate]', 'a gate; without one, every gate as a matrix')
    .summary('which preconditions are unmet, by whose account')
    .description(
      'Which preconditions of a gate are unmet, as of when, by whose account, and who could change that.\n' +
        'Exit code: 0 when the gate is open or passed under every reading asked for that has a position, 1 when it is ' +
        'not (or none has a position), 2 on an error.',
    )
    .option('--scenario <id|file>', 'the scenario to look at (default: the record)')
    .option(
      '--as-of <day>',
      'count the steps that certainly lie on or before this day (YYYY-MM-DD)',
    )
    .option('--known-by <day>', 'count only what was certainly published by this day')
    .option(
      '--reading <id,...>',
      'ask these readings only; everyone and anyone are computed',
      collect,
    )
    .option(
      '--assume <region=stage>',
      'take a stage for granted, or region=unknown; may be repeated',
      collect,
    )
    .addOption(json())
    .addOption(verbose())
    .action(async (gate: string | undefined, options: CheckOptions, command: Command) => {
      const holding = await holdingOf(context, command.optsWithGlobals<CheckOptions>().agreement);
      const { agreement, story } = await storyOf(context, holding, options.scenario);
      const gateId = gate === undefined ? null : known('gate', gate, agreement.gates.keys());
      const { readings, computed } = askedReadings(agreement, options.reading ?? []);
      const standing = standAt(agreement, story, {
        asOf: options.asOf === undefined ? null : askedDay('--as-of', options.asOf),
        knownBy: options.knownBy === undefined ? null : askedDay('--known-by', options.knownBy),
        assume: (options.assume ?? []).map((text) => askedAssumption(agreement, text)),
      });
      const checks =
        gateId === null ? checkGates(standing, readings) : [checkGate(standing, gateId, readings)];
      if (options.json === true)
        await printJson(context.terminal, checkJson(standing, checks, gateId));
      else {
        const layout = { width: context.terminal.width, verbose: options.verbose === true };
        const [only] = checks;
        await printLines(
          context.terminal,
          gateId !== null && only
            ? gateText(standing, only, layout)
            : gatesText(standing, checks, layout),
        );
      }
      finish(checks.every((check) => passes(check, readings, computed)) ? 0 : 1);
    });
}

/** Whether the gate lets its event pass under all that was asked for; a reading without a position has no say. */
function passes(
  check: GateCheck,
  readings: readonly string[],
  computed: readonly string[],
): boolean {
  const combined = computed.map((name) => (name === 'everyone' ? check.everyone : check.anyone));
  const asked = computed.length > 0 && readings.length === 0 ? [] : check.readings;
  const said = asked.map((entry) => entry.verdict).filter((verdict) => verdict !== 'unstated');
  const all = [...said, ...combined];
  return all.length > 0 && all.every(lets);
}
