import { quote, show } from '../../load/show.ts';
import type { Command } from 'commander';
import type { WrittenAction } from '../branching.ts';
import { type Context, holdingOf } from '../context.ts';
import { examples } from '../examples.ts';
import { type MomentOptions, momentOf, SCENARIO_NAME, withClocks } from '../moment.ts';
import { collect, type Finish, json } from '../options.ts';
import { saveBranch } from '../save-branch.ts';
import { printBlocks, printJson } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

interface WhatIfOptions extends Omit<MomentOptions, 'assume'> {
  agreement?: string;
  at?: string;
  title?: string;
  replay?: boolean;
  without?: readonly string[];
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
  // What is given with a step stands behind it.
  const give = (option: 'on' | 'because' | 'note') => (text: string) => {
    const last = actions.at(-1);
    if (last === undefined || last[option] !== undefined)
      throw new UsageError(
        'wrong-form',
        last === undefined
          ? `--${option} goes with the step before it, and there is none`
          : `--${option} is given twice with the same step`,
        'such as --event EVENT --on DAY --because TEXT',
      );
    actions[actions.length - 1] = { ...last, [option]: text };
    return text;
  };
  const whatIf = program
    .command('what-if')
    .argument('<scenario>', SCENARIO_NAME)
    .summary('branch off a scenario: what would each reading say?')
    .addHelpText(
      'after',
      examples(
        'phasegate what-if record --event phaseTwo',
        'phasegate what-if record --event phaseTwo --on 2026-01-27 --because Agreed',
        'phasegate what-if record --event phaseTwo --save tried.yaml',
      ),
    )
    .description(
      'Branches off a scenario. Says what each reading makes of each new step, and which gates and events change.\n' +
        'Steps are taken in the order in which you write them; all of them are assumed.\n' +
        'Exit code: 0 when, for each new event, some party states a position and all that state one recognise it; 1 ' +
        'otherwise; 2 on an error.',
    )
    .option('--at <day|step>', 'the same as @STEP or @DAY after the scenario');
  withClocks(whatIf)
    .option('--event <gate|event>', 'this event happens; may be repeated', gather('event'))
    .option(
      '--waive <[reading:]condition>',
      'a reading waives this condition or objection of its own',
      gather('waive'),
    )
    .option('--restore <[reading:]condition>', 'a reading takes its waiver back', gather('restore'))
    .option(
      '--acknowledge <reading:event>',
      'a party grants that this has happened, although it objects or its conditions are unmet',
      gather('acknowledge'),
    )
    .option(
      '--assume <region=stage>',
      'assume that the region stands at this stage',
      gather('assume'),
    )
    .option('--unknown <region>', 'take it as unknown where the region stands', gather('unknown'))
    .option(
      '--on <day>',
      'the day of the step before it: 2031-01-05, "5 January 2031", "5 jan"',
      give('on'),
    )
    .option(
      '--because <text>',
      'why you assume the step before it: your own reason, kept in the step',
      give('because'),
    )
    .option('--note <text>', 'a note of your own on the step before it', give('note'))
    .option('--replay', 'play the later steps of the scenario on afterwards')
    .option(
      '--without <step>',
      'with --replay: do not play this later step on, by its id, number or title; may be repeated',
      collect,
    )
    .option('--title <text>', 'what to call the branch')
    .option('--save <file>', 'save the branch as a scenario file')
    .option('--force', 'replace the file if it is there')
    .addOption(json())
    .action(async (name: string, options: WhatIfOptions) => {
      const { save: file = null } = options;
      if (file !== null && !/\.ya?ml$/.test(file))
        throw new UsageError(
          'wrong-form',
          '--save takes the name of a YAML file',
          `such as ${file}.yaml`,
        );
      const { agreement } = whatIf.optsWithGlobals<WhatIfOptions>();
      const holding = await holdingOf(context, agreement, name);
      if (options.at !== undefined && name.includes('@') && !holding.scenarios.has(name))
        throw new UsageError(
          'at-odds',
          `--at ${show(options.at)} and a place behind ${quote(name)} at once`,
          'leave one of the two out',
        );
      const at = options.at === undefined ? '' : `@${options.at}`;
      const { asOf, knownBy } = options;
      const asked = await momentOf(context, holding, `${name}${at}`, {
        ...(asOf === undefined ? {} : { asOf }),
        ...(knownBy === undefined ? {} : { knownBy }),
      });
      const { whatIfOf, whatIfText, whatIfJson, notToBeKept } = await import('../branching.ts');
      const played = whatIfOf(asked, holding.scenarios, {
        actions,
        replays: options.replay === true,
        without: options.without ?? [],
        title: options.title ?? null,
        name: file?.replace(/^.*[/\\]/, '').replace(/\.ya?ml$/, '') ?? null,
      });
      const laboratory = context.laboratory(holding);
      const branch = played.story.scenario;
      const checked = await laboratory.check(branch);
      if (!checked.ok)
        throw new UsageError(
          'not-possible',
          `the branch cannot be played: ${checked.problems.map(withoutPlace).join('; ')}`,
          'branch off elsewhere, or change the steps of the branch',
        );
      const whyNot = notToBeKept(asked.moment);
      if (file !== null) {
        if (whyNot !== null)
          throw new UsageError(
            'not-possible',
            `this branch cannot be saved: ${whyNot}`,
            'leave --save out',
          );
        await saveBranch(laboratory, branch, file, options.force === true);
      }
      const token = whyNot === null ? await laboratory.tokenOf(branch) : null;
      const kept = { token, whyNot, file };
      if (options.json === true) await printJson(context.terminal, whatIfJson(played, kept));
      else await printBlocks(context.terminal, whatIfText(played, kept));
      finish(played.isSuccess ? 0 : 1);
    });
}

/** What is wrong in one line, without its place in a file that nobody has, and how to mend that file. */
function withoutPlace(problem: string): string {
  return (problem.split('\n')[0] ?? '').replace(/^\S+:\d+:\d+: /, '');
}
