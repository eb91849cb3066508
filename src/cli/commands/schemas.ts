import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { examples } from '../examples.ts';
import { type Finish, json } from '../options.ts';

interface SchemasOptions {
  agreement?: string;
  write?: boolean;
  json?: boolean;
}

/** `schemas`: JSON Schemas with an agreement's own ids, for editors. */
export function addSchemas(program: Command, context: Context, _finish: Finish): void {
  const command = program
    .command('schemas')
    .summary('write JSON Schemas with the agreement’s own ids, for editors')
    .addHelpText(
      'after',
      examples('phasegate schemas -A accord', 'phasegate schemas --write -A accord'),
    )
    .description(
      'Says which files an editor needs to explain every field and to offer the agreement’s own ids where one can stand: a JSON Schema for each kind of file, in its folder .schemas, and in each content file a first line that leads there. With --write it writes them, all or none; of a content file nothing else is changed.\n' +
        'Run it again when ids change, or leave `validate --watch` running, which does so; until then an editor knows the old ids.\n' +
        'Exit code: 0, or 2 on an error.',
    )
    .option('--write', 'write them')
    .addOption(json());
  command.action(async ({ write, json: asJson }: SchemasOptions) => {
    const { writeSchemas } = await import('../schemas-written.ts');
    const { agreement } = command.optsWithGlobals<SchemasOptions>();
    await writeSchemas(context, await context.desk(agreement), {
      write: write === true,
      json: asJson === true,
    });
  });
}
