import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { examples } from '../examples.ts';
import type { Finish } from '../options.ts';

interface ImportOptions {
  agreement?: string;
  into?: string;
}

/** `import`: another tool's statechart as the folder of an agreement to go on from. */
export function addImport(program: Command, context: Context, _finish: Finish): void {
  program
    .command('import')
    .argument(
      '<file>',
      'a machine of XState, as JSON; a statechart in SCXML; or a trace in the Informal Trace Format (ITF); - is standard input',
    )
    .summary('an agreement from a statechart of another tool, or a scenario from a trace')
    .addHelpText(
      'after',
      examples(
        'phasegate import machine.json --into carried-over',
        'phasegate import counterexample.itf.json --into found.yaml',
      ),
    )
    .description(
      'Makes an agreement folder from an XState machine or an SCXML statechart: regions, stages, events, requirements (from guards that ask about states), a party that stands in until you name yours, and a scenario of the first steps. It is valid as it is. What could not be carried over, such as actions, delays and data, is listed with its lines. No existing folder is replaced.\nFrom a trace it makes a scenario of the agreement at hand: the events that lead from state to state.\n' +
        'Exit code: 0 when it is written, or 2 on an error.',
    )
    .option(
      '--into <folder>',
      'the folder, or for a trace the file, to write (default: as the machine or the file is called, here)',
    )
    .action(async (file: string, options: ImportOptions, command: Command) => {
      const { importFile } = await import('../importing.ts');
      const { agreement } = command.optsWithGlobals<ImportOptions>();
      await importFile(context, file, options.into, agreement);
    });
}
