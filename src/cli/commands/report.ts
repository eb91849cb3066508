import type { Command } from 'commander';
import { baseOf, type Report, reportOf } from '../../answer/report.ts';
import { notesBlocks, type Paper, reportPaper } from '../../explain/report-text.ts';
import { show } from '../../load/show.ts';
import { Runner } from '../../model/runner.ts';
import { known } from '../asked.ts';
import { type Context, holdingOf } from '../context.ts';
import { examples } from '../examples.ts';
import { type MomentOptions, momentOf, SCENARIO_NAME, withClocks } from '../moment.ts';
import type { Finish } from '../options.ts';
import { assetsOf } from '../page-written.ts';
import { saysAgreement } from '../scenario-name.ts';
import { writeOut } from '../written-out.ts';

const FORMATS = ['html', 'md'] as const;

interface ReportOptions extends MomentOptions {
  agreement?: string;
  compare?: string;
  format: string;
  output?: string;
}

/** `report SCENARIO`: a scenario as a paper of some pages, without the laboratory. */
export function addReport(program: Command, context: Context, finish: Finish): void {
  const command = program
    .command('report')
    .argument('<scenario>', SCENARIO_NAME)
    .summary('a scenario as a paper to hand in')
    .addHelpText(
      'after',
      examples(
        'phasegate report record > record.md',
        'phasegate report truce-collapses --format html -o paper.html',
      ),
    )
    .description(
      'Writes a paper: what is in question and what each party answers, what is assumed with its day and reason, every gate ' +
        'before and after, what changed and why, and a note for every claim that it cites; as html with a figure of the ' +
        'provisions over the days. A branch is held against what it ' +
        'branches off; --compare names something else. A file that is there already is replaced.\n' +
        'Exit code: 0; 2 on an error.',
    )
    .option('--compare <scenario>', `hold it against another: ${SCENARIO_NAME}`)
    .option(
      '--format <format>',
      'md: Markdown, or html: one file for a browser and for paper',
      'md',
    )
    .option('-o, --output <file>', 'the file to write (default: standard output)');
  withClocks(command).action(async (name: string, options: ReportOptions) => {
    const { agreement: asked } = command.optsWithGlobals<ReportOptions>();
    const { compare, format, output } = options;
    known('format', format, FORMATS);
    const names = [name, ...(compare === undefined ? [] : [compare])];
    const holding = await holdingOf(context, asked, names.find(saysAgreement));
    const { moment, scenarios } = await momentOf(context, holding, name, options);
    const other =
      compare === undefined ? null : (await momentOf(context, holding, compare, options)).moment;
    const report = reportOf(moment, baseOf(moment, scenarios), other);
    const paper = reportPaper(report);
    const { title } = moment.story.scenario;
    const called = `${moment.agreement.title}: ${title}`;
    const text =
      format === 'html'
        ? await asPage(context, paper, report, called)
        : await asMarkdownText(paper);
    if (output === undefined) await context.terminal.write(text);
    else await writeOut(context, output, text);
    finish(0);
  });
}

/** @param called as plain text */
async function asPage(
  context: Context,
  paper: Paper,
  { after: { moment }, before }: Report,
  called: string,
): Promise<string> {
  const [{ paperHtml }, { paperFigure }] = await Promise.all([
    import('../../web/html.ts'),
    import('../../web/figures/paper-figure.ts'),
  ]);
  const figure = paperFigure(new Runner(moment.agreement), moment, before?.moment ?? null);
  return paperHtml(paper, figure, assetsOf(context).paper, called);
}

async function asMarkdownText({ blocks, notes }: Paper): Promise<string> {
  const { asMarkdown } = await import('../../draw/markdown.ts');
  const lines = asMarkdown([...blocks, ...notesBlocks(notes)]).map(show);
  return `${lines.join('\n')}\n`;
}
