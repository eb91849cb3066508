import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { examples } from '../examples.ts';
import type { Finish } from '../options.ts';

interface RenameOptions {
  agreement?: string;
  kind?: string;
  write?: boolean;
}

/** `rename`: another id for anything, in every file of the agreement. */
export function addRename(program: Command, context: Context, finish: Finish): void {
  const command = program
    .command('rename')
    .argument(
      '<old>',
      'an id; a stage as region.stage, a claim as source.c1, a step as scenario@step',
    )
    .argument('<new>', 'its new id')
    .summary('give something another id, in every file that refers to it')
    .addHelpText(
      'after',
      examples(
        'phasegate rename phaseTwo secondPhase -A accord',
        'phasegate rename party-a northern-side --kind party --write -A accord',
      ),
    )
    .description(
      'Shows what to change to give something another id: where it is defined and wherever it is referred to, file names included. Texts and comments that mention it are left for you to change.\n' +
        'Exit code: 0, or 2 on an error.',
    )
    .option('--kind <kind>', 'what it is, where several have that id: party, reading, region, ...')
    .option('--write', 'write the change, after it is shown');
  command.action(async (old: string, id: string, options: RenameOptions) => {
    const { rename } = await import('../renaming.ts');
    const { agreement } = command.optsWithGlobals<RenameOptions>();
    finish(await rename(context, await context.desk(agreement), { old, id }, options));
  });
}
