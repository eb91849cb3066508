import type { Command } from 'commander';
import { known } from '../asked.ts';
import type { Context } from '../context.ts';
import { examples } from '../examples.ts';
import type { Finish } from '../options.ts';

interface NewOptions {
  agreement?: string;
  from?: string;
  id?: string;
  numbered?: boolean;
  published?: string;
  inferred?: string;
}

const KINDS = ['agreement', 'reading', 'source', 'scenario'] as const;

/** `new`: files to begin with, right as they stand, with a comment on every key. */
export function addNew(program: Command, context: Context, _finish: Finish): void {
  const command = program
    .command('new')
    .argument('<what>', KINDS.join(', '))
    .argument('<name>', 'its id, a party for a reading; for a source also the file of a text')
    .summary('write an agreement, a reading, a source or a scenario to begin with')
    .addHelpText(
      'after',
      examples(
        'phasegate new agreement treaty',
        'phasegate new source report-3.txt --published 2030-02-03 -A accord',
        'phasegate new scenario other-way --from first@accord-signed -A accord',
      ),
    )
    .description(
      'Writes files to begin with: valid as they are, with a comment on every key. No existing file is replaced.\n' +
        'An agreement is a folder of its own; the others go into the agreement at hand. A source made from a text has its hash and a claim to fill in for each of its paragraphs, and none of its words; `-` is standard input. Nothing is made up: you say when it was published.\n' +
        'Exit code: 0, or 2 on an error.',
    )
    .option('--from <scenario@step>', 'for a scenario: what it branches off, and after which step')
    .option('--published <day>', 'for a source: the day on which it appeared, or FIRST..LAST')
    .option('--inferred <text>', 'for a source: how that day is known')
    .option('--id <id>', 'for a source from a text: what to call it (default: as its file)')
    .option('--numbered', 'for a source from a text: also print the text, its paragraphs numbered');
  command.action(async (what: string, name: string, options: NewOptions) => {
    const writing = await import('../writing-new.ts');
    const kind = known('kind of file', what, KINDS);
    writing.refuseOptions(kind, options);
    const { agreement } = command.optsWithGlobals<NewOptions>();
    if (kind === 'agreement') return writing.writeAgreement(context, name);
    const desk = await context.desk(agreement);
    if (kind === 'reading') return writing.writeReading(context, desk, name);
    if (kind === 'scenario') return writing.writeScenario(context, desk, name, options.from);
    const { writeSource } = await import('../writing-source.ts');
    return writeSource(context, desk, name, options);
  });
}
