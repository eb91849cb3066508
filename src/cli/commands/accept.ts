import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { examples } from '../examples.ts';
import type { Finish } from '../options.ts';

interface AcceptOptions {
  agreement?: string;
  write?: boolean;
  check?: boolean;
}

/** `accept`: what comes out of scenarios, written into them as what they expect. */
export function addAccept(program: Command, context: Context, finish: Finish): void {
  const command = program
    .command('accept')
    .argument('[scenarios...]', 'by id or by file; without any, all of the agreement')
    .summary('write down in scenarios, as expected, what each reading makes of each step')
    .addHelpText(
      'after',
      examples('phasegate accept -A accord', 'phasegate accept first --write -A accord'),
    )
    .description(
      'Shows what to change in scenarios so that they expect what comes out: what each reading makes of each step, and how the gates that a step names stand after it. Expectations that come out right are left as they are.\n' +
        'Read the change before you write it: where a document says otherwise, correct the reading instead.\n' +
        'Exit code: 0; with --check, 1 where there is something to accept; 2 on an error.',
    )
    .option('--write', 'write the change, after it is shown')
    .option('--check', 'only look; exit code 1 where something would change');
  command.action(async (scenarios: string[], options: AcceptOptions) => {
    const { accept } = await import('../accepting.ts');
    const { agreement } = command.optsWithGlobals<AcceptOptions>();
    finish(await accept(context, await context.desk(agreement), scenarios, options));
  });
}
