import type { Command } from 'commander';
import { saveText } from '../../node/save-text.ts';
import { type Context, holdingOf, storyOf } from '../context.ts';
import { examples } from '../examples.ts';
import type { Finish } from '../options.ts';
import { thisWriter } from '../this-writer.ts';
import { UsageError } from '../usage-error.ts';

interface PageOptions {
  agreement?: string;
  output?: string;
}

/** `page [SCENARIO]`: the laboratory as one file for a browser. */
export function addPage(program: Command, context: Context, finish: Finish): void {
  const command = program
    .command('page')
    .argument('[scenario]', 'the scenario that it opens with: an id, a file or a token')
    .summary('the laboratory as one file for a browser')
    .addHelpText('after', examples('phasegate page record -o record.html'))
    .description(
      'Writes one file that holds the whole laboratory and the agreement: it opens from a disk, from a message or from any ' +
        'server, asks no network for anything, and a file that is there already is replaced.\n' +
        'Exit code: 0; 2 on an error.',
    )
    .requiredOption('-o, --output <file>', 'the file to write')
    .action(async (name: string | undefined, { output = '' }: PageOptions) => {
      const { agreement: asked } = command.optsWithGlobals<PageOptions>();
      const holding = await holdingOf(context, asked, name);
      const { agreement, story } = await storyOf(context, holding, name);
      const assets = context.pageAssets();
      if (!assets.ok)
        throw new UsageError(
          'cannot-read',
          `the parts of the page: ${assets.error.message}`,
          'the build makes them: `npm run build`',
        );
      const { scenario } = story;
      const { pageHtml } = await import('../../web/html.ts');
      const data = {
        version: program.version() ?? '',
        parts: holding.parts,
        opens: scenario.id,
        own: holding.scenarios.get(scenario.id) === scenario ? [] : [scenario],
      };
      const saved = await saveText(
        context.userPath(output),
        pageHtml(assets.value, data, agreement.title),
        { replace: true, writer: thisWriter() },
      );
      if (!saved.ok)
        throw new UsageError('cannot-write', `${output}: ${saved.error.message}`, saved.error.hint);
      await context.terminal.write(`Wrote ${output}.\n`);
      finish(0);
    });
}
