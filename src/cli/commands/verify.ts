import path from 'node:path';
import type { Command } from 'commander';
import { commandLine } from '../../load/command-line.ts';
import type { Context } from '../context.ts';
import { examples } from '../examples.ts';
import { collect, type Finish } from '../options.ts';
import { saveBranch } from '../save-branch.ts';
import { answerSearch, type SearchOptions, withSearch } from '../search.ts';

interface VerifyOptions extends SearchOptions {
  save?: string;
  force?: boolean;
  verbose?: boolean;
}

/** `verify [PROPERTY]`: whether the agreement's properties hold in every reachable state. */
export function addVerify(program: Command, context: Context, finish: Finish): void {
  const command = program
    .command('verify')
    .argument('[property]', 'one property; all of them without it')
    .summary('whether the agreement’s properties hold in every reachable state')
    .addHelpText(
      'after',
      examples('phasegate verify', 'phasegate verify -A accord --save counterexamples'),
    )
    .description(
      'Counts exactly how many states can be reached under each reading, and checks the agreement’s properties in all of them. A property that names readings is checked under those; name it and give --reading to check it under others.\n' +
        'Exit code: 0 when all hold; 1 when one fails, whose shortest counterexample is printed; 2 on an error.',
    )
    .option(
      '--reading <id,...>',
      'under these readings only, each in turn; `everyone` is all parties at once (default: all of them)',
      collect,
    )
    .option('--save <folder>', 'save each counterexample there as a scenario that can be played')
    .option('--force', 'replace files that are there')
    .option('--verbose', 'add why each property matters');
  withSearch(
    command,
    'the very beginning, with the positions and waivers at the end of the record',
  ).action(async (property: string | undefined, options: VerifyOptions) =>
    answerSearch(
      context,
      finish,
      command,
      async ({ exploring, holding, agreement, moment, scenarios, long }) => {
        const properties = exploring.propertiesAsked(holding, property, options.reading);
        const from = options.from === undefined ? 'start' : 'moment';
        const asked = exploring.perspectivesAsked(agreement, options.reading);
        const perspectives = exploring.perspectivesOf(moment, { from, readings: asked });
        const verified = await long(exploring.verifyAll(agreement, properties, perspectives));
        const counterexamples =
          options.save === undefined
            ? []
            : exploring.counterexamplesOf(
                { moment, scenarios },
                holding.scenarios,
                verified,
                perspectives,
                from,
              );
        const files = counterexamples.map(({ id }) => path.join(options.save ?? '', `${id}.yaml`));
        const verdicts = verified.properties.flatMap(({ answers }) =>
          answers.map((each) => each.answer.verdict),
        );
        return {
          ok: true,
          unknown: [],
          text: exploring.verifyText(moment, from, verified, { verbose: options.verbose === true }),
          object: exploring.verifyJson(moment, from, verified, files),
          code: verdicts.every((verdict) => verdict === 'holds' || verdict === 'vacuous') ? 0 : 1,
          save: async () => {
            for (const [index, scenario] of counterexamples.entries())
              // One after the other: the first that cannot be saved ends it.
              // oxlint-disable-next-line no-await-in-loop
              await saveBranch(
                context.laboratory(holding),
                scenario,
                files[index] ?? '',
                options.force === true,
              );
            return files.map(
              (file) => `Saved ${file}; ${commandLine(holding.call, 'play', file)} plays it.`,
            );
          },
        };
      },
    ),
  );
}
