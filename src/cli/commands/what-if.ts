import type { Command } from 'commander';
import type { WrittenAction } from '../branching.ts';
import { type Context, holdingOf, storyOf } from '../context.ts';
import { type Finish, json } from '../options.ts';
import { printJson, printLines } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

interface WhatIfOptions {
  agreement?: string;
  at?: string;
  title?: string;
  replay?: boolean;
  save?: string;
  force?: boolean;
  json?: boolean;
}

/** `what-if SCENARIO`: a branch off a scenario, without a terminal. */
export function addWhatIf(program: Command, context: Context, finish: Finish): void {
  // The order of the options is that of the steps, so they are gathered in one list.
  const actions: WrittenAction[] = [];
  const gather = (option: WrittenAction['option']) => (text: string) => {
    actions.push({ option, text });
    return text;
  };
  program
    .command('what-if')
    .argument('<scenario>', 'a scenario, the path of a scenario file, or the token of a branch')
    .summary('branch off a scenario: what would each reading say?')
    .description(
      'Branches off a scenario, and says what each reading makes of each new step and which gates and events change.\n' +
        'Steps are taken in the order in which they are written here; all of them are assumed.\n' +
        'Exit code: 0 when every reading that has a position recognises each new step (or has it so already), 1 when ' +
        'one does not, 2 on an error.',
    )
    .option(
      '--at <day|step>',
      'branch off after this step, or after the last step certain to lie on or before this day (default: the end)',
    )
    .option('--event <id>', 'this event happens; may be repeated', gather('event'))
    .option('--waive <[reading:]leaf>', 'a reading waives this leaf of its own', gather('waive'))
    .option('--restore <[reading:]leaf>', 'it takes the waiver back', gather('restore'))
    .option(
      '--assume <region=stage>',
      'the region stands at this stage, whatever led there',
      gather('assume'),
    )
    .option('--unknown <region>', 'where the region stands is not known', gather('unknown'))
    .option('--replay', 'play the later steps of the scenario on afterwards')
    .option('--title <text>', 'what to call the branch')
    .option('--save <file>', 'save the branch as a scenario file')
    .option('--force', 'replace the file if it is there')
    .addOption(json())
    .action(async (name: string, options: WhatIfOptions, command: Command) => {
      const { save: file = null } = options;
      if (file !== null && !/\.ya?ml$/.test(file))
        throw new UsageError('--save takes the name of a YAML file', `such as ${file}.yaml`);
      const holding = await holdingOf(context, command.optsWithGlobals<WhatIfOptions>().agreement);
      const asked = await storyOf(context, holding, name);
      const { whatIfOf, whatIfText, whatIfJson } = await import('../branching.ts');
      const whatIf = whatIfOf(asked, holding.scenarios, {
        at: options.at ?? null,
        actions,
        replays: options.replay === true,
        title: options.title ?? null,
        name: file?.replace(/^.*[/\\]/, '').replace(/\.ya?ml$/, '') ?? null,
      });
      const laboratory = context.laboratory(holding);
      const branch = whatIf.story.scenario;
      const checked = await laboratory.check(branch);
      if (!checked.ok)
        throw new UsageError(`the branch cannot be played: ${checked.problems.join('; ')}`);
      if (file !== null) {
        const saved = await laboratory.save(branch, file, options.force === true);
        if (!saved.ok)
          throw new UsageError(
            `${file} ${saved.error.message}`,
            saved.exists ? 'name another file, or replace it with --force' : saved.error.hint,
          );
      }
      const kept = { token: await laboratory.tokenOf(branch), file };
      if (options.json === true) await printJson(context.terminal, whatIfJson(whatIf, kept));
      else await printLines(context.terminal, whatIfText(whatIf, kept, context.terminal.width));
      finish(whatIf.isRecognised ? 0 : 1);
    });
}
