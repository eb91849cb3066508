import type { Command } from 'commander';
import { type Agreement, eventNamed } from '../../model/agreement.ts';
import { REPORTED } from '../../model/terms.ts';
import { quote } from '../../load/show.ts';
import { didYouMeanOneOf } from '../../load/suggest.ts';
import type { DutiesAsked } from '../../answer/duties.ts';
import { knownOnes } from '../asked.ts';
import { type Context, holdingOf } from '../context.ts';
import { examples } from '../examples.ts';
import { type FormatOptions, printAnswer, withFormats } from '../formats.ts';
import { type MomentOptions, momentOf, withMoment } from '../moment.ts';
import { collect, type Finish, verbose } from '../options.ts';
import { UsageError } from '../usage-error.ts';

interface DutiesOptions extends MomentOptions, FormatOptions {
  agreement?: string;
  scenario?: string;
  reading?: string[];
  verbose?: boolean;
}

/** `duties [WHOSE]`: who is bound to bring what about by when, and whether that has been met. */
export function addDuties(program: Command, context: Context, finish: Finish): void {
  const command = program
    .command('duties')
    .argument(
      '[party|role|event]',
      'whom the duties bind, or what is to happen; without it, all of them',
    )
    .summary('who is bound to bring what about by when: pending, met, met late or overdue')
    .addHelpText(
      'after',
      examples(
        'phasegate duties --as-of 2026-01-05',
        'phasegate duties --reading reported --csv > duties.csv',
      ),
    )
    .description(
      'Lists what the documents bind parties to bring about by a day, or within a time of something else, and whether it ' +
        'is met: as reported, and by what each party recognises.\n' +
        'Exit code: 0 when nothing asked about is overdue in any run asked about; 1 when something is or may be, or ' +
        'nothing had been published by the day that --known-by names; 2 on an error.',
    );
  withFormats(
    withMoment(command).option(
      '--reading <id,...>',
      'by the facts of these readings only, or as `reported`',
      collect,
    ),
  )
    .addOption(verbose())
    .action(async (name: string | undefined, options: DutiesOptions) => {
      const holding = await holdingOf(context, command.optsWithGlobals<DutiesOptions>().agreement);
      const { agreement, moment } = await momentOf(context, holding, options.scenario, options);
      const runs = knownOnes('reading', options.reading, [...agreement.readings.keys(), REPORTED]);
      const asked = { ...(name === undefined ? {} : aboutWhat(agreement, name)), runs: runs ?? [] };
      const [{ dutiesAt, isAnyOverdue }, { dutiesText }, { dutiesJson }, { dutiesSheet }] =
        await Promise.all([
          import('../../answer/duties.ts'),
          import('../../explain/duties-text.ts'),
          import('../../explain/duties-json.ts'),
          import('../../explain/duties-sheet.ts'),
        ]);
      const found = dutiesAt(moment, asked);
      await printAnswer(context.terminal, options, {
        text: () => dutiesText(moment, found, { verbose: options.verbose === true }),
        json: () => dutiesJson(moment, found),
        sheet: () => dutiesSheet(moment, found),
      });
      finish(moment.nothingPublished || isAnyOverdue(found) ? 1 : 0);
    });
}

/** The party or the event that a name stands for. */
function aboutWhat(agreement: Agreement, name: string): DutiesAsked {
  const { parties, hands } = agreement;
  if (parties.has(name) || hands.roles.has(name)) return { party: name };
  const event = eventNamed(agreement, name);
  if (event !== null) return { event: event.id };
  throw new UsageError(
    'unknown-id',
    `there is no party, role, gate or event ${quote(name)}`,
    didYouMeanOneOf(name, [
      ...parties.keys(),
      ...hands.roles.keys(),
      ...agreement.aliases.keys(),
      ...agreement.events.keys(),
    ]) ?? `parties here: ${[...parties.keys()].join(', ')}`,
  );
}
