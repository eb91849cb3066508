import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { examples } from '../examples.ts';
import type { Finish } from '../options.ts';

interface FmtOptions {
  agreement?: string;
  write?: boolean;
  check?: boolean;
}

/** `fmt`: the files of an agreement in the one form that all have. */
export function addFmt(program: Command, context: Context, finish: Finish): void {
  const command = program
    .command('fmt')
    .argument('[files...]', 'content files; without any, all of the agreement')
    .summary('put content files into one form, comments kept')
    .addHelpText(
      'after',
      examples('phasegate fmt -A accord', 'phasegate fmt accord/events.yaml --write -A accord'),
    )
    .description(
      'Shows what to change so that content files have one form: keys in the order of the schemas, short lists and maps on one line, long texts folded at 120 columns, no quotes that are not needed. What the files say, the order of their entries and every comment stay.\n' +
        'Exit code: 0; with --check, 1 where something would change; 2 on an error.',
    )
    .option('--write', 'write the change, and name the files')
    .option('--check', 'only name the files; exit code 1 where something would change');
  command.action(async (files: string[], options: FmtOptions) => {
    const { format } = await import('../formatting.ts');
    const { agreement } = command.optsWithGlobals<FmtOptions>();
    finish(await format(context, await context.desk(agreement), files, options));
  });
}
