import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { examples } from '../examples.ts';
import type { Finish } from '../options.ts';
import { pageOf } from '../page-written.ts';
import { UsageError } from '../usage-error.ts';
import { writeOut } from '../written-out.ts';

interface PageOptions {
  agreement?: string;
  output?: string;
  serve?: boolean;
  port?: string;
}

/** `page [SCENARIO]`: the laboratory as one file for a browser, or served while its content is edited. */
export function addPage(program: Command, context: Context, finish: Finish): void {
  const command = program
    .command('page')
    .argument('[scenario]', 'the scenario that it opens with: an id, a file or a token')
    .summary('the agreement and all that can be tried with it, as one file for a browser')
    .addHelpText('after', examples('phasegate page record -o record.html'))
    .description(
      'Writes one file for a browser: what is in question, time drawn, what-ifs, the statechart, the sources and the exercises. ' +
        'It opens from a disk, from a message or from any server, and loads nothing from a network. A file that is there ' +
        'already is replaced.\n' +
        'With --serve nothing is written: the page is served to this machine, and shows each change to the content.\n' +
        'Exit code: 0; 130 where Ctrl-C ends --serve; 2 on an error.',
    )
    .option('-o, --output <file>', 'the file to write')
    .option(
      '--serve',
      'serve it to this machine alone until q or Ctrl-C, with the content as it is edited',
    )
    .option('--port <number>', 'with --serve: the port, 0 for one that is free (default: 0)')
    .action(async (scenario: string | undefined, options: PageOptions) => {
      const { agreement } = command.optsWithGlobals<PageOptions>();
      const { output, serve = false } = options;
      const version = program.version() ?? '';
      if (serve === (output !== undefined))
        throw new UsageError(
          serve ? 'at-odds' : 'bad-command',
          serve
            ? 'a page is either written or served: both -o and --serve are given'
            : 'where the page is to be written is not said',
          'name a file with -o FILE.html, or serve it with --serve',
        );
      if (output === undefined) {
        const [{ untilTold }, { servePage }] = await Promise.all([
          import('../until-told.ts'),
          import('../serving.ts'),
        ]);
        const port = askedPort(options.port);
        const serving = { agreement, scenario, port, version };
        finish(await untilTold(context, (until) => servePage(context, serving, until)));
        return;
      }
      const html = await pageOf(context, agreement, scenario, { version, isServed: false });
      await writeOut(context, output, html);
      finish(0);
    });
}

/** @throws UsageError for what is no port */
function askedPort(said = '0'): number {
  const port = /^\d{1,5}$/.test(said) ? Number(said) : Number.NaN;
  if (port <= 65_535) return port;
  throw new UsageError('wrong-value', `--port ${said} is no port`, 'a port is 0 to 65535');
}
