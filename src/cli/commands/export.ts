import type { Command } from 'commander';
import { REPORTED } from '../../agreement/runner.ts';
import { recordLine } from '../../report/words.ts';
import { known } from '../asked.ts';
import { type Context, holdingOf } from '../context.ts';
import type { Finish } from '../options.ts';
import { type ExploreOptions, standingFrom } from '../search.ts';

/** `export`: the transition system under a reading for other tools. */
export function addExport(program: Command, context: Context, finish: Finish): void {
  program
    .command('export')
    .summary('the same transition system for other tools')
    .description(
      'Writes the transition system under one reading for SPIN, Murphi tools, mCRL2 or statechart tools.',
    )
    .requiredOption('--format <format>', 'promela, murphi, mcrl2, scxml or json')
    .option('--reading <id>', `one reading, or ${REPORTED} for no gates (default: ${REPORTED})`)
    .option('--slice <goal>', 'only what bears on this goal: its cone of influence')
    .option('--from <scenario[@step|day]>', 'start where this stands (default: the very beginning)')
    .action(
      async (
        options: { format: string; reading?: string; slice?: string; from?: string },
        command: Command,
      ) => {
        const holding = await holdingOf(
          context,
          command.optsWithGlobals<ExploreOptions>().agreement,
        );
        const { agreement } = holding;
        const exploring = await import('../exploring.ts');
        const reading = known('reading', options.reading ?? REPORTED, [
          ...agreement.readings.keys(),
          REPORTED,
        ]);
        const goal =
          options.slice === undefined ? null : exploring.goalAsked(agreement, options.slice);
        const start =
          options.from === undefined ? null : await standingFrom(context, holding, options.from);
        const [standpoint] =
          start === null
            ? [{ terms: { reading, day: agreement.recordEnds, waived: [] } }]
            : exploring.standpointsOf(start, [reading]);
        if (standpoint === undefined) return;
        const about = [
          `${agreement.title}, reading ${reading}, from ${options.from ?? 'the very beginning'}.`,
          recordLine(agreement),
        ];
        await context.terminal.write(
          exploring.exported(agreement, standpoint, options.format, goal, about),
        );
        finish(0);
      },
    );
}
