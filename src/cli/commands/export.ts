import type { Command } from 'commander';
import { REPORTED } from '../../model/runner.ts';
import { type Context, holdingOf } from '../context.ts';
import { collect, type Finish } from '../options.ts';
import { type ExploreOptions, standingFrom } from '../search.ts';

interface ExportOptions {
  readonly format: string;
  readonly reading?: string[];
  readonly slice?: string;
  readonly from?: string;
}

/** `export`: the transition system under one reading, or under several at once, for other tools. */
export function addExport(program: Command, context: Context, finish: Finish): void {
  program
    .command('export')
    .summary('the same transition system for other tools')
    .description(
      'Writes the transition system for SPIN, Murphi tools (rumur), mCRL2 or statechart tools. At the head of the file stand how many states can be reached, exactly, and the commands by which its tool counts them and looks for the goal.\nFor example: phasegate export --format promela --reading everyone --slice GATE > model.pml',
    )
    .requiredOption('--format <format>', 'promela, murphi, mcrl2, scxml or json')
    .option(
      '--reading <id,...>',
      `one reading, several at once, everyone, or ${REPORTED} for no gates (default: ${REPORTED})`,
      collect,
    )
    .option('--slice <goal>', 'only what bears on this goal: its cone of influence')
    .option('--from <scenario[@step|day]>', 'start where this stands (default: the very beginning)')
    .action(async ({ format, reading, slice, from }: ExportOptions, command: Command) => {
      const holding = await holdingOf(context, command.optsWithGlobals<ExploreOptions>().agreement);
      const { agreement } = holding;
      const exploring = await import('../exploring.ts');
      const asked = exploring.formatAsked(format);
      const readings = [...new Set(exploring.readingsAsked(agreement, reading ?? [REPORTED]))];
      const goal =
        slice === undefined
          ? null
          : { text: slice.trim(), asked: exploring.goalAsked(agreement, slice) };
      const standing = from === undefined ? null : await standingFrom(context, holding, from);
      const standpoints =
        standing === null
          ? readings.map((id) => ({
              terms: { reading: id, day: agreement.recordEnds, waived: [] },
            }))
          : exploring.oneStandpointEach(standing, readings);
      const request = { format: asked, standpoints, goal, standing };
      const { result, stoppedAt } = await exploring.doLongWork(
        exploring.exported(agreement, request),
        context.terminal,
      );
      await context.terminal.write(result);
      finish(stoppedAt === null ? 0 : 130);
    });
}
