import type { Command } from 'commander';
import { REPORTED } from '../../model/terms.ts';
import { nothingPublishedText } from '../../explain/moment-text.ts';
import { known, separated } from '../asked.ts';
import { type Context, holdingOf } from '../context.ts';
import { examples } from '../examples.ts';
import {
  type MomentOptions,
  momentOf,
  SCENARIO_NAME,
  withAssumptions,
  withClocks,
} from '../moment.ts';
import { collect, type Finish } from '../options.ts';
import { printBlocks, printLines } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

interface ExportOptions extends MomentOptions {
  agreement?: string;
  format: string;
  reading?: string[];
  slice?: string;
  region?: string[];
  scenario?: string;
  from?: string;
}

/** `export`: the transition system under one reading, or under several at once, for other tools. */
export function addExport(program: Command, context: Context, finish: Finish): void {
  const command = program
    .command('export')
    .summary('the model for other tools: model checkers, statechart editors, drawings')
    .addHelpText(
      'after',
      examples(
        'phasegate export --format promela --reading everyone --slice phaseTwo > model.pml',
        'phasegate export --format mermaid --region phase > phase.mmd',
      ),
    )
    .description(
      "Writes all states and moves of the model, its transition system, for SPIN, Murphi tools (rumur), mCRL2, for XState and other statechart tools, or as a picture for Graphviz or Mermaid. At the head of the file stand how many states can be reached, exactly, and the commands by which its tool counts them and looks for the goal. A machine of XState has guards by name: createMachine(JSON).provide({ guards: guardsOf(JSON) }) steps through it, with import { guardsOf } from 'phasegate'.\nExit code: 0; 1 where what is known is not enough to tell where it starts; 2 on an error.",
    )
    .requiredOption(
      '--format <format>',
      'promela, murphi, mcrl2, scxml, json, xstate, a picture: dot, mermaid, or a run: itf',
    )
    .option(
      '--reading <id,...>',
      `one reading, several at once, everyone, or ${REPORTED} for no gates (default: ${REPORTED})`,
      collect,
    )
    .option('--slice <goal>', 'only what bears on this goal')
    .option('--scenario <id|file[@step|day]>', 'for itf: the run to write (default: the record)')
    .option('--region <id,...>', 'only these regions, in a picture', collect)
    .option(
      '--from <scenario[@step|day]>',
      `start where this stands: ${SCENARIO_NAME} (default: the very beginning, with the positions at the end of the record)`,
    );
  withAssumptions(withClocks(command)).action(async (options: ExportOptions) => {
    const { format, reading, slice, region, from } = options;
    if (format === 'itf') return exportTrace(context, command, options, finish);
    if (options.scenario !== undefined)
      throw new UsageError(
        'bad-command',
        '--scenario is for --format itf',
        'where it starts is --from',
      );
    const { agreement: named } = command.optsWithGlobals<ExportOptions>();
    const holding = await holdingOf(context, named, from);
    const { agreement, moment } = await momentOf(context, holding, from, options);
    if (moment.nothingPublished) {
      await printLines(context.terminal, [nothingPublishedText(moment)]);
      finish(1);
      return;
    }
    const exploring = await import('../exploring.ts');
    const asked = exploring.formatAsked(format);
    const regions = exploring.regionsAsked(agreement, asked, region);
    const readings = [...new Set(exploring.readingsAsked(agreement, reading ?? [REPORTED]))];
    const goal =
      slice === undefined
        ? null
        : { text: slice.trim(), asked: exploring.goalAsked(agreement, slice) };
    const start = exploring.exploredFrom(moment, readings, from !== undefined);
    if (!start.ok) {
      const searched = { moment, readings };
      await printBlocks(context.terminal, exploring.tooMuchUnknownText(searched, start.unknown));
      finish(1);
      return;
    }
    const { standpoints } = start;
    const at = from === undefined ? null : moment;
    const { result, stoppedAt } = await exploring.doLongWork(
      exploring.exported(agreement, { format: asked, standpoints, goal, moment: at, regions }),
      context.terminal,
      { seconds: 0, wasStopped: false },
    );
    await context.terminal.write(result);
    finish(stoppedAt === null ? 0 : 130);
  });
}

/** Writes the run of a scenario, under one reading or as reported, as a trace. */
async function exportTrace(
  context: Context,
  command: Command,
  options: ExportOptions,
  finish: Finish,
): Promise<void> {
  const { reading = [REPORTED], slice, region, from, scenario } = options;
  if (slice !== undefined || region !== undefined || from !== undefined)
    throw new UsageError(
      'bad-command',
      '--slice, --region and --from are not for --format itf',
      'leave them out: a trace is of a whole scenario',
    );
  const holding = await holdingOf(context, command.optsWithGlobals<ExportOptions>().agreement);
  const { agreement, moment } = await momentOf(context, holding, scenario, options);
  const [only = REPORTED, another] = separated(reading);
  if (another !== undefined)
    throw new UsageError('bad-command', 'a trace is of one reading', 'name one with --reading');
  if (only !== REPORTED) known('reading', only, agreement.readings.keys());
  const { itfTrace } = await import('../../explain/itf.ts');
  const trace = itfTrace(moment, only);
  if (trace === null)
    throw new UsageError(
      'not-possible',
      'a trace has no word for a stage that is not known',
      'write the run up to a step at which all are known: --scenario ID@STEP',
    );
  await context.terminal.write(`${JSON.stringify(trace, null, 2)}\n`);
  finish(moment.nothingPublished ? 1 : 0);
}
